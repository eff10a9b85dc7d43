"""What counts how much: every number of the ranking that somebody might wish to try another value for."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Weights"]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a ranking; 1 is an article that names the day in a sentence on the topic.

    They were set by hand, on two topics and harder ones made of them, none held back: `benchmarks/topics.py --study`
    shows how little depends on most of their values.

    Attributes:
        published: An article that was published on the day, or names it only as its own date.
        published_next: An article that was published on the day after.
        announced: An article from before the day: what it says may not have come about.
        reprint: A reprint: it shows that a story matters to one editor more, and reports nothing.
        chronology: What the best chronology that lists a day adds to its score: a journalist chose it already.
        off_topic: To which power the share of an article's words that are the collection's own is taken.
        off_topic_sentence: The same for a sentence.
        chronicled: How much more a chronology's own sentence counts for the summary: it was written for a timeline.
        candidate: How much more a candidate's sentence counts for the summary: it has a headline and can be cited.
        foretold: How much a sentence from before the day counts for the summary.
        asked: How much a question counts for the summary.
        spoken: How much a sentence counts for the summary that quotes somebody or says “I” or “we”.
        leaning: How much a sentence counts for the summary that leans on what is not in it: “But he …”, “yesterday”.
        long: How much a sentence of more than `longest` words counts for the summary.
        longest: Words.
        summary: Words of a summary at most, beside its first sentence.
        sentences: Sentences of a summary at most.
    """

    published: float = 0.5
    published_next: float = 0.2
    announced: float = 0.5
    reprint: float = 0.1
    chronology: float = 1.0
    off_topic: float = 2.0
    off_topic_sentence: float = 0.5
    chronicled: float = 1.5
    candidate: float = 1.2
    foretold: float = 0.5
    asked: float = 0.3
    spoken: float = 0.9
    leaning: float = 0.85
    long: float = 0.6
    longest: int = 50
    summary: int = 60
    sentences: int = 2
