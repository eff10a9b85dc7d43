"""Which page is being rendered, by which engine, and where in its file something stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from markdown import Markdown

from generator.errors import FaultyTimelineError, PageError, SiteError
from generator.publishing.mkdocs_voice import said_by_mkdocs

__all__ = ["Origin", "origin_of"]

_MKDOCS = "relpath"
"""The name under which MkDocs registers what makes a page's links relative; it knows the page."""

_ZENSICAL = "rendering_context"
"""The name under which Zensical registers what it tells an extension of a page."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The page that is being rendered.

    Attributes:
        path: Where it stands under the site's root: `about/`; empty for the home page, and where it is not known.
        file: Its Markdown file, as a message names it; empty where it is not known.
        root: The folder of the site's configuration, from which paths in it count.
        source: The whole text of the file, or nothing where it is not known.
        engine: What renders it, where that is known.
    """

    path: str = ""
    file: str = ""
    root: Path = Path()
    source: str = ""
    engine: Literal["", "mkdocs", "zensical"] = ""

    def where(self, line: str, index: int = -1) -> str:
        """Where a line stands in the file: `docs/about.md:12`.

        Args:
            line: The line as it is being rendered.
            index: Its number there, from 0; -1 where it is not known.
        """
        number = self.number(line, index)
        place = f"line {number}" if number else ""
        return f"{self.file}:{number}" if self.file and place else self.file or place

    def number(self, line: str, index: int = -1) -> int:
        """The number of a line in the file, from 1; 0 where it is not known.

        What an engine hands to Python-Markdown lacks the front matter, and another plugin may have added lines. So the
        line is looked up in the file, and of several that are alike the one nearest to where it should be is meant.

        Args:
            line: The line as it is being rendered.
            index: Its number there, from 0; -1 where it is not known.
        """
        lines = self.source.expandtabs(4).splitlines()
        stripped = line.strip()
        alike = [number for number, each in enumerate(lines) if stripped and stripped in each]
        expected = index + self._front_matter(lines) if index >= 0 else 0
        return min(alike, key=lambda at: abs(at - expected), default=index) + 1

    @staticmethod
    def _front_matter(lines: list[str]) -> int:
        """How many lines the front matter takes."""
        if not lines or lines[0].strip() != "---":
            return 0
        return next((at + 1 for at, line in enumerate(lines[1:], start=1) if line.strip() in {"---", "..."}), 0)

    @contextmanager
    def speaking(self) -> Iterator[None]:
        """Let whoever renders the page end with our message, and with each fault that it is about.

        Raises:
            PluginError: Under MkDocs, for an error of ours: it ends without a traceback for its own errors alone.
            SiteError: Under Zensical, for an error of several faults: it tells nothing of one but its message.
        """
        if self.engine == "mkdocs":
            with said_by_mkdocs():
                yield
            return
        try:
            yield
        except (FaultyTimelineError, PageError) as error:
            if self.engine == "zensical" and error.faults:
                raise SiteError("\n".join([*error.faults, str(error)])) from None
            raise


def origin_of(md: Markdown, docs: str = "") -> Origin:
    """The page that a converter is at work on, as far as the engine around it says.

    Args:
        md: The converter, while it converts.
        docs: The folder of the pages' files, where the engine has copies of them.
    """
    if _MKDOCS in md.treeprocessors:
        return _in_mkdocs(md)
    if _ZENSICAL in md.preprocessors:
        return _in_zensical(md, docs)
    return Origin()


def _in_mkdocs(md: Markdown) -> Origin:
    known = md.treeprocessors[_MKDOCS]
    file, config = known.file, known.config  # type: ignore[attr-defined]  # MkDocs' own class, which it does not export
    url = "" if file.url in {".", "./"} else file.url
    return Origin(
        path=url,
        file=_short(Path(config.docs_dir) / file.src_uri),
        root=Path(config.config_file_path or "mkdocs.yml").absolute().parent,
        source=file.content_string,
        engine="mkdocs",
    )


def _in_zensical(md: Markdown, docs: str) -> Origin:
    known = md.preprocessors[_ZENSICAL]
    page, config = known.page, known.config  # type: ignore[attr-defined]  # Zensical's own class
    root = Path(config.get("root_dir", "")).absolute()
    path = (Path(docs) if docs else root / config.get("docs_dir", "docs")) / page.path
    return Origin(
        path="" if page.url in {".", "./"} else page.url.lstrip("/"),
        file=_short(path),
        root=root,
        source=path.read_text(encoding="utf-8-sig", errors="replace") if path.is_file() else "",
        engine="zensical",
    )


def _short(path: Path) -> str:
    """The shortest name that a file has from here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
