"""Rules of the shared grammar in another language's words: the meaning is the same, the phrase is another."""

from __future__ import annotations

from dataclasses import replace

from generator.extracting.tagger.rule import Check, Rule
from generator.extracting.tagger.rules import RULES

__all__ = ["reworded", "shared"]

_BY_NAME = {rule.name: rule for rule in RULES}


def shared(*names: str) -> tuple[Rule, ...]:
    """Rules that a language takes as they are, such as those of dates in digits.

    Raises:
        KeyError: There is no rule of such a name.
    """
    return tuple(_BY_NAME[name] for name in names)


def reworded(
    name: str, starts: tuple[str, ...], pattern: str, check: Check | None = None, *, prefix: tuple[str, ...] = ()
) -> Rule:
    """A rule that means what the shared one of its name means.

    Args:
        name: The shared rule.
        starts: As in `Rule`.
        pattern: As in `Rule`; it captures what the shared rule's does.
        check: As in `Rule`; the shared rule's is not taken over.
        prefix: As in `Rule`.

    Raises:
        KeyError: There is no rule of such a name.
    """
    return replace(_BY_NAME[name], starts=starts, pattern=pattern, check=check, prefix=prefix, behind="", examples=())
