"""A slide of TimelineJS → a draft: an entry of its JSON, or a row of its spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from generator.curating.drafts import Draft, DraftPeriod, DraftSource, Remark
from generator.importing.fields import mapping_of, text_of
from generator.importing.markup import plain_of, to_markdown
from generator.importing.own import own_slide, own_span
from generator.importing.slide_dates import slide_date
from generator.scalars import is_id, is_web_address

__all__ = ["slide_draft", "slide_period", "title_remarks"]

LONGEST_TITLE = 120
"""Characters: of a slide without a headline, so much of its first sentence becomes the title."""

LONGEST_SHOWN = 200
"""Characters of an address, or of what is embedded, that a message shows."""

CREDITS = ("caption", "credit", "alt")
"""What a slide says of its medium in words."""

_QUOTATION = re.compile(r"<blockquote\b", re.IGNORECASE)
_SOURCES = re.compile(r"(?:^|\n\n)\W{0,4}sources?\b[*_]{0,2}:?[*_]{0,2}(?P<rest>[^\n].*)\Z", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"\[(?P<words>(?:\\.|[^\[\]\\])+)\]\((?P<url>[^()\s]+)\)")
_ESCAPE = re.compile(r"\\([\\*`\[\]<_#>+.)-])")

_MEDIA_FILES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|mp[34]|m4[av]|ogg|wav|webm|mov|pdf)$", re.IGNORECASE
)
_MEDIA_HOSTS = frozenset(
    {
        *("youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "soundcloud.com", "spotify.com", "flickr.com"),
        *("flic.kr", "instagram.com", "twitter.com", "x.com", "imgur.com", "vine.co", "documentcloud.org"),
        *(
            "docs.google.com",
            "drive.google.com",
            "google.com",
            "maps.google.com",
            "wistia.com",
            "storymap.knightlab.com",
        ),
    }
)
"""Where TimelineJS shows a player, a picture or a map from; any other page is shown as a link to an article."""


def slide_draft(slide: Mapping[str, Any], where: str) -> tuple[Draft | None, list[Remark]]:
    """Read a slide.

    Args:
        slide: The slide, as the JSON format has it.
        where: Its file and number.

    Returns:
        The draft, or None where there is nothing to tell; and what was not kept.
    """
    text = mapping_of(slide.get("text"))
    body, lost = to_markdown(text_of(text.get("text")))
    title = plain_of(text_of(text.get("headline")))
    said = [f"in its text, {', '.join(lost)} is not kept"] if lost else []
    if not title and body:
        title = _clipped(plain_of(text_of(text.get("text"))))
        said.append("it has no headline: the beginning of its text stands for one")
    if not title:
        return None, [Remark(where, "it has neither headline nor text, and is left out")]
    when = slide_date(slide)
    body, sources = _cited(body)
    quoted = _quoted(slide)
    if quoted:
        body = f"{body}\n\n{quoted}".strip()
        said.append("the quotation that it shows stands at the end of its text")
    media, more = _media(slide)
    said += [*when.remarks, *more]
    if when.date is None and not when.remarks:
        said.append("it has no date")
    uid = text_of(slide.get("unique_id"))
    group = plain_of(text_of(slide.get("group")))
    draft = Draft(
        where=where,
        title=title,
        date=when.date,
        id=uid if is_id(uid) else "",
        uid=uid,
        time=when.time,
        summary=body,
        tags=(group,) if group else (),
        sources=(*sources, *(each for each in media if each.url not in {known.url for known in sources})),
    )
    return own_slide(draft), [Remark(where, each) for each in said]


def slide_period(slide: Mapping[str, Any], where: str, *, own: bool = False) -> tuple[DraftPeriod | None, list[Remark]]:
    """Read an era: a stretch of time with a name.

    Args:
        slide: The era, as the JSON format has it.
        where: Its file and number.
        own: Whether an export of ours says it, which gives days, and the one behind the last.

    Returns:
        The period, or None where it lacks its name, beginning or end; and what was not kept.
    """
    text = mapping_of(slide.get("text"))
    title = plain_of(text_of(text.get("headline")))
    ends = [slide_date({"start_date": slide.get(key)}) for key in ("start_date", "end_date")]
    first, last = (end.date for end in ends)
    if not title or first is None or last is None:
        return None, [Remark(where, "this era lacks its name, beginning or end, and is left out")]
    if last.latest < first.earliest:
        return None, [Remark(where, f"this era ends ({last}) before it begins ({first}), and is left out")]
    if own:
        first, last = own_span(first, last)
    body = plain_of(text_of(text.get("text")))
    said = [remark for end in ends for remark in end.remarks]
    return DraftPeriod(title, first, last, body), [Remark(where, each) for each in said]


def title_remarks(slide: Mapping[str, Any]) -> Iterator[str]:
    """Say what is not kept of the slide that stands for the whole, of which headline and text are."""
    media = mapping_of(slide.get("media"))
    credit = {key: plain_of(text_of(media.get(key))) for key in CREDITS}
    yield from _lost(text_of(media.get("url")), "", text_of(media.get("link")), credit, slide)


def _clipped(text: str) -> str:
    """The first sentence of a text, cut between words where it is long."""
    first = re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]
    if len(first) <= LONGEST_TITLE:
        return first
    return f"{first[:LONGEST_TITLE].rpartition(' ')[0] or first[: LONGEST_TITLE - 1]}…"


def _cited(body: str) -> tuple[str, tuple[DraftSource, ...]]:
    """A text without its last paragraph where that names its sources, and these."""
    last = _SOURCES.search(body)
    links = list(_LINK.finditer(last["rest"])) if last else []
    if last is None or not links:
        return body, ()
    found = {link["url"]: _ESCAPE.sub(r"\1", link["words"]).strip() for link in links}
    sources = tuple(
        DraftSource(url=url, title=words if words != url else "") for url, words in found.items() if is_web_address(url)
    )
    return body[: last.start()].strip(), sources


def _quoted(slide: Mapping[str, Any]) -> str:
    """What a slide quotes in the place of a medium, as Markdown; empty where it shows something else."""
    shown = text_of(mapping_of(slide.get("media")).get("url"))
    return to_markdown(shown)[0] if _QUOTATION.match(shown) else ""


def _media(slide: Mapping[str, Any]) -> tuple[tuple[DraftSource, ...], Iterator[str]]:
    """What is shown beside the slide: a web page is its source; anything else but words is named as not kept."""
    media = mapping_of(slide.get("media"))
    url, link = text_of(media.get("url")), text_of(media.get("link"))
    page = url if is_web_address(url) and _is_page(url) else ""
    credit = {key: plain_of(text_of(media.get(key))) for key in CREDITS}
    sources = (DraftSource(url=page),) if page else ()
    return sources, _lost("" if page or _quoted(slide) else url, page, link, credit, slide)


def _lost(url: str, page: str, link: str, credit: Mapping[str, str], slide: Mapping[str, Any]) -> Iterator[str]:
    told = ", ".join(f"{key} “{text}”" for key, text in credit.items() if text)
    if page:
        yield f"the page that it shows, {page}, is taken for its source"
    if url:
        yield f"its picture or medium, {url[:LONGEST_SHOWN]}, is not kept: pictures lie in the site's own folder"
    if told:
        yield f"what is said of its medium is not kept: {told}"
    if link:
        yield f"the link of its medium, {link}, is not kept"
    thumbnail = text_of(mapping_of(slide.get("media")).get("thumbnail"))
    if thumbnail:
        yield f"the small picture of its medium, {thumbnail[:LONGEST_SHOWN]}, is not kept"
    if any(text_of(each) for each in mapping_of(slide.get("background")).values()):
        yield "its background is not kept"


def _is_page(url: str) -> bool:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return host not in _MEDIA_HOSTS and not _MEDIA_FILES.search(parts.path)
