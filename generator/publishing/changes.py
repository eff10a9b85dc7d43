"""What was mended after an event was published, as readers are told of it."""

from __future__ import annotations

from generator.messages import Tongue, gettext_noop
from generator.model import Correction

__all__ = ["correction_kind"]

_KINDS = {
    "correction": gettext_noop("Correction"),
    "clarification": gettext_noop("Clarification"),
    "update": gettext_noop("Update"),
}


def correction_kind(correction: Correction, words: Tongue) -> str:
    """What kind of change it was, in a word that begins a line."""
    return words.gettext(_KINDS[correction.kind])
