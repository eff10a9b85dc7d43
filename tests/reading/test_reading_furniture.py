"""Furniture: what goes, with which reason, and what must stay."""

from __future__ import annotations

import pytest

from generator.reading.draft import Paragraph
from generator.reading.furniture import Cleared, clear
from generator.reading.labels import label_reason
from generator.reading.lines import split

BODY = """\
The northern ferries will run again from Monday, the shipping company said after talks with the union.
It had stopped them three weeks ago because of a strike over pay and the length of shifts.
"""


def cleared(text: str, title: str = "") -> Cleared:
    return clear(split(text), title=title)


def reasons(text: str, title: str = "") -> dict[str, str]:
    return {piece.text: piece.reason for piece in cleared(text, title).removed}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("|", "layout"),
        ("| |", "layout"),
        ("• 0", "layout"),
        ("×", "layout"),
        ("Sport | Weather | Ships", "layout"),
        ("Les mer »", "read more"),
        ("Read more", "read more"),
        ("WEITERLESEN →", "read more"),
        ("続きを読む", "read more"),
        ("Read more: Why the ships stand still", "read more"),
        ("Also read | Sailors ask for shorter shifts", "read more"),
        ("Lire aussi : les marins reprennent le travail", "read more"),
        ("Home / North / Ships / Ferries run again", "navigation"),
        ("North » Ships » Ferries", "navigation"),
        ("world news", "navigation"),
        ("OPEN APP", "navigation"),
        ("Advertisement", "advertisement"),
        ("SHARE THIS ARTICLE ON", "share bar"),
        ("Follow us on our channels", "share bar"),
        ("Sign In", "account"),
        ("Start 30 Days Free Trial Subscribe Now", "account"),
        ("Already have an account? Sign in", "account"),
        ("Sign up for our newsletter and get the harbour news every morning.", "newsletter"),
        ("Harbour alerts, straight to your inbox", "newsletter"),
        ("We use cookies to make this site better for you.", "cookies"),
        ("Manage cookie settings", "cookies"),
        ("© 2024 Harbour Herald Ltd. All rights reserved.", "copyright"),
        ("Copyright 2021 Harbour Herald", "copyright"),
        ("Photo: Harbour archive", "picture credit"),
        ("Tags: ferries, strike", "topic list"),
        ("ferries,strike,the north,shipping", "topic list"),
        ("Reuters |", "credit"),
        ("(with inputs from agencies)", "credit"),
        ("Source: Harbour Herald", "credit"),
        ("By Jane Doe", "byline"),
        ("Published on Mar 05, 2024 03:49 PM IST", "byline"),
        ("• February 8, 2021", "byline"),
        ("Publicado el 8 de febrero de 2021", "byline"),
        ("Friday, March 5, 2021", "byline"),
        ("3 hours ago", "byline"),
        ("Old Harbour 12°C", "weather"),
        ("12 Comments", "comments"),
        ("Your email address will not be published. Required fields are marked *", "comments"),
    ],
)
def test_furniture_is_known_by_its_words_or_its_shape(line: str, reason: str) -> None:
    assert label_reason(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "The court said on Tuesday that the site's cookie banner broke the law.",
        "She asked readers to subscribe to the idea that ships are better than bridges.",
        "“Read more books,” the minister told the pupils on Friday.",
        "By Monday the harbour had been closed for the third time this year.",
        "The company, the union, and the state signed on 5 March 2024.",
        "HARBOUR TOWN (AP) -- Ships sail again.",
        "In 2020,000 people left.",
        "2024-03-05 the ferry sank off the coast, in a storm that nobody had seen coming.",
        "Share prices fell by a tenth on Monday after the strike began in the north.",
    ],
)
def test_sentences_that_sound_like_furniture_stay(line: str) -> None:
    assert label_reason(line) == ""


