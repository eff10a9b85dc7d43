"""Decoding: the usual encodings are read, everything else is refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ArticleError
from generator.reading import decoding
from generator.reading.decoding import MAX_BYTES, decode, load

FRENCH = "Le ministre a été reçu à la préfecture, où les maires ont évoqué l’énergie et la sécurité."
RUSSIAN = "Министр прибыл в порт во вторник, где его встретили рабочие."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Plain words.", "ascii"),
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-32"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("The minister said “no” – twice, in Orléans, and left the town on Friday with her staff.", "cp1252"),
    ],
)
def test_the_usual_encodings_are_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    assert decode(b"\xff\xfe" + "No.".encode("utf-16-le"), "a.txt") == "No."


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Źródło: gęś</body></html>'
    assert decode(page.encode("iso-8859-2"), "a.html") == page


def test_an_encoding_that_does_not_exist_is_passed_over() -> None:
    page = '<meta charset="klingon"> café and some more words in plain letters'
    assert decode(page.encode("cp1252"), "a.html") == page


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        ("\N{NO-BREAK SPACE}\n".encode(), "empty"),
        (b"GIF89a\x00\x01", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
        (b"\xff\xfeA", "announces UTF-16"),
        (b"\xef\xbb\xbfA\xff", "announces UTF-8"),
    ],
)
def test_what_is_not_text_is_refused_with_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message) as caught:
        decode(data, "a.txt")
    assert caught.value.where == "a.txt"
    assert caught.value.todo


def test_bytes_that_no_encoding_explains_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "_recognise", lambda _: "")
    with pytest.raises(ArticleError, match="unknown encoding"):
        decode(b"\x81\x8d\x8f" * 9, "a.txt")


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the file was read"))
    with pytest.raises(ArticleError, match="50 MB, the limit is 20 MB"):
        load(path)
    assert MAX_BYTES == 20_000_000


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        load(tmp_path / "gone.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="cannot be read"):
        load(tmp_path)
