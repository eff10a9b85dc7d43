"""Where a reader can add an event: a new file with three lines to fill in, so that there is no line to find."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote, urlencode, urlsplit

from generator.messages import Tongue
from generator.publishing.site_info import SiteInfo
from generator.scalars import is_web_address

__all__ = ["add_url", "suggest_url"]

EVENT_FORM = "event.yml"
"""The issue form for events, in `.github/ISSUE_TEMPLATE/`."""

FILE_NAME = "when-and-what.yaml"
"""What the new file is called until somebody has named it after its event."""


def add_url(site: SiteInfo, words: Tongue) -> str:
    """Where a new file of events can be written, with a commented entry in it; nothing where that is not known.

    GitHub and Forgejo know the form: `…/edit/BRANCH/` becomes `…/new/BRANCH/FOLDER?filename=…&value=…`. GitLab, whose
    addresses hold `/-/`, has none.
    """
    if not is_web_address(site.edit_base) or "/-/" in site.edit_base or "/edit/" not in urlsplit(site.edit_base).path:
        return ""
    before, after = site.edit_base.rsplit("/edit/", 1)
    folder = PurePosixPath(site.events_path).with_suffix("")
    fields = {"filename": FILE_NAME, "value": _entry(words)}
    return f"{before}/new/{after}{quote(str(folder))}?{urlencode(fields, quote_via=quote)}"


def suggest_url(site: SiteInfo) -> str:
    """Where an event can be suggested in a form, for those who write no YAML; nothing where that is not known."""
    if not is_web_address(site.issues_url):
        return ""
    return f"{site.issues_url}{'&' if '?' in site.issues_url else '?'}template={EVENT_FORM}"


def _entry(words: Tongue) -> str:
    """The new file: comments in the reader's language, and the three lines that an event needs."""
    comments = (
        words.gettext("Name this file after the event, such as 2026-02-04-bridge-opens.yaml, in the box above."),
        words.gettext("Then fill in the three lines, and take these comments out."),
        words.gettext("A date may be vaguer: 2026-02 (a month), 2026-21 (spring), 2026-02~ (about)."),
        words.gettext("The source is the address of an article that others can read."),
    )
    return "".join(f"# {line}\n" for line in comments) + "events:\n  - date: \n    title: \n    source: \n"