def test_teasers_of_a_similar_news_box_go_and_the_article_stays() -> None:
    text = BODY + (
        "Similar News:More stories that we found elsewhere\n"
        "Bridge opens on the coastThe new bridge over the sound was opened on Sunday by the king.\n"
        "Les mer »\n"
        "Storm hits the islandsA storm hit the western islands on Thursday and cut off their power.\n"
        "Les mer »\n"
    )
    result = cleared(text)
    assert [paragraph.line for paragraph in result.body] == [1, 2]
    assert [piece.reason for piece in result.removed] == ["teaser", "teaser", "read more", "teaser", "read more"]


def test_teasers_of_several_lines_go_whole() -> None:
    teaser = "{} opens on the coast\nThe new {} over the sound was opened by the king on Sunday.\nRead more\n"
    text = BODY + teaser.format("Bridge", "bridge") + teaser.format("Tunnel", "tunnel")
    assert [paragraph.line for paragraph in cleared(text).body] == [1, 2]


def test_the_article_goes_on_after_a_box_within_it() -> None:
    text = (
        BODY + "Related stories\nBridge opens on the coast\nStorm hits the islands\n\n" + BODY.replace("three", "four")
    )
    assert [paragraph.line for paragraph in cleared(text).body] == [1, 2, 8]


def test_one_read_more_below_a_paragraph_of_the_article_takes_only_the_link() -> None:
    assert reasons(BODY + "Read more\n") == {"Read more": "read more"}


def test_comments_go_down_to_the_end_of_the_page() -> None:
    text = BODY + "Leave a Reply\nI was on that ferry on Friday, and it was late again, as it always is.\n"
    assert set(reasons(text).values()) == {"comments"}
    assert len(cleared(text).body) == 2


def test_a_repeated_headline_goes_wherever_it_stands() -> None:
    title = "Ferries run again in the north"
    text = f"Home / Ships / {title}\n{title}\n{BODY}{title} – Harbour Times\n"
    assert sorted(reasons(text, title).values()) == ["headline", "headline", "navigation"]


def test_a_repeated_paragraph_goes_once_and_a_cut_lead_goes_before_the_whole_one() -> None:
    lead, second = BODY.splitlines()
    result = cleared(f"{lead[:70]}\n\n{lead}\n{second}\n{second}\n")
    assert [(piece.line, piece.reason) for piece in result.removed] == [
        (1, "repeated beginning"),
        (5, "repeated paragraph"),
    ]


def test_a_caption_goes_unless_it_tells_a_time() -> None:
    text = (
        BODY + "Sailors stand on the pier and look at the sea.(AFP)\nSailors strike on Friday in the port. (Reuters)\n"
    )
    assert list(reasons(text)) == ["Sailors stand on the pier and look at the sea.(AFP)"]


def test_labels_around_and_between_the_text_go() -> None:
    lead, second = BODY.splitlines()
    text = f"North desk\n{lead}\nLong shifts\n{second}\nJoin the Harbour Herald\nferries strike north\n"
    assert sorted(reasons(text).values()) == ["page foot", "page foot", "page head", "subheading"]


def test_items_of_a_chronology_stay() -> None:
    text = BODY + "- 3 March: the union calls a strike in the north\nMarch 12, 2021: the first ferries sail again\n"
    assert len(cleared(text).body) == 4


def test_a_sentence_that_was_cut_off_stays() -> None:
    cut = "The mayor of the old harbour town said in a long talk that the city and the state would have to"
    assert cleared(BODY + cut).body[-1].text == cut


def test_a_paragraph_in_another_language_goes() -> None:
    text = BODY + "Her finner du flere saker som ligner på denne, hentet fra andre aviser i landet.\n"
    assert list(reasons(text).values()) == ["other language"]


def test_a_page_without_sentences_keeps_its_lines() -> None:
    assert [paragraph.text for paragraph in cleared("Ferries sail again\n").body] == ["Ferries sail again"]
    assert clear([Paragraph(1, "Ferries sail again")], language="de").language == "de"
