from __future__ import annotations

from generator.curating.load import load_text
from generator.reviewing.card import card, near_lines, plain
from generator.reviewing.desk import Case
from generator.reviewing.near import Near


def case(path, text):
    timeline = load_text(text, path).timeline
    return Case(path, timeline.events[0], timeline)


def said(lines):
    return "\n".join(line.text for line in lines)


def test_a_candidate_is_told_with_its_date_in_words_why_its_sentence_and_its_source(desk):
    text = said(card(desk.cases()[0], [], 2, 5))
    for part in [
        "2 of 5",
        "A storm floods Port Elm",
        "14 March 2024 (2024-03-14)",
        "“Harbour flooded”, Northern Echo, 16 March 2024",
        "“A storm flooded Port Elm on Thursday.”",
        "“on Thursday”, counted from 16 March 2024, gives 14 March 2024 (high confidence)",
        "No event of about that date is like it.",
    ]:
        assert part in text


def test_an_event_that_it_seems_to_be_is_named_with_how_alike_they_are(desk):
    case = desk.cases()[0]
    text = said(card(case, desk.near(case), 1, 1))
    assert "It seems to be this event (" in text
    assert "14 March 2024: Storm floods Port Elm" in text
    assert "2024-03-14-storm-floods-port-elm, 1 source" in text


def test_what_is_less_alike_may_be_it_and_what_is_hardly_alike_is_not_named(desk):
    case = desk.cases()[0]
    event = desk.near(case)[0].event
    assert "It may belong to this event (50 of 100" in said(card(case, [Near(event, 50.0, enough=False)], 1, 1))
    assert "No event of about that date" in said(card(case, [Near(event, 20.0, enough=False)], 1, 1))


def test_a_date_that_is_not_known_a_plan_and_an_account_are_said(tmp_path):
    text = (
        "sources: {a-b: {publisher: Coast Daily}}\nevents:\n  - title: Fair\n    status: planned\n"
        "    review: candidate\n    summary: There will be a fair.\n    attributed_to: the mayor\n"
        "    citations: [{source: a-b, when: soon, reason: nothing says when}]\n"
    )
    told = said(card(case(tmp_path / "t.yaml", text), [], 1, 1))
    assert "No date yet, planned" in told
    assert "The account of the mayor" in told
    assert "There will be a fair." in told
    assert "Coast Daily, publication date not known" in told
    assert "“soon” gives no date yet" in told
    assert "Because nothing says when" in told


def test_of_many_citations_three_are_shown(tmp_path):
    keys = [f"s-{number}" for number in range(5)]
    sources = "".join(f"  {key}: {{url: 'https://{key}.example/'}}\n" for key in keys)
    text = f"sources:\n{sources}events:\n  - date: 2024\n    title: Fair\n    review: candidate\n    citations:\n"
    text += "".join(f"      - source: {key}\n" for key in keys)
    told = said(card(case(tmp_path / "t.yaml", text), [], 1, 1))
    assert told.count("https://s-") == 3
    assert "… and 2 further sources" in told


def test_what_a_terminal_would_obey_is_never_shown():
    assert plain("a\x1b[2Jb\x07\u202ec\nd\u200de") == "a [2Jb c d\u200de"


def test_events_to_choose_from_have_numbers_and_say_what_they_are(tmp_path):
    text = "events:\n  - {id: a, date: 2024-05, title: Fair, review: candidate}\n"
    event = load_text(text, tmp_path / "t.yaml").timeline.events[0]
    assert said(near_lines([Near(event, 50.0, enough=False)], numbered=True)) == (
        "1  May 2024, candidate: Fair\na, 0 sources"
    )


def test_a_title_and_a_quote_without_end_do_not_take_the_screen(tmp_path):
    text = (
        f"events:\n  - {{title: {'x' * 5000}, review: candidate, summary: {'y' * 5000}, source: 'https://a.example'}}\n"
    )
    told = said(card(case(tmp_path / "t.yaml", text), [], 1, 1))
    assert f"{'x' * 1000}…\n" in told
    assert f"{'y' * 1000}…\n" in told
