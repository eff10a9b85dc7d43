"""Candidates of an article whose language has dates but no grammar here: the sentence as it stands, and its date.

Clauses, names and verbs are tables of English (`clauses`, `names`, `verbs`). Of German and Spanish only dates are read,
so a candidate claims no more: its title is its sentence, cut, its date the first that can be an event's. Of any other
language every sentence is passed over, and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.dates import Edtf, Precision, parse
from generator.extracting.analysis import DATELINE
from generator.extracting.candidate import Candidate, Extraction, Passed
from generator.extracting.date_grounds import SPAN
from generator.extracting.dating import least_sure
from generator.extracting.fingerprint import mention, normalised
from generator.extracting.passing import (
    DECADE,
    FRAGMENT,
    LONGEST_SENTENCE,
    NO_DATE,
    QUESTION,
    REPEATED,
    TOO_LONG,
    passed_expression,
)
from generator.extracting.plain_words import CALLED_OFF, DANGLING, LEAD_INS, NAMES, PUT_OFF, SPANS
from generator.extracting.quoting import LONGEST_QUOTE, LONGEST_SUMMARY
from generator.extracting.scoring import precision_of, score, why
from generator.extracting.sentences import Sentence, shared_out, split
from generator.extracting.status import Status
from generator.extracting.tagger import find_timexes
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.languages import CODES, language_of
from generator.extracting.timex import Timex
from generator.extracting.trimming import LONGEST_TITLE
from generator.reading.article import Article

__all__ = ["NO_RULES", "extract_plainly"]

NO_RULES = "no rules for this language yet"
BARE_YEAR = "“{words}” is only a year, and what it dates is not read in this language"
UNREAD = "Only the date of the sentence was read, not its grammar"

_LEAD = 2
"""How many sentences of an article are its head."""
_FEWEST_WORDS = 5
"""A line with fewer words than these, or without a mark at its end, is a heading or a caption."""
_SHORTEST_TITLE = 25
_SPACES = re.compile(r"\s+")
_MARK_AT_END = re.compile(r"[.!?…][\"”“’'»«)\]]*$")
_LEADING = re.compile(r"^[\s,;:.–—\-]+")
_TRAILING = re.compile(r"[\s,;:.–—\-(„“«]+$")
_SPACE_BEFORE = re.compile(r"\s+([,.;:!?])")


def extract_plainly(article: Article) -> Extraction:
    """Find the dated sentences of an article in another language than English.

    Args:
        article: The article.

    Returns:
        A candidate for each sentence with a date that can be an event's; of the others, why not.
    """
    sentences = split(article.text, article.language)
    if article.language not in CODES:
        return Extraction((), tuple(_passed(article, sentence, NO_RULES, ()) for sentence in sentences))
    timexes = find_timexes(article.text, article.dct, language=article.language)
    candidates: list[Candidate] = []
    passed: list[Passed] = []
    seen: set[str] = set()
    for number, (sentence, own) in enumerate(zip(sentences, shared_out(sentences, timexes), strict=True)):
        known = normalised(sentence.text)
        timex, reason = _dating(article, sentence, own) if known not in seen or not own else (None, REPEATED)
        seen.add(known)
        if timex is None:
            passed.append(_passed(article, sentence, reason, own))
        else:
            candidates.append(_candidate(article, sentence, own, timex, lead=number < _LEAD))
    return Extraction(tuple(candidates), tuple(passed))


def _passed(article: Article, sentence: Sentence, reason: str, timexes: Sequence[Timex]) -> Passed:
    return Passed(_clean(sentence), article.line_at(sentence.start), reason, tuple(timexes))


def _clean(sentence: Sentence) -> str:
    return _SPACES.sub(" ", sentence.text)


def _dating(article: Article, sentence: Sentence, timexes: Sequence[Timex]) -> tuple[Timex | None, str]:
    """The first expression of a sentence that may date an event, or else why there is none."""
    if not timexes:
        return None, NO_DATE
    reason = _passed_whole(sentence)
    if reason:
        return None, reason
    reasons = [_passed_date(article, sentence, timex) for timex in timexes]
    dating = next((timex for timex, reason in zip(timexes, reasons, strict=True) if not reason), None)
    return dating, reasons[0]


def _passed_whole(sentence: Sentence) -> str:
    if len(sentence.text) > LONGEST_SENTENCE:
        return TOO_LONG
    if sentence.text.rstrip("\"”“’'»«) ").endswith("?"):
        return QUESTION
    whole = _MARK_AT_END.search(sentence.text) and len(sentence.text.split()) >= _FEWEST_WORDS
    return "" if whole else FRAGMENT


def _passed_date(article: Article, sentence: Sentence, timex: Timex) -> str:
    """Why an expression dates no event; empty where it may."""
    reason = passed_expression(timex, dct_known=article.dct is not None)
    if reason:
        return reason
    words = _SPACES.sub(" ", timex.text)
    lead = SPANS[article.language].search(sentence.text, 0, timex.start - sentence.start)
    if lead:
        return SPAN.format(lead=lead[1].lower(), words=words)
    precision = parse(timex.edtf).precision if timex.edtf else Precision.DAY
    if precision > Precision.YEAR:
        return DECADE.format(words=words)
    return BARE_YEAR.format(words=words) if precision is Precision.YEAR else ""


def _candidate(article: Article, sentence: Sentence, own: Sequence[Timex], timex: Timex, *, lead: bool) -> Candidate:
    date = parse(timex.edtf) if timex.edtf else None
    confidence, doubt = least_sure(article, timex)
    clean = _clean(sentence)
    actors = tuple(dict.fromkeys(match[0] for match in NAMES[article.language].finditer(sentence.text)))
    holds = {
        "base": True,
        precision_of(date): True,
        "explicit": not timex.anchor and date is not None,
        "actors": bool(actors),
        "lead": lead,
    }
    marks = [name for name, present in holds.items() if present]
    words = _SPACES.sub(" ", timex.text)
    grounds = [f"“{words}” dates the sentence", why(marks), UNREAD, doubt.rstrip(".")]
    return Candidate(
        sentence=clean,
        line=article.line_at(sentence.start),
        timex=timex,
        date=date,
        title=_title(article.language, sentence, own),
        summary=_short(clean, LONGEST_SUMMARY),
        status=_status(article, sentence, date),
        actors=actors,
        places=(),
        attributed_to="",
        quote="" if article.kind == "digest" else _short(sentence.text, LONGEST_QUOTE, ending=""),
        score=score(marks),
        confidence=confidence,
        reason=" ".join(f"{ground[0].upper()}{ground[1:]}." for ground in grounds if ground),
        mention=mention(article, clean),
    )


def _status(article: Article, sentence: Sentence, date: Edtf | None) -> Status:
    """What became of it: by words for called off and put off, by its date, by the verbs where it has none."""
    folded = sentence.text.lower()
    if PUT_OFF[article.language].search(folded):
        return "postponed"
    if CALLED_OFF[article.language].search(folded):
        return "cancelled"
    if date is not None and article.dct is not None:
        return "planned" if date.is_after(article.dct) else "happened"
    language = language_of(article.language)
    return "planned" if language.future.search(folded) and not language.past.search(folded) else "happened"


def _title(code: str, sentence: Sentence, timexes: Sequence[Timex]) -> str:
    """The sentence without its dates; one of more than 90 characters is cut where a clause with its verb ends.

    A date that opens a German sentence stays, since the verb comes right after it: “Am Montag tagte der Rat”.
    """
    text, lead_in = sentence.text, LEAD_INS[code]
    dateline = DATELINE.match(text)
    position = dateline.end() if dateline else 0
    kept: list[str] = []
    for timex in timexes:
        start, end = timex.start - sentence.start, timex.end - sentence.start
        if timex.edtf is None or start < position:
            continue
        lead = lead_in.search(text, position, start)
        cut = lead.start() if lead else start
        if code == "de" and not "".join(kept).strip() and not text[position:cut].strip():
            continue
        kept.append(text[position:cut])
        position = end
    kept.append(text[position:])
    whole = _SPACE_BEFORE.sub(r"\1", _LEADING.sub("", _SPACES.sub(" ", " ".join(kept))))
    title = _first_clauses(whole, language_of(code)) or _short(whole, LONGEST_TITLE, ending="")
    title = DANGLING[code].sub("", _TRAILING.sub("", title))
    return title[:1].upper() + title[1:]


def _first_clauses(text: str, language: Language) -> str:
    """The clauses at the head of a long sentence that fit into a title and hold a verb of their own."""
    folded = text.lower()
    if len(text) <= LONGEST_TITLE:
        return text
    ends = [end.start() for end in language.clause_end.finditer(folded, _SHORTEST_TITLE, LONGEST_TITLE + 2)]
    whole = [end for end in ends if language.past.search(folded, 0, end) or language.future.search(folded, 0, end)]
    return text[: whole[-1]] if whole else ""


def _short(text: str, longest: int, *, ending: str = " …") -> str:
    """A text cut between two words."""
    if len(text) <= longest:
        return text
    return _TRAILING.sub("", text[: longest + 1].rpartition(" ")[0] or text[:longest]) + ending
