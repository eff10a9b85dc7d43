"""Judge the candidates of real articles: by hand on a sample that is written down, and by rules on all of them.

Run it with `python benchmarks/candidates.py`; `--draw SEED` prints a sample to judge. The articles lie beside the
checkout (`../shared`); without them it says so. What was judged stands in `judged-candidates.tsv`, by fingerprint and
in words of our own. A later run counts those of the sample that are still proposed with the same date.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import gzip
import importlib.util
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bounds import judged

from generator.extracting.candidate import Candidate
from generator.extracting.candidates import extract
from generator.extracting.title_rules import title_faults
from generator.reading.article import Article, PublishedDate

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = REPOSITORY.parent / "shared"
JUDGED = REPOSITORY / "benchmarks" / "judged-candidates.tsv"
TOPICS = ("H1N1_guardian", "MJ_bbc")
SAMPLE = 100
TODAY = dt.date(2026, 11, 21)
BOUND = {
    "true dated events": "true events with the right date",
    "title as it stands": "titles to be taken as they stand",
}
"""What of the judgements has a bound, and what that is called."""


class Judged(NamedTuple):
    """A row of the file of judgements; `event` and the three after it are `yes` or `no`."""

    mention: str
    article: str
    date: str
    status: str
    event: str
    date_right: str
    status_right: str
    title_right: str
    why: str


class Found(NamedTuple):
    """A candidate and the name of its article."""

    article: str
    candidate: Candidate


def articles() -> Iterator[tuple[str, Article]]:
    """The real articles beside the checkout, each with a name."""
    for topic in TOPICS:
        with gzip.open(SHARED / "topics" / topic / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                yield f"{topic}/{record['id']}", _article(record["text"], record["published"])
    for document in _meantime():
        yield f"meantime/{document['name']}", _article(document["text"], document["dct"])
    from generator.reading import read

    for path in sorted((SHARED / "articles").glob("article-*.txt")):
        yield f"articles/{path.stem[-1]}", read(path, today=TODAY)


def _article(text: str, published: str) -> Article:
    day = PublishedDate(dt.date.fromisoformat(published[:10]), "byline")
    return Article("corpus", text, tuple(range(1, text.count("\n") + 2)), published=day)


def _meantime() -> Iterator[dict[str, str]]:
    """The annotated news of the temporal corpora, by the reader that lies with them."""
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("evaluate", SHARED / "timex" / "evaluate.py")
    if spec is None or spec.loader is None:
        raise ImportError("the reader of the corpora cannot be imported")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for document in module.load_corpus("meantime"):
        yield {"name": document.get("id") or document["name"], "text": document["text"], "dct": document["dct"]}


def read_judged() -> list[Judged]:
    """The rows of the file of judgements."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return [Judged(**row) for row in csv.DictReader(file, delimiter="\t")]


def precision(rows: Sequence[Judged], found: Sequence[Found]) -> dict[str, tuple[int, int]]:
    """How many of the judged that are still proposed are right, and how many those are, by what was judged."""
    dates = {(each.candidate.mention, str(each.candidate.date)) for each in found}
    left = [row for row in rows if (row.mention, row.date) in dates]
    return {
        "true dated events": (sum(row.event == row.date_right == "yes" for row in left), len(left)),
        "status right": (sum(row.status_right == "yes" for row in left), len(left)),
        "title as it stands": (sum(row.title_right == "yes" for row in left), len(left)),
    }


def show_sample(found: Sequence[Found], seed: str) -> None:
    """Print a sample to judge, drawn by a seed and in an order that depends on nothing else."""
    ordered = sorted(found, key=lambda each: (each.candidate.mention, each.article))
    for each in random.Random(seed).sample(ordered, min(SAMPLE, len(ordered))):  # noqa: S311 a sample, no secret
        candidate = each.candidate
        print(f"{candidate.mention}\t{each.article}\t{candidate.date}\t{candidate.status}\t{candidate.title}")
        print(f"    {candidate.timex.text!r} in: {candidate.sentence}")


def main() -> int:
    """Measure everything that can be measured here; gives 1 if a figure is beyond its bound."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--draw", metavar="SEED", help="print a sample to judge instead")
    seed = options.parse_args().draw
    if not SHARED.is_dir():
        print(f"candidates: no articles to read, {SHARED} is absent")
        return 0
    texts = list(articles())
    start = time.process_time()
    found = [Found(name, candidate) for name, article in texts for candidate in extract(article).candidates]
    seconds = time.process_time() - start
    if seed:
        show_sample(found, seed)
        return 0
    size = sum(len(article.text) for _, article in texts)
    print(f"{len(texts)} articles, {len(found)} candidates; {1000 * seconds / size * 3000:.1f} ms for 3 kB on one core")
    figures = {}
    for what, (right, number) in precision(read_judged(), found).items():
        print(f"  {what:20} {right:3} of {number:3} judged and still proposed: {right / max(number, 1):.2f}")
        figures |= {BOUND[what]: right / max(number, 1)} if what in BOUND else {}
    faults = Counter(fault for each in found for fault in title_faults(each.candidate.title))
    whole = sum(not title_faults(each.candidate.title) for each in found)
    print(f"  titles that break no rule of headlines: {whole / max(len(found), 1):.3f} {dict(faults) or ''}")
    figures["titles that break no rule of headlines"] = whole / max(len(found), 1)
    return judged("candidates", figures)


if __name__ == "__main__":
    sys.exit(main())
