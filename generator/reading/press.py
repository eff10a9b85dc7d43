"""Names of the press: agencies, and the words that names of newspapers are made of. Data, for everyone to add to."""

from __future__ import annotations

__all__ = ["AGENCIES", "AMERICAN", "PAPER_WORDS"]

AGENCIES: dict[str, str] = {
    "AP": "AP",
    "Associated Press": "AP",
    "The Associated Press": "AP",
    "AFP": "AFP",
    "Agence France-Presse": "AFP",
    "Reuters": "Reuters",
    "Thomson Reuters": "Reuters",
    "UPI": "UPI",
    "Bloomberg": "Bloomberg",
    "EFE": "EFE",
    "Europa Press": "Europa Press",
    "ANSA": "ANSA",
    "Adnkronos": "Adnkronos",
    "dpa": "dpa",
    "DPA": "dpa",
    "APA": "APA",
    "Keystone-SDA": "Keystone-SDA",
    "Belga": "Belga",
    "ANP": "ANP",
    "NTB": "NTB",
    "TT": "TT",
    "Ritzau": "Ritzau",
    "STT": "STT",
    "PAP": "PAP",
    "CTK": "CTK",
    "MTI": "MTI",
    "Lusa": "Lusa",
    "TASS": "TASS",
    "Tass": "TASS",
    "ТАСС": "TASS",
    "РИА Новости": "RIA Novosti",
    "Интерфакс": "Interfax",
    "EUROPA PRESS": "Europa Press",
    "RIA Novosti": "RIA Novosti",
    "Interfax": "Interfax",
    "Ukrinform": "Ukrinform",
    "Xinhua": "Xinhua",
    "Kyodo": "Kyodo",
    "Kyodo News": "Kyodo",
    "Jiji": "Jiji",
    "Yonhap": "Yonhap",
    "PTI": "PTI",
    "ANI": "ANI",
    "IANS": "IANS",
    "APP": "APP",
    "Antara": "Antara",
    "Bernama": "Bernama",
    "VNA": "VNA",
    "AAP": "AAP",
    "Anadolu": "Anadolu",
    "Anadolu Agency": "Anadolu",
    "AA": "Anadolu",
    "IRNA": "IRNA",
    "SPA": "SPA",
    "WAM": "WAM",
    "MENA": "MENA",
    "Canadian Press": "The Canadian Press",
    "The Canadian Press": "The Canadian Press",
    "PA": "PA",
    "PA Media": "PA",
    "Press Association": "PA",
    "CNS": "CNS",
    "Telam": "Télam",
    "Télam": "Télam",
}
"""Each name of a news agency as articles write it, with the name that is shown."""

AMERICAN = frozenset({"AP", "UPI", "Bloomberg", "CNS"})
"""Agencies that write the month before the day."""

PAPER_WORDS = frozenset(
    {
        *("Times", "News", "Post", "Herald", "Tribune", "Guardian", "Journal", "Gazette", "Chronicle", "Telegraph"),
        *("Standard", "Mirror", "Mail", "Express", "Observer", "Globe", "Independent", "Examiner", "Inquirer"),
        *("Courier", "Dispatch", "Sentinel", "Register", "Monitor", "Review", "Today", "Daily", "Weekly", "Press"),
        *("Broadcasting", "Television", "Radio", "Media", "BBC", "CNN", "NPR", "PBS", "ABC", "CBS", "NBC", "MSNBC"),
        *("NDTV", "Jazeera", "Euronews", "Politico", "Axios", "Noticias", "Zeitung", "Allgemeine", "Spiegel", "Welt"),
        *("Tagblatt", "Kurier", "Monde", "Figaro", "Libération", "País", "Mundo", "Vanguardia", "Diario", "Nación"),
        *("Correo", "Corriere", "Repubblica", "Stampa", "Gazzetta", "Folha", "Globo", "Estado", "Jornal"),
        *("Aftenposten", "Nyheter", "Dagblad", "Dagbladet", "Posten", "Politiken", "Sanomat", "Gazeta", "Hürriyet"),
        *("Haaretz", "Nikkei", "Shimbun", "Reuters", "Bloomberg", "AP", "AFP", "Xinhua", "Forbes", "Magazine"),
        *("Newsweek", "Economist", "Pravda", "Izvestia", "Kommersant", "Hindu", "India24", "Firstpost", "Scroll"),
        *("Outlook",),
    }
)
"""Words of which a publisher's name holds one; a capitalised tail of a headline that has none is no publisher."""
