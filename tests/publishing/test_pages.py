"""What readers see on each kind of page."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from lxml import html as lxml_html

from generator.model import Timeline
from generator.publishing.assets import find_assets
from generator.publishing.atlas import Atlas
from generator.publishing.event_page import event_page, withdrawn_page
from generator.publishing.page import Page
from generator.publishing.pages import files, home, pages
from generator.publishing.report_links import edit_url
from generator.publishing.site_info import SiteInfo
from generator.publishing.slots import kind_of

VOTE = "events/2021-03-04-council-approves-bridge/"


def text(page: Page) -> str:
    """The text of a page as a reader sees it."""
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", page.content)).split())


def test_every_link_within_the_site_leads_to_a_page_a_file_or_a_place(
    built: dict[str, Page], harbour: Timeline, site: SiteInfo
) -> None:
    known = {*built, *(draft.path for draft in files(Atlas(harbour, site))), *find_assets().files, site.method_path}
    for page in built.values():
        tree = lxml_html.fromstring(page.content + page.head)
        anchors = {str(anchor) for anchor in tree.xpath("//@id")}
        for href in tree.xpath("//@href"):
            if urlsplit(href).scheme:
                continue
            target = urlsplit(urljoin(f"https://a.example/sub/{page.path}", href))
            assert target.path.removeprefix("/sub/") in known, (page.path, href)
            assert not href.startswith("#") or target.fragment in anchors, (page.path, href)


def test_the_navigation_names_a_page_as_the_page_itself_does(
    built: dict[str, Page], harbour: Timeline, site: SiteInfo
) -> None:
    drafts = [home(Atlas(harbour, site)), *pages(Atlas(harbour, site))]
    named = {draft.path: draft.title for draft in drafts if kind_of(draft).single}

    assert named == {path: built[path].title for path in named}
    assert {"", "sources/", "data/"} <= set(named)


def test_no_id_stands_twice_on_a_page(built: dict[str, Page]) -> None:
    for page in built.values():
        anchors = lxml_html.fromstring(page.content).xpath("//@id")
        assert len(anchors) == len(set(anchors)), page.path


def test_every_page_has_one_headline_and_no_level_left_out(built: dict[str, Page]) -> None:
    for page in built.values():
        levels = [int(level) for level in re.findall(r"<h([1-6])", page.content)]
        assert levels.count(1) == 1, page.path
        assert all(after - before <= 1 for before, after in pairwise(levels)), page.path


def test_every_heading_of_the_table_of_contents_is_there(built: dict[str, Page]) -> None:
    for page in built.values():
        anchors = lxml_html.fromstring(page.content).xpath("//@id")
        assert {entry.anchor for entry in page.toc} <= set(anchors), page.path


def test_descriptions_are_short_plain_text(built: dict[str, Page]) -> None:
    for page in built.values():
        assert 0 < len(page.description) <= 160, page.path
        assert "**" not in page.description


def test_the_home_page_begins_with_its_facts(built: dict[str, Page]) -> None:
    assert text(built[""]).startswith(
        "The harbour bridge How the harbour bridge of Fernhaven was planned, built and opened, as newspapers "
        "reported it. 8 events 6 sources covers May 2020 – Mar 2027 updated 2 November 2026 how we work"
    )


def test_the_home_page_links_to_the_latest_event_that_has_begun(built: dict[str, Page]) -> None:
    assert 'href="#2025-opening">Latest: 2025</a>' in built[""].content


def test_the_timeline_is_an_ordered_list_by_year_the_oldest_first(built: dict[str, Page]) -> None:
    tree = lxml_html.fromstring(built[""].content)
    assert [h2.text_content() for h2 in tree.xpath("//h2")] == ["2020", "2021", "2023", "2024", "2025", "2027"]
    assert len(tree.xpath("//section/ol/li//h3")) == 8


def test_a_time_element_stands_only_where_html_can_say_the_date(built: dict[str, Page]) -> None:
    times = lxml_html.fromstring(built[""].content).xpath("//ol//time/@datetime")
    assert times == ["2021-03-04", "2023-06-14", "2025", "2027-03"]


def test_what_is_planned_and_what_is_approximate_is_marked_in_words(built: dict[str, Page]) -> None:
    content = built[""].content
    assert 'aria-label="Month, not the day, approximate"' in content
    assert "Was planned" in content
    assert ">Planned<" in content


def test_a_timeline_of_no_events_says_so(site: SiteInfo) -> None:
    page = home(Atlas(Timeline(), site)).make()
    assert "No event has been published yet." in page.content
    assert list(pages(Atlas(Timeline(), site))) == []


def test_months_are_named_in_a_year_with_many_events(site: SiteInfo) -> None:
    events = [{"id": f"e{n}", "title": "x", "date": f"2022-{1 + n // 4:02}-{1 + n:02}"} for n in range(12)]
    content = home(Atlas(Timeline.model_validate({"events": events}), site)).make().content
    assert re.findall(r'dl-month">(\w+)<', content) == ["January", "February", "March"]


def test_candidates_are_on_no_page(built: dict[str, Page]) -> None:
    assert "nobody has checked" not in "".join(page.content for page in built.values())
    assert "events/2022-strike/" not in built


def test_candidates_that_are_asked_for_are_marked_and_not_listed_by_search_engines(
    harbour: Timeline, site: SiteInfo
) -> None:
    draft = replace(site, candidates=True)
    found = {each.path: each.make() for each in pages(Atlas(harbour, draft))}
    assert "Candidate: not checked" in home(Atlas(harbour, draft)).make().content
    assert "nobody has checked it yet" in text(found["events/2022-strike/"])
    assert not found["events/2022-strike/"].indexed


def test_what_is_said_of_a_page_beforehand_is_true_of_it(
    harbour: Timeline, site: SiteInfo, bare_site: SiteInfo
) -> None:
    for each in (replace(site, candidates=True), bare_site):
        atlas = Atlas(harbour, each)
        for draft in (home(atlas), *pages(atlas)):
            page = draft.make()
            assert (page.path, kind_of(page)) == (draft.path, kind_of(draft))


def test_a_rejected_event_is_nowhere(built: dict[str, Page]) -> None:
    assert "2022-refused" not in "".join(page.path + page.content for page in built.values())


def test_whoever_a_withdrawn_event_concerns_can_turn_to_the_editors(atlas_of: Callable[..., Atlas]) -> None:
    for contact, said in (("https://a.example/us", "Contact the editors</a>"), ("us@a.example", "<bdi>us@a.example")):
        atlas = atlas_of(review="withdrawn", reason="It was another.", timeline={"contact": contact})
        assert said in withdrawn_page(atlas.withdrawn[0], atlas).content


def test_a_withdrawn_event_is_in_no_list_and_has_a_page_that_says_why(built: dict[str, Page]) -> None:
    page = built["events/2022-collapse/"]
    assert "The report was about another harbour." in text(page)
    assert "had collapsed" not in text(page)
    assert not page.indexed
    assert page.search == ()
    others = [other.content for path, other in built.items() if path != page.path]
    assert "2022-collapse" not in "".join(others)


def test_an_id_that_an_event_used_to_have_leads_on(built: dict[str, Page]) -> None:
    page = built["events/2021-03-bridge-vote/"]
    assert '<meta http-equiv="refresh" content="0; url=../../events/2021-03-04-council-approves-bridge/">' in page.head
    assert 'href="../../events/2021-03-04-council-approves-bridge/"' in page.content
    assert (page.canonical, page.indexed) == (VOTE, False)


def test_an_events_page_tells_all_that_is_known_of_it(built: dict[str, Page]) -> None:
    words = text(built[VOTE])
    for expected in (
        "4 March 2021 19:30 Europe/London Council approves the harbour bridge Disputed Happened, as 2",
        "The council voted 14 to 3 for a bridge across the harbour.",
        "How we know the date Fernhaven Gazette says “ on Thursday ”.",
        "Coast Tribune (Harbour Wire)",
        "Archived copy",
        "Behind a paywall: reading it may need a subscription",
        "Reprints Harbour Wire: not counted as a second source",
        "What is disputed The opposition says that two members were not told of the vote.",
        "Reply The council's clerk says that all members were told in writing.",
        "Correction 2 November 2026 The vote was 14 to 3, not 13 to 3.",
        "Outcome Building was to begin spring 2023",
        "Before about May 2020 Talks about replacing the ferry begin",
        "After spring 2023 Building was to begin",
    ):
        assert expected in words, expected


def test_a_source_opens_at_its_quote(built: dict[str, Page]) -> None:
    assert (
        'href="https://gazette.example/2021/bridge#:~:text=After%20a%20debate%20of%20four%20hours,'
        'tolls%20%26%20all%2C%20across%20the%20harbour"'
    ) in built[VOTE].content


def test_a_digest_is_shown_as_ours_and_never_quoted(atlas_of: Callable[..., Atlas]) -> None:
    source = {"publisher": "AP", "kind": "digest"}
    atlas = atlas_of(sources={"ap": source}, citations=[{"source": "ap", "quote": "our words"}])
    page = event_page(atlas.shown[0], atlas)
    assert "Our own digest: no online copy known" in page.content
    assert "our words" not in page.content


def test_a_source_without_an_address_says_so(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(sources={"ap": {"publisher": "AP", "note": "In print only."}}, citations=[{"source": "ap"}])
    words = text(event_page(atlas.shown[0], atlas))
    assert "No online copy known In print only." in words


def test_only_actors_with_an_entry_have_a_page(built: dict[str, Page]) -> None:
    assert {path for path in built if path.startswith("actors/")} == {"actors/", "actors/okafor/", "actors/council/"}
    assert "<bdi>Lena Brandt</bdi>" in built[VOTE].content
    assert "Lena Brandt</bdi></a>" not in built[VOTE].content


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("years/2023/", ["Building was to begin", "Cranes return to the harbour after a year without work"]),
        (
            "actors/okafor/",
            [
                "Council approves the harbour bridge",
                "Cranes return to the harbour after a year without work",
                "The bridge opens",
            ],
        ),
        ("tags/opening/", ["The bridge opens"]),
        ("sources/letters-2020/", ["Talks about replacing the ferry begin"]),
    ],
)
def test_each_listing_has_a_timeline_of_its_own(built: dict[str, Page], path: str, titles: list[str]) -> None:
    tree = lxml_html.fromstring(built[path].content)
    assert [h3.text_content() for h3 in tree.xpath("//ol//h3")] == titles


def test_a_source_that_no_shown_event_cites_has_no_page(site: SiteInfo) -> None:
    timeline = Timeline.model_validate(
        {
            "sources": {"a": {"publisher": "A"}},
            "events": [{"id": "x", "title": "x", "review": "candidate", "citations": [{"source": "a"}]}],
        }
    )
    assert list(pages(Atlas(timeline, site))) == []


def test_an_overview_counts_the_events_of_each(built: dict[str, Page]) -> None:
    assert "building 3 events" in text(built["tags/"])
    assert "Ada Okafor 3 events Mayor of Fernhaven since 2019." in text(built["actors/"])


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"status": "happened", "date": "2022"}, "Happened, as 1 source reports."),
        ({"status": "cancelled", "date": "2022"}, "Cancelled, as 1 source reports."),
        ({"status": "postponed", "date": "2022"}, "Postponed, as 1 source reports."),
        (
            {"status": "planned", "date": "2022"},
            "Its date has passed; our sources do not report whether it took place.",
        ),
        (
            {"status": "planned", "date": "2027"},
            "On 21 November 2026, when this page was made, its date had not passed.",
        ),
        ({"status": "planned", "date": "2026-11"}, "its date had not passed."),
        ({"status": "planned"}, "Planned, as 1 source reports. No date is known."),
        (
            {"attributed_to": "the Kremlin"},
            "According to the Kremlin , whose account we report and do not vouch for.",
        ),
        ({"citations": []}, "Happened, but no source is given yet."),
        ({"citations": [], "status": "planned"}, "Planned; no source is given yet."),
    ],
)
def test_the_status_is_said_in_a_sentence(
    atlas_of: Callable[..., Atlas], fields: dict[str, object], sentence: str
) -> None:
    atlas = atlas_of(**{"sources": {"ap": {"publisher": "AP"}}, "citations": [{"source": "ap"}], **fields})
    assert sentence in text(event_page(atlas.shown[0], atlas))


def test_the_timeline_tells_whose_account_an_event_is(built: dict[str, Page]) -> None:
    assert "According to the contractor · Harbour Wire · 1 source" in text(built[""])


def test_a_planned_event_whose_outcome_is_known_says_where(site: SiteInfo) -> None:
    events = [
        {
            "id": "plan",
            "title": "Plan",
            "date": "2022",
            "status": "planned",
            "related": [{"id": "end", "as": "outcome"}],
        },
        {"id": "end", "title": "End", "date": "2023"},
    ]
    atlas = Atlas(Timeline.model_validate({"events": events}), site)
    words = text(event_page(atlas.shown[0], atlas))
    assert "What became of it is told under “Outcome”." in words
    assert "Outcome End 2023" in words


def test_an_event_can_be_edited_at_its_line(built: dict[str, Page]) -> None:
    address = "https://code.example/archive/bridge/edit/main/data/events.yaml#L57"
    assert built[VOTE].edit_url == address
    assert f'href="{address}"' in built[VOTE].content


def test_an_event_in_a_file_of_its_year_is_edited_there(atlas: Atlas, site: SiteInfo) -> None:
    event = next(event for event in atlas.shown if event.id == "2021-03-04-council-approves-bridge")
    named = replace(site, files={event.id: "events/2021.yaml"})
    assert edit_url(event, named) == "https://code.example/archive/bridge/edit/main/data/events/2021.yaml#L57"


def test_a_mistake_is_reported_with_what_is_known_filled_in(built: dict[str, Page]) -> None:
    tree = lxml_html.fromstring(built[VOTE].content)
    (href,) = tree.xpath("//a[.='Report a mistake']/@href")
    fields = parse_qs(urlsplit(href).query)
    assert fields["title"] == ["Mistake in “Council approves the harbour bridge”"]
    assert "Event: 2021-03-04-council-approves-bridge" in fields["body"][0]
    assert f"Page: https://bridge.example/timeline/{VOTE}" in fields["body"][0]
    assert (fields["template"], fields["event"]) == (["mistake.yml"], [f"https://bridge.example/timeline/{VOTE}"])


def test_a_site_without_a_repository_offers_the_contact_only(harbour: Timeline, bare_site: SiteInfo) -> None:
    page = next(draft.make() for draft in pages(Atlas(harbour, bare_site)) if draft.path == VOTE)
    assert page.edit_url == ""
    assert "Report a mistake" not in page.content
    assert 'href="https://archive.example/contact">Contact the editors' in page.content


def test_a_contact_that_is_no_address_is_text(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(timeline={"contact": "desk@paper.example"})
    assert "Contact: <bdi>desk@paper.example</bdi>" in event_page(atlas.shown[0], atlas).content


@pytest.mark.parametrize(
    ("file", "shown"), [("images/bridge.jpg", True), ("https://evil.example/x.png", False), ("../x", False)]
)
def test_an_image_is_a_file_of_the_site(atlas_of: Callable[..., Atlas], file: str, shown: bool) -> None:  # noqa: FBT001 a table's column
    atlas = atlas_of(media={"file": file, "alt": "A bridge", "credit": "Archive", "license": "CC0"})
    content = event_page(atlas.shown[0], atlas).content
    assert ('<img src="../../images/bridge.jpg" alt="A bridge"' in content) == shown
    assert ("Archive · CC0" in content) == shown
    assert "evil" not in content


def test_an_event_is_found_by_its_words_names_and_date(built: dict[str, Page]) -> None:
    (entry,) = built[VOTE].search
    assert entry.location == VOTE
    assert entry.text.startswith("4 March 2021. The council voted 14 to 3")
    assert "Lena Brandt" in entry.text
    assert entry.tags == ("decision", "money")


def test_a_page_tells_when_it_last_changed(built: dict[str, Page]) -> None:
    assert built[VOTE].updated == dt.date(2026, 11, 2)
    assert built["events/2025-opening/"].updated == dt.date(2026, 10, 4)


def test_a_period_is_a_band_at_its_first_event(built: dict[str, Page]) -> None:
    assert built[""].content.count("Years of building") == 1
    assert "Period Years of building (2023 – 2025)" in text(built["events/2023-06-14-cranes-return/"])


def test_the_same_timeline_gives_the_same_pages(harbour: Timeline, site: SiteInfo, built: dict[str, Page]) -> None:
    assert {draft.path: draft.make() for draft in [home(Atlas(harbour, site)), *pages(Atlas(harbour, site))]} == built


def test_an_event_whose_source_or_date_is_missing_still_has_its_page(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(citations=[{"source": "absent", "when": "on Friday"}])
    page = event_page(atlas.shown[0], atlas)
    assert "The date is not known yet." in page.content
    assert "on Friday" not in page.content
    assert "Sources" not in page.content


def test_events_without_a_date_stand_last_under_a_heading_of_their_own(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of()
    page = home(atlas).make()
    assert '<h2 class="dl-year__title" id="year_unknown">Date not known</h2>' in page.content


def test_the_home_page_links_to_the_next_event_that_is_to_come(atlas_of: Callable[..., Atlas]) -> None:
    events = [
        {"id": "past", "title": "P", "date": "2026-11-01"},
        {"id": "soon", "title": "S", "date": "2026-12-01", "status": "planned"},
        {"id": "later", "title": "L", "date": "2027", "status": "planned"},
    ]
    page = lxml_html.fromstring(home(atlas_of(events=events)).make().content)
    link = page.xpath("//p[@class='dl-latest']/a")[-1]
    assert (link.text_content(), link.get("href")) == ("To come: 1 December 2026", "#soon")


def many(number: int) -> list[dict[str, str]]:
    """Events of two years, of which each tenth is a key event."""
    return [
        {
            "id": f"e{at}",
            "title": f"Event {at}",
            "date": f"{2020 + at % 2}-03-{at % 28 + 1:02}",
            "level": "key" if at % 50 == 0 else "normal",
        }
        for at in range(number)
    ]


def test_a_long_timeline_shows_the_most_important_of_each_year_and_leads_to_the_rest(atlas_of: Callable[..., Atlas]):
    atlas = atlas_of(events=many(200))
    page = lxml_html.fromstring(home(atlas).make().content)

    entries = page.xpath("//li[contains(@class, 'dl-entry')]")
    assert 6 <= len(entries) <= 24
    assert {entry.get("id") for entry in entries} >= {"e0", "e50", "e100", "e150"}
    assert [link.text_content() for link in page.xpath("//p[@class='dl-more']/a")] == [
        "All 100 events of 2020",
        "All 100 events of 2021",
    ]
    assert all(href.startswith("years/") for href in page.xpath("//a[@class='dl-bar']/@href"))


def test_a_timeline_that_is_not_long_is_shown_whole(atlas_of: Callable[..., Atlas]):
    page = lxml_html.fromstring(home(atlas_of(events=many(199))).make().content)
    assert len(page.xpath("//li[contains(@class, 'dl-entry')]")) == 199


def test_what_is_of_a_whole_year_stands_before_its_months(atlas_of: Callable[..., Atlas]):
    events = [{"id": "whole", "title": "W", "date": "2022"}] + [
        {"id": f"e{at}", "title": "T", "date": f"2022-01-0{at + 1}"} for at in range(9)
    ]
    page = lxml_html.fromstring(home(atlas_of(events=events)).make().content)
    first, second = page.xpath("//li[contains(@class, 'dl-entry')]")[:2]
    assert first.get("id") == "whole"
    assert not first.xpath("p[@class='dl-month']")
    assert second.xpath("p[@class='dl-month']/text()") == ["January"]
