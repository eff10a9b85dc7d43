"""All that the timeline publishes: its home page, its other pages, and its files."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.model import Timeline
from generator.publishing.links import event_path, relative
from generator.publishing.page import Page, SearchEntry
from generator.publishing.site_info import SiteInfo

__all__ = ["files", "home", "pages"]


def home(timeline: Timeline, site: SiteInfo) -> Page:  # noqa: ARG001 replaced in the next commit
    """The timeline itself, for the home page's slot.

    Args:
        timeline: The whole timeline.
        site: The site that it stands in.

    Returns:
        The page; its path is empty.
    """
    items = "".join(
        f'<li><a href="{relative("", event_path(event.id))}">{escape(event.title or "")}</a></li>'
        for event in timeline.events
        if event.id and event.published
    )
    title = timeline.timeline.title
    return Page("home", "", title, timeline.timeline.text or title, f"<h1>{escape(title)}</h1><ol>{items}</ol>")


def pages(timeline: Timeline, site: SiteInfo) -> Iterator[Page]:  # noqa: ARG001 replaced in the next commit
    """Every page but the home page, in a fixed order.

    Args:
        timeline: The whole timeline.
        site: The site that it stands in.

    Yields:
        Events, then sources, years, actors and tags with their overviews.
    """
    for event in timeline.events:
        if event.id and event.published:
            title = event.title or ""
            path = event_path(event.id)
            content = f"<h1>{escape(title)}</h1><p>{escape(event.summary or '')}</p>"
            entry = SearchEntry(path, title, event.summary or "")
            yield Page("event", path, title, event.summary or title, content, search=(entry,))


def files(timeline: Timeline, site: SiteInfo) -> Iterator[tuple[str, bytes]]:  # noqa: ARG001 replaced in the next commit
    """Every file that is no page.

    Args:
        timeline: The whole timeline.
        site: The site that it stands in.

    Yields:
        The path under the site's root, and the content.
    """
    yield "events.json", b"{}\n"
