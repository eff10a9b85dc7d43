from __future__ import annotations

import datetime as dt

import pytest

from generator.extracting import Candidate, Extraction, extract
from generator.reading.article import Article, PublishedDate

FRIDAY = dt.date(2021, 6, 18)


def article(text: str, dct: dt.date | None = FRIDAY, **fields: str) -> Article:
    published = PublishedDate(dct, "byline", confidence=fields.pop("confidence", "high")) if dct else None  # type: ignore[arg-type]
    lines = tuple(range(10, 10 + text.count("\n") + 1))
    return Article("a.txt", text, lines, published=published, **fields)  # type: ignore[arg-type]


def run(text: str, dct: dt.date | None = FRIDAY, **fields: str) -> Extraction:
    return extract(article(text, dct, **fields))


def only(text: str, dct: dt.date | None = FRIDAY, **fields: str) -> Candidate:
    (candidate,) = run(text, dct, **fields).candidates
    return candidate


def dates(text: str, dct: dt.date | None = FRIDAY) -> list[str]:
    return [str(candidate.date) for candidate in run(text, dct).candidates]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Norwegian President Ingrid Halvorsen opened the bridge on Monday.", "Ingrid Halvorsen opened the bridge"),
        ("OSLO (AP) -- Ingrid Halvorsen opened the bridge on Monday.", "Ingrid Halvorsen opened the bridge"),
        ("The council approved the plan on Monday, in what was seen as a defeat.", "Council approved the plan"),
        ("The council approved the plan on Monday, during which two members left.", "Council approved the plan"),
        ("At a September meeting in Lisbon, Okafor praised the plan.", "Okafor praised the plan"),
        ("Lind, in a speech on Monday, praised the plan.", "Lind praised the plan"),
        ("The ministers met on Monday and the two sides signed a treaty.", "Ministers met"),
        ("The call followed visits by the Danish and Finnish ministers to Oslo last month.",
         "Danish and Finnish ministers visited Oslo"),
        ("Okafor was expecting Lind to visit Ghana again in autumn 2022.", "Lind expected to visit Ghana again"),
        ("The ministry said the bridge had collapsed on Monday.", "Bridge collapsed"),
        ("The bridge collapsed on Monday, the ministry said.", "Bridge collapsed"),
        ("The bridge collapsed in Oslo, the ministry said on Monday.", "Ministry said the bridge collapsed in Oslo"),
        ("“We have opened a new harbour for all,” Okafor said on Monday.",
         "Okafor: “We have opened a new harbour for all”"),
        ("Okafor noted that Monday marked the beginning of the harvest in the valley.",
         "Beginning of the harvest in the valley is marked"),
        ("Lind fell from a horse and broke a leg on Monday.", "Lind broke a leg"),
        ("Okafor wished the Ghanaian minister luck in the July presidential elections.",
         "Presidential elections to be held"),
        ("Okafor praised the hosts of the April summit in Lisbon.", "Summit in Lisbon held"),
        ("The row followed Okafor's visit to Lisbon last month.", "Okafor visited Lisbon"),
        ("It was built by Harbour Works, which opened a yard in Lisbon on Monday.",
         "Harbour Works opened a yard in Lisbon"),
        ("There was a row, and Okafor, who met Lind on Monday, left.", "Okafor met Lind"),
        ("The council met in Lisbon, Monday, to praise the plan.", "Council met in Lisbon"),
        ("Okafor and Lind, friends since school, and Vidal met on Monday.", "Lind and Vidal met"),
        ("The two ministers of the neighbouring northern country Daniel Okafor and Ruth Lind met on Monday.",
         "Daniel Okafor and Ruth Lind met"),
        ("Okafor and the head of the club, Ruth Lind, met in Lagos on Monday.",
         "Okafor and the head of the club met in Lagos"),
        ("Ruth Lind has said that the plan was approved on Monday.", "Plan was approved"),
        ("The treaty, signed in 2019, has lapsed.", "Treaty was signed"),
        ("Okafor said on Friday that the treaty was signed in 2019.", "Treaty was signed"),
        ("Okafor said on Friday that the treaty was signed in 2019.", "Okafor said the treaty was signed"),
        ("The fire followed the death of Anna Lind in May.", "Anna Lind died"),
        ("Speaking on Monday, Okafor said the bridge was safe.", "Okafor said the bridge was safe"),
        ("Ruth Lind told the court on Monday the bridge had shaken.", "Ruth Lind said the bridge had shaken"),
        ("On Monday ministers from Lagos, Accra and Lome signed a treaty.",
         "Ministers from Lagos, Accra and Lome signed a treaty"),
        ("The council , which met in Lagos on Monday , did n't vote .", "Council met in Lagos"),
        ("Anna Lind , whose trial began on Monday , denies it .", "Anna Lind’s trial began"),
        ("The trial of Anna Lind, which began on Monday, goes on.", "Trial of Anna Lind began"),
        ("The harbour was opened and blessed on Monday.", "Harbour was blessed"),
        ("The harbour reopened on Monday after a flood that killed three people.",
         "Harbour reopened after a flood that killed three people"),
        ("Voters rejected a plan on Monday that would have closed the mine.",
         "Voters rejected a plan that would have closed the mine"),
        ("The city's largest maker of boats and bicycles Harbour Works named Ruth Lind as head on Monday.",
         "Harbour Works named Ruth Lind as head"),
    ],
)  # fmt: skip
def test_a_title_is_a_headline(text: str, title: str) -> None:
    titles = [candidate.title for candidate in run(text).candidates]
    assert title in titles


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The harbour is old.", "no date in it"),
        ("The strike lasted three weeks.", "a length of time is not a date"),
        ("The council meets every Monday.", "something that recurs has no date of its own"),
        ("The council is now in session.", "“now” names no day, month or year"),
        ("Did the council meet on Monday?", "a question reports nothing"),
        ("Published on June 18, 2021", "the page's own date, not an event's"),
        ("The harbour at dawn, June 2021", "no finite verb: a heading, caption or fragment"),
        ("The council has sat since 2014.", "“since 2014” says how long something lasts, not when it happened"),
        ("The council did not meet on Monday.", "it says what did not happen"),
        ("The council might meet on Monday.", "“might” says what may happen or ought to, not what did"),
        ("If the council met on Monday, nobody saw it.", "a condition, not something that happened"),
        ("The city is rich and its income was 3 million in 2019.",
         "“was” tells a state and no event"),
        ("They breached the 2019 agreement.", "“2019” belongs to “agreement”, not to the verb of its clause"),
        ("Mayor Berg sent good wishes for Easter.", "“Easter” is named as a feast, and dates nothing"),
        ("He congratulated Mayor Berg on her Christmas.", "“Christmas” is named as a feast, and dates nothing"),
        ("Sales rose sharply compared with April.", "“April” is what something is compared with"),
        ("The council usually met on Monday.", "“usually” says what is usual, not what happened once"),
        ("Okafor presents the news tonight.",
         "“presents” is present and tells a habit, a programme or a plot, not what happened"),
        ("I met Lind on Monday.", "“i” does something here: somebody's own story"),
        ("The ferry was to sail on Monday.",
         "“was to sail on” announces it, and whether it took place then is not said"),
        ("The ferry probably sank on Monday.", "“probably” says what may happen or ought to, not what did"),
        ("By Monday the ferry had sunk.", "“by Monday” does not say when"),
        ("The ferry sank less than 50 years ago.", "“less than 50 years ago” does not say when"),
        ("He left the town to its fate to this day.", "“this day” needs the words around it to be a date"),
        ("Lind praised the treaty signed on Monday.", "“Monday” belongs to “signed”, not to the verb of its clause"),
        ("Lind returned after the fire on Monday.",
         "“Monday” belongs to “after the fire”, not to the verb of its clause"),
        ("Lind read Monday's paper.", "“Monday” belongs to “Monday’s”, not to the verb of its clause"),
        ("Born in Lagos in May, Lind left.", "“May” belongs to “Born”, not to the verb of its clause"),
        ("Lind met Okafor at 9pm.", "a time of day without a day"),
        ("He left on Monday.", "no headline can be made from the clause at the date"),
        ("According to an April 2 report in a magazine, the firm lost its case.",
         "“April 2” dates the report that is cited, not an event"),
    ],
)  # fmt: skip
def test_what_is_no_event_is_passed_with_a_reason(text: str, reason: str) -> None:
    extraction = run(text)
    assert not extraction.candidates
    assert [passed.reason for passed in extraction.passed] == [reason]


