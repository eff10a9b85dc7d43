"""What changed between two versions of a timeline is told in sentences, and strangers' words in them stay words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.curating.difference import Difference, compare
from generator.curating.load import load_text
from generator.curating.sentence import Sentence, as_markdown, as_text

BEFORE = """\
schema: 1
timeline: {title: The bridge}
actors:
  okafor: {name: Ada Okafor}
sources:
  gazette: {publisher: The Gazette, published: 2021-03-05, url: "https://gazette.example/bridge"}
  courier: {publisher: The Courier}
events:
  - id: vote
    date: 2021-03-04
    title: Council approves the bridge
    tags: [transport]
    response: The mayor says that all was in order.
    citations:
      - {source: gazette, quote: It was approved, date: 2021-03-04}
  - id: opening
    date: 2024-05
    title: The bridge opens
    status: planned
    citations:
      - {source: gazette}
      - {source: courier}
  - id: rumour
    date: 2022
    title: A rumour of delays
    review: candidate
    citations: [{source: courier}]
"""


def between(*changes: tuple[str, str], before: str = BEFORE) -> Difference:
    """What changed when texts in the file were replaced."""
    after = before
    for old, new in changes:
        assert old in after
        after = after.replace(old, new)
    loaded = [load_text(text, Path("events.yaml")) for text in (before, after)]
    assert [each.faults for each in loaded] == [(), ()]
    return compare(*(each.timeline for each in loaded))


def told(difference: Difference) -> list[str]:
    """All of its sentences but those that ask a person to look."""
    events = [(change.heading, *change.details) for change in difference.events]
    return [each.say(as_text) for each in (*(line for lines in events for line in lines), *difference.others)]


NEW = """\
  - id: strike
    date: 2023-21
    title: Builders strike
    citations: [{source: gazette}, {source: courier}]
