"""Inputs of the fuzz that other programs' timelines are: tables, slides, calendars, workbooks."""

from __future__ import annotations

import io
import json
import random
import zipfile
from functools import cache
from typing import Any

from fuzz.damage import ADDRESSES, DATES, JSON_PIECES, damaged, damaged_bytes, encoded, sentence, words

CALENDAR = (
    *(
        "BEGIN:VEVENT\r\n",
        "END:VEVENT\r\n",
        "DTSTART;TZID=Europe/Berlin:20220503T090000",
        "DTEND:20220504",
        "RRULE:FREQ=DAILY",
    ),
    *(
        "DTSTART;VALUE=DATE:20220503",
        "SUMMARY;LANGUAGE=de:",
        "DURATION:P1D",
        "BEGIN:VTIMEZONE\r\n",
        "\r\n ",
        "\\n",
        "\\,",
        ';X="',
    ),
)
HEADERS = (
    "Date",
    "Title",
    "Headline",
    "End",
    "Summary",
    "Link",
    "Tags",
    "Who",
    "Where",
    "Year",
    "Month",
    "Day",
    "Text",
    "Media",
    "id",
)


def _row(rng: random.Random) -> list[str]:
    return [
        rng.choice(DATES),
        words(rng, 4),
        rng.choice((*ADDRESSES, "", sentence(rng))),
        rng.choice(("a; b", "=1+1", "@x", words(rng, 2))),
    ]


def table(rng: random.Random) -> bytes:
    """A table of events in CSV."""
    separator = rng.choice(",;\t|")
    rows = [rng.sample(HEADERS, 4), *(_row(rng) for _ in range(rng.randint(0, 4)))]
    quoted = [
        separator.join('"' + cell.replace('"', '""') + '"' if rng.random() < 0.5 else cell for cell in row)
        for row in rows
    ]
    return damaged_bytes(
        rng, encoded(damaged(rng, rng.choice(("\n", "\r\n")).join(quoted), (separator, '"', '""', "sep=;\n")))
    )


def slides(rng: random.Random) -> str:
    """A timeline of TimelineJS."""

    def value() -> Any:  # noqa: ANN401 whatever JSON has
        return rng.choice(
            (None, True, 7, -1.5, "x", [], {}, rng.choice(DATES), "<b>a</b>", sentence(rng), [1], {"a": 1})
        )

    def slide() -> dict[str, Any]:
        date = {
            "year": rng.choice(("2022", 2022, "-43", value())),
            "month": rng.choice(("5", 13, value())),
            "day": value(),
        }
        whole = {
            "start_date": rng.choice((date, value())),
            "end_date": rng.choice((None, date)),
            "text": rng.choice(
                ({"headline": f"<a href='{rng.choice(ADDRESSES)}'>{words(rng, 3)}</a>", "text": sentence(rng)}, value())
            ),
            "media": rng.choice(({"url": rng.choice(ADDRESSES), "credit": value(), "caption": value()}, value())),
            "group": value(),
            "display_date": rng.choice(DATES),
            "unique_id": value(),
        }
        return {key: whole[key] for key in rng.sample(sorted(whole), rng.randint(0, len(whole)))}

    whole = {
        "events": rng.choice(([slide() for _ in range(rng.randint(0, 2))], value())),
        "title": rng.choice((slide(), value())),
        "eras": rng.choice(([slide()], value())),
    }
    return damaged(rng, json.dumps(whole), JSON_PIECES)


def calendar(rng: random.Random) -> str:
    """A calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for _ in range(rng.randint(0, 2)):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{words(rng, 1)}",
            f"SUMMARY:{words(rng, 4)}",
            f"DTSTART:{rng.choice((*DATES, '20220503'))}",
        ]
        lines += [f"DESCRIPTION:{sentence(rng)}", f"URL:{rng.choice(ADDRESSES)}", "END:VEVENT"]
    return damaged(rng, "\r\n".join([*lines, "END:VCALENDAR", ""]), CALENDAR)


@cache
def _sound_workbook() -> dict[str, bytes]:
    """The parts of a workbook of three rows, by name."""
    from openpyxl import Workbook

    book = Workbook()
    for row in (["Date", "Headline", "Link", "Who"], ["2022-05-03", "Bridge opens", "https://news.example/a", "Ann"]):
        book.active.append(row)
    book.active.append([44684, 7.5, "=1+1", True])
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def workbook(rng: random.Random) -> bytes:
    """A workbook of Excel of which a part is damaged, or the whole."""
    parts = dict(_sound_workbook())
    whole = rng.random() < 0.3
    if not whole:
        hit = rng.choice([name for name in parts if "sheet" in name or "workbook" in name or "shared" in name])
        known = (
            "<c r='A1' t='s'><v>9</v></c>",
            "r='XFD1048576'",
            "<row>",
            "</row>",
            "t='b'",
            "<f>",
            "&lt;",
            "<v>1e400</v>",
        )
        parts[hit] = encoded(damaged(rng, parts[hit].decode(), known))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, data in parts.items():
            zipped.writestr(name, data)
    return damaged_bytes(rng, out.getvalue()) if whole else out.getvalue()
