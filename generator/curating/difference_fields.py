"""What changed inside an event or a source, field by field, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from generator.curating.sentence import Sentence
from generator.dates import Edtf, say
from generator.model import Citation, Event, Source, Timeline

__all__ = ["field_changes", "source_changes"]

_WORDS = {
    "time": "its time",
    "title": "its title",
    "summary": "its summary",
    "disputed": "what is disputed",
    "attributed_to": "whose account it is",
    "response": "the reply to it",
    "reason": "the reason",
}
"""Fields of text, as a sentence calls them."""

_LISTS = {"actors": "actor", "places": "place", "tags": "tag"}
_WHOLE = {"media": "its picture", "translations": "its translations"}
_CITATION = {"quote": "the quote", "date": "the date", "when": "the words for the date"}


def field_changes(was: Event, event: Event, before: Timeline, after: Timeline) -> Iterator[Sentence]:
    """What changed in an event, a sentence each, in the order in which an entry is written.

    Args:
        was: The event before.
        event: The event after.
        before: The timeline that it was in, for the names of its sources.
        after: The timeline that it is in.
    """
    yield from _moved("its date", *_dates(was.date, event.date), plain=True)
    yield from _moved("its status", was.status, event.status, plain=True)
    for name, words in _WORDS.items():
        yield from _moved(words, getattr(was, name), getattr(event, name))
    yield from _moved("its level", was.level, event.level, plain=True)
    for name, word in _LISTS.items():
        yield from _members(word, getattr(was, name), getattr(event, name))
    if _relations(was) != _relations(event):
        yield Sentence("its relations to other events changed")
    for name, words in _WHOLE.items():
        if getattr(was, name) != getattr(event, name):
            yield Sentence(f"{words} changed")
    yield from _citations(was, event, before, after)
    for correction in event.corrections:
        if correction not in was.corrections:
            yield Sentence("readers are told: {text}", {"text": correction.text})
    if any(correction not in event.corrections for correction in was.corrections):
        yield Sentence("a correction that readers were told of is gone")


def _relations(event: Event) -> set[tuple[str, str]]:
    return {(relation.id, relation.as_) for relation in event.related}


def source_changes(key: str, was: Source, source: Source) -> Iterator[Sentence]:
    """What changed in a source.

    Args:
        key: Its key.
        was: The source before.
        source: The source after.
    """
    for name in Source.model_fields:
        old, new = (getattr(each, name) for each in (was, source))
        if old == new:
            continue
        if isinstance(old or "", str) and isinstance(new or "", str):
            values = {"key": key, "old": old or "none", "new": new or "none"}
            yield Sentence(f"the source {{key}}: its {name} was {{old}} and is {{new}}", values)
        elif name == "published":
            days = {"old": str(old or "not known"), "new": str(new or "not known")}
            yield Sentence("the source {key}: published was {old} and is {new}", {"key": key} | days)
        else:
            yield Sentence(f"the source {{key}}: its {name.replace('_', ' ')} changed", {"key": key})


def _dates(old: Edtf | None, new: Edtf | None) -> tuple[str | None, str | None]:
    """Two dates in words; as they are written too, where the words are the same."""
    said = [say(date) if date else None for date in (old, new)]
    if old and new and old != new and said[0] == said[1]:
        said = [f"{say(date)}, written {date.text}" for date in (old, new)]
    return said[0], said[1]


def _moved(what: str, old: str | None, new: str | None, *, plain: bool = False) -> Iterator[Sentence]:
    if old == new:
        return
    kept = ("old", "new") if plain else ()
    if not old:
        yield Sentence(f"{what} is now {{new}}", {"new": new or ""}, plain=kept)
    elif not new:
        yield Sentence(f"{what} is gone; it was {{old}}", {"old": old}, plain=kept)
    else:
        yield Sentence(f"{what} was {{old}} and is {{new}}", {"old": old, "new": new}, plain=kept)


def _members(word: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Sentence]:
    for each in new:
        if each not in old:
            yield Sentence(f"it has the {word} {{each}} now", {"each": each})
    for each in old:
        if each not in new:
            yield Sentence(f"it has the {word} {{each}} no longer", {"each": each})


def _citations(was: Event, event: Event, before: Timeline, after: Timeline) -> Iterator[Sentence]:
    """Which sources came and went, and what changed in what the others are cited for."""
    old, new = (
        {(citation.source, number): citation for number, citation in _numbered(each.citations)} for each in (was, event)
    )
    for key, citation in new.items():
        called = {"source": _called(key[0], after)}
        if key not in old:
            yield Sentence("it cites {source} now", called)
        elif citation != old[key]:
            yield from _cited_otherwise(called, old[key], citation)
    for key in old:
        if key not in new:
            yield Sentence("it cites {source} no longer", {"source": _called(key[0], before)})


def _numbered(citations: tuple[Citation, ...]) -> Iterator[tuple[int, Citation]]:
    """Each citation with its number among those of the same source."""
    counts: dict[str, int] = {}
    for citation in citations:
        counts[citation.source] = counts.get(citation.source, 0) + 1
        yield counts[citation.source], citation


def _cited_otherwise(called: dict[str, str], was: Citation, citation: Citation) -> Iterator[Sentence]:
    said = False
    for name, words in _CITATION.items():
        old, new = (getattr(each, name) for each in (was, citation))
        if old != new:
            said = True
            shown = {"old": _shown(old), "new": _shown(new)}
            yield Sentence(f"{{source}}: {words} was {{old}} and is {{new}}", called | shown)
    if not said:
        yield Sentence("{source}: how its date is known was rewritten", called)


def _shown(value: str | Edtf | None) -> str:
    return value.text if isinstance(value, Edtf) else value or "none"


def _called(key: str, timeline: Timeline) -> str:
    source = timeline.sources.get(key)
    return (source and (source.publisher or source.title)) or key
