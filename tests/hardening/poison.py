"""Texts that are meant to do harm, and timelines that hold one in every field.

The texts of `payloads.txt` are our own. Those of a library (`brs-kb`) are asked of it when the tests run.
"""

from __future__ import annotations

import functools
import re
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.curating.yaml_text import inline

HERE = Path(__file__).parent
NAMED = re.compile(r"⟨([0-9A-F]+)⟩")
FIELDS = 33
"""How many fields take a text, but for those that a timeline has once."""


@functools.cache
def payloads() -> tuple[str, ...]:
    """Our own, each once."""
    lines = (HERE / "payloads.txt").read_text(encoding="utf-8").split("\n")
    texts = [line for line in lines if line and not re.fullmatch(r"#.*|\[[A-Za-z ]+\]", line)]
    assert len(lines) - len(texts) < 40  # no payload is taken for a heading
    return tuple(dict.fromkeys(NAMED.sub(lambda sign: chr(int(sign[1], 16)), text) for text in texts))


@functools.cache
def of_a_library() -> tuple[str, ...]:
    """Those of the library, each once, some thousands; none where it is not installed."""
    try:
        import brs_kb
    except ImportError:
        return ()
    with warnings.catch_warnings():
        # It asks for the time in a way that Python 3.12 and later warn of.
        warnings.simplefilter("ignore", DeprecationWarning)
        found = brs_kb.get_all_payloads()
    return tuple(sorted({each["payload"] for each in found.values() if each["payload"]}))


def poisoned(texts: Sequence[str], *, once: bool = False) -> dict[str, Any]:
    """A timeline in which texts stand in each field that takes any.

    Args:
        texts: The texts. In the fields of one event they all differ.
        once: Whether each text stands in one field alone, so that a few hundred events hold thousands. Otherwise each
            stands in every field, of one event or another.

    Returns:
        Plain data, as the file has them.
    """
    places = iter(range(FIELDS))

    def field() -> Any:
        """The text of the n-th event in the next field."""
        place = next(places)
        return lambda at: texts[(at * FIELDS + place if once else at + 7 * place) % len(texts)]

    event = {name: field() for name in ("title", "summary", "time", "disputed", "attributed_to", "response")}
    lists = {name: field() for name in ("actors", "places", "tags")}
    citation = {name: field() for name in ("quote", "when", "rule", "reason")}
    source = {name: field() for name in ("title", "publisher", "note", "language")}
    basis = {name: field() for name in ("method", "words", "reason")}
    named = {name: field() for name in ("name", "alias", "text")}
    translation = {name: field() for name in ("title", "summary")}
    period = {name: field() for name in ("title", "text")}
    view = {name: field() for name in ("title", "text")}
    correction, picture = field(), {name: field() for name in ("alt", "credit", "license")}
    assert next(places, None) is None

    def each(fields: dict[str, Any], at: int) -> dict[str, Any]:
        return {name: text(at) for name, text in fields.items()}

    def dated(at: int) -> str:
        return f"{2015 + at % 8}-{at % 12 + 1:02}-{at % 28 + 1:02}"

    numbers = range(-(-len(texts) // FIELDS) if once else len(texts))
    return {
        "schema": "1",
        "timeline": dict(zip(("title", "scope", "contact", "text", "license"), texts[::3], strict=False)),
        "actors": {
            f"a{at}": {"name": named["name"](at), "aliases": [named["alias"](at)], "text": named["text"](at)}
            for at in numbers
        },
        "sources": {
            f"s{at}": {**each(source, at), "published": dated(at), "published_basis": each(basis, at)} for at in numbers
        },
        "periods": [{**each(period, at), "from": "2015", "to": "2016"} for at in numbers],
        "views": [{"id": f"v{at}", **each(view, at), "tags": [lists["tags"](at)]} for at in numbers],
        "events": [
            {
                "id": f"e{at}",
                "date": dated(at),
                **each(event, at),
                **{name: [text(at)] for name, text in lists.items()},
                "media": {"file": "picture.png", **each(picture, at)},
                "translations": {"es": each(translation, at)},
                "citations": [{"source": f"s{at}", "date": dated(at), **each(citation, at)}],
                "corrections": [{"date": "2023-01-01", "text": correction(at)}],
            }
            for at in numbers
        ]
        + [{"id": "gone", "date": "2022", "review": "withdrawn", "reason": texts[1], "response": texts[2]}],
    }


def as_file(data: dict[str, Any]) -> str:
    """A timeline's file: each key on a line of its own, all below it in the flow style of YAML."""
    lines = []
    for key, value in data.items():
        if isinstance(value, list):
            lines += [f"{key}:", *(f"  - {inline(each)}" for each in value)]
        else:
            lines.append(f"{key}: {inline(value)}")
    return "\n".join([*lines, ""])
