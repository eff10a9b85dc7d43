"""Where a reader can act: edit an event's entry, or report a mistake in it."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote, urlencode

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.links import absolute, event_path
from generator.publishing.plain_text import clip
from generator.publishing.site_info import SiteInfo
from generator.scalars import is_web_address

__all__ = ["edit_url", "report_url"]

MISTAKE_FORM = "mistake.yml"
"""The issue form for mistakes, in `.github/ISSUE_TEMPLATE/`; `event` is the id of its first field."""

TITLE_LENGTH = 100
"""Enough to know the event by; an address that is too long is refused by servers."""


def edit_url(event: Event, site: SiteInfo) -> str:
    """Where an event's entry can be edited, in its file and at its line; nothing where no repository is named."""
    if not is_web_address(site.edit_base):
        return ""
    line = site.lines.get(event.id or "")
    path = PurePosixPath(site.events_path)
    file = site.files.get(event.id or "")
    return f"{site.edit_base}{quote(str(path.parent / file if file else path))}{f'#L{line}' if line else ''}"


def report_url(event: Event, atlas: Atlas) -> str:
    """Where a mistake in an event can be reported, with what is known filled in; nothing where there is no such place.

    `template` and `event` fill in the form of `.github/ISSUE_TEMPLATE/mistake.yml` on GitHub; where there is no such
    form, `title` and `body` are read, by Forgejo and Gitea too.
    """
    site, words = atlas.site, atlas.words
    if not is_web_address(site.issues_url):
        return ""
    title = clip(event.title or event.id or "", TITLE_LENGTH)
    body = "\n".join(
        [
            words.gettext("Event: {id}", id=event.id),
            *(
                [words.gettext("Page: {address}", address=absolute(site.url, event_path(event.id or "")))]
                if site.url
                else []
            ),
            "",
            words.gettext("What is wrong:"),
            "",
            words.gettext("What would be right:"),
            "",
            words.gettext("How I know (a link to a source, if there is one):"),
            "",
        ]
    )
    named = absolute(site.url, event_path(event.id or "")) if site.url else event.id or ""
    fields = urlencode(
        {
            "template": MISTAKE_FORM,
            "event": named,
            "title": words.gettext("Mistake in “{title}”", title=title),
            "body": body,
        },
        quote_via=quote,
    )
    return f"{site.issues_url}{'&' if '?' in site.issues_url else '?'}{fields}"
