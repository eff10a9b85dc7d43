"""Score and time the temporal tagger on the corpora beside the checkout, beside its peers in the same run.

Run it with `python benchmarks/tagger.py`, or `--quick` without the peers. The corpora and their measure lie in
`../shared/timex`; without them only the start and the worst inputs are measured, and it says so. dateparser is always
installed; recognizers-text comes with the extra `bench` and is left out where it is absent.

Every tagger is scored on the same documents: on those that the slowest of them read within its budget of time
(`--budget`), which on an ordinary machine are all.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import subprocess
import sys
import time
import tomllib
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bounds import judged
from fuzz.worst_inputs import show_worst

from generator.extracting.tagger import find_timexes

REPOSITORY = Path(__file__).resolve().parents[1]
EVALUATE = REPOSITORY.parent / "shared" / "timex" / "evaluate.py"
FLOORS = REPOSITORY / "benchmarks" / "floors.toml"
CORPORA = ("meantime", "wikiwars-t2")
PEER = "dateparser.search"

DCT = "2023-10-18"
ARTICLE_BYTES = 3_000
"""How long the articles are on which speed is measured: the corpora's texts, joined or cut."""
ORDINARY = (
    "The ministry said on Friday that 120 workers had returned to the plant, which closed in March after a fire. "
    "Output fell by 12 per cent in the third quarter, and repairs will take two more months, a spokesman added. "
    "Talks with the union, which began last week, may go on until 3 May; neither side would say what they are about. "
)
"""Invented news, for where the corpora are absent."""

Tags = list[tuple[int, int, str, str]]
Article = tuple[str, str]
"""A text and the day on which it was published."""
Tagger = Callable[[str, str], Tags]


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


def recognizers_text(text: str, dct: str) -> Tags:
    """recognizers-text: of its readings the past one; a range by its TIMEX, which is how it names months and weeks.

    It reads a line at a time, as it is meant for messages: it has no state that a line could miss, and a whole text
    takes it longer than its lines do.
    """
    start, tags = 0, []
    for line in text.splitlines(keepends=True):
        tags += [(start + first, start + end, value, kind) for first, end, value, kind in _recognized(line, dct)]
        start += len(line)
    return tags


def _recognized(line: str, dct: str) -> Tags:
    from recognizers_date_time import recognize_datetime
    from recognizers_text import Culture

    tags: Tags = []
    for found in recognize_datetime(line, Culture.English, reference=dt.datetime.fromisoformat(dct)):
        readings = (found.resolution or {}).get("values") or [{}]
        reading = readings[0]
        kind = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME"}.get(
            reading.get("type"), "DATE"
        )
        value = reading.get("timex", "")
        if kind == "DATE" and "value" in reading:
            value = reading["value"]
        elif kind == "DATE" and value.startswith("XXXX") and len(value) == 7 and "start" in reading:
            value = reading["start"][:7]
        tags.append((found.start, found.end + 1, value, kind))
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


