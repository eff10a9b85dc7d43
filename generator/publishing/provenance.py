"""How we know the date: the words that gave it, what they were counted from, and how that is known, in sentences.

Each part of the trail is one function that gives sentences. What others wrote is set in quotation marks and kept
apart from ours, so that a text in another direction does not turn the sentence around.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from generator.dates import Edtf, Precision, parse, say
from generator.messages import Tongue, gettext_noop
from generator.model import Citation, Event, Source
from generator.publishing.atlas import Atlas
from generator.publishing.credits import publisher
from generator.publishing.plain_text import clean, sentence
from generator.publishing.render import apart, filled
from generator.publishing.short_dates import say_with_weekday, weekday_of

__all__ = ["explain_date", "explain_publication"]

Basis = Callable[[str, Markup, Edtf, Tongue], Markup]
"""Says how a date of publication is known, from: the date in words, the words it came from (or nothing), the date,
and the site's language."""


def _in_metadata(day: str, quoted: Markup, date: Edtf, words: Tongue) -> Markup:  # noqa: ARG001 one shape for all
    return filled(words.gettext("The page’s own data say that it was published on {day}."), day=day)


def _in_words(silent: str, telling: str) -> Basis:
    """What is said where the words are known, and where they are not."""

    def said_there(day: str, quoted: Markup, date: Edtf, words: Tongue) -> Markup:  # noqa: ARG001 one shape for all
        return filled(words.gettext(telling if quoted else silent), day=day, quoted=quoted)

    return said_there


def _by_weekday(day: str, quoted: Markup, date: Edtf, words: Tongue) -> Markup:  # noqa: ARG001 one shape for all
    weekday, said = weekday_of(date, words.code), say(date, words.code)
    if not quoted:
        message = words.gettext("It gives the day of its publication without a year; {day} was a {weekday}.")
        return filled(message, day=said, weekday=weekday)
    message = words.gettext("It is dated {quoted}, without a year; {day} was a {weekday}.")
    return filled(message, quoted=quoted, day=said, weekday=weekday)


def _by_hand(day: str, quoted: Markup, date: Edtf, words: Tongue) -> Markup:  # noqa: ARG001 one shape for all
    message = words.gettext("It does not say when it was published; an editor supplied the day, {day}.")
    return filled(message, day=day)


_BASES: dict[str, Basis] = {
    "metadata": _in_metadata,
    "byline": _in_words(
        gettext_noop("Its byline says that it was published on {day}."),
        gettext_noop("It was published on {day}, as its byline says: {quoted}."),
    ),
    "dateline": _in_words(
        gettext_noop("Its dateline says that it was published on {day}."),
        gettext_noop("It was published on {day}, as its dateline says: {quoted}."),
    ),
    "caption": _in_words(
        gettext_noop("Its caption says that it was published on {day}."),
        gettext_noop("It was published on {day}, as its caption says: {quoted}."),
    ),
    "weekday": _by_weekday,
    "given": _by_hand,
    "editor": _by_hand,
}
"""What is said for each method of `published_basis`."""

_PRECISION = {
    Precision.MONTH: gettext_noop("Only the month is known, not the day."),
    Precision.QUARTER: gettext_noop("Only the quarter is known, not the day."),
    Precision.SEASON: gettext_noop("Only the season is known, not the day."),
    Precision.HALF: gettext_noop("Only the half of the year is known, not the day."),
    Precision.YEAR: gettext_noop("Only the year is known, not the day."),
    Precision.DECADE: gettext_noop("Only the decade is known."),
    Precision.CENTURY: gettext_noop("Only the century is known."),
}
_READ_WITH = {
    "low": gettext_noop("We read it so with low confidence."),
    "medium": gettext_noop("We read it so with medium confidence."),
}
_DATED_WITH = {
    "low": gettext_noop("Our confidence in that is low."),
    "medium": gettext_noop("Our confidence in that is medium."),
}


def explain_date(event: Event, atlas: Atlas) -> tuple[Markup, ...]:
    """How the date of an event is known.

    Args:
        event: The event.
        atlas: The timeline.

    Returns:
        A paragraph for each citation that says something of the date, then one on what the date leaves open. Escaped.
    """
    trails = [_paragraph(_trail(citation, atlas)) for citation in event.citations]
    told = [trail for trail in trails if trail]
    if not told and event.date:
        message = atlas.words.gettext("The words that gave this date are not recorded: an editor entered it.")
        told = [filled(message)]
    open_points = _paragraph(_what_is_open(event, atlas))
    return tuple(dict.fromkeys([*told, *([open_points] if open_points else [])]))


def explain_publication(source: Source, words: Tongue) -> Markup | None:
    """How it is known when a source was published: a sentence or three, escaped; None where no date is known."""
    if not source.published:
        return None
    return _paragraph(_publication(source, words))


def _paragraph(sentences: Iterator[Markup]) -> Markup:
    return Markup(" ").join(sentences)


