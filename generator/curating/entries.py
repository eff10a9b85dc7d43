"""What a run writes for a new event, citation or source: the fields, in the order in which a person reads them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from generator.curating.match import Found, Proposal
from generator.curating.patch import Fields
from generator.curating.yaml_text import Data
from generator.dates import parse
from generator.errors import EdtfError
from generator.extracting.candidate import Candidate
from generator.reading.article import Article, PublishedDate
from generator.scalars import is_web_address

__all__ = ["basis_fields", "citation_fields", "counted_from", "event_fields", "original_fields", "source_fields"]


def event_fields(proposal: Proposal, event_id: str, today: dt.date, follows: Sequence[str] = ()) -> Fields:
    """A new event: a candidate until a person has judged it.

    Args:
        proposal: What was found.
        event_id: Its id.
        today: The day of the run.
        follows: The ids of the events that it came of.

    Returns:
        Its fields. What is the format's default is left out; a date that is not known is written as null, so that
        there is a place to fill it in.
    """
    best = proposal.best.candidate
    fields: dict[str, Data] = {
        "id": event_id,
        "date": best.date.text if best.date else None,
        "title": best.title,
        "summary": best.summary,
        "status": best.status if best.status != "happened" else None,
        "review": "candidate",
        "actors": list[Data](proposal.actors),
        "places": list(best.places),
        "attributed_to": best.attributed_to,
        "related": [{"id": event, "as": "follows"} for event in follows],
        "citations": [citation_fields(found) for found in proposal.citing],
        "added": today.isoformat(),
    }
    return _without_blanks(fields, keep={"date"})


def citation_fields(found: Found) -> Fields:
    """A citation: the words that gave the date, what they were counted from, by which rule, and what they say.

    Args:
        found: The candidate and its source.

    Returns:
        Its fields; for a date that waits for the article's, `from` and `date` are null and nothing is said of how
        sure it is.
    """
    candidate = found.candidate
    known = candidate.date is not None
    fields: dict[str, Data] = {
        "source": found.source,
        "quote": candidate.quote,
        "when": candidate.timex.text,
        "from": counted_from(candidate) if known else None,
        "rule": candidate.timex.rule,
        "date": candidate.date.text if candidate.date else None,
        "confidence": candidate.confidence if known else None,
        "reason": candidate.timex.reason if known else None,
        "mention": candidate.mention,
    }
    return _without_blanks(fields, keep=set() if known else {"from", "date"})


def counted_from(candidate: Candidate) -> str:
    """The date that the words of a candidate were counted from; empty where it was none, or words and no date."""
    try:
        return parse(candidate.timex.anchor).text
    except EdtfError:
        return ""


def source_fields(article: Article, language: str, original: str = "") -> Fields:
    """A source: an article as the timeline cites it.

    Args:
        article: The article.
        language: The timeline's language: only another one is written.
        original: The key of the agency's story that it reprints, or empty.

    Returns:
        Its fields; a publication date that is not known is written as null.
    """
    fields: dict[str, Data] = {
        "title": article.title,
        "publisher": article.publisher,
        "kind": article.kind if article.kind != "article" else None,
        "url": article.url if is_web_address(article.url) else None,
        "original": original,
        "language": article.language if article.language != language else None,
        "published": article.dct.isoformat() if article.dct else None,
        "published_basis": basis_fields(article.published) if article.published else None,
    }
    return _without_blanks(fields, keep={"published"})


def original_fields(agency: str) -> Fields:
    """The story of an agency that only its reprint is known of."""
    return {"publisher": agency, "note": "Known from the reprint; the agency's own text was not read."}


def basis_fields(published: PublishedDate) -> Fields:
    """How a publication date is known."""
    fields: dict[str, Data] = {
        "method": published.method,
        "words": published.words,
        "confidence": published.confidence,
        "reason": published.reason,
    }
    return _without_blanks(fields, keep=set())


def _without_blanks(fields: dict[str, Data], keep: set[str]) -> dict[str, Data]:
    return {key: value for key, value in fields.items() if value or key in keep}