def test_a_saying_and_what_it_announces_are_two_candidates_with_fingerprints_of_their_own() -> None:
    text = (
        "Ingrid Halvorsen said on Friday she was expecting Rosa Vidal to make a state visit to Norway in spring 2022."
    )
    saying, visit = run(text).candidates
    assert (str(saying.date), saying.status) == ("2021-06-18", "happened")
    assert (str(visit.date), visit.status, visit.attributed_to) == ("2022-21", "planned", "Ingrid Halvorsen")
    assert saying.mention != visit.mention
    assert saying.score < visit.score + 0.1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The bridge collapsed on Monday, according to the ministry.", "ministry"),
        ("The bridge collapsed on Monday, Daniel Okafor said.", "Daniel Okafor"),
        ("The bridge collapsed on Monday, said Daniel Okafor.", "Daniel Okafor"),
        ("Daniel Okafor added that the bridge collapsed on Monday.", "Daniel Okafor"),
        ("The bridge collapsed on Monday, local media reports said.", "local media reports"),
        ("The bridge collapsed on Monday, according to figures released by Harbour Watch.", "Harbour Watch"),
        ("President Ingrid Halvorsen wept. She said the bridge collapsed on Monday.", "Ingrid Halvorsen"),
        ("The bridge collapsed on Monday.", ""),
    ],
)
def test_whose_account_it_is_is_told(text: str, speaker: str) -> None:
    assert only(text).attributed_to == speaker


