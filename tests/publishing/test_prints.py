"""Prints: what has the same print is the same, whatever was edited; and what was edited has another."""

from __future__ import annotations

import copy
import datetime as dt
import random
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.curating.load import load_timeline
from generator.model import (
    Actor,
    Citation,
    Correction,
    Event,
    Media,
    Period,
    PublishedBasis,
    Related,
    Source,
    Timeline,
    TimelineInfo,
    Translation,
    View,
)
from generator.publishing.pictures import PictureFile
from generator.publishing.prints import Prints, common
from generator.publishing.publication import Address, Publication, Read, prepare
from generator.publishing.selection import Selection
from generator.publishing.shells import Shell
from generator.publishing.slots import kind_of

HARBOUR = Path(__file__).parent / "data" / "harbour.yaml"
TODAY = dt.date(2026, 11, 21)
ADDRESS = Address("https://bridge.example/", "A site", edit_base="https://code.example/edit/")
PICTURES = {
    name: PictureFile(Path(name), name, size, size, f"small/{name}", size, size)
    for name, size in (("pier.png", 30), ("quay.png", 40))
}

Data = dict[str, Any]
Edit = Callable[[Data], object]


def _base() -> Data:
    """The harbour bridge, with everything in it that an event can have."""
    data = load_timeline(HARBOUR).model_dump(mode="json", by_alias=True, exclude_none=True)
    council = data["events"][1]
    council["media"] = {"file": "pier.png", "alt": "A pier", "credit": "Ada", "license": "CC0-1.0"}
    council["translations"] = {"es": {"title": "El puente", "summary": "Se aprueba.", "date": "2026-01-01"}}
    council["related"].append({"id": "2025-opening", "as": "part-of"})
    data["sources"]["original"] = {"publisher": "First Post", "original": "older-wire", "published": "2021-03-04"}
    data["sources"]["tribune-2021-03-05"]["original"] = "original"
    data["views"] = [
        {"id": "money", "title": "Money", "tags": ["money"], "actors": ["council"], "text": "What it cost."}
    ]
    return data


BASE = _base()

EDITS: Mapping[type[BaseModel], Mapping[str, Any]] = {
    Timeline: {
        "schema": "1",
        "timeline": {"title": "Another title"},
        "actors": {"council": {"name": "Another council"}},
        "sources": {},
        "events": [],
        "periods": [],
        "views": [],
    },
    TimelineInfo: {
        "title": "A bridge",
        "language": "es",
        "license": "CC0-1.0",
        "scope": "All of it.",
        "contact": "ada@bridge.example",
        "text": "A sentence on a bridge.",
    },
    Actor: {"name": "Fernhaven Town Council", "aliases": ["council members"], "text": "They decide."},
    Source: {
        "title": "Another headline",
        "publisher": "Another paper",
        "kind": "digest",
        "url": "https://other.example/",
        "archived": "https://archive.example/other",
        "access": "paywall",
        "original": "letters-2020",
        "language": "fr",
        "published": "2021-03-01",
        "published_basis": {"method": "editor"},
        "note": "A word on it.",
    },
    PublishedBasis: {"method": "dateline", "words": "5 March", "confidence": "low", "reason": "it is so"},
    Event: {
        "id": "2021-bridge",
        "date": "2022-05",
        "time": "20:00 Europe/London",
        "title": "The council says yes",
        "summary": "It *was* so.",
        "status": "postponed",
        "review": "withdrawn",
        "reason": "Because.",
        "disputed": "All of it.",
        "attributed_to": "a clerk",
        "response": "No.",
        "level": "background",
        "actors": ["okafor"],
        "places": ["Lindow"],
        "tags": ["decision"],
        "related": [{"id": "2025-opening", "as": "outcome"}],
        "media": {"file": "quay.png", "alt": "A quay"},
        "translations": {},
        "source": "letters-2020",
        "citations": [{"source": "letters-2020"}],
        "corrections": [],
        "aliases": ["2021-vote"],
        "uid": "2021-older",
        "added": "2026-10-09",
    },
    Citation: {
        "source": "herald-2021-03-05",
        "quote": "they voted",
        "when": "on a Thursday",
        "from": "2021-03-06",
        "rule": "another",
        "date": "2021-03-05",
        "confidence": "low",
        "reason": "the weekday",
        "mention": "0123456789",
    },
    Correction: {"date": "2026-11-09", "kind": "update", "text": "Another number."},
    Related: {"id": "2024-08-31-load-tests", "as": "part-of"},
    Media: {"file": "quay.png", "alt": "Another", "credit": "Bo", "license": "CC-BY-4.0"},
    Translation: {"title": "Un puente", "summary": "Se hace.", "date": "2026-10-10"},
    Period: {"title": "The works", "from": "2024", "to": "2026", "text": "Years of cranes."},
    View: {
        "id": "costs",
        "title": "Costs",
        "text": "All costs.",
        "tags": ["building"],
        "actors": ["okafor"],
        "places": ["Fernhaven"],
        "from": "2022",
        "to": "2024",
    },
}
"""For each key of each part of the file another value than that which stands in `PLACES`."""