"""

CASES = {
    "nothing": ([], []),
    "other spacing": ([("  - id: vote", "\n  # Here it begins.\n  - id: vote")], []),
    "a new event": (
        [("  - id: rumour", f"{NEW}  - id: rumour")],
        ["New: spring 2023, “Builders strike”", "cites “The Gazette”", "cites “The Courier”"],
    ),
    "an event gone": (
        [(BEFORE[BEFORE.index("  - id: rumour") :], "")],
        ["Removed: 2022, “A rumour of delays”"],
    ),
    "an id renamed": (
        [("id: opening", "id: bridge-opens\n    aliases: [opening]")],
        [
            "Renamed: May 2024, “The bridge opens”",
            "its id was “opening” and is “bridge-opens”; the old address leads there",
        ],
    ),
    "two merged": (
        [(BEFORE[BEFORE.index("  - id: rumour") :], ""), ("id: opening", "id: opening\n    aliases: [rumour]")],
        ["Merged: 2022, “A rumour of delays” into “The bridge opens”"],
    ),
    "a date": (
        [("date: 2021-03-04\n", "date: 2021-03-05\n")],
        ["Changed: 5 March 2021, “Council approves the bridge”", "its date was 4 March 2021 and is 5 March 2021"],
    ),
    "a date that is said alike": (
        [("date: 2024-05\n", "date: 2024-05-01/2024-05-31\n")],
        None,
    ),
    "a status": (
        [("status: planned", "status: happened")],
        ["Changed: May 2024, “The bridge opens”", "its status was planned and is happened"],
    ),
    "a tag": (
        [("tags: [transport]", "tags: [votes]")],
        [
            "Changed: 4 March 2021, “Council approves the bridge”",
            "it has the tag “votes” now",
            "it has the tag “transport” no longer",
        ],
    ),
    "a source of an event": (
        [("      - {source: gazette}\n", "")],
        ["Changed: May 2024, “The bridge opens”", "it cites “The Gazette” no longer"],
    ),
    "a quote": (
        [("It was approved", "It was passed")],
        [
            "Changed: 4 March 2021, “Council approves the bridge”",
            "“The Gazette”: the quote was “It was approved” and is “It was passed”",
        ],
    ),
    "a candidate accepted": (
        [("    review: candidate\n", "")],
        ["Accepted: 2022, “A rumour of delays”"],
    ),
    "a withdrawal": (
        [
            (
                "title: Council approves the bridge",
                "title: Council approves the bridge\n    review: withdrawn\n    reason: It was another bridge",
            )
        ],
        [
            "Withdrawn: 4 March 2021, “Council approves the bridge”",
            "the reason is now “It was another bridge”",
        ],
    ),
    "a correction": (
        [("date: 2024-05\n", "date: 2024-06\n    corrections: [{date: 2024-01-02, text: Not in May.}]\n")],
        [
            "Changed: June 2024, “The bridge opens”",
            "its date was May 2024 and is June 2024",
            "readers are told: “Not in May.”",
        ],
    ),
    "a source": (
        [("published: 2021-03-05", "published: 2021-03-06"), ("{publisher: The Courier}", "{publisher: The Post}")],
        [
            "the source “gazette”: published was “2021-03-05” and is “2021-03-06”",
            "the source “courier”: its publisher was “The Courier” and is “The Post”",
        ],
    ),
    "a source's date that was not known": (
        [("{publisher: The Courier}", "{publisher: The Courier, published: 2021-03-05}")],
        ["the source “courier”: published was “not known” and is “2021-03-05”"],
    ),
    "actors and views": (
        [
            ("okafor: {name: Ada Okafor}", "vidal: {name: Bo Vidal}"),
            ("events:\n", "views: [{id: power, title: Power}]\nevents:\n"),
        ],
        ["new actor: “vidal”, “Bo Vidal”", "gone actor: “okafor”, “Ada Okafor”", "new view: “power”, “Power”"],
    ),
    "the title of all": (
        [("{title: The bridge}", "{title: A bridge}")],
        ["the timeline's title was “The bridge” and is “A bridge”"],
    ),
}


@pytest.mark.parametrize(("changes", "sentences"), CASES.values(), ids=CASES)
def test_a_change_is_told_in_sentences(changes, sentences):
    said = told(between(*changes))
    if sentences is None:
        assert said[1].startswith("its date was")
    else:
        assert said == sentences


NEEDS = {
    "a removal": (
        [(BEFORE[BEFORE.index("  - id: opening") : BEFORE.index("  - id: rumour")], "")],
        "“The bridge opens” was published, and its address would lead nowhere: withdraw it, or put its id “opening” "  # noqa: ISC004 one sentence
        "among the aliases of another",
    ),
    "a date without a correction": (
        [("date: 2024-05\n", "date: 2024-06\n"), ("status: planned", "status: happened")],
        "“The bridge opens”: its date and status changed after readers saw it, and no correction says so",
    ),
    "other sources": (
        [("      - {source: gazette}\n", "")],
        "“The bridge opens”: its sources changed after readers saw it, and no correction says so",
    ),
    "one source alone": (
        [("    review: candidate\n", "")],
        "“A rumour of delays” rests on one source: is there a second?",
    ),
    "a reply gone": (
        [("    response: The mayor says that all was in order.\n", "")],
        "“Council approves the bridge”: a party's reply is gone",
    ),
    "published no more": (
        [("    status: planned\n", "    review: candidate\n")],
        "“The bridge opens” was published, and would vanish: withdraw it, and its page says why",
    ),
}


@pytest.mark.parametrize(("changes", "sentence"), NEEDS.values(), ids=NEEDS)
def test_what_a_person_should_look_at_is_named(changes, sentence):
    assert sentence in [need.say(as_text) for need in between(*changes).needs]


@pytest.mark.parametrize(
    "changes",
    [
        [("title: The bridge opens", "title: The bridge is opened")],
        [("date: 2024-05\n", "date: 2024-06\n    corrections: [{date: 2024-01-02, text: Not in May.}]\n")],
        [("id: opening", "id: bridge-opens\n    aliases: [opening]")],
        [(BEFORE[BEFORE.index("  - id: rumour") :], "")],
    ],
    ids=["a typo", "a date with its correction", "a rename", "a candidate's end"],
)
def test_what_harms_nobody_needs_no_look(changes):
    assert between(*changes).needs == ()


def test_published_events_are_counted_in_both_versions():
    difference = between(("    review: candidate\n", ""))
    assert (difference.before, difference.after, difference.count("changed")) == (2, 3, 1)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("@everyone see #12", "@\u2060everyone see \\#\u206012"),
        ("https://spam.example", "https:\u2060\\/\\/spam.example"),
        ("www.spam.example", "www\u2060.spam.example"),
        ("fixes GH-12", "fixes GH\u2060-12"),
        ("**loud** [x](y) <img src=x>", "\\*\\*loud\\*\\* \\[x\\]\\(y\\) \\<img src=x\\>"),
        ("`code` ![x](y) ~~no~~", "\\`code\\` \\!\\[x\\]\\(y\\) \\~\\~no\\~\\~"),
        ("two\nlines\r\n\tand a tab", "two lines and a tab"),
        ("\x1b[31mred\u202eturned", "\\[31mredturned"),
        ("commit 0a1b2c3d4e", "commit 0a1\u2060b2c3d4e"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_a_value_stays_words_in_markdown(value, shown):
    assert as_markdown(value).replace("\\-", "-") == shown.replace("\\/", "/")


def test_a_value_cannot_name_another_value():
    assert Sentence("{a} and {b}", {"a": "{b}", "b": "two"}).say(as_text) == "“{b}” and “two”"


OLD_ADDRESS = """\
schema: 1
events:
  - {id: vote, aliases: [ballot], date: 2021, title: The vote}
  - {id: strike, date: 2022, title: The strike}
