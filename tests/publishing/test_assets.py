"""Which files of ours a site serves, and which of them every page loads."""

from __future__ import annotations

from pathlib import Path

from generator.publishing.assets import find_assets


def test_style_sheets_at_the_top_are_served_as_one_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b.css").write_text(".b {}\n")
    (tmp_path / "a.css").write_text(".a {}\n")
    assets = find_assets(tmp_path)
    assert assets.styles == ("assets/dateline/style.css",)
    assert assets.files == {"assets/dateline/style.css": b".a {}\n\n.b {}\n"}


def test_what_every_page_loads_comes_without_the_lines_that_only_remark(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("/* A sheet,\n   of mine. */\n.a { color: red; /* as blood */ }\n")
    (tmp_path / "a.js").write_text(
        """/** What it is. */\nlet a = "//b"; // why\n  // how\n/** @type {any} */ (a).b = 1;\n/** Last. */\n"""
    )
    files = find_assets(tmp_path).files
    assert files["assets/dateline/style.css"] == b".a { color: red; /* as blood */ }\n"
    assert files["assets/dateline/a.js"] == b"""let a = "//b"; // why\n/** @type {any} */ (a).b = 1;\n"""


def test_what_stands_deeper_is_served_and_loaded_by_nobody_unasked(tmp_path: Path) -> None:
    (tmp_path / "top.js").write_text("1")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "asked.js").write_text("2")
    (tmp_path / "deeper" / "asked.css").write_text("i {}")
    (tmp_path / ".hidden.js").write_text("3")
    assets = find_assets(tmp_path)
    assert assets.scripts == ("assets/dateline/top.js",)
    assert assets.styles == ()
    assert set(assets.files) == {
        "assets/dateline/top.js",
        "assets/dateline/deeper/asked.js",
        "assets/dateline/deeper/asked.css",
    }
