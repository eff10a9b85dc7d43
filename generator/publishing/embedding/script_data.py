"""What `embed.js` reads: the events, as lean as can be, in words of the edition's language.

It is the business of that script alone and may change with it; `events.json` is what others build on. A small
timeline is one file. Of a large one that file says only what there is, and the events stand in a file for each year
and for each tag, actor, place and view that is not large itself; the script fetches those that it needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.credits import credit_line
from generator.publishing.drafts import FileDraft
from generator.publishing.entries import headline
from generator.publishing.filters import facts
from generator.publishing.foreign import Foreign
from generator.publishing.json_text import json_text
from generator.publishing.markdown import strip_markdown
from generator.publishing.plain_text import first_sentence, language_tag
from generator.publishing.selection import Kind, Selection
from generator.publishing.status import badges

__all__ = ["INDEX_PATH", "PARTS_FROM", "script_data"]

INDEX_PATH = "data/embed.json"
"""Where the first file stands; addresses count from the root of the edition."""

PARTS_FROM = 500
"""From so many events on they stand in files of their own: one of all would be more than 30 kB, compressed."""

_KINDS: tuple[Kind, ...] = ("view", "tag", "actor", "place", "year")


def script_data(atlas: Atlas) -> Iterator[FileDraft]:
    """The files that the script reads.

    Args:
        atlas: The timeline.

    Yields:
        JSON in UTF-8. The first is `{title, lang, dir, license, words: {…}, names:
        {tag: {key: label}, …}, moved: {id of old: id}, gone: [id], events: […]}`; of a large timeline it has `years:
        [[year, number of events, last day or null]]` and `large: {tag: [key], …}`, the parts that have no file of their
        own, in place of events, which then stand in `data/embed/…`. An event
        is `{i: id, t: title, h: its language where that is another, d: date in words, m: date for machines, y: year,
        b: badges, s: status, f: first day, l: last day, a: actors, p: places, g: tags, v: views, k: 1 for a key event,
        x: the summary's first sentence, c: credit}`; keys without a value are left out.
    """
    if len(atlas.shown) < PARTS_FROM:
        yield FileDraft(INDEX_PATH, partial(_whole, atlas), "script")
        return
    yield FileDraft(INDEX_PATH, partial(_directory, atlas), "script")
    for each in chain.from_iterable(atlas.selections[kind] for kind in _KINDS):
        if not _is_large(each):
            make = partial(_with_events, {}, each.events, atlas)
            yield FileDraft(f"data/embed/{each.kind}s/{each.key}.json", make, "script", of=each)


def _whole(atlas: Atlas) -> bytes:
    return _with_events(_index(atlas), atlas.shown, atlas)


def _directory(atlas: Atlas) -> bytes:
    """What there is of a large timeline, whose events stand in other files."""
    large = {kind: keys for kind in _KINDS if (keys := [e.key for e in atlas.selections[kind] if _is_large(e)])}
    return f"{json_text({**_index(atlas), 'years': _years(atlas), 'large': large})}\n".encode()


def _is_large(selection: Selection) -> bool:
    """Whether a part is found year by year; a year itself is one file, however large."""
    return selection.kind != "year" and len(selection.events) >= PARTS_FROM


def _with_events(document: dict[str, Any], events: Iterable[Event], atlas: Atlas) -> bytes:
    """A document with events as its last key."""
    begin = json_text(document)[:-1]
    return f'{begin}{"," * bool(document)}"events":[{",".join(_row(e, atlas) for e in events)}]}}\n'.encode()


def _index(atlas: Atlas) -> dict[str, Any]:
    info, words = atlas.timeline.timeline, atlas.words
    return {
        "title": info.title,
        "lang": words.code,
        "dir": words.direction,
        "license": words.gettext("Licence: {name}", name=info.license) if info.license else "",
        "words": {
            "all": words.gettext("Full timeline"),
            "none": words.gettext("No event of the timeline fits yet."),
            "unknown": words.gettext("Nothing is filed under “{name}” here.", name="{name}"),
            "gone": words.gettext("The timeline has no such event."),
            "withdrawn": words.gettext(
                "This entry was published once and was withdrawn. It no longer stands on the timeline."
            ),
        },
        "names": {kind: _names(atlas.selections[kind]) for kind in _KINDS},
        "moved": {alias: event.id for event in atlas.shown for alias in event.aliases},
        "gone": [event_id for event in atlas.withdrawn for event_id in (event.id, *event.aliases)],
    }


def _names(selections: Sequence[Selection]) -> dict[str, str]:
    return {each.key: each.title for each in selections}


def _years(atlas: Atlas) -> list[list[int | None]]:
    """Each year, how many events it has, and the last day of any of them, which may lie later; None for an open end."""
    found = []
    for each in atlas.selections["year"]:
        last = [facts(event, atlas).last for event in each.events]
        found.append([int(each.key), len(last), None if None in last else max(day for day in last if day is not None)])
    return found


def _row(event: Event, atlas: Atlas) -> str:
    """An event in JSON; it stands in several files, and is put into JSON once."""
    return atlas.once("script data", event.id or "", lambda: json_text(_fields(event, atlas)))


def _views(atlas: Atlas) -> dict[str, str]:
    """The views that each event is in."""
    found: dict[str, list[str]] = {}
    for view in atlas.selections["view"]:
        for event in view.events:
            found.setdefault(event.id or "", []).append(view.key)
    return {event_id: " ".join(keys) for event_id, keys in found.items()}


def _fields(event: Event, atlas: Atlas) -> dict[str, Any]:
    fact, title = facts(event, atlas), headline(event)
    views = atlas.once("script views", "", lambda: _views(atlas)).get(event.id or "", "")
    return {
        "i": event.id,
        "t": title,
        "h": language_tag(title.language) if isinstance(title, Foreign) else "",
        "d": atlas.date_of(event),
        "m": event.date.html_datetime if event.date else "",
        "y": event.date.year if event.date else None,
        "b": " · ".join(badge.text for badge in badges(event, atlas)),
        "s": fact.status,
        "f": fact.first,
        "l": fact.last,
        "a": fact.actors,
        "p": fact.places,
        "g": fact.tags,
        "v": views,
        "k": 1 if event.level == "key" else None,
        "x": first_sentence(strip_markdown(event.summary)) if event.summary else "",
        "c": credit_line(event, atlas),
    }
