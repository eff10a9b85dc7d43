"""A page that people write as `embed.md` gives way to the frame of the whole timeline."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands import build
from mkdocs.config import load_config


def test_the_guide_to_embedding_stands_beside_the_frame_and_links_to_it_follow(project: Path) -> None:
    docs = project / "docs"
    (docs / "embed.md").write_text("# How to frame it\n\nBack to [the timeline](index.md).\n")
    (docs / "about.md").write_text("# About\n\nSee [how to frame it](embed.md).\n")
    build.build(load_config(str(project / "mkdocs.yml"), strict=True))
    site = project / "site"
    assert 'meta name="robots" content="noindex"' in (site / "embed/index.html").read_text()
    guide = (site / "embedding/index.html").read_text()
    assert "How to frame it" in guide
    assert '<a href="../">the timeline</a>' in guide
    assert 'href="https://example.org/embedding/"' in guide
    assert '<a href="../embedding/">how to frame it</a>' in (site / "about/index.html").read_text()
    assert "https://example.org/embedding/" in (site / "sitemap.xml").read_text()


def test_so_does_the_guide_of_an_edition(project: Path) -> None:
    (project / "docs" / "es").mkdir()
    (project / "docs" / "es" / "embed.md").write_text("# Cómo insertarla\n")
    configuration = (project / "mkdocs.yml").read_text().replace("dateline]", "dateline: {languages: [es]}]")
    (project / "mkdocs.yml").write_text(configuration)
    build.build(load_config(str(project / "mkdocs.yml")))
    assert "Cómo insertarla" in (project / "site/es/embedding/index.html").read_text()
    assert "noindex" in (project / "site/es/embed/index.html").read_text()
