"""What came: its media type is told, whatever a host writes, and a terminal is safe from what it writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import FetchError
from generator.fetching.content import Form, Kind, form_of, text_of

PAGE = "https://news.example/a"


@pytest.mark.parametrize(
    ("declared", "form"),
    [
        ("text/html", Form(Kind.PAGE)),
        ("TEXT/HTML; Charset=UTF-8", Form(Kind.PAGE, "utf-8")),
        ('text/html; charset="windows-1251"; level=1', Form(Kind.PAGE, "windows-1251")),
        ("application/xhtml+xml", Form(Kind.PAGE)),
        ("text/plain; charset=nonsense", Form(Kind.TEXT)),
        ("application/pdf; name=a.pdf", Form(Kind.PDF)),
        ("application/atom+xml;type=feed", Form(Kind.XML)),
    ],
)
def test_a_media_type_is_read_with_its_encoding(declared, form):
    assert form_of({"content-type": declared}, PAGE) == form


def test_what_a_host_writes_cannot_move_a_terminal():
    with pytest.raises(FetchError) as caught:
        form_of({"content-type": "image/png\x1b[2J\x07; a=b"}, PAGE)
    assert str(caught.value).isprintable()


@given(
    st.text(st.characters(max_codepoint=255), max_size=60), st.sampled_from(["", "text/html;", "text/html; charset*="])
)
def test_any_header_has_a_form_or_is_refused(text, start):
    try:
        form = form_of({"content-type": start + text}, PAGE)
    except FetchError:
        return
    assert form.kind in Kind


@given(
    st.binary(max_size=200), st.sampled_from(["", "utf-8", "utf-16", "iso-8859-1", "gb2312", "iso-2022-jp", "cp932"])
)
def test_any_bytes_are_text_in_utf_8_or_refused(body, charset):
    try:
        data = text_of(Form(Kind.PAGE, charset), body, PAGE)
    except FetchError as error:
        assert error.todo
        return
    assert data.decode("utf-8").strip()