PLACES: Mapping[type[BaseModel], tuple[str | int, ...]] = {
    Timeline: (),
    TimelineInfo: ("timeline",),
    Actor: ("actors", "council"),
    Source: ("sources", "gazette-2021-03-05"),
    PublishedBasis: ("sources", "gazette-2021-03-05", "published_basis"),
    Event: ("events", 1),
    Citation: ("events", 1, "citations", 0),
    Correction: ("events", 1, "corrections", 0),
    Related: ("events", 1, "related", 0),
    Media: ("events", 1, "media"),
    Translation: ("events", 1, "translations", "es"),
    Period: ("periods", 0),
    View: ("views", 0),
}


def setting(place: tuple[str | int, ...], key: str, value: Any) -> Edit:
    def edit(data: Data) -> None:
        entry: Any = data
        for step in place:
            entry = entry[step]
        entry[key] = value

    return edit


KEYS = {
    f"{part.__name__}.{key}": setting(PLACES[part], key, value)
    for part, values in EDITS.items()
    for key, value in values.items()
}

OTHER_SOURCES = {
    f"{source} {key}": setting(("sources", source), key, value)
    for source in ("original", "tribune-2021-03-05", "wire-2023-06-14")
    for key, value in EDITS[Source].items()
    if key in {"publisher", "kind", "original", "published"}
}
"""A source that others reprint, one that reprints it, and a digest of our own."""

STRUCTURAL: Mapping[str, Edit] = {
    "an event is removed": lambda data: data["events"].pop(4),
    "the first event is removed": lambda data: data["events"].pop(0),
    "an event is added": lambda data: data["events"].append(
        {"id": "2024-09-tolls", "date": "2024-09-02", "title": "Tolls are set", "source": "gazette-2024-09-02"}
    ),
    "an event becomes the first of a period": lambda data: data["events"].insert(
        0, {"id": "2023-01-start", "date": "2023-01-01", "title": "A start", "tags": ["money"], "places": ["Lindow"]}
    ),
    "a candidate is accepted": lambda data: data["events"][8].update(review="accepted"),
    "a withdrawn event comes back": lambda data: data["events"][10].update(review="accepted"),
    "a related event is withdrawn": lambda data: data["events"][2].update(review="withdrawn"),
    "a related event has another id": lambda data: data["events"][2].update(id="2023-works"),
    "a related event far away has another title": lambda data: data["events"][6].update(title="Cars cross it"),
    "an event far away names another in its relation": lambda data: data["events"][1]["related"][1].update(
        {"as": "follows"}
    ),
    "an alias moves to another event": lambda data: (
        data["events"][1].update(aliases=[]),
        data["events"][3].update(aliases=["2021-03-bridge-vote"]),
    ),
    "a name gets an entry": lambda data: data["actors"].update(brandt={"name": "Lena Brandt"}),
    "an alias leads to another actor": lambda data: (
        data["actors"]["council"].update(aliases=[]),
        data["actors"]["okafor"].update(aliases=["the council"]),
    ),
    "a place is spelled otherwise": lambda data: data["events"][0].update(places=["FERNHAVEN"]),
    "an event of a year of its own comes": lambda data: data["events"][5].update(date="2022-11"),
    "two events change places": lambda data: data["events"].insert(3, data["events"].pop(5)),
    "a period is put before": lambda data: data["periods"].insert(0, {"title": "Talks", "from": "2020", "to": "2022"}),
}

