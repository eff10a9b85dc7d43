"""Pages and files, made and written into the site's folder one by one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.errors import ShellError
from generator.publishing.drafts import FileDraft, PageDraft
from generator.publishing.page import Listed
from generator.publishing.shells import Shell
from generator.publishing.slots import Kind, fill, kind_of

__all__ = ["SiteWriter"]


class SiteWriter:
    """Makes and writes what a site consists of.

    Args:
        folder: The site's folder.
        shells: A shell for each kind among the pages.
        site_url: The site's address with a trailing slash, or empty.
        searched: Whether readers can search, so that what they find has to be listed.
    """

    def __init__(
        self, folder: Path, shells: Mapping[Kind, Shell] | None = None, site_url: str = "", *, searched: bool = True
    ) -> None:
        self._folder = str(folder)
        self._shells = shells or {}
        self._site_url = site_url
        self._searched = searched
        self._known = {""}

    def page(self, draft: PageDraft) -> Listed:
        """Render, fill and write a page.

        Returns:
            What the sitemap and the search list of it.

        Raises:
            ShellError: It has no shell.
        """
        kind = kind_of(draft)
        if kind not in self._shells:
            raise ShellError(
                f"the theme rendered no shell for the page “{draft.path}”",
                where=f"{kind.template}.html",
                todo="build the whole site, without --dirty and without excluding files whose name begins with "
                "“dateline-slot”",
            )
        page = draft.make()
        html = fill(self._shells[kind], page, self._site_url)
        # What UTF-8 cannot say becomes a character reference, as MkDocs does it.
        self.write(f"{page.path}index.html", html.encode("utf-8", "xmlcharrefreplace"))
        return self.listed(page.listed)

    def listed(self, page: Listed) -> Listed:
        """What is listed of a page on this site."""
        return page if self._searched else replace(page, search=())

    def file(self, draft: FileDraft) -> None:
        """Make and write a file."""
        self.write(draft.path, draft.make())

    def write(self, path: str, content: bytes) -> None:
        """Write a file at its path under the site's folder."""
        # Texts and no `Path`s: there are tens of thousands of files.
        parent = path.rpartition("/")[0]
        if parent not in self._known:
            os.makedirs(f"{self._folder}/{parent}", exist_ok=True)  # noqa: PTH103
            self._known.add(parent)
        with open(f"{self._folder}/{path}", "wb") as file:  # noqa: PTH123
            file.write(content)
