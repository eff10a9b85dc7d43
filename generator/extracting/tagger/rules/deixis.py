"""What German and Spanish point at with one word more or less than English: resolvers for rules of their own."""

from __future__ import annotations

import datetime as dt

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.point import Point, of_day
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Match
from generator.extracting.tagger.rules.numeric import is_day

__all__ = ["coming_weekend", "day_of_this_month"]

SATURDAY = 6


def coming_weekend(match: Match, context: Context) -> Reading:  # noqa: ARG001 every resolver has one signature
    """“am kommenden Wochenende”, “el próximo fin de semana”: the nearest that has not begun.

    English “next weekend” mostly means the one after that.
    """
    dct = context.dct
    if dct is None:
        return unresolved("XXXX-WXX-WE")
    day = dct + dt.timedelta(weeks=1) if dct.isoweekday() >= SATURDAY else dct
    return at(of_day(day, "weekend"), dct.isoformat())


def day_of_this_month(match: Match, context: Context) -> Reading:
    """“am 25. dieses Monats”, “el 25 de este mes”."""
    dct, day = context.dct, int(match["day"])
    if dct is None or not is_day(dct.year, dct.month, day):
        return unresolved(f"XXXX-XX-{day:02}")
    return at(Point("day", dct.year, dct.month, day), dct.isoformat())
