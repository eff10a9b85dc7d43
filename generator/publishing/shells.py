"""A shell: a page that the theme rendered once, cut at its slots, so that filling it is a join of strings.

This module knows neither MkDocs nor the theme. It takes HTML in which *tokens* stand where values go, and trusts
nothing about that HTML but the tokens: a shell that lacks one, or has one too often, is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from generator.errors import ShellError

__all__ = ["Demand", "Repeat", "Shell", "cut"]

FIRST, SECOND = "-1", "-2"
"""How the tokens of a list end: the list is shown with two items, and what stands between them separates any two."""

_TOO_FEW = "see that the template still has the block that shows it, and that the theme has not renamed that block"
_TOO_MANY = "show it in one place of the template only"


@dataclass(frozen=True, slots=True)
class Demand:
    """How often a slot must stand in a shell.

    Attributes:
        token: The text that stands for the value in the rendered shell.
        at_least: The fewest times that it must be found.
        at_most: The most times, or None for any number.
    """

    token: str
    at_least: int = 1
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Shell:
    """HTML with gaps.

    Attributes:
        literals: The texts around the gaps: one more than there are gaps.
        gaps: For each gap the name of its slot, or the list that stands there.
    """

    literals: tuple[str, ...]
    gaps: tuple[str | Repeat, ...]

    def fill(self, values: Mapping[str, str], items: Sequence[Mapping[str, str]] = ()) -> str:
        """The page.

        Args:
            values: For each slot the value, already escaped for where it goes.
            items: For each item of the list its own slots' values.

        Returns:
            The HTML.
        """
        filled = [values[gap] if isinstance(gap, str) else gap.fill(items) for gap in self.gaps]
        return "".join(chain.from_iterable(zip(self.literals, filled, strict=False))) + self.literals[-1]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A list with as many items as a page has: the theme's markup for one, and what it puts between two."""

    item: Shell
    separator: str

    def fill(self, items: Sequence[Mapping[str, str]]) -> str:
        """The items' HTML."""
        return self.separator.join(self.item.fill(values) for values in items)


@dataclass(frozen=True, slots=True)
class _Found:
    """A token in the HTML."""

    name: str
    start: int
    end: int


def cut(html: str, demands: Mapping[str, Demand], *, template: str) -> Shell:
    """Cut a rendered shell at its slots.

    A slot whose name ends in `-1` belongs to the first item of a list, and its namesake in `-2` to the second; the
    shell must show both, and the page then has any number.

    Args:
        html: What the theme rendered.
        demands: For each slot's name its token and how often it must be there.
        template: The template that was rendered, for the message.

    Returns:
        The shell.

    Raises:
        ShellError: A slot is missing, stands there too often, or a list's items are not alike.
    """
    found = list(_find(html, demands))
    _check(found, demands, template)
    return _assemble(html, found, template)


def _find(html: str, demands: Mapping[str, Demand]) -> Iterator[_Found]:
    names = {demand.token: name for name, demand in demands.items()}
    # The longest first, so that a token that begins another does not hide it.
    pattern = "|".join(re.escape(token) for token in sorted(names, key=len, reverse=True))
    for match in re.finditer(pattern, html):
        yield _Found(names[match[0]], match.start(), match.end())


def _check(found: Sequence[_Found], demands: Mapping[str, Demand], template: str) -> None:
    counts = Counter(token.name for token in found)
    for name, demand in demands.items():
        count = counts[name]
        if count < demand.at_least:
            must, todo = f"must stand there {_times(demand.at_least)}", _TOO_FEW
        elif demand.at_most is not None and count > demand.at_most:
            must, todo = f"may stand there {_times(demand.at_most)}", _TOO_MANY
        else:
            continue
        raise ShellError(
            f"the slot “{name}” stands {_times(count)} in the shell, and {must}", where=template, todo=todo
        )


def _times(count: int) -> str:
    return {0: "nowhere", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _assemble(html: str, found: Sequence[_Found], template: str) -> Shell:
    literals: list[str] = []
    gaps: list[str | Repeat] = []
    done = 0
    for stretch in _stretches(found):
        literals.append(html[done : stretch[0].start])
        gaps.append(_repeat(html, stretch, template) if stretch[0].name.endswith(FIRST) else stretch[0].name)
        done = stretch[-1].end
    return Shell((*literals, html[done:]), tuple(gaps))


def _stretches(found: Sequence[_Found]) -> Iterator[list[_Found]]:
    """Tokens one by one, but those of a list together: the first item's and the second's."""
    stretch: list[_Found] = []
    for token in found:
        in_list = token.name.endswith((FIRST, SECOND))
        begins_list = token.name.endswith(FIRST) and any(other.name.endswith(SECOND) for other in stretch)
        if stretch and (not in_list or begins_list):
            yield stretch
            stretch = []
        if in_list:
            stretch.append(token)
        else:
            yield [token]
    if stretch:
        yield stretch


def _repeat(html: str, stretch: Sequence[_Found], template: str) -> Repeat:
    first, second = (_item(html, stretch, number) for number in (FIRST, SECOND))
    if first != second:
        raise ShellError(
            "the theme does not show the items of the table of contents alike",
            where=template,
            todo="see what the theme's partials/toc-item.html does with the second of two headings",
        )
    last_of_first = next(token for token in reversed(stretch) if token.name.endswith(FIRST))
    first_of_second = next(token for token in stretch if token.name.endswith(SECOND))
    return Repeat(first, html[last_of_first.end : first_of_second.start])


def _item(html: str, stretch: Sequence[_Found], number: str) -> Shell:
    tokens = [token for token in stretch if token.name.endswith(number)]
    literals = [html[here.end : there.start] for here, there in pairwise(tokens)]
    return Shell(("", *literals, ""), tuple(token.name.removesuffix(number) for token in tokens))
