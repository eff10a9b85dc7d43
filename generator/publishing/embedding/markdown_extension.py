"""The extension of Python-Markdown: `timeline` blocks and `[[event-id]]` in any page, made when the site is built.

MkDocs and Zensical both render with Python-Markdown, so what it does works in either, with no plugin:

```yaml
markdown_extensions:
  - dateline:
      events: data/events.yaml
      url: https://example.org/timeline/
```
"""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markupsafe import Markup

from generator.errors import PageError, UnknownEventError
from generator.publishing.embedding.block_syntax import read_block
from generator.publishing.embedding.fences import Fence, find_fences
from generator.publishing.embedding.origin import origin_of
from generator.publishing.embedding.shelf import FileShelf, Shelf
from generator.publishing.embedding.timeline_block import render_block
from generator.publishing.embedding.wiki_links import WikiLinks, find_event, link_to

__all__ = ["NAME", "DatelineExtension", "makeExtension"]

NAME = "dateline"
"""What a configuration calls the extension."""

_BLOCK = "timeline"
"""The word after the opening mark of a block."""

_BEFORE_FENCES = 29
"""After tabs became spaces (30), before Python-Markdown's own fences and those of other extensions (25)."""

_BEFORE_REFERENCES = 175
"""After code and escaped brackets (190, 180), before links (170)."""


class DatelineExtension(Extension):
    """Timelines and links to events in Markdown.

    Args:
        shelf: Where the timeline comes from; by default the file that `events` names.
        **options: `events`, the timeline's file, relative to the site's configuration; `url`, the address of the
            timeline's own site, where it is not this one; `links`, whether `[[…]]` is a link to an event; `docs`, the
            folder of the pages' files, for whoever gives an engine copies of them.
    """

    def __init__(self, shelf: Shelf | None = None, **options: Any) -> None:  # noqa: ANN401 as a configuration has them
        self.config = {
            "events": ["", "The timeline's file, relative to the site's configuration."],
            "url": ["", "The address of the timeline's own site."],
            "links": [True, "Whether [[event-id]] is a link to an event."],
            "docs": ["", "The folder of the pages' files, where the engine has copies of them."],
        }
        super().__init__(**options)
        self.shelf = shelf or FileShelf(self.getConfig("events"), self.getConfig("url"))

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the library's name
        """Take part in a converter's work."""
        page = _PageOfTimelines(md, self.shelf, self.getConfig("docs"))
        md.registerExtension(self)
        md.preprocessors.register(page, NAME, _BEFORE_FENCES)
        if self.getConfig("links"):
            md.inlinePatterns.register(WikiLinks(md, page.link), NAME, _BEFORE_REFERENCES)
        self._page = page

    def reset(self) -> None:
        """Begin another page."""
        self._page.begin()


class _PageOfTimelines(Preprocessor):
    """One page at a time: replaces its blocks, and knows where its lines stand for what is found wrong later."""

    def __init__(self, md: Markdown, shelf: Shelf, docs: str) -> None:
        super().__init__(md)
        self._shelf = shelf
        self._docs = docs
        self.begin()

    def begin(self) -> None:
        """Forget the page before."""
        self._number = 0
        self._text_lines: list[tuple[int, str]] = []

    def run(self, lines: list[str]) -> list[str]:
        """Replace each block by what stands for its HTML until the page is finished."""
        done: list[str] = []
        at = 0
        for fence in find_fences(lines):
            self._text_lines += enumerate(lines[at : fence.first], start=at)
            done += lines[at : fence.first]
            done += self._block(fence, lines) if fence.name == _BLOCK else lines[fence.first : fence.last + 1]
            at = fence.last + 1
        self._text_lines += enumerate(lines[at:], start=at)
        return done + lines[at:]

    def link(self, event_id: str, text: str, written: str) -> Markup:
        """The link of an id.

        Raises:
            UnknownEventError: No event that is shown has the id.
        """
        origin = origin_of(self.md, self._docs)
        with origin.speaking():
            bearings = self._shelf.bearings(origin)
            try:
                return link_to(find_event(event_id, bearings.atlas), text, bearings)
            except UnknownEventError as error:
                at, line = self._place(written) or self._place(f"[[{event_id}") or (-1, written)
                raise UnknownEventError(error.what, where=origin.where(line, at), todo=error.todo) from None

    def _place(self, written: str) -> tuple[int, str] | None:
        """The first line outside of blocks that holds what was written, with its number."""
        return next(((at, line) for at, line in self._text_lines if written in line), None)

    def _block(self, fence: Fence, lines: list[str]) -> list[str]:
        origin = origin_of(self.md, self._docs)
        with origin.speaking():
            if fence.first == fence.last:
                raise PageError(
                    "this timeline block has no end",
                    where=origin.where(lines[fence.first], fence.first),
                    todo="write its opening mark once more on a line of its own, set in as far",
                )
            bearings = self._shelf.bearings(origin)
            above = origin.number(lines[fence.first], fence.first)
            block, faults = read_block("\n".join(fence.body), bearings.atlas, above)
            said = [
                PageError(fault.what, where=origin.where(lines[number], number), todo=fault.todo)
                for fault in faults
                for number in [min(fence.first + 1 + max(fault.line, 0), fence.last)]
            ]
            if len(said) == 1:
                raise said[0]
            if said:
                raise PageError(
                    f"this timeline block has {len(said)} mistakes",
                    where=origin.where(lines[fence.first], fence.first),
                    todo="correct those above",
                    faults=tuple(map(str, said)),
                )
        self._number += 1
        html = render_block(block, bearings, self._number)
        apart = fence.indent.rstrip()
        # At the end of a quotation an empty line would be taken for one of the paragraph's.
        follows = any(line.strip(" >") for line in lines[fence.last + 1 : fence.last + 2])
        return [apart, fence.indent + self.md.htmlStash.store(html.strip()), *[apart] * follows]


def makeExtension(**options: Any) -> DatelineExtension:  # noqa: ANN401, N802 the library's name, and what a configuration says
    """The extension, as Python-Markdown asks for it by name."""
    return DatelineExtension(**options)
