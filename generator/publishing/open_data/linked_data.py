"""The timeline as linked data: one graph (JSON-LD 1.1) in the vocabulary of schema.org."""

from __future__ import annotations

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.json_ld import dataset, event_data
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
        {"@context": _CONTEXT}, {"@graph": [json_text(whole), *(_event(each, atlas) for each in atlas.shown)]}
    )


def _event(event: Event, atlas: Atlas) -> str:
    return json_text({key: value for key, value in event_data(event, atlas).items() if key != "@context"})
