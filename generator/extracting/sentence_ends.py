"""What ends a sentence and what does not, a table a language: abbreviations, and the words that begin sentences."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from generator.extracting.tables import table

__all__ = ["STARTERS", "Ends", "ends_of"]


@dataclass(frozen=True)
class Ends:
    """The words of one language that tell whether a full stop ends a sentence.

    Attributes:
        never_last: Abbreviations that stand before what they belong to: a name, a number.
        before_number: Abbreviations that do not end a sentence when a digit follows.
        maybe_last: Abbreviations that end a sentence only when the next word is one that often begins one.
        starters: Words that often begin a sentence and hardly ever a name.
        ordinals: Whether a number with a full stop is an ordinal (“am 3. Mai”), which ends a sentence only before one
            of `starters`.
    """

    never_last: frozenset[str]
    before_number: frozenset[str]
    maybe_last: frozenset[str]
    starters: frozenset[str]
    ordinals: bool = False

    @functools.cached_property
    def longest(self) -> int:
        """How many characters the longest abbreviation has: a longer word is none."""
        return max(map(len, self.never_last | self.before_number | self.maybe_last))


ENGLISH = Ends(
    never_last=table("""
    mr mrs ms messrs mx dr prof rev hon st sr gen lt col maj capt cmdr sgt cpl adm brig gov sen rep reps sens
    pres supt insp det vs fig approx dept univ assn intl natl
    """),
    before_number=table("jan feb mar apr jun jul aug sep sept oct nov dec no nos sec vol pp art ca c"),
    maybe_last=table("""
    inc corp co ltd llc plc jr bros u.s u.k u.n e.u u.s.a d.c a.m p.m ph.d m.d b.a m.a a.d b.c est etc al
    e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    """),
    starters=table("""
    the a an he she it they we i you his her its their our my this that these those there here in on at by for from
    with to of after before during since until when while as if although though but and or so yet however meanwhile
    both some many most several few all each no not one two earlier later last also then what who why how where
    according speaking asked despite under over
    """),
)

GERMAN = Ends(
    never_last=table("""
        dr prof hr fr frl st nr art abs bd dipl ing mag geb gest verh vgl ca bzw evtl inkl exkl sog ggf max min tel z.b
        d.h i.d.r z.t u.u v.a s.o phil jur med rer nat gen lt hptm jr bspw insb ehem amtl abt fa fam
        """),
    before_number=table("jan jän feb febr mär mrz apr jun jul aug sep sept okt nov dez nr abs art bd s kap"),
    maybe_last=table("""
        usw etc mio mrd str chr u.a u.v.m gmbh co kg inc ag e.v jan feb mär apr jun jul aug sep okt nov dez mo di mi do
        std min sek km
        """),
    starters=table("""
        der die das den dem des ein eine einer eines einem einen er sie es wir ich ihr man in im am an auf bei beim mit
        nach vor von vom zu zum zur seit bis für gegen durch über unter um und aber doch auch als wenn weil da dann
        denn dort hier heute gestern jetzt nun so wie was wer wo warum laut diese dieser dieses jene alle viele einige
        mehrere kein keine nicht nur noch schon bereits zuvor danach später dabei damit darauf deshalb trotz während
        zwei drei beide sein seine ihre ob obwohl nachdem bevor sondern allerdings zudem außerdem
        """),
    ordinals=True,
)

SPANISH = Ends(
    never_last=table("""
        sr sra srta sres d dña dr dra prof profa lic ing gral cnel cap sto sta av avda pág págs núm núms art arts vol vs
        aprox depto dpto excmo mons fr
        """),
    before_number=table("ene feb mar abr may jun jul ago sep sept oct nov dic núm n pág art c"),
    maybe_last=table("""
        ee uu ee.uu etc s.a s.l a.m p.m a.c d.c cía jr ud uds ene feb mar abr jun jul ago sep oct nov dic km hrs
        """),
    starters=table("""
        el la los las lo un una unos unas al del en a con de desde hasta por para según tras durante ante sin sobre
        entre pero y o aunque cuando mientras si como que quien este esta estos estas ese esa eso esto su sus mi
        nuestro ayer hoy mañana así también además ahora después antes luego entonces se no ya muy más otro otra todo
        toda todos todas cada algunos varios muchos ambos dos tres él ella ellos ellas
        """),
)

STARTERS = ENGLISH.starters
"""Words that often begin an English sentence and hardly ever a name."""

_ENDS = {"de": GERMAN, "en": ENGLISH, "es": SPANISH}


def ends_of(language: str) -> Ends:
    """The tables of a language (ISO 639-1); those of English for one that has none."""
    return _ENDS.get(language, ENGLISH)