def articles(documents: Sequence[dict[str, Any]]) -> list[Article]:
    """The corpus's text in articles of equal length, each with the day of one of its documents."""
    whole = "\n\n".join(document["text"] for document in documents)
    starts = range(0, len(whole), ARTICLE_BYTES)
    days = [documents[len(documents) * start // len(whole)]["dct"] for start in starts]
    return [(whole[start : start + ARTICLE_BYTES], day) for start, day in zip(starts, days, strict=True)]


def seconds(texts: Sequence[Article], tagger: Tagger, *, repeat: int) -> float:
    """The shortest time that a tagger takes for all texts: what else the machine does only ever adds to it."""
    times = []
    for _ in range(repeat):
        start = time.process_time()
        for text, day in texts:
            tagger(text, day)
        times.append(time.process_time() - start)
    return min(times)


def speed(texts: Sequence[Article], tagger: Tagger, *, repeat: int = 5) -> float:
    """Megabytes a second on one core."""
    return sum(len(text.encode()) for text, _ in texts) / 1e6 / seconds(texts, tagger, repeat=repeat)


def answers(documents: Sequence[dict[str, Any]], tagger: Tagger, budget: float) -> tuple[list[Tags], float]:
    """What a tagger finds in the documents, in order, until its budget of seconds is spent; and how long it took."""
    found: list[Tags] = []
    start = time.process_time()
    for document in documents:
        found.append(tagger(document["text"], document["dct"]))
        if time.process_time() - start > budget:
            break
    return found, time.process_time() - start


def taggers_here(*, peers: bool) -> dict[str, Tagger]:
    """Our tagger, and the peers that are installed."""
    taggers: dict[str, Tagger] = {"dateline": ours}
    if not peers:
        return taggers
    taggers[PEER] = dateparser_search
    try:
        recognizers_text(ORDINARY, DCT)
    except ImportError as error:
        print(f"recognizers-text: left out, the extra `bench` is not installed ({error})")
    else:
        taggers["recognizers-text"] = recognizers_text
    return taggers


def show_scores(*, peers: bool, budget: float) -> dict[str, float]:
    """Print value F1, calendar-date F1 and speed for each tagger and corpus, and the floors.

    Returns:
        What `floors.toml` bounds of the speed; the scores are held by a test.
    """
    times = []
    measure = load_measure()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["tagger"]
    taggers = taggers_here(peers=peers)
    print(f"{'corpus':12} {'tagger':18} {'value F1':>8} {'date F1':>8} {'MB/s':>8}")
    for corpus in CORPORA:
        documents = measure.load_corpus(corpus)
        found = {name: answers(documents, tagger, budget) for name, tagger in taggers.items()}
        read = min(len(tags) for tags, _ in found.values())
        if read < len(documents):
            print(
                f"{corpus:12} scored on the first {read} of {len(documents)} documents: what the slowest read in time"
            )
        rates = {}
        for name, (tags, taken) in found.items():
            given = iter([tags[0], *tags])  # the measure reads the beginning of the first document twice
            result = measure.evaluate(documents[:read], lambda text, dct, given=given: next(given))  # noqa: ARG005 replayed
            size = sum(len(document["text"].encode()) for document in documents[: len(tags)])
            rates[name] = rate = speed(articles(documents), ours) if name == "dateline" else size / 1e6 / taken
            print(f"{corpus:12} {name:18} {result['value_f1']:8.1f} {result['date'][2]:8.1f} {rate:8.3f}")
        floor = floors[corpus]
        print(f"{corpus:12} {'floor':18} {floor['value_f1']:8.1f} {floor['date_f1']:8.1f}")
        times += [rates["dateline"] / rates[PEER]] if PEER in rates else []
    return {f"speed, times that of {PEER}": min(times)} if times else {}


def show_start() -> None:
    """Print how long a process takes from the import to the first article, the interpreter's own start left out."""
    code = (
        "import time; start = time.perf_counter(); import datetime; from generator import find_timexes;"
        f"find_timexes({ORDINARY!r}, datetime.date.fromisoformat({DCT!r})); print(time.perf_counter() - start)"
    )
    runs = [
        float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)
        for _ in range(7)
    ]
    print(f"\nimport and first article: {min(runs):.2f} s (limit 0.3 s)")


def main() -> int:
    """Measure everything that can be measured here; gives 1 if a figure is beyond its bound."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="leave out the peers, which take some minutes")
    options.add_argument(
        "--budget", type=float, default=300, metavar="SECONDS", help="how long a tagger may read a corpus (300)"
    )
    given = options.parse_args()
    warnings.simplefilter("ignore")  # the corpora's reader leaves its files to the collector; peers warn of much else
    figures: dict[str, float] = {}
    if EVALUATE.exists():
        figures = show_scores(peers=not given.quick, budget=given.budget)
        texts = [text for corpus in CORPORA for text in articles(load_measure().load_corpus(corpus))]
    else:
        print(f"tagger: no corpora to score on, {EVALUATE} is absent")
        texts = [(ORDINARY * (ARTICLE_BYTES // len(ORDINARY)), DCT)]
    show_worst(ours, texts, DCT)
    show_start()
    return judged("tagger", figures)


if __name__ == "__main__":
    sys.exit(main())
