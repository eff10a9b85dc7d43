"""How we know the date: the words that gave it, what they were counted from, and how that is known, in sentences.

Each part of the trail is one function that gives sentences. What others wrote is set in quotation marks and kept
apart from ours, so that a text in another direction does not turn the sentence around.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from generator.dates import Edtf, Precision, parse, say
from generator.model import Citation, Event, Source
from generator.publishing.atlas import Atlas
from generator.publishing.credits import publisher
from generator.publishing.plain_text import clean, sentence
from generator.publishing.short_dates import say_with_weekday, weekday_of

__all__ = ["explain_date", "explain_publication"]

Basis = Callable[[str, Markup, Edtf, str], Markup]
"""Says how a date of publication is known, from: the date in words, the words it came from (or nothing), the date,
and the language."""


def _in_metadata(said: str, words: Markup, date: Edtf, language: str) -> Markup:  # noqa: ARG001 one shape for all
    return Markup("The page’s own data say that it was published on {}.").format(said)


def _in_words(place: str) -> Basis:
    def said_there(said: str, words: Markup, date: Edtf, language: str) -> Markup:  # noqa: ARG001 one shape for all
        if not words:
            return Markup("Its {} says that it was published on {}.").format(place, said)
        return Markup("It was published on {}, as its {} says: {}.").format(said, place, words)

    return said_there


def _by_weekday(said: str, words: Markup, date: Edtf, language: str) -> Markup:  # noqa: ARG001 one shape for all
    year, weekday = date.start.year, weekday_of(date, language)
    day = say(date, language).removesuffix(year).strip()
    fits = Markup("{} was a {} in {}.").format(day, weekday, year)
    if not words:
        return Markup("It gives the day of its publication without a year; {}").format(fits)
    return Markup("It is dated {}, without a year; {}").format(words, fits)


def _by_hand(said: str, words: Markup, date: Edtf, language: str) -> Markup:  # noqa: ARG001 one shape for all
    return Markup("It does not say when it was published; an editor supplied the day, {}.").format(said)


_BASES: dict[str, Basis] = {
    "metadata": _in_metadata,
    "byline": _in_words("byline"),
    "dateline": _in_words("dateline"),
    "caption": _in_words("caption"),
    "weekday": _by_weekday,
    "given": _by_hand,
    "editor": _by_hand,
}
"""What is said for each method of `published_basis`."""

_PRECISION = {
    Precision.MONTH: "Only the month is known, not the day.",
    Precision.QUARTER: "Only the quarter is known, not the day.",
    Precision.SEASON: "Only the season is known, not the day.",
    Precision.HALF: "Only the half of the year is known, not the day.",
    Precision.YEAR: "Only the year is known, not the day.",
    Precision.DECADE: "Only the decade is known.",
    Precision.CENTURY: "Only the century is known.",
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
        told = [Markup("The words that gave this date are not recorded: an editor entered it.")]
    open_points = _paragraph(_what_is_open(event, atlas))
    return tuple(dict.fromkeys([*told, *([open_points] if open_points else [])]))


def explain_publication(source: Source, language: str) -> Markup | None:
    """How it is known when a source was published: a sentence or three, escaped; None where no date is known."""
    if not source.published:
        return None
    return _paragraph(_publication(source, language))


def _paragraph(sentences: Iterator[Markup]) -> Markup:
    return Markup(" ").join(sentences)


def _quoted(words: str | None) -> Markup:
    line = " ".join(clean(words or "").split())
    return Markup("“<bdi>{}</bdi>”").format(line) if line else Markup("")


def _remark(before: str, text: str | None) -> Iterator[Markup]:
    """An editor's or the generator's own remark, which begins in lower case and has no full stop."""
    if text:
        yield Markup("{}: <bdi>{}</bdi>").format(before, sentence(clean(text)))


def _trail(citation: Citation, atlas: Atlas) -> Iterator[Markup]:
    source = atlas.source(citation)
    if source is None or not (citation.when or citation.date):
        return
    name, language = Markup("<bdi>{}</bdi>").format(clean(publisher(source))), atlas.language
    if citation.when and citation.from_:
        yield Markup("{} says {}.").format(name, _quoted(citation.when))
        yield from _counting(citation, source, language)
    elif citation.when and citation.date:
        yield Markup("{} says {}: {}.").format(name, _quoted(citation.when), _result(citation.date, language))
    elif citation.date:
        yield Markup("{} gives the date: {}.").format(name, _result(citation.date, language))
    else:
        why = "" if source.published else ", since it is not known when it was published"
        yield Markup("{} says {}; no date follows from that{}.").format(name, _quoted(citation.when), why)
    yield from _remark("Read so because", citation.reason)
    basis = source.published_basis if citation.from_ else None
    # Where the doubt is about the day of publication, it was said there.
    said = basis.confidence if basis else ""
    if citation.confidence in {"low", "medium"} and citation.confidence != said:
        yield Markup("We read it so with {} confidence.").format(citation.confidence)


def _counting(citation: Citation, source: Source, language: str) -> Iterator[Markup]:
    """What the words were counted from, how that is known, and where it leads."""
    if citation.from_ is None:
        return
    published = source.published and source.published.isoformat()
    if citation.from_.text == published:
        yield from _publication(source, language)
        start = "that day"
    else:
        start = say_with_weekday(citation.from_, language)
    if citation.date is None:
        yield Markup("No date follows from that.")
    elif citation.date.text == published == citation.from_.text:
        yield Markup("So the day is {}.").format(_result(citation.date, language))
    else:
        yield Markup("Counted from {}, the date is {}.").format(start, _result(citation.date, language))


def _result(date: Edtf, language: str) -> Markup:
    return Markup("<strong>{}</strong>").format(say_with_weekday(date, language))


def _publication(source: Source, language: str) -> Iterator[Markup]:
    if not source.published:
        return
    date = parse(source.published.isoformat())
    said, basis = say_with_weekday(date, language), source.published_basis
    if basis is None:
        yield Markup("It was published on {}.").format(said)
        return
    state = _BASES.get(basis.method)
    if state:
        yield state(said, _quoted(basis.words), date, language)
    else:
        yield Markup("It was published on {}, known by: <bdi>{}</bdi>.").format(said, clean(basis.method))
    yield from _remark("In detail", basis.reason)
    if basis.confidence != "high":
        yield Markup("Our confidence in that is {}.").format(basis.confidence)


def _what_is_open(event: Event, atlas: Atlas) -> Iterator[Markup]:
    date = event.date
    if date is None:
        yield Markup("The date is not known yet.")
        return
    yield from _disagreement(event, date, atlas)
    if date.kind == "set":
        yield Markup("It is one of these dates; which one is not known.")
    elif date.kind == "single" and date.precision in _PRECISION:
        yield Markup(_PRECISION[date.precision])  # noqa: S704 our own table
    if date.approximate:
        yield Markup("The date is approximate: near it, but not exactly known.")
    if date.uncertain:
        yield Markup("The date is uncertain.")


def _disagreement(event: Event, date: Edtf, atlas: Atlas) -> Iterator[Markup]:
    """Where a source gives a date that cannot be the event's."""
    for citation in event.citations:
        source = atlas.source(citation)
        if source and citation.date and not citation.date.overlaps(date):
            name = Markup("<bdi>{}</bdi>").format(clean(publisher(source)))
            theirs, ours = say(citation.date, atlas.language), say(date, atlas.language)
            yield Markup("By {} it would be {}; our editors settled on {}.").format(name, theirs, ours)