def test_a_past_tense_wins_over_the_nearest_year() -> None:
    candidate = only("The army crossed the river on Feb. 24.", dt.date(2021, 12, 30))
    assert str(candidate.date) == "2021-02-24"


def test_what_is_still_to_come_has_not_happened() -> None:
    candidate = only("The Danish minister is also expected to visit later this month.")
    assert (str(candidate.date), candidate.status, candidate.title) == (
        "2021-06", "planned", "Danish minister is expected to visit",
    )  # fmt: skip


def test_a_date_that_waits_for_the_publication_date_is_kept_without_one() -> None:
    candidate = only("Okafor met Lind in Lagos on Tuesday.", None)
    assert candidate.date is None
    assert candidate.timex.text == "Tuesday"
    assert candidate.confidence == "low"


def test_what_can_be_read_in_two_ways_is_a_set_with_its_reason() -> None:
    candidate = only("Weeks before the invasion last February, Okafor met Lind in Lagos.", dt.date(2021, 10, 18))
    assert str(candidate.date) == "[2020-02,2021-02]"
    assert candidate.confidence == "low"
    assert "last February" in candidate.reason


def test_a_date_counted_from_an_inferred_publication_date_is_no_surer_than_that() -> None:
    assert only("Okafor met Lind on Monday.", confidence="low").confidence == "low"
    assert only("Okafor met Lind on 3 May 2021.", confidence="low").confidence == "high"


def test_a_digest_is_never_quoted() -> None:
    assert only("Okafor met Lind on Monday.", kind="digest").quote == ""


def test_a_long_sentence_is_quoted_in_part_and_the_date_is_in_the_quote() -> None:
    text = f"{'The council of the old harbour town, ' * 9}which nobody expected, approved it on 3 May 2021, he said."
    source = article(text)
    for candidate in extract(source).candidates:
        assert candidate.quote in source.text
        assert len(candidate.quote) <= 300
        assert "3 May 2021" in candidate.quote


def test_a_candidate_knows_its_line_in_the_file() -> None:
    assert only("The harbour is old.\nOkafor met Lind on Monday.").line == 11


def test_a_repeated_sentence_is_proposed_once() -> None:
    extraction = run("Okafor met Lind on Monday.\nOkafor met  Lind on Monday.")
    assert len(extraction.candidates) == 1
    assert [passed.reason for passed in extraction.passed] == ["the same sentence stands further up"]


def test_a_state_that_acts_is_an_actor_and_where_it_acts_a_place() -> None:
    candidate = only("Oslo sent its envoy to Denmark on Monday, since Norway had asked.")
    assert "Denmark" in candidate.places
    assert "Denmark" not in candidate.actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Norway and Denmark signed a treaty on Monday.", ("Norway", "Denmark")),
        ("The ministers of Norway and Denmark signed a treaty on Monday.", ()),
        ("Rosa Vidal, the minister, signed a treaty on Monday.", ("Rosa Vidal",)),
    ],
)
def test_who_acts_is_named(text: str, actors: tuple[str, ...]) -> None:
    assert only(text).actors == actors


