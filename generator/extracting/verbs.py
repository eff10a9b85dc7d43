"""The verbs of English news, in tables: which words are finite verbs, which of them report speech, which tell an event.

There is no part-of-speech tagger here: what a sentence says is read from these tables and from the word before and
after. A verb is given by its base form; its other forms are made by the ordinary rules, the irregular past stands
after a colon.
"""

from __future__ import annotations

import functools

from generator.extracting.tables import table

__all__ = [
    "AUXILIARIES",
    "BE",
    "EVENT_VERBS",
    "PARTICIPLES",
    "REPORTING",
    "STATIVE",
    "base_forms",
    "past_forms",
    "present_forms",
    "stative_forms",
]

BE = table("is are was were am be been being ’s ’re")
MODALS = table("will would can could may might must shall should ’ll ’d won’t won't wouldn’t wouldn't")
AUXILIARIES = (
    table("""
        is are was were am has have had do does did isn't aren't wasn't weren't hasn't haven't hadn't don't
        doesn't didn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t cannot can't can’t
        couldn't couldn’t
        """)
    | MODALS
)

REPORTING = table("""
    said says say told tells tell added adds noted notes announced announces reported reports report confirmed
    confirms stated states declared declares claimed claims warned warns insisted insists argued argues acknowledged
    stressed stresses emphasized emphasised clarified explained explains wrote writes tweeted posted quoted replied
    recalled admitted denied denies believes believed thinks thought expects expected hopes hoped predicted suggested
    suggests estimated reiterated maintained conceded revealed disclosed pointed observed remarked commented testified
    alleged alleges indicated ruled rules concluded concludes reveals discloses testifies concedes concede complained
    complains
    """)
"""Forms that introduce what somebody said; the tense is that of the saying."""

_EVENTS = """
abandon abduct accept:accepted acquire acquit adopt agree ambush annex announce apologize appeal appoint approve
arrest arrive assassinate attack award ban become:became begin:began bomb boycott build:built buy:bought call
cancel capture ceasefire celebrate charge clash close collapse complete conclude condemn confirm congratulate
convict crash cross cut:cut declare defeat demand deploy depose destroy detain detonate die discover dismiss
dissolve elect enact end enter erupt escape establish evacuate execute expel explode extradite fall:fell
fight:fought file find:found fire flee:fled form found free freeze:froze gather grant hail halt hijack hit:hit
hold:held host identify impeach impose inaugurate indict injure introduce invade invite jail join kidnap kill land
launch lead:led leave:left lift lose:lost march marry meet:met merge mourn move murder name negotiate nominate
occur open order oust overthrow:overthrew pardon pass plead pledge postpone present protest publish pull quit:quit
raid raise ratify reach recall receive recognize recover reject release remove renew repeal replace rescue resign
resume retire return reveal riot sack schedule seize send:sent sentence set:set settle shell shoot:shot shut:shut
sign sink:sank speak:spoke spread:spread start steal:stole step storm strike:struck sue suffer suspend swear:swore
take:took talk target test threaten topple tour travel triumph unveil veto visit vote vow walk wed win:won
withdraw:withdrew wound
"""

_OTHERS = """
accompany accuse achieve act add address admit affect aim allow amount answer appear applaud apply argue ask
assert assure attend attempt attribute avoid back bear:bore beat:beat believe belong block borrow break:broke
bring:brought broadcast:broadcast burn campaign carry catch:caught cause challenge change cheer choose:chose cite
claim climb come:came comment compete complain concern consider consist contain continue contribute control
convene cost:cost cover create criticize deal:dealt debate decide decline decrease defend delay deliver deny
depart depend describe deserve develop differ disappear discuss dominate double draw:drew drive:drove drop earn
ease eat:ate emerge emphasize employ encourage endorse enjoy estimate examine exceed exchange expand expect
experience explain express extend face fail favor fear feel:felt finance finish flow fly:flew focus follow force
get:got give:gave go:went grow:grew happen harm head hear:heard help hide:hid hope hurt:hurt include increase
indicate influence insist intend involve issue judge keep:kept know:knew lack last laugh lay:laid learn lie:lay
like link listen live look love maintain make:made manage mark match mean:meant measure mention miss mount need
note notice obtain offer operate oppose owe own participate pay:paid permit place plan play point post praise
prefer prepare press prevent prioritize proceed produce progress promise promote propose prove provide push
put:put question ramp range reaffirm read:read recommend record reduce refer reflect refuse regard reiterate
relate remain remember represent request require respect respond rest restore restrict result ride:rode ring:rang
rise:rose roll rule run:ran save say:said score see:saw seek:sought seem sell:sold serve share shift show:showed
sing:sang sit:sat sleep:slept slip solve spend:spent split:split stage stand:stood state stay stop stress study
submit succeed sum supply support surge surprise surround surpass survive swim:swam teach:taught tell:told tend
think:thought throw:threw touch trade transfer treat triple try turn understand:understood unite update urge use
violate wait wake:woke want warn warrant watch wear:wore weigh welcome wish witness wonder work worry write:wrote
"""