"""


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (("vote, aliases: [ballot]", "vote"), "nowhere"),
        (("vote, aliases: [ballot]", "poll, aliases: [vote]"), "nowhere"),
    ],
)
def test_an_old_address_that_is_lost_is_told(change, where):
    needs = [need.say(as_text) for need in between(change, before=OLD_ADDRESS).needs]
    assert f"“The vote”: its old address “ballot” would lead {where}; an address is permanent" in needs


def test_an_old_address_that_leads_to_another_event_is_told():
    moved = (("vote, aliases: [ballot]", "vote"), ("{id: strike", "{id: strike, aliases: [ballot]"))
    needs = [need.say(as_text) for need in between(*moved, before=OLD_ADDRESS).needs]
    assert "“The vote”: its old address “ballot” would lead to “The strike”; an address is permanent" in needs


def test_an_old_address_that_still_leads_there_needs_no_look():
    renamed = between(("vote, aliases: [ballot]", "poll, aliases: [ballot, vote]"), before=OLD_ADDRESS)
    assert not [need for need in renamed.needs if "address" in need.say(as_text)]


def test_a_page_of_a_withdrawn_event_that_goes_is_told():
    before = "schema: 1\nevents:\n  - {id: vote, date: 2021, title: The vote, review: withdrawn, reason: Never}\n"
    [need] = between((before, "schema: 1\nevents: []\n"), before=before).needs
    assert "its address would lead nowhere" in need.say(as_text)


def test_of_two_periods_with_one_title_each_is_compared():
    before = "schema: 1\nperiods: [{title: P, from: 2013, to: 2014}, {title: P, from: 2015, to: 2016}]\nevents: []\n"
    [told] = between(("2013", "2012"), before=before).others
    assert told.say(as_text) == "the period “P” was rewritten"


SHORT = """\
schema: 1
events:
  - {id: vote, date: 2021-03-04, title: Council votes, source: "https://gazette.example/vote"}
  - {id: bridge, date: 2021-03-04, title: Bridge opens, source: "https://gazette.example/bridge"}
  - {id: fair, date: 2021-03-04, title: Fair opens, related: [{id: vote, as: follows}, {id: bridge, as: part-of}]}
"""


def test_short_sources_that_change_places_or_days_are_the_same_sources() -> None:
    head, first, second, third = SHORT.split("  - ")
    turned = third.replace(
        "{id: vote, as: follows}, {id: bridge, as: part-of}", "{id: bridge, as: part-of}, {id: vote, as: follows}"
    )
    old, new = SHORT, f"{head}  - {second}  - {turned}  - {first}"
    assert told(between((old, new), before=SHORT)) == []
    assert told(between(("date: 2021-03-04, title: Council", "date: 2021-03-05, title: Council"), before=SHORT)) == [
        "Changed: 5 March 2021, “Council votes”",
        "its date was 4 March 2021 and is 5 March 2021",
    ]


def test_a_short_source_that_becomes_another_is_told_and_the_others_are_as_they_were() -> None:
    assert told(between(("gazette.example/vote", "courier.example/vote"), before=SHORT)) == [
        "Changed: 4 March 2021, “Council votes”",
        "it cites “courier.example” now",
        "it cites “gazette.example” no longer",
        "new source: “courier-example-2021-03-04”, “courier.example”",
        "gone source: “https://gazette.example/vote”, “gazette.example”",
    ]


def test_a_short_source_that_gets_an_entry_is_told_with_what_is_known_of_it_now() -> None:
    vote = '{url: "https://gazette.example/vote", publisher: gazette.example, title: The vote}'
    lines = told(between(("events:", f"sources:\n  vote-2021: {vote}\nevents:"), before=SHORT))
    assert lines == ["the source “vote-2021”: its title was “none” and is “The vote”"]
