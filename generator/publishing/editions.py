"""Editions: one timeline in several languages, each a tree of pages of its own.

The timeline's own language stands at the root; every other under a folder that is named for it, `es/`. Within a
folder the tree is the same as at the root, so that a relative link from one page to another needs no change, and a page
has the same path in each language, but for the folder.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from generator.messages import Tongue, tongue
from generator.model import Actor, Event, Period, Timeline, View
from generator.publishing.drafts import PageDraft
from generator.publishing.foreign import foreign
from generator.publishing.links import absolute, relative
from generator.publishing.page import Page
from generator.publishing.render import render
from generator.publishing.site_info import SiteInfo

__all__ = ["Edition", "editions", "placed", "translated"]


@dataclass(frozen=True, slots=True)
class Edition:
    """A timeline in one language, and where its pages go.

    Attributes:
        folder: The folder under the site's root, such as `es`; empty for the timeline's own language.
        language: The language's code.
        timeline: The timeline, its events in that language as far as they were translated.
        site: The site as the pages of this edition see it: its root is the edition's folder.
    """

    folder: str
    language: str
    timeline: Timeline
    site: SiteInfo

    @property
    def words(self) -> Tongue:
        """What the site says of its own accord in this edition."""
        return tongue(self.language)

    @property
    def name(self) -> str:
        """What the language is called by those who speak it."""
        return language_name(self.language)

    def path(self, path: str) -> str:
        """Where something of this edition stands, relative to the site's root."""
        return f"{self.folder}/{path}" if self.folder else path


def editions(
    timeline: Timeline, site: SiteInfo, languages: Iterable[str], *, methods: Container[str] = ()
) -> tuple[Edition, ...]:
    """A timeline's editions, that in its own language first.

    Args:
        timeline: The timeline as its file has it.
        site: The site.
        languages: The other languages' codes. The timeline's own may be among them, and is not published twice.
        methods: The folders in which the page that says how the timeline is made stands too.

    Returns:
        An edition for each language, once.
    """
    own = timeline.timeline.language
    others = [code for code in dict.fromkeys(languages) if code != own]
    if others:
        site = replace(site, languages=((own, ""), *((code, code) for code in others)))
    return (
        Edition("", own, timeline, site),
        *(
            Edition(code, code, translated(timeline, code), _within(site, code, own_method=code in methods))
            for code in others
        ),
    )


def language_name(code: str) -> str:
    """A language's name in that language: “Español”, “中文”; its code where that is not known."""
    from babel import Locale, UnknownLocaleError  # slow to load, and only sites in several languages need it

    try:
        name = Locale.parse(code, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        return code
    return name[:1].upper() + name[1:] if name else code


def translated(timeline: Timeline, language: str) -> Timeline:
    """A timeline in another language, as far as its file translates it.

    Args:
        timeline: The timeline.
        language: The other language's code, a key of events' `translations`.

    Returns:
        The timeline in that language. What was not translated is as it was, marked with the language that it is in.
    """
    own = timeline.timeline.language

    def kept(entry: Any, *names: str) -> dict[str, Any]:  # noqa: ANN401 any entry of the file
        return {name: _marked(getattr(entry, name), own) for name in names}

    return timeline.model_copy(
        update={
            "timeline": timeline.timeline.model_copy(
                update={**kept(timeline.timeline, "title", "text", "scope"), "language": language}
            ),
            "events": tuple(_translated(event, language, kept) for event in timeline.events),
            "actors": {
                key: actor.model_copy(update=kept(actor, *_TEXTS[Actor])) for key, actor in timeline.actors.items()
            },
            "periods": tuple(period.model_copy(update=kept(period, *_TEXTS[Period])) for period in timeline.periods),
            "views": tuple(view.model_copy(update=kept(view, *_TEXTS[View])) for view in timeline.views),
        }
    )


_TEXTS: dict[type, tuple[str, ...]] = {
    Actor: ("name", "text"),
    Event: ("title", "summary", "disputed", "response", "reason", "attributed_to", "places", "tags"),
    Period: ("title", "text"),
    View: ("title", "text"),
}
"""What readers are shown of each kind of entry as it was written."""


def _translated(event: Event, language: str, kept: Callable[..., dict[str, Any]]) -> Event:
    texts = kept(event, *_TEXTS[Event])
    texts["corrections"] = tuple(
        correction.model_copy(update=kept(correction, "text")) for correction in event.corrections
    )
    if event.media:
        texts["media"] = event.media.model_copy(update=kept(event.media, "alt", "credit"))
    if translation := event.translations.get(language):
        texts["title"] = translation.title
        texts["summary"] = translation.summary or texts["summary"]
    return event.model_copy(update=texts)


def _marked(value: Any, language: str) -> Any:  # noqa: ANN401 a text, several, or none
    return tuple(foreign(text, language) for text in value) if isinstance(value, tuple) else foreign(value, language)


def _within(site: SiteInfo, folder: str, *, own_method: bool) -> SiteInfo:
    """A site as the pages in a folder see it, whose root the folder is."""
    url = f"{site.url}{folder}/" if site.url else ""
    method = site.method_path if own_method or not site.method_path else f"../{site.method_path}"
    return replace(site, url=url, shared="../", method_path=method)


def placed(draft: PageDraft, edition: Edition, every: Sequence[Edition], url: str) -> PageDraft:
    """A page with a switch to the other languages, at its place under the site's root.

    Args:
        draft: A page as an edition's tree has it.
        edition: The edition.
        every: All editions; with one only, nothing is added.
        url: The site's address with a trailing slash, or empty.
    """
    if len(every) == 1:
        return draft
    make = partial(_placed, draft, edition, every, url)
    kin = f"{edition.folder}/{draft.kin}"
    return replace(draft, path=edition.path(draft.path), make=make, folder=edition.folder, kin=kin)


def _placed(draft: PageDraft, edition: Edition, every: Sequence[Edition], url: str) -> Page:
    page = draft.make()
    here = edition.path(page.path)
    return replace(
        page,
        path=here,
        content=_switch(page.path, here, edition, every) + page.content,
        head=(_alternates(page.path, here, every, url) if page.indexed else "") + page.head,
        canonical=edition.path(page.canonical) if page.canonical else "",
        folder=edition.folder,
    )


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language.

    Attributes:
        language: The language's code; `x-default` for whoever reads none of them.
        href: Where it is.
        name: What the language is called by those who speak it.
        is_here: Whether it is the page at hand.
    """

    language: str
    href: str
    name: str = ""
    is_here: bool = False


def _switch(path: str, here: str, edition: Edition, every: Sequence[Edition]) -> str:
    languages = [
        Alternate(each.language, relative(here, each.path(path)), each.name, is_here=each is edition) for each in every
    ]
    return render("languages.html", edition.words, languages=languages)


def _alternates(path: str, here: str, every: Sequence[Edition], url: str) -> str:
    """The links for search engines, which ask for whole addresses; relative ones where the site's is not known."""
    paths = [(each.language, each.path(path)) for each in every]
    languages = [
        Alternate(language, absolute(url, there) if url else relative(here, there))
        for language, there in [*paths, ("x-default", path)]
    ]
    return render("alternates.html", every[0].words, languages=languages)
