"""Candidates: the sentences that report something happening at a calendar date, and why the others do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.extracting.analysis import Analysis, When, analyse
from generator.extracting.attribution import Attribution, attributions
from generator.extracting.candidate import Candidate, Extraction, Passed
from generator.extracting.clauses import PREPOSITIONS
from generator.extracting.date_grounds import passed_date
from generator.extracting.dating import date_of, is_done, is_past
from generator.extracting.fingerprint import article_key, mention, normalised
from generator.extracting.gazetteer import is_seat
from generator.extracting.gluing import parts_of
from generator.extracting.headline import headline
from generator.extracting.names import ArticleNames, Name
from generator.extracting.passing import (
    LONGEST_SENTENCE,
    NO_CLAUSE,
    NO_DATE,
    NO_TITLE,
    REPEATED,
    TOO_LONG,
    passed_expression,
    passed_reading,
    passed_sentence,
)
from generator.extracting.plain import extract_plainly
from generator.extracting.quoting import quote, summary
from generator.extracting.readings import Reading, read
from generator.extracting.referents import referents_at
from generator.extracting.scoring import features, score, why
from generator.extracting.sentences import Sentence, shared_out, split
from generator.extracting.status import status_of
from generator.extracting.tagger import find_timexes
from generator.extracting.timex import Timex
from generator.reading.article import Article

__all__ = ["extract"]

LEAD = 2
"""How many sentences of an article are its head."""


@dataclass(frozen=True, slots=True)
class _Source:
    """An article with what is worked out once for all of its sentences."""

    article: Article
    sentences: Sequence[Sentence]
    names: ArticleNames
    key: str


def extract(article: Article) -> Extraction:
    """Find the events that an article reports.

    Args:
        article: The article, with its publication date where that is known. One that is not in English is read as
            `plain` says.

    Returns:
        Candidates and passed sentences, each in the order of the text. A candidate's date is None where its words
        need a publication date and there is none. Of an article in another language than English the
        dated sentences are proposed as they stand, or all are passed where the language has no rules.
    """
    if article.language != "en":
        return extract_plainly(article)
    sentences = split(article.text)
    timexes = find_timexes(article.text, article.dct)
    by_sentence = shared_out(sentences, timexes)
    source: _Source | None = None
    candidates: list[Candidate] = []
    passed: list[Passed] = []
    seen: set[str] = set()
    for number, (sentence, own) in enumerate(zip(sentences, by_sentence, strict=True)):
        reason = _passed_unread(article, sentence, own, seen)
        if not reason:
            source = source or _Source(article, sentences, ArticleNames(article.text, sentences), article_key(article))
            found, reason = _of_sentence(source, number, own)
            candidates.extend(found)
        if reason:
            passed.append(Passed(_clean(sentence), article.line_at(sentence.start), reason, tuple(own)))
    return Extraction(tuple(candidates), tuple(passed))


def _clean(sentence: Sentence) -> str:
    text = sentence.text
    # No other white space than the space is printable; most sentences have single ones, and stand as they are.
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def _passed_unread(article: Article, sentence: Sentence, timexes: Sequence[Timex], seen: set[str]) -> str:
    """Why a sentence need not be taken apart: no date in it that could be an event's, or it is a repeat."""
    if not timexes:
        return NO_DATE
    if len(sentence.text) > LONGEST_SENTENCE:
        return TOO_LONG
    known = normalised(sentence.text)
    if known in seen:
        return REPEATED
    seen.add(known)
    grounds = [passed_expression(timex, dct_known=article.dct is not None) for timex in timexes]
    return grounds[0] if all(grounds) else ""


def _of_sentence(source: _Source, number: int, timexes: Sequence[Timex]) -> tuple[list[Candidate], str]:
    """The candidates of one sentence, which may be two that a page ran together; or else the first reason why not."""
    sentence, names = source.sentences[number], source.names
    clean = _clean(sentence)
    found: list[Candidate] = []
    reasons: list[str] = []
    parts = parts_of(sentence, names.lower, lead=number == 0)
    for part, own in zip(parts, shared_out(parts, timexes), strict=True):
        if own:
            referents = referents_at(names, source.sentences, number)
            analysis = analyse(part, own, names, lead=number < LEAD, referents=referents)
            reason = passed_sentence(analysis)
            reasons += [reason] if reason else _add_candidates(found, source, analysis, clean)
    return found, "" if found else next(iter(reasons), NO_DATE)