_PAST_ONLY = table("""
    underwent upheld overcame hung lent lit forbade shed shrank slid stuck swung tore rebuilt burst dug withheld forgot
    forgave bound bred clung crept dealt foresaw knelt leapt misled mistook overtook shrunk spun strode strove swept
    undertook wove wept withstood bled blew bent overdosed undid outlined rang woke
    """)
"""Simple pasts whose base form is hardly ever met as a finite verb, or is mostly a noun."""

STATIVE = table("""
    be have know believe think want need like love hate hope seem appear remain consist contain include mean own
    belong depend live exist lack resemble cost weigh deserve differ fear feel prefer wish tend understand wonder
    concern consider regard matter owe possess require suffice suit trust doubt expect suppose stay lie stand sit last
    look sound range refer relate represent enjoy intend admire involve follow surround cover dominate describe
    mention remember keep work play try use wait feature run aim plan rest hear watch
    """)
"""Base forms of verbs that tell a state, an attitude or what goes on, and so no event by themselves."""

_VOWELS = frozenset("aeiou")
_DOUBLED = table("ban cancel drop extradite plan permit step stop slip submit transfer travel refer wed occur")


def _table(text: str) -> dict[str, str]:
    """Base form → past, for each verb of a table."""
    pairs = (entry.partition(":") for entry in text.split())
    return {base: past or _regular_past(base) for base, _, past in pairs}


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if base in _DOUBLED else f"{base}ed"


def _third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}s"


_EVENT_TABLE = _table(_EVENTS)
_OTHER_TABLE = _table(_OTHERS)
PARTICIPLES = table("""
    begun taken spoken stolen sworn withdrawn written given seen gone known shown broken born borne chosen drawn driven
    eaten fallen flown forbidden forgiven forgotten frozen grown hidden overthrown proven ridden risen run shaken sung
    sunk swum thrown torn undergone overcome woken worn come become been done beaten won
    """)
"""Participles that differ from the simple past."""

EVENT_VERBS = (
    frozenset(_EVENT_TABLE)
    | frozenset(_EVENT_TABLE.values())
    | frozenset(map(_third_person, _EVENT_TABLE))
    | PARTICIPLES - {"known", "seen", "been", "done", "come", "become", "grown"}
    | frozenset({"traveled", "travelled", "canceled", "cancelled", "apologised", "recognised"})
)
"""Forms of verbs that tell something happening, rather than a state, a habit or a remark."""


@functools.lru_cache(maxsize=1)
def past_forms() -> frozenset[str]:
    """The simple past of every verb in the tables."""
    spellings = {"cancelled", "canceled", "travelled", "traveled", "emphasised", "recognised", "apologised"}
    return frozenset(_EVENT_TABLE.values()) | frozenset(_OTHER_TABLE.values()) | _PAST_ONLY | spellings


@functools.lru_cache(maxsize=1)
def present_forms() -> frozenset[str]:
    """The third person singular of every verb in the tables: `meets`."""
    return frozenset(map(_third_person, _EVENT_TABLE | _OTHER_TABLE))


@functools.lru_cache(maxsize=1)
def base_forms() -> frozenset[str]:
    """The base form of every verb in the tables: `meet`."""
    return frozenset(_EVENT_TABLE) | frozenset(_OTHER_TABLE)


@functools.lru_cache(maxsize=1)
def stative_forms() -> frozenset[str]:
    """All forms of the stative verbs: base, third person, past, participle in -ing."""
    pasts = _EVENT_TABLE | _OTHER_TABLE
    forms = {base: pasts.get(base) or _regular_past(base) for base in STATIVE}
    gerunds = {f"{base[:-1] if base.endswith('e') and base != 'be' else base}ing" for base in STATIVE}
    return (
        STATIVE | frozenset(forms.values()) | frozenset(map(_third_person, STATIVE)) | gerunds | {"has", "had", "known"}
    )
