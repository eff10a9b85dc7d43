"""German names of holidays, each with its key in `feasts`."""

from __future__ import annotations

from generator.extracting.tagger.language import words

__all__ = ["HOLIDAYS"]

HOLIDAYS: dict[str, object] = {
    **words("neujahr, neujahrstag", "new-year"),
    **words("dreikönigstag, dreikönig, heilige drei könige", "epiphany"),
    **words("valentinstag", "valentine"),
    **words("weltfrauentag, frauentag", "womens-day"),
    **words("rosenmontag", "shrove-monday"),
    **words("faschingsdienstag", "shrove-tuesday"),
    **words("aschermittwoch", "ash-wednesday"),
    **words("palmsonntag", "palm-sunday"),
    **words("karwoche", "holy-week"),
    **words("gründonnerstag", "maundy-thursday"),
    **words("karfreitag", "good-friday"),
    **words("karsamstag", "holy-saturday"),
    **words("ostern, ostersonntag", "easter"),
    **words("ostermontag", "easter-monday"),
    **words("tag der arbeit, maifeiertag", "may-day"),
    **words("christi himmelfahrt, himmelfahrt", "ascension"),
    **words("pfingsten, pfingstsonntag", "pentecost"),
    **words("pfingstmontag", "whit-monday"),
    **words("fronleichnam", "corpus-christi"),
    **words("mariä himmelfahrt", "assumption"),
    **words("tag der deutschen einheit", "german-unity"),
    **words("halloween", "halloween"),
    **words("allerheiligen", "all-saints"),
    **words("allerseelen", "all-souls"),
    **words("black friday", "black-friday"),
    **words("heiligabend, heiliger abend", "christmas-eve"),
    **words("weihnachten, erster weihnachtstag, ersten weihnachtstag", "christmas"),
    **words("zweiter weihnachtstag, zweiten weihnachtstag", "boxing-day"),
    **words("silvester, silvesterabend, silvesternacht", "new-years-eve"),
    **words("ramadan", "ramadan"),
}
