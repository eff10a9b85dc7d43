"""The page of one event; and what stands where an event no longer does, or has another address now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model import Event
from generator.publishing.atlas import Atlas, last_change
from generator.publishing.drafts import PageDraft, among
from generator.publishing.embedding.oembed import oembed_link
from generator.publishing.entries import headline
from generator.publishing.event_view import EventView, view_of, withdrawn_view
from generator.publishing.head import head
from generator.publishing.json_ld import event_script
from generator.publishing.links import event_path, relative
from generator.publishing.markdown import strip_markdown
from generator.publishing.page import Page, SearchEntry
from generator.publishing.plain_text import capitalised, clean, clip, first_sentence, sentence
from generator.publishing.render import render
from generator.scalars import is_web_address

__all__ = ["DESCRIPTION", "event_page", "event_pages", "withdrawn_page"]

DESCRIPTION = 160
"""What search engines show of a description, in characters."""


def event_pages(atlas: Atlas) -> Iterator[PageDraft]:
    """The pages of all events that are shown or were withdrawn, each before those of the ids that it used to have.

    Args:
        atlas: The timeline.
    """
    has_edit = is_web_address(atlas.site.edit_base)
    for number, event in enumerate((*atlas.shown, *atlas.withdrawn)):
        path, kin = event_path(event.id or ""), among("events", number)
        if event.review == "withdrawn":
            yield PageDraft(path, partial(withdrawn_page, event, atlas), "event", kin, of=event)
        else:
            # Each can be cited and shared, so that there is always a heading.
            make = partial(event_page, event, atlas)
            yield PageDraft(path, make, "event", kin, has_toc=True, has_edit=has_edit, of=event)
        for alias in event.aliases:
            here = event_path(alias)
            yield PageDraft(here, partial(_redirect_page, here, event, atlas), "redirect", kin, of=event)


def event_page(event: Event, atlas: Atlas) -> Page:
    """The page of an event that is shown.

    Args:
        event: The event.
        atlas: The timeline.

    Returns:
        The page; search engines may list it unless it is a candidate.
    """
    here = event_path(event.id or "")
    view = view_of(event, atlas, here)
    summary = strip_markdown(event.summary or "")
    date = capitalised(view.date)
    names = ", ".join(link.text for link in (*view.actors, *view.places))
    return Page(
        "event",
        here,
        title=clean(view.title),
        description=clip(f"{date}. {first_sentence(summary) or view.title}", DESCRIPTION),
        content=render("event.html", atlas.words, view=view),
        head=head(atlas, here, event_script(event, atlas), event=event),
        toc=view.toc(atlas.words),
        edit_url=view.edit,
        updated=last_change(event),
        search=(_search_entry(here, view, f"{date}. {summary} {sentence(names)}"),),
        indexed=not view.is_candidate,
    )


def withdrawn_page(event: Event, atlas: Atlas) -> Page:
    """The page of an event that was withdrawn: it says so and why, and nothing of what it reported."""
    here = event_path(event.id or "")
    view = withdrawn_view(event, atlas, here)
    content = render("withdrawn.html", atlas.words, view=view)
    description = atlas.words.gettext("This entry was withdrawn: it no longer stands on the timeline.")
    title = atlas.words.gettext("Withdrawn: {title}", title=headline(event))
    answer = oembed_link(atlas, here, headline(event))
    return Page("event", here, clean(title), description, content, head=answer, indexed=False)


def _redirect_page(here: str, event: Event, atlas: Atlas) -> Page:
    """What stands at an id that an event used to have, and leads on to it."""
    target = event_path(event.id or "")
    href = relative(here, target)
    # A program that follows no such redirection finds how to frame the event all the same.
    answer = oembed_link(atlas, target, headline(event))
    return Page(
        "redirect",
        here,
        title=clean(headline(event)),
        description=atlas.words.gettext("This event has a new address."),
        content=render("redirect.html", atlas.words, href=href, title=headline(event)),
        head=answer + render("redirect_head.html", atlas.words, href=href),
        indexed=False,
        canonical=target,
    )


def _search_entry(here: str, view: EventView, text: str) -> SearchEntry:
    return SearchEntry(
        here, clean(view.title), " ".join(clean(text).split()), tuple(clean(tag.text) for tag in view.tags)
    )
