"""What is new on a timeline and what was corrected, within some days: for a newsletter, as Markdown and as HTML.

Both are read outside of the site, so that their links are whole addresses; without the site's there are none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.dates import parse, say
from generator.model import Correction, Event
from generator.publishing.atlas import Atlas
from generator.publishing.changes import correction_kind
from generator.publishing.credits import publisher
from generator.publishing.entries import headline
from generator.publishing.links import absolute, event_path, source_path
from generator.publishing.markdown import render_markdown, strip_markdown
from generator.publishing.plain_text import capitalised, clean
from generator.publishing.render import render
from generator.publishing.status import badges

__all__ = ["Digest", "digest", "digest_html", "digest_markdown"]

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")
_LEADS = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Digest:
    """What happened to a timeline within some days.

    Attributes:
        since, until: The first and the last of these days.
        new: The events that are new to readers, in the order of the timeline.
        corrected: The other events that were corrected, each with what was.
        withdrawn: The events that readers could see before, and that were withdrawn.
    """

    since: dt.date
    until: dt.date
    new: tuple[Event, ...]
    corrected: tuple[tuple[Event, tuple[Correction, ...]], ...]
    withdrawn: tuple[Event, ...] = ()


def digest(atlas: Atlas, since: dt.date, until: dt.date, before: Collection[str] | None) -> Digest:
    """Find out what is new and what was corrected.

    Args:
        atlas: The timeline as it stood at the end of the last day.
        since: The first day.
        until: The last day.
        before: The ids of the events that were published before the first day; None where that is not known, and
            what is new is told by the day on which an event came into the file.

    Returns:
        What readers are to be told.
    """
    new = tuple(event for event in atlas.shown if _is_new(event, since, until, before))
    names = {event.id for event in new}
    corrected = []
    for event in atlas.shown:
        changes = tuple(each for each in event.corrections if since <= each.date <= until)
        if changes and event.id not in names:
            corrected.append((event, changes))
    withdrawn = (
        event for event in atlas.timeline.events if event.review == "withdrawn" and _was_in(event, before or ())
    )
    return Digest(since, until, new, tuple(corrected), tuple(withdrawn))


def _is_new(event: Event, since: dt.date, until: dt.date, before: Collection[str] | None) -> bool:
    if before is None:
        return event.added is not None and since <= event.added <= until
    return not _was_in(event, before)


def _was_in(event: Event, before: Collection[str]) -> bool:
    return any(name in before for name in (event.id, *event.aliases))


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event as a digest shows it: texts without markup, and addresses that may be empty."""

    title: str
    address: str
    date: str
    marks: tuple[str, ...]
    event: Event
    sources: tuple[tuple[str, str], ...]
    changes: tuple[str, ...] = ()


def digest_markdown(found: Digest, atlas: Atlas) -> str:
    """A digest as Markdown.

    Args:
        found: The digest.
        atlas: The timeline.

    Returns:
        Markdown without HTML, ended by a line break.
    """
    lines = [f"# {_plain(_heading(found, atlas))}"]
    for title, entries in _sections(found, atlas):
        lines.append(f"## {title}")
        for entry in entries:
            lines += _lines(entry, atlas)
    if len(lines) == 1:
        lines.append(_nothing(atlas))
    return "\n\n".join(lines) + "\n"


def digest_html(found: Digest, atlas: Atlas) -> str:
    """A digest as a whole page of HTML that needs nothing else: its styles stand at its elements, as mail wants it.

    Args:
        found: The digest.
        atlas: The timeline.

    Returns:
        HTML.
    """
    return render(
        "digest.html",
        atlas.words,
        language=atlas.language,
        direction=atlas.words.direction,
        title=_heading(found, atlas),
        sections=list(_sections(found, atlas)),
        summary=lambda event: render_markdown(event.summary or "", atlas.site.url) if event.summary else "",
        nothing=_nothing(atlas),
        home=atlas.site.url,
        name=clean(atlas.timeline.timeline.title),
    )


def _heading(found: Digest, atlas: Atlas) -> str:
    days = found.since.isoformat() if found.since == found.until else f"{found.since}/{found.until}"
    return f"{clean(atlas.timeline.timeline.title)}: {say(parse(days), atlas.language)}"


def _nothing(atlas: Atlas) -> str:
    return atlas.words.gettext("Nothing is new, and nothing was corrected.")


def _sections(found: Digest, atlas: Atlas) -> Iterator[tuple[str, list[_Entry]]]:
    """The parts of a digest that are not empty, each with its heading."""
    if found.new:
        yield atlas.words.gettext("New on the timeline"), [_entry(event, atlas) for event in found.new]
    if found.corrected:
        entries = [_entry(event, atlas, changes) for event, changes in found.corrected]
        yield atlas.words.gettext("Corrections"), entries
    if found.withdrawn:
        yield atlas.words.gettext("Withdrawn"), [_withdrawn(event, atlas) for event in found.withdrawn]


def _entry(event: Event, atlas: Atlas, changes: tuple[Correction, ...] = ()) -> _Entry:
    return _Entry(
        title=clean(headline(event)),
        address=_page(event_path(event.id or ""), atlas),
        date=" ".join(filter(None, [capitalised(atlas.date_of(event)), clean(event.time or "")])),
        marks=tuple(badge.text for badge in badges(event, atlas)),
        event=event,
        sources=tuple(
            (clean(publisher(source, atlas.words)), source.url or _page(source_path(key), atlas))
            for key, source in atlas.cited(event)
        ),
        changes=tuple(
            f"{say(parse(each.date.isoformat()), atlas.language)} · {correction_kind(each, atlas.words)}:"
            f" {clean(each.text)}"
            for each in changes
        ),
    )


def _withdrawn(event: Event, atlas: Atlas) -> _Entry:
    title = clean(event.title or event.id or "")
    reason = (clean(event.reason),) if event.reason else ()
    return _Entry(title, _page(event_path(event.id or ""), atlas), "", (), Event(), (), reason)


def _page(path: str, atlas: Atlas) -> str:
    return absolute(atlas.site.url, path) if atlas.site.url else ""


def _lines(entry: _Entry, atlas: Atlas) -> Iterator[str]:
    """An entry as paragraphs of Markdown."""
    yield f"### {_linked(entry.title, entry.address)}"
    head = " · ".join(_plain(each) for each in (entry.date, *entry.marks) if each)
    if head:
        yield f"**{head}**"
    if entry.changes:
        yield "\n".join(f"- {_plain(' '.join(each.split()))}" for each in entry.changes)
    elif entry.event.summary:
        yield _plain(strip_markdown(entry.event.summary))
    if entry.sources:
        named = ", ".join(_linked(name, url) for name, url in entry.sources)
        yield f"{atlas.words.gettext('Sources')}: {named}"


def _linked(text: str, address: str) -> str:
    target = address.replace("(", "%28").replace(")", "%29")
    return f"[{_plain(text)}]({target})" if address else _plain(text)


def _plain(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _LEADS.sub(_escape_lead, _MARKS.sub(r"\\\1", text.replace("&", "&amp;")))


def _escape_lead(match: re.Match[str]) -> str:
    lead = match[2]
    return f"{match[1]}\\{lead}" if lead in "-+" else f"{match[1]}{lead[:-1]}\\{lead[-1]}"