def _add_candidates(found: list[Candidate], source: _Source, analysis: Analysis, clean: str) -> list[str]:
    """Add the candidates of a part of a sentence to those found in it; return the reasons why there are no others."""
    said = attributions(analysis)
    reasons: list[str] = []
    for when in analysis.whens:
        outcome = _candidate(source, analysis, when, said, clean, first=not found)
        if isinstance(outcome, str):
            reasons.append(outcome)
        elif not any(_same(outcome, other) for other in found):
            found.append(outcome)
    return reasons


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates of a sentence are one event (“Friday, at noon”, “tonight or tomorrow”)."""
    return one.title == other.title


def _candidate(  # noqa: PLR0913 the sentence's parts, and what was found in it before
    source: _Source, analysis: Analysis, when: When, said: list[Attribution], clean: str, *, first: bool
) -> Candidate | str:
    """The candidate that an expression dates, or why there is none."""
    article = source.article
    reason = passed_expression(when.timex, dct_known=article.dct is not None) or passed_date(analysis, when, said)
    if reason:
        return reason
    reading = read(analysis, when, said)
    if reading is None:
        return NO_CLAUSE
    dated = date_of(article, analysis, when, reading)
    reason = passed_reading(analysis, when, reading, dated)
    if reason:
        return reason
    clause = "" if reading.kind in {"saying", "aside"} else analysis.between(reading.first, reading.last)
    past = reading.kind != "aside" and is_past(analysis, reading)
    done = is_done(analysis, when, reading)
    status = status_of(clause, when.timex.text, dated.date, article.dct, past=past, done=done)
    title = headline(analysis, reading, planned=status == "planned")
    if not title:
        return NO_TITLE
    acting = _acting_places(analysis)
    actors, places = _actors(analysis, acting), _places(analysis, acting)
    marks = features(analysis, when, reading, dated.date, title, actors=bool(actors), places=bool(places))
    return Candidate(
        sentence=clean,
        line=article.line_at(analysis.sentence.start),
        timex=dated.timex,
        date=dated.date,
        title=title,
        summary=summary(analysis),
        status=status,
        actors=actors,
        places=places,
        attributed_to=reading.said_by.speaker if reading.said_by else "",
        quote="" if article.kind == "digest" else quote(analysis, when),
        score=score(marks),
        confidence=dated.confidence,
        reason=_reason(analysis, when, reading, marks, dated.reason),
        mention=mention(article, clean, when="" if first else when.timex.text, key=source.key),
    )


def _reason(analysis: Analysis, when: When, reading: Reading, marks: list[str], doubt: str) -> str:
    """Why it was proposed: which words the date belongs to, what speaks for it, what is in doubt."""
    words = " ".join(when.timex.text.split())
    what = f"“{analysis.words[reading.verb].text}”" if reading.verb is not None else "an event named by a noun"
    sentences = [f"“{words}” dates {what}", why(marks), doubt.rstrip(".")]
    return " ".join(f"{text[0].upper()}{text[1:]}." for text in sentences if text)


def _actors(analysis: Analysis, acting: Sequence[Name]) -> tuple[str, ...]:
    """Who acts in a sentence: people, then bodies, then countries and capitals that stand for their governments."""
    people = [name.full for name in analysis.names if name.kind == "person"]
    bodies = [name.full for name in analysis.names if name.kind == "body"]
    states = [name.text for name in acting]
    return tuple(dict.fromkeys([*people, *bodies, *states]))


def _acting_places(analysis: Analysis) -> list[Name]:
    """The places that act, as in “Moscow sent” and “Russia and China agreed”, but not “visitors from China agreed”."""
    acting: list[Name] = []
    chain: list[Name] = []
    governed = False
    for name in analysis.names:
        if name.kind != "place" or not is_seat(name.text):
            continue
        first = next(index for index, word in enumerate(analysis.words) if word.end > name.start)
        after = next((index for index, word in enumerate(analysis.words) if word.start >= name.end), None)
        joined = bool(chain) and analysis.text[chain[-1].end : name.start].strip() in {"and", ",", ", and"}
        begins = any(clause.first == first for clause in analysis.clauses)
        if not joined:
            chain = []
            governed = not begins and analysis.words[first - 1].lower in PREPOSITIONS
        chain.append(name)
        if after in analysis.verbs and not governed:
            acting.extend(chain)
    return acting


def _places(analysis: Analysis, acting: Sequence[Name]) -> tuple[str, ...]:
    """The places of a sentence, without those that act in it."""
    return tuple(dict.fromkeys(name.text for name in analysis.names if name.kind == "place" and name not in acting))
