"""Finding articles: fixed order, known endings, clear refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ArticleError, NoArticlesError
from generator.reading import ENDINGS, find_articles
from generator.reading.body import BODY
from generator.reading.readers import READERS


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.")


def test_a_folder_is_read_recursively_in_the_order_of_path_parts(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.md", "a.txt", "a/b/c.html", "a-b/d.htm", "a/A.markdown")
    found = [path.relative_to(tmp_path).as_posix() for path in find_articles([tmp_path])]
    assert found == ["a/A.markdown", "a/b/c.html", "a/z.md", "a-b/d.htm", "a.txt", "b.txt"]


def test_hidden_files_and_other_kinds_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, ".hidden.txt", ".git/x.txt", "notes.doc", "README", "a.TXT")
    assert [path.name for path in find_articles([tmp_path])] == ["a.TXT"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
    assert len(find_articles([tmp_path])) == 1


def test_named_files_keep_their_order_and_are_listed_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    first, second = tmp_path / "b.txt", tmp_path / "a.txt"
    assert find_articles([first, tmp_path, first]) == [first, second]


def test_a_missing_path_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file or folder") as caught:
        find_articles([tmp_path / "gone"])
    assert caught.value.where == str(tmp_path / "gone")


@pytest.mark.parametrize("name", ["a.doc", "a"])
def test_a_named_file_of_another_ending_is_refused_with_what_is_known(tmp_path: Path, name: str) -> None:
    make(tmp_path, name)
    with pytest.raises(ArticleError, match=r"\.txt, \.md, \.markdown, \.html, \.htm or \.pdf"):
        find_articles([tmp_path / name])


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoArticlesError, match="no article in this folder"):
        find_articles([tmp_path])


def test_naming_nothing_is_refused() -> None:
    with pytest.raises(NoArticlesError):
        find_articles([])


def test_a_folder_that_cannot_be_listed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    with pytest.raises(ArticleError, match="Permission denied"):
        find_articles([tmp_path])


def test_there_is_a_reader_for_each_ending_that_is_found() -> None:
    assert tuple(READERS) == (*ENDINGS, BODY)
