"""What follows from a site's configuration: files, addresses, and who may see candidates."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from generator.publishing.configuration import (
    CANDIDATES_VARIABLE,
    DatelineConfig,
    address_of,
    font_of,
    shows_candidates,
    site_url,
)


def configured(folder: Path, **options: object) -> tuple[MkDocsConfig, DatelineConfig]:
    config, said = MkDocsConfig(str(folder / "mkdocs.yml")), DatelineConfig()
    config.load_dict({"site_name": "Bridge", "site_url": "https://bridge.example/timeline", "docs_dir": str(folder)})
    config.validate()
    said.load_dict(options)
    said.validate()
    return config, said


def test_a_site_s_address_ends_in_a_slash(tmp_path: Path):
    config, _ = configured(tmp_path)

    assert site_url(config) == "https://bridge.example/timeline/"


def test_pages_link_to_the_method_in_each_language_that_has_it(tmp_path: Path):
    (tmp_path / "es").mkdir()
    (tmp_path / "method.md").touch()
    (tmp_path / "es" / "method.md").touch()

    address = address_of(*configured(tmp_path, languages=["es", "zh"]))

    assert (address.method_path, address.methods) == ("method/", {"es"})


def test_a_font_is_a_file_of_the_site_or_a_name_of_the_system_s(tmp_path: Path):
    (tmp_path / "title.ttf").touch()

    assert font_of(*configured(tmp_path, share_font="title.ttf")) == str(tmp_path / "title.ttf")
    assert font_of(*configured(tmp_path, share_font="Noto Sans SC")) == "Noto Sans SC"
    assert font_of(*configured(tmp_path)) == ""


@pytest.mark.parametrize(
    ("said", "asked", "shown"), [(False, "", False), (True, "", True), (False, "1", True), (False, "0", False)]
)
def test_candidates_are_shown_where_the_site_or_whoever_builds_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, said: bool, asked: str, shown: bool
):
    monkeypatch.setenv(CANDIDATES_VARIABLE, asked)

    assert shows_candidates(configured(tmp_path, candidates=said)[1]) is shown
