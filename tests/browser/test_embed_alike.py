"""A frame, the script and a Markdown block mean the same: what is asked of each gives the same events, in one order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.curating.load import load_timeline
from generator.dates.edtf import parse
from generator.publishing.atlas import Atlas
from generator.publishing.embedding.choice import Choice, chosen
from generator.publishing.site_info import SiteInfo

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

EVENTS = """\
schema: 1
timeline: {title: Two ports}
actors: {mayor: {name: Ada Okafor}}
events:
  - {id: caesar, date: -0043-03-15, title: Caesar lands, tags: [old times]}
  - {id: charter, date: 1999~, title: A charter is granted, tags: [old times, Café]}
  - {id: decade, date: 201X, title: Cranes come, tags: [trade], places: [Old Quay]}
  - {id: strike, date: 2012-11/2013-02, title: Nobody works, tags: [trade], actors: [mayor]}
  - {id: vote, date: 2013-02-28, title: The council votes, tags: [money], actors: [mayor], places: [Fernhaven]}
  - {id: spring, date: 2013-21, title: A quay opens, tags: [trade, money], status: cancelled, places: [Old Quay]}
  - {id: march, date: 2014-03, title: Talks are held, tags: [money]}
  - {id: lease, date: 2014-05-01/.., title: A lease begins, tags: [trade]}
  - {id: plan, date: 2027, title: A bridge is planned, tags: [trade], status: planned, actors: [mayor]}
  - {id: rumour, title: Somebody saw a whale}
  - {id: legend, title: Somebody heard it, tags: [old times]}
"""

QUERIES: tuple[tuple[dict[str, str], Choice], ...] = (
    ({"order": "oldest"}, Choice()),
    ({"order": "newest"}, Choice(order="newest")),
    ({"order": "newest", "limit": "3"}, Choice(order="newest", limit=3)),
    ({"limit": "2"}, Choice(limit=2)),
    ({"tag": "trade"}, Choice(tags=("trade",))),
    ({"tag": "trade,money", "order": "newest", "limit": "4"}, Choice(tags=("trade", "money"), order="newest", limit=4)),
    ({"tag": "old-times"}, Choice(tags=("old times",))),
    ({"tag": "Old Times"}, Choice(tags=("Old times",))),
    ({"tag": "money", "actor": "mayor"}, Choice(tags=("money",), actors=("Ada Okafor",))),
    ({"place": "old-quay"}, Choice(places=("Old Quay",))),
    ({"tag": "nothing,trade"}, Choice(tags=("trade",))),
    ({"tag": "cafe"}, Choice(tags=("Café",))),
    ({"status": "soon"}, Choice()),
    ({"status": "planned,cancelled"}, Choice(statuses=("planned", "cancelled"))),
    ({"from": "2013"}, Choice(from_=parse("2013"))),
    ({"from": "2013-02", "to": "2013-02"}, Choice(from_=parse("2013-02"), to=parse("2013-02"))),
    ({"from": "2013-03-01"}, Choice(from_=parse("2013-03-01"))),
    ({"to": "2013-02-28"}, Choice(to=parse("2013-02-28"))),
    ({"from": "2013-13", "to": "2013-02-32"}, Choice()),
    ({"to": "1999"}, Choice(to=parse("1999"))),
    ({"to": "-0043-03-15"}, Choice(to=parse("-0043-03-15"))),
    ({"from": "2014-04", "to": "2020"}, Choice(from_=parse("2014-04"), to=parse("2020"))),
)

OF_FRAME = "all => all.filter(each => each.checkVisibility()).map(each => each.id)"
OF_SCRIPT = """
async asked => {
  const element = document.createElement("dateline-timeline");
  for (const [name, value] of Object.entries(asked)) element.setAttribute(name, value);
  document.body.replaceChildren(element);
  while (!element.shadowRoot.querySelector(".foot")) await new Promise(done => setTimeout(done, 10));
  return [...element.shadowRoot.querySelectorAll("li a")].map(each => new URL(each.href).pathname.split("/").at(-2));
}
"""


@pytest.fixture(scope="module")
def made(make_site_once: Callable[..., Path]) -> Path:
    return make_site_once("embed-alike", EVENTS, name="Two ports")


@pytest.fixture(scope="module")
def address(made: Path, serve: Open) -> Iterator[str]:
    with serve(made) as address:
        yield address


def test_a_frame_the_script_and_the_block_choose_the_same(open_page: Open, made: Path, address: str) -> None:
    atlas = Atlas(load_timeline(made.parent / "events.yaml"), SiteInfo(url="", name="", today=dt.date(2026, 11, 22)))
    framed, scripted = open_page("about:blank"), open_page(f"{address}assets/dateline/embed/frame.css")
    scripted.add_script_tag(url=f"{address}embed.js")
    for asked, choice in QUERIES:
        expected = [event.id for event in chosen(choice, atlas)[: choice.limit]]
        assert expected, asked
        framed.goto(f"{address}embed/?{'&'.join(f'{name}={value}' for name, value in asked.items())}")
        assert framed.locator(".dl-entry").evaluate_all(OF_FRAME) == expected, asked
        assert scripted.evaluate(OF_SCRIPT, asked) == expected, asked
