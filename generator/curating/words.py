"""The words by which two accounts of an event are compared: which say the same, and which say nothing."""

from __future__ import annotations

__all__ = ["SAME_WORD", "STOP_WORDS"]

_KINDS = (
    "talk talks talked speak speaks spoke spoken call calls called phone phoned video link conference conversation",
    "meet meets met meeting summit",
    "visit visits visited visiting trip travel travels travelled traveled arrive arrives arrived arrival",
    "agree agrees agreed agreement accord pact treaty deal sign signs signed",
    "attack attacks attacked strike strikes struck shell shelled shelling bomb bombed bombing hit hits",
    "invade invades invaded invasion",
    "kill kills killed dead death deaths died die dies",
    "vote votes voted election elections elect elects elected poll polls",
    "resign resigns resigned resignation quit quits",
    "arrest arrests arrested detain detains detained",
    "begin begins began begun start starts started launch launches launched open opens opened",
    "end ends ended finish finished close closes closed",
    "send sends sent deploy deploys deployed troops forces army",
    "rise rises rose risen increase increases increased grow grows grew growth",
    "exceed exceeds exceeded surpass surpasses surpassed",
    "quake earthquake tremor",
    "crash crashes crashed collision collide collides collided",
    "flood floods flooded flooding inundate inundated",
)
"""A kind of happening a line; the first word stands for the kind."""

_SILENT = """
a an and are as at be been but by can did do does for from had has have he her his if in into is it its may more new
next no not of on or our out over said say says she so than that the their them there they this to told up was we
were what when where which while who will with would you about after ahead also amid during expected expecting
expects hold holds held make makes made take takes took mr mrs ms dr president minister leader counterpart country
two monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow week month year
last spring summer autumn winter
"""

SAME_WORD = {word: kind.split()[0] for kind in _KINDS for word in kind.split()}
"""Words of one kind of happening, by the word that stands for the kind."""

STOP_WORDS = frozenset(_SILENT.split())
"""Words that say nothing of what happened: grammar, reporting, ranks, and the words of dates."""
