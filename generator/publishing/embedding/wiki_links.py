"""`[[event-id]]` in a page that somebody wrote: a link to an event, with its title or with other words."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX
from markupsafe import Markup

from generator.curating.faults import quoted
from generator.curating.suggest import nearest
from generator.errors import UnknownEventError
from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.embedding.shelf import Bearings
from generator.publishing.entries import headline
from generator.publishing.foreign import language_mark
from generator.publishing.plain_text import clean

__all__ = ["WikiLinks", "find_event", "link_to"]

PATTERN = r"\[\[(?P<id>[^\s\[\]|](?:[^\[\]|\n]*[^\s\[\]|])?)(?:\|(?P<text>[^\[\]|\n]*))?\]\](?![(\[:])"
"""An id, and what it is to be called where that is not the event's title. What follows would make it a link of
Markdown's own, as in `[[1]](note.md)`; with white space inside it is a test of a shell, as in `[[ -f x ]]`."""

_ESCAPED = re.compile(f"{STX}(\\d+){ETX}")
"""What Python-Markdown writes for a sign that had a backslash before it."""

_STANDINGS = {
    "candidate": ("is a candidate that nobody has accepted yet", "accept it with “dateline accept”, or wait"),
    "rejected": ("was rejected", "leave it out"),
    "withdrawn": ("was withdrawn", "leave it out, or say so in words"),
}


class WikiLinks(InlineProcessor):
    """Replaces each `[[event-id]]` by its link.

    Args:
        md: The converter.
        link: Makes the link of an id, given the text that was written for it, or nothing, and the whole of it as it
            stands in the page.
    """

    def __init__(self, md: Markdown, link: Callable[[str, str, str], Markup]) -> None:
        super().__init__(PATTERN, md)
        self._link = link

    # The base class declares less than what Python-Markdown takes.
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str | None, int | None, int | None]:  # type: ignore[override]  # noqa: ARG002, N802 the library's signature
        """The link; finished HTML, since MkDocs takes other links for those to Markdown files."""
        # In a table the bar has a backslash before it, and so is no part of what the pattern takes for one.
        event_id, _, text = self._plain(m[0])[2:-2].partition("|")
        link = self._link(event_id.strip(), text.strip(), m[0])
        return self.md.htmlStash.store(str(link)), m.start(0), m.end(0)

    def _plain(self, text: str) -> str:
        """What was written, with what stands for code and escaped signs put back as plain text."""
        return _ESCAPED.sub(lambda sign: chr(int(sign[1])), self.unescape(text))


def find_event(event_id: str, atlas: Atlas) -> Event:
    """The event of an id, or of one that it used to have.

    Args:
        event_id: The id, in upper or lower case.
        atlas: The timeline.

    Raises:
        UnknownEventError: There is none, or it is not shown.
    """
    wanted = event_id.casefold()
    if event := atlas.shown_ids.get(wanted):
        return event
    hidden = next((each for each in atlas.timeline.events if wanted in {each.id, *each.aliases}), None)
    if hidden and hidden.review in _STANDINGS:
        what, todo = _STANDINGS[hidden.review]
        raise UnknownEventError(f"the event {quoted(event_id)} {what}", todo=todo)
    meant = nearest(wanted, atlas.shown_ids)
    todo = f"did you mean “{meant}”?" if meant else "write the id of one, or a backslash before brackets that are none"
    raise UnknownEventError(f"no event has the id {quoted(event_id)}", todo=todo)


def link_to(event: Event, text: str, bearings: Bearings) -> Markup:
    """A link to an event.

    Args:
        event: The event.
        text: What the link says; the event's title where empty.
        bearings: The timeline, as the page sees it.

    Returns:
        The link; the words alone where the event is nowhere to be read.
    """
    # The words that an author chose are in the page's own language.
    said = clean(text or headline(event))
    words = Markup("<bdi{}>{}</bdi>").format("" if text else language_mark(headline(event)), said)
    href = bearings.href_of(event)
    return Markup('<a class="dl-event-link" href="{}">{}</a>').format(href, words) if href else words