EVERY = {**KEYS, **OTHER_SOURCES, **STRUCTURAL}


def plan(
    data: Data,
    address: Address = ADDRESS,
    today: dt.date = TODAY,
    pictures: Mapping[str, PictureFile] = PICTURES,
    **options: Any,
) -> Publication:
    timeline = Timeline.model_validate(data)
    lines = {event.id or "": 10 * number for number, event in enumerate(timeline.events)}
    return prepare(Read(Path("events.yaml"), timeline, lines, {}, pictures), address, today=today, **options)


def edited(*edits: Edit) -> Data:
    data = copy.deepcopy(BASE)
    for edit in edits:
        edit(data)
    return data


def prints(publication: Publication) -> dict[str, tuple[str, str]]:
    """What the prints of a site are, by the paths of its pages and files; not of those that have none."""
    shells = {kind_of(draft): Shell(("", ""), ("content",)) for draft in publication.pages.values()}
    found, around = Prints(publication, shells), common(publication, searched=True)
    drafts = [*publication.pages.values(), *publication.files.values()]
    return {draft.path: (around, print_) for draft in drafts if (print_ := found.of(draft))}


class Ledger:
    """Takes down what is made under each print, and finds two that differ."""

    def __init__(self) -> None:
        self._makers: dict[tuple[str, tuple[str, str]], Callable[[], object]] = {}

    def differing(self, publication: Publication) -> list[str]:
        """The paths of what is another than before under the same print."""
        drafts: Mapping[str, Any] = {**publication.pages, **publication.files}
        found = []
        for path, print_ in prints(publication).items():
            make = drafts[path].make
            before = self._makers.setdefault((path, print_), cache(make))
            if before.__wrapped__ is not make and before() != make():
                found.append(path)
        return found


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    found = Ledger()
    found.differing(plan(BASE))
    return found


@pytest.mark.parametrize("part", EDITS)
def test_every_key_of_the_file_has_an_edit_here(part: type[BaseModel]) -> None:
    assert EDITS[part].keys() == {field.alias or name for name, field in part.model_fields.items()}


@pytest.mark.parametrize("name", EVERY)
def test_after_an_edit_nothing_differs_that_has_the_same_print(ledger: Ledger, name: str) -> None:
    assert ledger.differing(plan(edited(EVERY[name]))) == []


