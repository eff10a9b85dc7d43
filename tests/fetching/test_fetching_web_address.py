"""Addresses: spellings of one page are one, and what is no page's address is refused in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import FetchError
from generator.fetching.web_address import follow, parse


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("https://Example.ORG", "https://example.org/"),
        ("HTTPS://example.org:443/a", "https://example.org/a"),
        ("http://example.org:80/a#part", "http://example.org/a"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("  https://example.org/a  ", "https://example.org/a"),
        ("https://example.org./a", "https://example.org/a"),
        ("https://example.org/a/../b", "https://example.org/b"),
        ("https://example.org/straße?q=ü", "https://example.org/stra%C3%9Fe?q=%C3%BC"),
        ("https://example.org/@jane/a", "https://example.org/@jane/a"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://example.org/a?utm_source=x&id=7&UTM_medium=y&fbclid=1&gclid=2", "https://example.org/a?id=7"),
        ("https://example.org/a?fbclid=1", "https://example.org/a"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?b=2&a=1"),
        ("https://example.org/a?next=utm_source", "https://example.org/a?next=utm_source"),
        ("http://[2606:4700::1111]:8080/a", "http://[2606:4700::1111]:8080/a"),
        ("http://192.0.2.7/", "http://192.0.2.7/"),
    ],
)
def test_an_address_has_one_canonical_form(written, canonical):
    assert parse(written).url == canonical


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ftp://example.org/a", "no address of the web"),
        ("file:///etc/passwd", "no address of the web"),
        ("javascript:alert(1)", "no address of the web"),
        ("example.org/a", "no address of the web"),
        ("", "no address of the web"),
        ("https://", "no address of the web"),
        ("https://./a", "names no host"),
        ("https://exa mple.org/", "no address of the web"),
        ("https://example.org/\x00", "no address of the web"),
        ("https://user:secret@example.org/", "name or password"),
        ("https://user@example.org/", "name or password"),
        ("https://@example.org/", "name or password"),
        ("https://example.org:22/", "port 22"),
        ("https://example.org:0/", "port 0"),
        ("https://example.org:99999/", "cannot be read"),
        (f"https://example.org/{'a' * 9000}", "9020 characters"),
        ("http://2130706433/", "no plain IPv4 address"),
        ("http://0177.0.0.1/", "no plain IPv4 address"),
        ("http://0x7f.0.0.1/", "no plain IPv4 address"),
        ("http://0x7f000001/", "no plain IPv4 address"),
        ("http://127.1/", "no plain IPv4 address"),
        ("http://127.0.0.1.0x1/", "no plain IPv4 address"),
        ("http://１２７.1/", "cannot be read"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused_in_words(written, said):
    with pytest.raises(FetchError) as caught:
        parse(written)
    assert said in caught.value.what
    assert caught.value.todo


def test_a_refusal_does_not_repeat_a_password():
    with pytest.raises(FetchError) as caught:
        parse("https://user:secret@example.org/")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/b", "https://example.org/b"),
        ("c?d=1#e", "https://example.org/a/c?d=1"),
        ("//other.example/f", "https://other.example/f"),
        ("http://other.example", "http://other.example/"),
        ("/straße".encode().decode("latin-1"), "https://example.org/stra%C3%9Fe"),
        ("/stra\xdfe", "https://example.org/stra%C3%9Fe"),
        ("/a story ", "https://example.org/a%20story"),
    ],
)
def test_a_redirect_leads_from_where_it_stands(location, target):
    assert follow(parse("https://example.org/a/b"), location).url == target


@pytest.mark.parametrize("location", ["file:///etc/passwd", "http://[::1", "http://user@example.org/"])
def test_a_redirect_to_what_is_no_page_is_refused(location):
    with pytest.raises(FetchError):
        follow(parse("https://example.org/"), location)


@given(st.text(max_size=40))
def test_any_text_is_an_address_in_canonical_form_or_refused(text):
    for written in (text, f"http://{text}", f"https://example.org/{text}"):
        try:
            address = parse(written)
        except FetchError:
            continue
        assert parse(address.url) == address
        assert address.url.isascii()
        assert address.url.isprintable()