def test_glued_words_are_taken_apart_in_the_title_and_kept_in_the_quote() -> None:
    text = "Ingrid Halvorsenand Daniel Okafor met in Lisbon on Monday. Halvorsen left."
    candidate = run(text).candidates[0]
    assert candidate.title == "Ingrid Halvorsen and Daniel Okafor met in Lisbon"
    assert candidate.quote == "Ingrid Halvorsenand Daniel Okafor met in Lisbon on Monday."
    assert candidate.summary == "Ingrid Halvorsen and Daniel Okafor met in Lisbon on Monday."


def test_the_reason_names_the_words_and_the_verb() -> None:
    assert only("Okafor met Lind in Lagos on Monday.").reason.startswith("“Monday” dates “met”.")


def test_scores_are_between_nothing_and_one_and_an_event_outranks_a_remark() -> None:
    event = only("Daniel Okafor met Ruth Lind in Lagos on 14 June 2021.")
    remark = only("Okafor noted that Monday marked the beginning of the harvest.")
    assert 0 <= remark.score < event.score <= 1


@pytest.mark.parametrize(
    "junk", ["He left on Monday, " * 3000, "." * 50000 + " on Monday", "A. " * 9000 + "on Monday."]
)
def test_a_page_without_sentences_is_passed_quickly(junk: str) -> None:
    assert not run(junk).candidates


def test_an_article_without_text_gives_nothing() -> None:
    assert run("") == Extraction((), ())


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the harbour on Christmas Day.",
        "On Friday, Christmas Day, the mayor opened the harbour.",
        "Last Easter, the mayor opened the harbour.",
        "At Easter, the mayor opened the harbour.",
    ],
)
def test_a_feast_with_a_preposition_dates_an_event(text: str) -> None:
    assert any("opened the harbour" in candidate.title for candidate in run(text).candidates)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ruth Lind arrived in Lagos. She met Okafor on Monday.", "Ruth Lind met Okafor"),
        ("Ruth Lind arrived in Lagos. Her brother left on Monday.", "Ruth Lind’s brother left"),
        ("Daniel Okafor and Ruth Lind arrived. They signed a treaty on Monday.",
         "Daniel Okafor and Ruth Lind signed a treaty"),
        ("Daniel Okafor met Ruth Lind. The two leaders signed a treaty on Monday.",
         "Daniel Okafor and Ruth Lind signed a treaty"),
        ("Norway sent an envoy. It signed a treaty on Monday.", "Norway signed a treaty"),
        ("Chilean President Rosa Vidal was late. At home it rained. The Chilean president signed a treaty on Monday.",
         "Rosa Vidal signed a treaty"),
    ],
)  # fmt: skip
def test_who_is_meant_is_named_where_the_article_leaves_no_doubt(text: str, title: str) -> None:
    assert title in [candidate.title for candidate in run(text).candidates]


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Lind's brother arrived. He met Okafor on Monday.",
        "“Ruth Lind is here.” He met Okafor on Monday.",
        "Daniel Okafor, Ruth Lind and Rosa Vidal arrived. They signed a treaty on Monday.",
        "The guests arrived. She met Okafor on Monday.",
        "A man died on Monday.",
    ],
)
def test_where_it_is_in_doubt_nobody_is_named_and_nothing_proposed(text: str) -> None:
    assert not run(text).candidates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Police said on Friday that the ferry sank on 3 May 2019.", "2019-05-03"),
        ("On Wednesday a man from Lagos was rescued.", "2021-06-16"),
        ("Ruth Lind died in June 1990 at home in Lagos.", "1990-06"),
    ],
)
def test_the_event_has_its_own_date_and_not_that_of_the_report(text: str, date: str) -> None:
    assert date in dates(text)


def test_a_headline_that_ran_into_the_lead_is_read_apart_from_it_and_quoted_as_it_stands() -> None:
    text = "Lind is due in court in July Lawyers from both sides met in Lagos on Monday. Many lawyers came."
    found = run(text).candidates
    assert "Lawyers from both sides met in Lagos" in [candidate.title for candidate in found]
    assert all(candidate.quote in text for candidate in found)
    assert len({candidate.sentence for candidate in found}) == 1


