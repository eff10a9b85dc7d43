"""The page on which somebody puts together what brings the timeline, or a part of it, into a page of their own.

It is made by the site, and no part of the guide that people write: so every site has it, in each of its languages, and
it knows what there is to choose from. Without a script it shows what brings the whole timeline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.messages import gettext_noop
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import PageDraft
from generator.publishing.embedding.addresses import FOLDER, embed_path
from generator.publishing.embedding.oembed import HEIGHT, SANDBOX, iframe
from generator.publishing.embedding.script import SCRIPT_PATH
from generator.publishing.event_page import DESCRIPTION
from generator.publishing.head import head
from generator.publishing.links import relative
from generator.publishing.page import Page, SearchEntry
from generator.publishing.plain_text import clean, clip
from generator.publishing.render import render
from generator.publishing.selection import Kind

__all__ = ["BUILDER_PATH", "builder_page"]

BUILDER_PATH = f"{FOLDER}builder/"
"""Where the page stands."""

_SOMEWHERE = "https://example.org/"
"""What stands for the site's address where nobody has said it."""

_ASSETS = "assets/dateline/embed/"

_MOST = 100
"""How many of a kind can be chosen from, those with most events; a list of thousands is none to choose from."""

_KINDS: dict[Kind, str] = {
    "view": gettext_noop("Views"),
    "tag": gettext_noop("Tags"),
    "actor": gettext_noop("Actors"),
    "place": gettext_noop("Places"),
    "year": gettext_noop("Years"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the timeline that can be chosen: its kind, its key, its page relative to the root, and its name."""

    kind: str
    key: str
    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """The parts of one kind."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class BuilderView:
    """What the template of the page speaks of.

    Attributes:
        title: Its headline.
        lead: What it is for.
        timeline: The timeline's title.
        groups: What can be chosen.
        height: The height of a frame in pixels, where nobody says another.
        sandbox: What a frame may do.
        site: The site's whole address, or what stands for it.
        unknown: Whether it does.
        root: What leads from the page to the root.
        frame: The address of the frame that is shown, from the page.
        iframe: What brings the whole timeline, in a frame.
        script: The same by the script.
        markdown: The same in a Markdown page of the same site.
    """

    title: str
    lead: str
    timeline: str
    groups: tuple[Group, ...]
    height: int
    sandbox: str
    site: str
    unknown: bool
    root: str
    frame: str
    iframe: str
    script: str
    markdown: str


def builder_page(atlas: Atlas) -> Iterator[PageDraft]:
    """The page, for a timeline that has something to show.

    Args:
        atlas: The timeline.

    Yields:
        One page, or none where no event is shown.
    """
    if atlas.shown:
        yield PageDraft(BUILDER_PATH, partial(_page, atlas), "overview", "overviews")


def _page(atlas: Atlas) -> Page:
    view = _view(atlas)
    return Page(
        "overview",
        BUILDER_PATH,
        title=view.title,
        description=clip(f"{clean(view.timeline)}. {view.lead}", DESCRIPTION),
        content=render("builder.html", atlas.words, view=view),
        head="\n".join([*_assets(atlas), head(atlas, BUILDER_PATH)]),
        search=(SearchEntry(BUILDER_PATH, view.title, view.lead),),
    )


def _assets(atlas: Atlas) -> Iterator[str]:
    folder = relative(BUILDER_PATH, atlas.site.shared + _ASSETS)
    yield f'<link rel="stylesheet" href="{folder}builder.css">'
    yield f'<script src="{folder}builder.js" defer></script>'


def _view(atlas: Atlas) -> BuilderView:
    words, site = atlas.words, atlas.site.url or _SOMEWHERE
    title = clean(atlas.timeline.timeline.title)
    return BuilderView(
        title=words.gettext("Embed this timeline"),
        lead=words.gettext("Choose what is shown and how, then copy what your page needs."),
        timeline=title,
        groups=tuple(group for kind in _KINDS if (group := _group(kind, atlas)).parts),
        height=HEIGHT,
        sandbox=SANDBOX,
        site=site,
        unknown=not atlas.site.url,
        root=relative(BUILDER_PATH, ""),
        frame=relative(BUILDER_PATH, embed_path("")),
        iframe=iframe(f"{site}{FOLDER}", title, HEIGHT),
        script=_script(site, title),
        markdown="```timeline\n```",
    )


def _script(site: str, title: str) -> str:
    """The script, and a link for where no script runs."""
    return str(
        Markup(
            '<script src="{0}{1}" data-title="{2}" async></script>\n<noscript><a href="{0}">{2}</a></noscript>'
        ).format(site, SCRIPT_PATH, title)
    )


def _group(kind: Kind, atlas: Atlas) -> Group:
    """The parts of a kind by their names, years the latest first."""
    found = sorted(atlas.selections[kind], key=lambda each: -len(each.events))[:_MOST]
    if kind == "year":
        found.sort(key=lambda each: -int(each.key))
    else:
        found.sort(key=lambda each: each.title.casefold())
    parts = tuple(Part(kind, each.key, each.path, clean(each.title)) for each in found)
    return Group(atlas.words.gettext(_KINDS[kind]), parts)
