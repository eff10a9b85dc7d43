"""Links that open at the quote."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from generator.publishing.fragments import open_at_quote, text_directive


@pytest.mark.parametrize(
    ("quote", "directive"),
    [
        ("the bridge is open", "text=the%20bridge%20is%20open"),
        ("one two three four five six seven eight", "text=one%20two%20three%20four%20five%20six%20seven%20eight"),
        ("a b c d e f g h i", "text=a%20b%20c%20d,f%20g%20h%20i"),
        ("a b c d e f g h i j k l m n", "text=a%20b%20c%20d%20e%20f,i%20j%20k%20l%20m%20n"),
        ("high-level bridge, tolls & all", "text=high%2Dlevel%20bridge%2C%20tolls%20%26%20all"),
        ("“It’s open,” she said", "text=It%E2%80%99s%20open%2C%E2%80%9D%20she%20said"),
        ("  white \n\t space\u00a0here  ", "text=white%20space%20here"),
        ("The mayor spoke.", "text=The%20mayor%20spoke"),
        ("It opened … on Friday", "text=It%20opened,on%20Friday"),
        ("It opened [...] on Friday", "text=It%20opened,on%20Friday"),
        ("… on Friday", "text=on%20Friday"),
        ("100% of #1 + more?", "text=100%25%20of%20%231%20%2B%20more"),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_quote_becomes_the_directive_that_finds_it(quote: str, directive: str) -> None:
    assert text_directive(quote) == directive


@pytest.mark.parametrize("words", range(9, 40))
def test_the_ends_of_a_long_quote_have_four_to_six_words_and_do_not_overlap(words: int) -> None:
    quote = " ".join(f"word{n}" for n in range(words))
    first, last = (unquote(end).split() for end in text_directive(quote).removeprefix("text=").split(","))
    assert 4 <= len(first) <= 6
    assert 4 <= len(last) <= 6
    assert len(first) + len(last) <= words


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/x", "https://a.example/x#:~:text=it%20rained"),
        ("https://a.example/x?y=1", "https://a.example/x?y=1#:~:text=it%20rained"),
        ("https://a.example/x#part", "https://a.example/x#part:~:text=it%20rained"),
        ("https://a.example/x#:~:text=other", "https://a.example/x#:~:text=other"),
    ],
)
def test_the_fragment_of_the_address_itself_is_kept(url: str, address: str) -> None:
    assert open_at_quote(url, "it rained") == address


def test_without_words_the_address_stays_as_it_is() -> None:
    assert open_at_quote("https://a.example/", "“…”") == "https://a.example/"
