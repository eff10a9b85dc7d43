"""All that the timeline publishes: its home page, its other pages, and its files."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.event_page import event_page, redirect_pages, withdrawn_page
from generator.publishing.exports import events_json
from generator.publishing.feeds import atom_feed
from generator.publishing.home_page import home_page
from generator.publishing.listing import actor_pages, source_pages, tag_pages, year_pages
from generator.publishing.overviews import overview_pages
from generator.publishing.page import Page
from generator.publishing.site_info import SiteInfo

__all__ = ["files", "home", "pages"]


def home(timeline: Timeline, site: SiteInfo) -> Page:
    """The timeline itself, for the home page's slot.

    Args:
        timeline: The whole timeline.
        site: The site that it stands in.

    Returns:
        The page; its path is empty.
    """
    return home_page(Atlas(timeline, site))


def pages(timeline: Timeline, site: SiteInfo) -> Iterator[Page]:
    """Every page but the home page, in a fixed order.

    Args:
        timeline: The whole timeline.
        site: The site that it stands in.

    Yields:
        Events with the addresses that they used to have, withdrawn ones, sources, years, actors, tags, and overviews.
    """
    atlas = Atlas(timeline, site)
    for event in atlas.shown:
        yield event_page(event, atlas)
        yield from redirect_pages(event, atlas)
    for event in atlas.withdrawn:
        yield withdrawn_page(event, atlas)
        yield from redirect_pages(event, atlas)
    yield from source_pages(atlas)
    yield from year_pages(atlas)
    yield from actor_pages(atlas)
    yield from tag_pages(atlas)
    yield from overview_pages(atlas)


def files(timeline: Timeline, site: SiteInfo) -> Iterator[tuple[str, bytes]]:
    """Every file that is no page.

    Args:
        timeline: The whole timeline.
        site: The site that it stands in.

    Yields:
        The path under the site's root, and the content.
    """
    atlas = Atlas(timeline, site)
    yield "feed.xml", atom_feed(atlas)
    yield "events.json", events_json(atlas)
