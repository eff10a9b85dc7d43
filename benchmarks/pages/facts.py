"""What an invented page tells: sentences, names, and the days that stand on it, of which one is the right one."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from babel.dates import format_date

TODAY = dt.date(2026, 11, 22)
"""The clock of the benchmark: pages are saved on some day up to it."""

PLACES = ("Port Elm", "Grauhafen", "Puerto Libre", "Lindholm", "Ostrava Bay", "Marenga", "Tirsk", "Vell Head")
PEOPLE = (
    "Jane Hill",
    "Ivo Klein",
    "Ana Maria Duarte",
    "Tor Berg",
    "Kim Lee",
    "Lena Sommer",
    "Oleg Tarov",
    "Ruth Okoye",
)
BODIES = (
    "the harbour council",
    "the sailors' union",
    "the ferry company",
    "the ministry of transport",
    "the fire brigade",
)
DEEDS = (
    "voted to reopen",
    "refused to close",
    "agreed to sell",
    "promised to repair",
    "ordered a survey of",
    "took over",
)
THINGS = ("the northern ferry line", "the old grain pier", "two lighthouses", "the salt works", "the coastal railway")
REASONS = (
    "after a strike that had lasted three weeks",
    "although its own engineers had warned of the cost",
    "because the winter storms had torn away half of the wall",
    "and said that nobody would lose a job over it",
    "while some two hundred people waited outside in the rain",
)

FOREIGN = {
    "de": "Der Rat von {place} hat die Fährlinie wieder geöffnet, nachdem der Streik der Seeleute nach langen "
    "Gesprächen zu Ende ging. {who} sprach von einem guten Tag für die Stadt und ihre Häfen.",
    "es": "El consejo de {place} ha vuelto a abrir la línea de transbordadores después de una huelga que duró varias "
    "semanas. {who} habló de un buen día para la ciudad y para todos sus puertos.",
    "fr": "Le conseil de {place} a rouvert la ligne des bacs après une grève qui avait duré plusieurs semaines. "
    "{who} a parlé d'un beau jour pour la ville et pour tous ses ports.",
    "it": "Il consiglio di {place} ha riaperto la linea dei traghetti dopo uno sciopero che era durato diverse "
    "settimane. {who} ha parlato di una bella giornata per la città e per i suoi porti.",
    "pl": "Rada miasta {place} ponownie otworzyła linię promową po strajku, który trwał kilka tygodni. "
    "{who} mówi o dobrym dniu dla miasta i dla wszystkich jego portów.",
    "pt": "O conselho de {place} reabriu a linha das balsas depois de uma greve que durou várias semanas. "
    "{who} falou de um bom dia para a cidade e para todos os seus portos.",
    "ru": "Совет города {place} снова открыл паромную линию после забастовки, которая длилась несколько недель. "
    "{who} говорит о хорошем дне для города и для всех его портов.",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """The words and days of one page.

    Attributes:
        title, site, host, slug, author: Names.
        text: Paragraphs of the article, in markup.
        pub: When it appeared, in the paper's own zone: the answer.
        upd: When it was changed last, later.
        rel: The days of six other stories, before and after it.
        saved: The day on which the page was saved, shown as “today”.
        future: A day that is yet to come.
        moved: When the site moved to another system, years later.
        said: `pub` as each language writes it.
    """

    title: str
    site: str
    host: str
    slug: str
    author: str
    text: str
    pub: dt.datetime
    upd: dt.datetime
    rel: tuple[dt.date, ...]
    saved: dt.date
    future: dt.date
    moved: dt.date
    said: dict[str, str]


def sentence(chance: random.Random) -> str:
    """One invented sentence of news."""
    words = (chance.choice(BODIES), chance.choice(DEEDS), chance.choice(THINGS), chance.choice(REASONS))
    return f"In {chance.choice(PLACES)} {' '.join(words)}, {chance.choice(PEOPLE)} said."


def paragraphs(chance: random.Random, count: int, language: str = "en") -> list[str]:
    """Paragraphs of two sentences each."""
    if language == "en":
        return [f"{sentence(chance)} {sentence(chance)}" for _ in range(count)]
    return [FOREIGN[language].format(place=chance.choice(PLACES), who=chance.choice(PEOPLE)) for _ in range(count)]


def facts(seed: str, language: str = "en", *, weekday: bool = False) -> Facts:
    """Invent what a page tells.

    Args:
        seed: The page's own; the same one gives the same page.
        language: Of its text.
        weekday: Whether its text names the weekday of the event: that of publication, or the day before.
    """
    chance = random.Random(seed)  # noqa: S311 a benchmark needs the same pages again, not secrets
    pub = dt.datetime(2006, 1, 1) + dt.timedelta(days=chance.randrange(6900), minutes=chance.randrange(360, 1200))  # noqa: DTZ001
    before = pub - dt.timedelta(days=chance.randrange(2))
    text = paragraphs(chance, chance.randrange(4, 9), language)
    if weekday:
        text[0] = text[0].replace(", ", f" on {before:%A}, ", 1) if language == "en" else text[0]
    place = chance.choice(PLACES)
    site = f"{place.split()[0]} {chance.choice(('Herald', 'Times', 'Post', 'Gazette', 'Observer'))}"
    rel = [pub.date() + dt.timedelta(days=chance.choice((-900, -40, -3, 2, 8, 60, 400)) - day) for day in range(6)]
    said = {code: format_date(pub, "d MMMM y", locale=code) for code in FOREIGN}
    title = f"{chance.choice(PLACES)} {chance.choice(('reopens', 'loses', 'repairs', 'sells'))} {chance.choice(THINGS)}"
    return Facts(
        title=title,
        site=site,
        host=f"https://www.{site.lower().replace(' ', '')}.example",
        slug=title.lower().replace(" ", "-"),
        author=chance.choice(PEOPLE),
        text="\n".join(f"<p>{paragraph}</p>" for paragraph in text),
        pub=pub,
        upd=pub + dt.timedelta(days=chance.randrange(2, 300), hours=3),
        rel=tuple(min(day, TODAY - dt.timedelta(days=9)) for day in rel),
        saved=TODAY - dt.timedelta(days=chance.randrange(8)),
        future=TODAY + dt.timedelta(days=chance.randrange(5, 300)),
        moved=min(pub.date() + dt.timedelta(days=chance.randrange(700, 1500)), TODAY - dt.timedelta(days=10)),
        said=said,
    )