@pytest.mark.parametrize("seed", range(12))
def test_after_several_edits_nothing_differs_that_has_the_same_print(ledger: Ledger, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 no secret
    # What replaces the whole of something would undo the others.
    edits = chance.sample([edit for name, edit in EVERY.items() if not name.startswith("Timeline.")], 3)
    data = copy.deepcopy(BASE)
    for edit in edits:
        try:
            edit(data)
        except (IndexError, KeyError):  # another has removed the place of this one
            continue

    assert ledger.differing(plan(data)) == []


@pytest.mark.parametrize("name", [name for name in KEYS if name not in {"Timeline.schema", "Event.source"}])
def test_an_edit_of_any_key_shows_in_a_print(name: str) -> None:
    assert prints(plan(edited(KEYS[name]))) != prints(plan(BASE))


OPTIONS: Mapping[str, Mapping[str, Any]] = {
    **{
        name: {"address": replace(ADDRESS, **{name: value})}
        for name, value in {
            "url": "https://other.example/",
            "name": "Another",
            "edit_base": "https://code.example/other/",
            "issues_url": "https://code.example/issues/new",
            "events_path": "data/other.yaml",
            "method_path": "method/",
            "share_images": "none",
        }.items()
    },
    "today": {"today": dt.date(2027, 6, 1)},
    "candidates": {"candidates": True},
    "languages": {"languages": ["es"]},
    "methods": {"languages": ["es"], "address": replace(ADDRESS, method_path="method/", methods=frozenset(["es"]))},
}


def test_every_part_of_an_address_is_among_the_options_here() -> None:
    assert {each.name for each in fields(Address)} <= OPTIONS.keys()


@pytest.mark.parametrize("name", OPTIONS)
def test_a_site_with_another_option_has_other_prints(ledger: Ledger, name: str) -> None:
    publication = plan(BASE, **OPTIONS[name])

    assert prints(publication) != prints(plan(BASE))
    assert ledger.differing(publication) == []


@pytest.mark.parametrize("name", ["Event.title", "Event.translations", "Translation.title", "a candidate is accepted"])
def test_each_edition_has_prints_of_its_own(ledger: Ledger, name: str) -> None:
    assert ledger.differing(plan(BASE, languages=["es", "ar"])) == []
    assert ledger.differing(plan(edited(EVERY[name]), languages=["es", "ar"])) == []


def test_with_more_events_than_have_images_all_prints_are_others() -> None:
    many = [{"id": f"2024-{number}", "date": "2024", "title": "A day"} for number in range(501)]
    data = edited(lambda data: data["events"].extend(many[:490]))
    one, other = prints(plan(data)), prints(plan(edited(lambda data: data["events"].extend(many))))

    assert [path for path in one if one[path] == other[path]] == []


def paths_that_differ(one: Publication, other: Publication) -> set[str]:
    before, after = prints(one), prints(other)
    return {path for path in before | after if before.get(path) != after.get(path)}


def test_an_edit_of_an_event_is_one_of_its_pages_of_its_lists_and_of_those_that_name_it() -> None:
    differ = paths_that_differ(plan(BASE), plan(edited(setting(("events", 4), "summary", "They stood on it."))))

    assert {path.partition("/")[0] for path in differ} == {"embed", "events", "sources", "tags", "years"}
    assert {path for path in differ if path.startswith("events/") and path.endswith("/")} == {
        "events/2023-06-14-cranes-return/",
        "events/2024-08-31-load-tests/",
        "events/2024-autumn-second-lane/",
    }
    assert {path for path in differ if path.startswith(("sources/", "tags/")) and path.endswith("/")} == {
        "sources/gazette-2024-09-02/",
        "tags/building/",
    }


def test_the_line_of_an_event_is_of_its_page_alone_and_only_where_it_can_be_edited() -> None:
    timeline = Timeline.model_validate(BASE)

    def at(line: int, base: str) -> Publication:
        found = Read(Path("events.yaml"), timeline, {"2025-opening": line}, {})
        return prepare(found, replace(ADDRESS, edit_base=base), today=TODAY)

    assert paths_that_differ(at(5, ADDRESS.edit_base), at(6, ADDRESS.edit_base)) == {"events/2025-opening/"}
    assert paths_that_differ(at(5, ""), at(6, "")) == set()


def test_the_size_of_a_picture_is_of_what_shows_it() -> None:
    larger = {**PICTURES, "pier.png": replace(PICTURES["pier.png"], width=60, small_width=60)}

    differ = paths_that_differ(plan(BASE), plan(BASE, pictures=larger))

    assert {"events/2021-03-04-council-approves-bridge/", "years/2021/"} <= differ
    assert "events/2027-03-anniversary/" not in differ


def test_what_a_selection_says_of_itself_is_of_its_print() -> None:
    publication = plan(BASE)
    feed = publication.files["tags/money/feed.xml"]
    assert isinstance(feed.of, Selection)
    found = Prints(publication, {})

    others = [
        replace(feed, of=replace(feed.of, **{each.name: "another"}))
        for each in fields(Selection)
        if each.name not in {"kind", "events"}
    ]

    assert len({found.of(draft) for draft in (feed, *others)}) == len(others) + 1


def test_another_shell_is_of_its_pages_alone() -> None:
    publication = plan(BASE)
    shells = {kind_of(draft): Shell(("", ""), ("content",)) for draft in publication.pages.values()}
    redirect = next(draft for draft in publication.pages.values() if draft.shell == "redirect")
    one = Prints(publication, shells)
    other = Prints(publication, {**shells, kind_of(redirect): Shell(("<b>", "</b>"), ("content",))})

    drafts = [*publication.pages.values(), *publication.files.values()]
    assert [draft.path for draft in drafts if one.of(draft) != other.of(draft)] == [redirect.path]


def test_what_readers_can_search_for_is_of_all_prints() -> None:
    assert common(plan(BASE), searched=True) != common(plan(BASE), searched=False)


def test_a_library_of_another_version_makes_all_prints_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = common(plan(BASE), searched=True)
    (tmp_path / "jinja2-99.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)

    assert common(plan(BASE), searched=True) != before
