"""English names of holidays, each with its key in `feasts`."""

from __future__ import annotations

from generator.extracting.tagger.language import words

__all__ = ["HOLIDAYS"]

HOLIDAYS = (
    words("new year's day, new years day, new year's", "new-year")
    | words("new year's eve, new years eve", "new-years-eve")
    | words("lunar new year, lunar new year's day, chinese new year, chinese lunar new year", "lunar-new-year")
    | words("tet, tet holiday", "tet")
    | words("martin luther king jr. day, martin luther king day, mlk day", "mlk-day")
    | words("valentine's day, st. valentine's day", "valentine")
    | words("presidents' day, presidents day, washington's birthday", "presidents-day")
    | words("st. patrick's day, st patrick's day", "st-patrick")
    | words("april fools' day, april fool's day, april fools day", "april-fools")
    | words("international women's day", "womens-day")
    | words("shrove tuesday, mardi gras, pancake day", "shrove-tuesday")
    | words("palm sunday", "palm-sunday")
    | words("maundy thursday, holy thursday", "maundy-thursday")
    | words("easter, easter sunday, easter day", "easter")
    | words("whitsun, whit sunday, pentecost", "pentecost")
    | words("may day, international workers' day", "may-day")
    | words("orthodox easter, greek easter", "orthodox-easter")
    | words("fourth of july, july fourth", "us-independence")
    | words("labor day, labour day", "labor-day")
    | words("columbus day, indigenous peoples' day", "columbus-day")
    | words("father's day, fathers' day", "fathers-day")
    | words("halloween, hallowe'en", "halloween")
    | words("all saints' day, all saints day", "all-saints")
    | words("guy fawkes night, bonfire night", "guy-fawkes")
    | words("veterans day, veterans' day, armistice day, remembrance day", "veterans-day")
    | words("thanksgiving, thanksgiving day", "thanksgiving")
    | words("christmas, christmas day, xmas", "christmas")
    | words("orthodox christmas", "orthodox-christmas")
    | words("boxing day, st. stephen's day", "boxing-day")
    | words("eid al-fitr, eid ul-fitr, eid-al-fitr, eid", "eid-al-fitr")
    | words("eid al-adha, eid ul-adha, eid-al-adha", "eid-al-adha")
    | words("diwali, deepavali", "diwali")
    | words("passover, pesach", "passover")
    | words("hanukkah, chanukah", "hanukkah")
    | {word.replace("-", " "): word for word in ("good-friday", "holy-saturday", "easter-monday", "holy-week")}
    | {word.replace("-", " "): word for word in ("ash-wednesday", "whit-monday", "black-friday", "cyber-monday")}
    | {word.replace("-", " "): word for word in ("memorial-day", "christmas-eve", "juneteenth", "canada-day")}
    | {"bastille day": "bastille", "anzac day": "anzac", "epiphany": "epiphany", "ascension day": "ascension"}
    | {word.replace("-", " "): word for word in ("ramadan", "purim", "rosh-hashanah", "yom-kippur")}
)
"""What news in English calls holidays; a possessive or “Day” that may be left out is listed both ways."""
