"""The words by which two accounts of an event are compared: which say the same, and which say nothing."""

from __future__ import annotations

__all__ = ["HAPPENINGS", "SAME_WORD", "STOP_WORDS"]

_HAPPENINGS = """
talk talks talked talking speak speaks spoke spoken call calls called phone phoned telephone telephoned telephones
video link conference conversation discuss discusses discussed discussion;
meet meets met meeting summit;
visit visits visited visiting trip travel travels travelled traveled arrive arrives arrived arrival receive receives
received welcome welcomes welcomed guest guests tour toured;
agree agrees agreed agreement agreements accord accords pact treaty deal deals sign signs signed signing seal seals
sealed contract contracts;
attack attacks attacked strike strikes struck shell shelled shelling bomb bombed bombing hit hits raid raids;
walkout walkouts stoppage strikers;
invade invades invaded invasion;
kill kills killed dead death deaths died die dies victim victims casualties fatal;
vote votes voted voting voters election elections elect elects elected poll polls ballot presidential;
win wins won winning winner victory triumph defeat defeats defeated concede concedes conceded;
resign resigns resigned resignation quit quits stepped steps step;
arrest arrests arrested detain detains detained detention;
jail jails jailed prison imprisoned sentence sentences sentenced convict convicts convicted conviction guilty
verdict;
begin begins began begun start starts started launch launches launched open opens opened opening;
end ends ended finish finished close closes closed;
send sends sent deploy deploys deployed troops forces army;
rise rises rose risen raise raises raised increase increases increased grow grows grew growth lift lifts lifted hike
hikes hiked;
fall falls fell fallen drop drops dropped decline declines declined cut cuts lower lowers lowered;
exceed exceeds exceeded surpass surpasses surpassed;
quake quakes earthquake earthquakes tremor tremors aftershock;
crash crashes crashed collision collide collides collided derail derailed derailment;
flood floods flooded flooding inundate inundated;
storm storms gale gales hurricane typhoon cyclone;
fire fires blaze blazes flame flames burn burns burned burnt burning;
collapse collapses collapsed gave;
sink sinks sank sunk sinking capsize capsizes capsized;
drill drills exercise exercises manoeuvres maneuvers;
prize prizes award awards awarded honour honours honoured honor honors honored;
approve approves approved approval adopt adopts adopted adoption enact enacts enacted pass passes passed
authorise authorised authorises authorize authorized clear cleared clears;
rescue rescues rescued rescuers save saved;
protest protests protested protesters demonstrate demonstrated demonstration demonstrations demonstrators rally
rallies march marches marched;
ban bans banned prohibit prohibits prohibited outlaw outlawed;
buy buys bought acquire acquires acquired acquisition takeover purchase purchases purchased;
sack sacks sacked fire fired dismiss dismisses dismissed dismissal oust ousts ousted;
appoint appoints appointed appointment name names named nominate nominated nomination;
publish publishes published publication release releases released;
explode explodes exploded explosion explosions blast blasts;
sue sues sued lawsuit suit;
bankruptcy bankrupt insolvency insolvent
"""
"""Kinds of happenings, each up to its semicolon; the first word stands for the kind. A word in two of them is of the
first."""

_THINGS = """
court courts judge judges trial tribunal;
parliament parliaments lawmaker lawmakers legislator legislators legislature congress senate mps;
law laws bill bills legislation;
ship ships boat boats vessel vessels ferry ferries;
navy naval navies warship warships;
train trains rail rails railway railways railroad;
school schools pupils classes
"""
"""Kinds of what they happen to, in the same form."""

_SILENT = """
a an and are as at be been but by can did do does for from had has have he her his if in into is it its may more new
next no not of on or our out over said say says she so than that the their them there they this to told up was we
were what when where which while who will with would you about after ahead also amid during expected expecting
expects hold holds held make makes made take takes took mr mrs ms dr president minister leader counterpart country
two monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow week month year
last spring summer autumn winter
"""


def _kinds(table: str) -> list[list[str]]:
    return [kind.split() for kind in table.split(";")]


HAPPENINGS = frozenset(kind[0] for kind in _kinds(_HAPPENINGS))
"""The words that stand for a kind of happening."""

SAME_WORD = {word: kind[0] for kind in reversed(_kinds(_HAPPENINGS) + _kinds(_THINGS)) for word in kind}
"""Words of one kind, by the word that stands for the kind."""

STOP_WORDS = frozenset(_SILENT.split())
"""Words that say nothing of what happened: grammar, reporting, ranks, and the words of dates."""
