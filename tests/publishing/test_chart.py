"""The chart: which stretch of time a bar is of, how high it is, what it says and where it leads."""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html

from generator.messages import tongue
from generator.model import Event, Period
from generator.publishing.chart import CHART_FROM, chart

ENGLISH = tongue("en")


def events(*dates: str, **fields) -> list[Event]:
    return [
        Event.model_validate({"id": f"e{at}", "title": "T", "date": date, **fields}) for at, date in enumerate(dates)
    ]


def drawn(of: list[Event], periods: tuple[Period, ...] = ()):
    figure = chart(of, periods, ENGLISH, lambda event: f"#{event.id}")
    return lxml_html.fromstring(figure) if figure else None


def labels(of: list[Event]) -> list[str]:
    return drawn(of).xpath("//a[@class='dl-bar']/@aria-label")


def test_a_few_events_get_no_chart():
    assert drawn(events(*["2022-01-01"] * (CHART_FROM - 2), "2023")) is None


def test_events_of_one_month_get_no_chart():
    assert drawn(events(*["2022-01-01"] * CHART_FROM)) is None


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        (["2022-01-01", "2024-12"], "January 2022: 20 events", "December 2024: 20 events"),
        (["1999-05-05", "2024-12"], "1999: 20 events", "2024: 20 events"),
        (["1750", "2024-12"], "1750–1759: 20 events", "2020–2029: 20 events"),
        (["-0043-03-15", "2024"], "101 BC–2 BC: 20 events", "2000–2099: 20 events"),
    ],
)
def test_a_bar_is_of_the_shortest_stretch_of_time_that_gives_bars_that_can_be_told_apart(dates, first, last):
    found = labels(events(*[dates[0]] * 20, *[dates[1]] * 20))
    assert (found[0], found[-1]) == (first, last)


def test_a_bar_leads_to_the_first_of_its_events():
    of = events(*["2022-01-01"] * 20, *["2023-05-01"] * 20)
    assert drawn(of).xpath("//a[@class='dl-bar']/@href") == ["#e0", "#e20"]


def test_the_highest_bar_fills_the_drawing_and_another_is_in_proportion():
    figure = drawn(events(*["2022-01-01"] * 40, *["2023-05-01"] * 10))
    heights = [float(part) for part in figure.xpath("//rect[contains(@class, 'dl-bar__part')]/@height")]
    assert heights == [72.0, 18.0]


def test_what_is_planned_stands_on_what_happened():
    of = [*events(*["2022-01-01"] * 30), *events(*["2022-01-02"] * 10, status="planned"), *events("2023-01-01")]
    parts = drawn(of).xpath("(//a[@class='dl-bar'])[1]/rect[contains(@class, 'dl-bar__part')]")
    happened, planned = ({name: part.get(name) for name in ("class", "y", "height")} for part in parts)
    assert "happened" in happened["class"]
    assert "planned" in planned["class"]
    assert float(planned["y"]) + float(planned["height"]) == pytest.approx(float(happened["y"]))


def test_a_key_tells_the_looks_apart_where_there_are_several():
    of = [*events(*["2022-01-01"] * 30), *events(*["2023-01-02"] * 10, status="postponed")]
    key = drawn(of).xpath("//ul[@class='dl-chart__key']/li")
    assert [" ".join(item.text_content().split()) for item in key] == ["Happened", "Postponed or cancelled"]
    assert not drawn(events(*["2022-01-01"] * 30, *["2023-05-01"] * 10)).xpath("//ul")


def test_months_that_are_not_known_are_left_out_and_counted():
    figure = drawn(events(*["2022-01-01"] * 30, *["2023-05-01"] * 10, "2022", "2023"))
    assert "Left out: 2 events whose month is not known." in figure.text_content()


def test_a_period_is_a_band_behind_the_bars():
    period = Period.model_validate({"title": "The war", "from": "2022-02", "to": "2022-12"})
    figure = drawn(events(*["2022-01-01"] * 30, *["2023-12-01"] * 10), (period,))
    band = figure.xpath("//rect[@class='dl-chart__band']")[0]
    assert (band.get("x"), band.get("width")) == ("4.167%", "45.833%")
    assert figure.xpath("//g/title/text()") == ["The war"]


def test_no_bar_leaves_the_drawing():
    of = events(*[f"{year}-06-01" for year in range(1900, 1960)])
    for rect in drawn(of).xpath("//rect"):
        assert 0 <= float(rect.get("x").rstrip("%")) <= 100
        assert float(rect.get("x").rstrip("%")) + float(rect.get("width").rstrip("%")) <= 100.01


def test_the_drawing_has_no_style_of_its_own():
    figure = str(chart(events(*["2022"] * 30, *["2024"] * 30), (), ENGLISH, lambda event: f"#{event.id}"))
    assert not re.search(r"\sstyle=|<style", figure)


def test_a_home_page_with_many_events_shows_it(atlas_of):
    from generator.publishing.pages import home

    many = [{"id": f"e{at}", "title": "T", "date": f"{2000 + at % 20}-05-01"} for at in range(CHART_FROM)]
    assert 'href="#e0"' in home(atlas_of(events=many)).make().content
    assert "dl-chart" not in home(atlas_of(events=many[:-1])).make().content
