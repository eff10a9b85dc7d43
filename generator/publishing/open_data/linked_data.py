"""The timeline as linked data: one graph (JSON-LD 1.1) in the vocabulary of schema.org."""

from __future__ import annotations

from generator.publishing.atlas import Atlas
from generator.publishing.json_ld import dataset, event_json_ld
from generator.publishing.json_text import json_text
from generator.publishing.open_data.documents import document

__all__ = ["events_json_ld"]

_CONTEXT = "https://schema.org"


def events_json_ld(atlas: Atlas) -> bytes:
    """The timeline as a `Dataset`, and each event that is shown as an `Event`.

    Args:
        atlas: The timeline.

    Returns:
        JSON-LD in UTF-8; the data set stands first.
    """
    whole = {key: value for key, value in dataset(atlas).items() if key != "@context"}
    return document(
        {"@context": _CONTEXT}, {"@graph": [json_text(whole), *(event_json_ld(each, atlas) for each in atlas.shown)]}
    )
