"""The tense of a title: the simple past, as a timeline tells what happened."""

from __future__ import annotations

import re

from generator.extracting.tables import table
from generator.extracting.verbs import PARTICIPLES, past_forms

__all__ = ["is_plural", "plain_past"]

_PERFECT = re.compile(r"^(?P<who>.{2,60}?)\s+(?:had|has|have)\s+(?P<been>been\s+)?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_MODALS = table("will would can could may might must shall should to not never")
_AHEAD = table("scheduled planned expected set invited slated")
_PLURALS = table("people children men women police they officers members workers both")
_NOT_PLURAL = ("ss", "us", "is", "’s", "'s")


def plain_past(text: str) -> str:
    """Say in the simple past what stands in the perfect: “the bridge had collapsed”, “Berg has been arrested”.

    Args:
        text: A clause.

    Returns:
        The clause; unchanged where the first auxiliary is no perfect, or the verb's past is not known.
    """
    match = _PERFECT.match(text)
    if match is None or match["who"].split()[-1].lower() in _MODALS:
        return text
    verb = match["verb"].lower()
    regular = verb in past_forms() or (verb.endswith("ed") and len(verb) > 4)
    if match["been"]:
        if not regular and verb not in PARTICIPLES:
            return text
        if verb in _AHEAD:
            return f"{match['who']} {'are' if is_plural(match['who']) else 'is'} {text[match.start('verb') :]}"
        return f"{match['who']} {'were' if is_plural(match['who']) else 'was'} {text[match.start('verb') :]}"
    if not regular:
        return text
    return f"{match['who']} {text[match.start('verb') :]}"


def is_plural(subject: str) -> bool:
    """Whether a subject takes “were”, by its last noun before any “of” or “in”."""
    if " and " in subject:
        return True
    head = re.split(r"\s+(?:of|in|from|at|on|with|who|to|for)\s", subject, maxsplit=1)[0].split()[-1]
    lower = head.lower()
    return lower in _PLURALS or (lower.endswith("s") and not lower.endswith(_NOT_PLURAL) and head[0].islower())