def _quoted(text: str | None, words: Tongue) -> Markup:
    line = " ".join(clean(text or "").split())
    return filled(words.gettext("“{quote}”"), quote=apart(line)) if line else Markup("")


def _remark(message: str, text: str | None) -> Iterator[Markup]:
    """An editor's or the generator's own remark, which begins in lower case and has no full stop."""
    if text:
        yield filled(message, remark=apart(sentence(clean(text))))


def _trail(citation: Citation, atlas: Atlas) -> Iterator[Markup]:
    source, words = atlas.source(citation), atlas.words
    if source is None or not (citation.when or citation.date):
        return
    name, quoted = apart(publisher(source, words)), _quoted(citation.when, words)
    if citation.when and citation.from_:
        yield filled(words.gettext("{publisher} says {quoted}."), publisher=name, quoted=quoted)
        yield from _counting(citation, source, words)
    elif citation.when and citation.date:
        message = words.gettext("{publisher} says {quoted}: {date}.")
        yield filled(message, publisher=name, quoted=quoted, date=_result(citation.date, words))
    elif citation.date:
        message = words.gettext("{publisher} gives the date: {date}.")
        yield filled(message, publisher=name, date=_result(citation.date, words))
    elif source.published:
        yield filled(
            words.gettext("{publisher} says {quoted}; no date follows from that."), publisher=name, quoted=quoted
        )
    else:
        message = words.gettext(
            "{publisher} says {quoted}; no date follows from that, since it is not known when it was published."
        )
        yield filled(message, publisher=name, quoted=quoted)
    yield from _remark(words.gettext("Read so because: {remark}"), citation.reason)
    basis = source.published_basis if citation.from_ else None
    # Where the doubt is about the day of publication, it was said there.
    said = basis.confidence if basis else ""
    if citation.confidence in _READ_WITH and citation.confidence != said:
        yield filled(words.gettext(_READ_WITH[citation.confidence]))


def _counting(citation: Citation, source: Source, words: Tongue) -> Iterator[Markup]:
    """What the words were counted from, how that is known, and where it leads."""
    if citation.from_ is None:
        return
    published = source.published and source.published.isoformat()
    from_publication = citation.from_.text == published
    if from_publication:
        yield from _publication(source, words)
    if citation.date is None:
        yield filled(words.gettext("No date follows from that."))
    elif citation.date.text == published == citation.from_.text:
        yield filled(words.gettext("So the day is {date}."), date=_result(citation.date, words))
    elif from_publication:
        yield filled(words.gettext("Counted from that day, the date is {date}."), date=_result(citation.date, words))
    else:
        message = words.gettext("Counted from {day}, the date is {date}.")
        day = say_with_weekday(citation.from_, words.code)
        yield filled(message, day=day, date=_result(citation.date, words))


def _result(date: Edtf, words: Tongue) -> Markup:
    return filled("<strong>{date}</strong>", date=say_with_weekday(date, words.code))


def _publication(source: Source, words: Tongue) -> Iterator[Markup]:
    if not source.published:
        return
    date = parse(source.published.isoformat())
    day, basis = say_with_weekday(date, words.code), source.published_basis
    if basis is None:
        yield filled(words.gettext("It was published on {day}."), day=day)
        return
    state = _BASES.get(basis.method)
    if state:
        yield state(day, _quoted(basis.words, words), date, words)
    else:
        message = words.gettext("It was published on {day}, known by: {method}.")
        yield filled(message, day=day, method=apart(basis.method))
    yield from _remark(words.gettext("In detail: {remark}"), basis.reason)
    if basis.confidence in _DATED_WITH:
        yield filled(words.gettext(_DATED_WITH[basis.confidence]))


def _what_is_open(event: Event, atlas: Atlas) -> Iterator[Markup]:
    date, words = event.date, atlas.words
    if date is None:
        yield filled(words.gettext("The date is not known yet."))
        return
    yield from _disagreement(event, date, atlas)
    if date.kind == "set":
        yield filled(words.gettext("It is one of these dates; which one is not known."))
    elif date.kind == "single" and date.precision in _PRECISION:
        yield filled(words.gettext(_PRECISION[date.precision]))
    if date.approximate:
        yield filled(words.gettext("The date is approximate: near it, but not exactly known."))
    if date.uncertain:
        yield filled(words.gettext("The date is uncertain."))


def _disagreement(event: Event, date: Edtf, atlas: Atlas) -> Iterator[Markup]:
    """Where a source gives a date that cannot be the event's."""
    message = atlas.words.gettext("By {publisher} it would be {theirs}; our editors settled on {ours}.")
    for citation in event.citations:
        source = atlas.source(citation)
        if source and citation.date and not citation.date.overlaps(date):
            name = apart(publisher(source, atlas.words))
            theirs, ours = say(citation.date, atlas.language), say(date, atlas.language)
            yield filled(message, publisher=name, theirs=theirs, ours=ours)