def test_tokenised_text_is_read_like_any_other_and_quoted_verbatim() -> None:
    text = "`` No ticket was left , '' he said . Lind 's brother left Lagos -LRB- his home -RRB- on Monday ."
    candidate = run(text).candidates[0]
    assert candidate.quote in text
    assert " 's" not in candidate.title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Anna Lind’s trial opened last year. The trial starts on Monday in Oslo.", "Anna Lind’s trial starts in Oslo"),
        ("The murder trial of Dr Anna Lind is near. Anna Lind left. A preliminary hearing began on Monday.",
         "Anna Lind’s preliminary hearing began"),
        ("Superstar Anna Lind sang in Oslo. Lind was loved. The singer died on Monday.", "Anna Lind died"),
        ("Ruth Lind was at home. Lind died on Monday.", "Ruth Lind died"),
        ("The row was new. By then Anna Lind had denied it. She left Oslo on Friday.", "Anna Lind left Oslo"),
        ("The WHO raised its alert on Monday.", "WHO raised its alert"),
        ("On Monday a nurse from Lagos, and a cook from Oslo were hurt by glass.",
         "Nurse from Lagos and a cook from Oslo were hurt by glass"),
        ("Five people were hurt in Oslo today four nurses and a cook linked to it.", "Five people were hurt in Oslo"),
        ("The band is old. Last year The Harbours released an album.", "The Harbours released an album"),
        ("Anna Greasly was killed in Oslo on Monday.", "Anna Greasly was killed in Oslo"),
        ("Lind's doctor was found guilty on Monday.", "Lind's doctor was found guilty"),
        ("Okafor left Lagos for the north back in 2011.", "Okafor left Lagos for the north"),
        ("The ministry on Monday will hold a meeting with representatives from the nine largest harbours of the coast.",
         "Ministry will hold a meeting"),
        ("Ten boxes of the new northern salt arrived on Monday at the National Institute for Marine Research of Lagos.",
         "Ten boxes of the new northern salt arrived"),
        ("On Monday the northern state will send a leaflet of many old pictures to households offering yearly advice.",
         "Northern state will send a leaflet of many old pictures to households"),
        ("Harbour officials today announced one more confirmed case of rust in Lagos.",
         "Harbour officials announced one more confirmed case of rust in Lagos"),
        ("Okafor presents the Harbour Show in the morning. Lind launched the Harbour Show in 2011.",
         "Lind launched the Harbour Show"),
    ],
)  # fmt: skip
def test_a_title_says_of_whom_and_ends_where_its_sentence_does(text: str, title: str) -> None:
    assert title in [candidate.title for candidate in run(text).candidates]


@pytest.mark.parametrize(
    "text",
    [
        "Michael Vidal’s doctor is in Oslo. The trial of Michael Vidal's doctor is near. The trial starts on Monday.",
        "Ruth Lind and Anna Lind left. Ruth Lind and Anna Lind sat. Lind died on Monday.",
        "Rosa Vidal, a nurse, was there. The superstar died on Monday.",
        "Rosa Vidal led the club. A second daughter was born in Oslo in 1954.",
        "The crew member flew out to Lagos on Monday.",
        "Led by Ruth Lind, the group today features players from Oslo.",
        "Okafor responded in July 2006: “I have a picture.”",
        "Karen answered: “1881 Census: she lived in Oslo.”",
        "This week, Okafor lingers in the rooms, listening to the music that Vidal composed here.",
        "A surge in numbers was likely this autumn.",
        "“He was my grandfather he was born in 1892.” He married Ruth Lind in 1914.",
    ],
)
def test_a_title_that_would_leave_open_who_or_what_is_not_made(text: str) -> None:
    assert not run(text).candidates


def test_what_the_present_says_of_a_day_to_come_is_planned() -> None:
    candidate = only("Anna Lind goes on trial in July.")
    assert (candidate.title, str(candidate.date), candidate.status) == ("Anna Lind goes on trial", "2021-07", "planned")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Tonight Lind and Okafor broadcast their shows live from Oslo.", "“broadcast” is present and tells a habit"),
        ("Lind, shown here in May, joined the club.", "“May” belongs to “shown”"),
    ],
)
def test_a_guide_and_a_caption_are_no_events(text: str, reason: str) -> None:
    (passed,) = run(text).passed
    assert passed.reason.startswith(reason)
