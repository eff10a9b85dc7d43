"""The public API: small, listed, and each name at home where it says."""

from __future__ import annotations

import datetime as dt

import pytest

import generator


@pytest.mark.parametrize("name", generator.__all__)
def test_each_name_of_the_api_can_be_imported(name):
    assert getattr(generator, name) is not None
    assert name == "__version__" or name in generator._HOMES


def test_an_article_goes_all_the_way_by_the_api(tmp_path):
    path = tmp_path / "harbour.md"
    path.write_text(
        "---\ntitle: Harbour opens\npublished: 2021-03-05\n---\n\nMayor Ada Berg opened the new harbour on Friday.\n",
        encoding="utf-8",
    )
    article = generator.read(path, today=dt.date(2021, 3, 6))
    (candidate,) = generator.extract(article).candidates
    assert (str(candidate.date), candidate.timex.text) == ("2021-03-05", "Friday")


def test_another_name_is_no_part_of_it():
    with pytest.raises(AttributeError, match="no attribute 'curate'"):
        _ = generator.curate
