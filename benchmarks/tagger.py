"""Score and time the temporal tagger on the corpora beside the checkout, beside dateparser.search in the same run.

Run it with `python benchmarks/tagger.py`. The corpora and their measure lie in `../shared/timex`; without them there
is nothing to measure, and it says so.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
import tomllib
import warnings
from pathlib import Path
from typing import Any

from generator.extracting.tagger import find_timexes

REPOSITORY = Path(__file__).resolve().parents[1]
EVALUATE = REPOSITORY.parent / "shared" / "timex" / "evaluate.py"
FLOORS = REPOSITORY / "benchmarks" / "floors.toml"
CORPORA = ("meantime", "wikiwars-t2")

Tags = list[tuple[int, int, str, str]]


def ours(text: str, dct: str) -> Tags:
    """Our tagger, the ends of a range apart, as TIMEX3 annotates them."""
    found = find_timexes(text, dt.date.fromisoformat(dct), ranges=False)
    return [(timex.start, timex.end, timex.value, timex.type) for timex in found]


def dateparser_search(text: str, dct: str) -> Tags:
    """dateparser.search: its words are found again in the text, and read once more for how precise they are."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings: Any = {"RELATIVE_BASE": dt.datetime.fromisoformat(dct), "PREFER_DATES_FROM": "past"}
    parser = DateDataParser(languages=["en"], settings=settings)
    tags: Tags = []
    end = 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, end)
        if start >= 0:
            end = start + len(words)
            digits = {"year": 4, "month": 7}.get(parser.get_date_data(words).period, 10)
            tags.append((start, end, moment.date().isoformat()[:digits], "DATE"))
    return tags


def load_measure() -> Any:  # noqa: ANN401 a module of its own, without types
    """The module that holds corpora and measure."""
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("evaluate", EVALUATE)
    if spec is None or spec.loader is None:
        raise ImportError(f"{EVALUATE} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Print a table: value F1, calendar-date F1 and speed for each tagger and corpus, and the floors."""
    if not EVALUATE.exists():
        print(f"tagger: nothing to measure, {EVALUATE} is absent")
        return
    warnings.simplefilter("ignore", ResourceWarning)  # the corpora's reader leaves its files to the collector
    measure = load_measure()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["tagger"]
    print(f"{'corpus':12} {'tagger':18} {'value F1':>8} {'date F1':>8} {'MB/s':>8} {'× faster':>9}")
    for corpus in CORPORA:
        documents = measure.load_corpus(corpus)
        results = {
            "dateline": measure.evaluate(documents, ours, repeat=5),
            "dateparser.search": measure.evaluate(documents, dateparser_search),
        }
        slowest = results["dateparser.search"]["mb_s"]
        for name, result in results.items():
            value, date, speed = result["value_f1"], result["date"][2], result["mb_s"]
            print(f"{corpus:12} {name:18} {value:8.1f} {date:8.1f} {speed:8.3f} {speed / slowest:9.1f}")
        floor = floors[corpus]
        print(f"{corpus:12} {'floor':18} {floor['value_f1']:8.1f} {floor['date_f1']:8.1f}")


if __name__ == "__main__":
    main()
