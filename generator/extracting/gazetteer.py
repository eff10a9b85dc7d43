"""Places and the adjectives made from them, mostly read from the Unicode CLDR by way of Babel.

Countries and regions are CLDR's territories; cities are the exemplar cities of its time zones. What CLDR does not
have (seats of government that have no time zone, short forms such as `U.S.`) stands in the small tables below.
"""

from __future__ import annotations

import functools
import re

from generator.extracting.tables import table

__all__ = ["demonyms", "is_demonym", "is_place", "is_seat", "places", "seats"]

SEATS = table(
    """
    Abuja|Ankara|Beijing|Bern|Brasilia|Brasília|Canberra|Geneva|The Hague|Hague|Hanoi|Islamabad|Jerusalem|Kyiv|Kiev
    |New Delhi|Ottawa|Pretoria|Pyongyang|Rabat|Strasbourg|Tel Aviv|Washington|Wellington|Yaounde|Naypyidaw|Kuwait City
    |Mexico City|Panama City|Guatemala City|Davos|Vatican City|Vatican
    """,
    separator="|",
)
"""Capitals and seats of international bodies that CLDR has no time zone for."""

STATES = table(
    """
    U.S.|US|U.S|USA|United States|U.K.|UK|U.K|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|UAE
    |South Korea|North Korea|Ivory Coast|Czech Republic|Turkey|Burma|Myanmar|Hong Kong|Macau|Bosnia|Congo
    |Democratic Republic of Congo|Palestine|Soviet Union|Yugoslavia|Czechoslovakia|Moscow|London|Paris|Berlin|Tokyo
    |Brussels|Madrid|Rome|Vienna|Warsaw|Cairo|Tehran|Baghdad|Seoul|Taipei|Minsk
    """,
    separator="|",
)
"""Countries that news spells otherwise than CLDR, or that are no more, and capitals that often stand for them."""

OTHER_PLACES = table(
    """
    Gaza|West Bank|Gaza Strip|Crimea|Donbas|Kashmir|Tibet|Xinjiang|Chechnya|Siberia|California|Texas|Florida|New York
    |Los Angeles|Chicago|Boston|Mumbai|Shanghai|Shenzhen|Barcelona|Milan|Munich|Frankfurt|Hamburg|Odesa|Kharkiv
    |Mariupol|St. Petersburg|Rio de Janeiro|Middle East|Eurasia|Balkans|Caucasus
    """,
    separator="|",
)
"""Regions and cities that the news is often from, and CLDR has not."""

NOT_PLACES = table(
    """
    Andorra la Vella|Center|Central|Casey|Davis|Eastern|Easter|Eire|General|Knox|Mountain|Pacific|Troll|Wake|Vincennes
    |Marengo|world|World|Outlying Oceania|Pseudo-Accents|Pseudo-Bidi|Unknown Region|Victoria|Chad Sr|Mayen|Nome|Rex
    """,
    separator="|",
)
"""Exemplar cities and territories whose name is mostly something else in the news."""

IRREGULAR_DEMONYMS = table("""
    American Arab African Asian Argentine British Briton Catalan Croat Czech Dane Danish Dutch European Filipino
    Philippine Finn Finnish French German Greek Icelandic Irish Kurd Kurdish Kiwi Latin Lebanese Norwegian Palestinian
    Peruvian Pole Polish Portuguese Scot Scottish Serb Slovak Soviet Spanish Swede Swedish Swiss Thai Turk Turkish
    Uyghur Welsh Western Eastern Northern Southern Maltese Iraqi Afghan English Cypriot Emirati Ivorian Malagasy
    Monegasque Bangladeshi Burmese Congolese Beijing-based Eurasian Islamic Muslim Christian Jewish Catholic
    """)
"""Adjectives of peoples and places that no rule below gives."""

_ADDITION = re.compile(r" (?:\(|SAR ).*")
_SUFFIXES = ("n", "an", "ian", "ese", "i", "ish", "er")
_ZONE_AREAS = ("Europe/", "Asia/", "Africa/", "America/", "Australia/", "Pacific/Auckland")


@functools.lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """The names of countries, regions, capitals and large cities, in English."""
    from babel import Locale
    from babel.core import get_global

    territories = {_plain(name) for name in Locale("en").territories.values()}
    zones = (zone for zone in get_global("zone_territories") if zone.startswith(_ZONE_AREAS) and zone.count("/") == 1)
    cities = {zone.split("/")[1].replace("_", " ") for zone in zones}
    return frozenset((territories | cities | SEATS | STATES | OTHER_PLACES) - NOT_PLACES)


def _plain(territory: str) -> str:
    """`Myanmar (Burma)` and `Hong Kong SAR China` as the news writes them."""
    return _ADDITION.sub("", territory).replace("&", "and").replace("’", "'")


@functools.lru_cache(maxsize=1)
def seats() -> frozenset[str]:
    """Places that the news lets act: countries and capitals, as in “Moscow sent troops”."""
    from babel import Locale

    territories = {_plain(name) for code, name in Locale("en").territories.items() if code.isalpha()}
    return frozenset((territories | SEATS | STATES) - NOT_PLACES)


@functools.lru_cache(maxsize=1)
def demonyms() -> frozenset[str]:
    """Adjectives of places and peoples: CLDR's names of languages, and what English endings make of countries."""
    from babel import Locale

    english = Locale("en")
    languages = {name for name in english.languages.values() if " " not in name}
    stems = {_plain(name) for name in english.territories.values() if " " not in _plain(name)}
    derived = {
        stem + suffix
        for name in stems
        for stem in (name, name[:-1])
        for suffix in _SUFFIXES
        if len(stem) > 3 and stem + suffix not in stems
    }
    plural = {f"{name}s" for name in IRREGULAR_DEMONYMS if name.endswith(("n", "i", "b", "d", "k"))}
    return frozenset((languages | derived | IRREGULAR_DEMONYMS | plural) - places())


def is_place(name: str) -> bool:
    """Whether a name is that of a country, region or large city."""
    return name.removeprefix("the ").removeprefix("The ").replace("’", "'") in places()


def is_seat(name: str) -> bool:
    """Whether a name is that of a country or capital, which may stand for its government."""
    return name.replace("’", "'") in seats()


def is_demonym(word: str) -> bool:
    """Whether a word is an adjective such as `Russian`, or such a one joined to another: `Russian-Chinese`."""
    known = demonyms()
    return word in known or ("-" in word and all(part in known for part in word.split("-")))
