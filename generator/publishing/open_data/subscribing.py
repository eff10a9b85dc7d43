"""How a page leads to the forms of what it shows: links in its head for programs, and links that readers see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.links import event_path, relative, root
from generator.publishing.open_data.formats import (
    ATOM,
    DOWNLOADS,
    EVENTS_JSON,
    FOLLOWED,
    LISTED,
    SUBSCRIBED,
    Format,
    data_path,
    path_of,
)
from generator.publishing.render import render
from generator.publishing.selection import Selection

__all__ = ["FormLink", "alternates", "downloads", "subscriptions"]


@dataclass(frozen=True, slots=True)
class FormLink:
    """A link to a form of the data: what it says, where it leads, and of which media type that is."""

    text: str
    href: str
    media_type: str


def alternates(atlas: Atlas, here: str, of: Selection | None, event: Event | None) -> list[str]:
    """The links in a page's head to other forms of what it shows.

    Args:
        atlas: The timeline.
        here: The page's path.
        of: The selection that it is the page of, or None. Its own feeds stand before that of the whole.
        event: The event that it is the page of, or None.

    Returns:
        Elements of HTML. The home page, whose path is empty, names every form of the whole, others its feed alone.
    """
    title = atlas.timeline.timeline.title
    own: list[tuple[Format, str, str]] = []
    if of:
        forms = [(form, path_of(form, of)) for form in FOLLOWED[of.kind]]
        data = [(EVENTS_JSON, data_path(of.path))] if of.kind in LISTED else []
        own = [(form, path, f"{title}: {of.title}") for form, path in (*forms, *data)]
    elif event:
        own = [(EVENTS_JSON, data_path(event_path(event.id or "")), title)]
    whole = [(form, form.file, title) for form in SUBSCRIBED] if not here else []
    links = [_element(atlas, here, form, path, name) for form, path, name in (*own, *whole)]
    return [*links, _whole(atlas, here, title)] if here else links


def _whole(atlas: Atlas, here: str, title: str) -> str:
    """The link to the feed of the whole, the same on every page of a depth."""
    return atlas.once("alternate", root(here), lambda: _element(atlas, here, ATOM, ATOM.file, title))


def _element(atlas: Atlas, here: str, form: Format, path: str, title: str) -> str:
    return render("feed_link.html", atlas.words, type=form.media_type, feed=relative(here, path), title=title)


def subscriptions(atlas: Atlas, here: str, of: Selection | None = None) -> tuple[FormLink, ...]:
    """What a reader can subscribe to on the page of a selection, or of the whole."""
    forms = FOLLOWED[of.kind] if of else SUBSCRIBED
    return tuple(_links(atlas, here, ((form, path_of(form, of)) for form in forms)))


def downloads(atlas: Atlas, here: str) -> tuple[FormLink, ...]:
    """The forms of the whole timeline that are no subscription."""
    return tuple(_links(atlas, here, ((form, form.file) for form in DOWNLOADS)))


def _links(atlas: Atlas, here: str, forms: Iterable[tuple[Format, str]]) -> Iterator[FormLink]:
    for form, path in forms:
        yield FormLink(atlas.words.gettext(form.label), relative(here, path), form.media_type)
