"""The shells of one build: which there are to be, and those that the theme has rendered so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from generator.curating.nodes import collector_at_rest
from generator.publishing import slots
from generator.publishing.drafts import PageDraft
from generator.publishing.forking import FORK_FROM, aside
from generator.publishing.page import Page
from generator.publishing.shells import Shell, cut
from generator.publishing.slots import Kind, kind_of

__all__ = ["ShellSet"]


class ShellSet:
    """Every kind of page that a site has, and the shell of each once the theme has rendered it.

    Attributes:
        kinds: The kind of each shell, by the Markdown file that MkDocs takes it for.
        singles: The pages of which there is only one of a kind, by their paths; none where they are made later.
        rendered: The shells so far.
    """

    def __init__(self, drafts: Collection[PageDraft], *, later: bool = False) -> None:
        """Find the kinds of some pages, and render those of which there is only one.

        Args:
            drafts: All pages of the timeline.
            later: Whether those, too, are rendered when somebody asks for them, and not here.
        """
        kinds = {kind_of(draft): draft for draft in drafts}
        alone = [kind for kind in kinds if kind.single and not later]
        make = partial(_rendered, [kinds[kind] for kind in alone])
        # What these pages are made of is of no use to others.
        rendered = aside(make) if len(drafts) >= FORK_FROM else make()
        self._singles = dict(zip(alone, rendered, strict=True))
        self._titles = {kind: draft.title for kind, draft in kinds.items() if kind.single}
        self._rendered: dict[Kind, Shell] = {}
        self.kinds: Mapping[str, Kind] = {kind.source: kind for kind in kinds}
        self.singles: Mapping[str, Page] = {page.path: page for page in self._singles.values()}

    @property
    def rendered(self) -> Mapping[Kind, Shell]:
        """The shells that the theme has rendered so far."""
        return self._rendered

    def name_of(self, kind: Kind) -> str:
        """What the navigation calls the page of a kind of which there is only one; of others, the kind."""
        return self._titles[kind] if kind.single else kind.template

    def in_edition(self, folder: str) -> list[str]:
        """The Markdown files of the shells of an edition, by its folder."""
        return [source for source, kind in self.kinds.items() if kind.edition == folder]

    def take(self, html: str, kind: Kind, site_url: str) -> str:
        """Cut a shell from what the theme rendered.

        Args:
            html: What the theme rendered.
            kind: What for.
            site_url: The site's address with a trailing slash, or empty.

        Returns:
            The page of which there is only one, filled; nothing for a kind whose pages are written by themselves, as
            all are that are made later.

        Raises:
            ShellError: A slot is missing in it, or stands there too often.
        """
        demands = slots.demands(kind, addressed=bool(site_url))
        shell = self._rendered[kind] = cut(html, demands, template=f"{kind.template}.html")
        page = self._singles.get(kind)
        return slots.fill(shell, page, site_url) if page else ""


def _rendered(drafts: Sequence[PageDraft]) -> list[Page]:
    with collector_at_rest():
        return [draft.make() for draft in drafts]
