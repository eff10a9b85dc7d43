"""The words that tell names apart: titles, what bodies are called, and what is capitalised but names nobody."""

from __future__ import annotations

from generator.extracting.tables import table

__all__ = [
    "CALENDAR",
    "COMMON_INITIALS",
    "GLUE",
    "HEADS",
    "KNOWN_BODIES",
    "NOT_ACRONYMS",
    "NOT_IN_PERSONS",
    "OFFICES",
    "ORG_NOUNS",
    "OWNED",
    "OWNED_IN_COURT",
    "PARTICLES",
    "SEPARATORS",
    "STAGE",
    "TITLES",
    "TITLE_QUALIFIERS",
    "ZONES",
]

TITLES = table("""
    president vice-president premier prime minister chancellor king queen prince princess emperor pope cardinal
    archbishop bishop patriarch imam ayatollah sheikh sultan emir secretary undersecretary chairman chairwoman
    chair chief spokesman spokeswoman spokesperson senator sen congressman congresswoman representative rep gov
    governor mayor judge justice attorney general gen lieutenant lt colonel col major maj captain capt sergeant
    sgt admiral adm marshal commander commissioner director officer inspector detective constable ambassador envoy
    consul diplomat negotiator professor prof dr doctor mr mrs ms miss sir lord lady dame baroness count leader
    counterpart colleague adviser advisor aide analyst lawyer activist journalist reporter actor actress singer
    author striker midfielder goalkeeper coach manager ceo founder co-founder executive deputy vice acting foreign
    defense defence interior finance trade economy health security council state treasury energy speaker
    lawmaker mp policy official rev reverend heavyweight champion dictator strongman tycoon billionaire
    businessman economist scientist historian star superstar legend songwriter rapper musician presenter comedian
    footballer boxer novelist
    """)
"""Words of titles, offices and trades, as they stand before a name."""

HEADS = table("president premier minister chancellor king queen emperor dictator leader")
"""Offices of whoever leads a country."""

OFFICES = HEADS | table("""
    pope secretary chairman chairwoman governor mayor commissioner ambassador spokesman spokeswoman attorney commander
    patriarch archbishop vice-president prince princess sultan emir singer star superstar actor actress rapper musician
    """)
"""Offices that one person holds at a time, so that they may stand for the name."""

STAGE = table("singer star superstar popstar entertainer performer")
"""Words by which news calls one and the same artist in turn."""

OWNED_IN_COURT = table("trial hearing sentencing arraignment retrial")
"""Nouns of what befalls one and the same accused."""

OWNED = OWNED_IN_COURT | table("funeral burial autopsy inquest inauguration wedding")
"""Nouns of events that are somebody's: “the trial” of an article that knows one is that person's."""

ORG_NOUNS = table("""
    Academy Administration Agency Airlines Airport Alliance Army Assembly Association Authority Bank Board Brigade
    Bureau Cabinet Center Centre Chamber Church Club College Command Commission Committee Company Confederation
    Conference Congress Corporation Corps Council Court Department Duma Executive Exchange Federation Force Forces
    Foundation Front Fund Government Group Guard Hospital House Inc Institute Institution Intelligence Knesset
    League Library Ministry Mission Movement Museum Navy Network News Office Organisation Organization Parliament
    Party Police Post Press Reserve Senate Service Society Staff Supreme Symphony Syndicate Television Theatre
    Times Trust Tribune Union University Watch Works Journal Telegraph Guardian Motors Electric Mills Dynamics
    Airways Systems Industries Holdings Partners Brothers Records Studios Pictures Entertainment Energy Petroleum
    Oil Motor
    """)
"""The noun that a body's name ends with."""

KNOWN_BODIES = table("""
    Kremlin Pentagon Hamas Hezbollah Taliban Fatah Houthis Gazprom Rosneft Huawei Google Apple Microsoft Amazon
    Facebook Boeing Airbus Interpol Europol Politburo Bundestag Congress Parliament Senate Duma Knesset Brexit
    Labour Greenpeace OPEC+ Vatican
    """) | {"White House", "State Department", "Downing Street", "Red Cross", "Security Council", "Capitol Hill"}
"""Bodies whose name says no such noun."""

NOT_ACRONYMS = table(
    "AP AFP IST GMT UTC EST EDT PST PDT CET AM PM TV CEO CFO PDF FAQ OK ID US USA UK UAE SHARE COPY PHOTO II III IV"
)
"""Capitals that are no body: agencies' marks, zones, countries, buttons."""

NOT_IN_PERSONS = table("""
    Agreement Act Accord Accords Ancient Archive Article Award Awards Bill Bowl Bridge Building Calendar Capital
    Case Championship Christmas City Code Constitution Convention Copyright County Crisis Cup Day Deal District
    Easter Economic Election Elections Empire Euro-Atlantic Eve Exhibition Express Festival Forum Games Global
    Grand Great Hall Harbor High Highway Home Initiative International Island Islands Lake Latest Law Live
    Memorial Mount National New Night Nobel North Northern Old Olympic Olympics Open Palace Pact Park Partnership
    Peace People Peoples Photo Plan Plaza Port Prize Province Read Region River Road Royal Sea Season Second Share
    Sign Sir South Southern Sovereignty Spring Square Stadium State States Station Street Strip Summit Summer
    Super Talks Territory Third Today Tower Trade Treaty Valley Video War Week West Winter World Year East
    First Front Belt Certificate Register Book Records Census Magazine Daily Radio Album Thriller
    """)
"""Words that places, things and occasions are called by, but no person."""

CALENDAR = table("""
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    """)

COMMON_INITIALS = table("""
    speaking several just read photo source according additionally moreover furthermore instead today yesterday
    tomorrow perhaps among amid against about above across again almost already always another any because been
    being below between beyond can could did do does every first second third further get give given had has have
    her him how i if im into is let like make may more much must never next nothing now once only other others
    people please police officials local state quite rather same see she should so some soon still such taking
    than them then think though through together too toward under up upon us very want was well were what whether
    which while whole will would yes yet your similar following previously recently originally eventually finally
    ultimately currently thousands hundreds dozens millions two three four five six seven eight nine ten experts
    critics analysts leaders ministers western protesters residents witnesses authorities government former home
    share topics leave
    """)
"""Words that begin sentences and name nobody, beside those of the sentence splitter."""

PARTICLES = table("de del della der den da dos di du la le van von bin ibn al el ben y")
"""Lower-case words inside a person's name."""

GLUE = ("and", "had", "has", "have", "the", "was", "who", "said", "in", "is", "to", "from", "at", "also", "met")
"""Words that pages glue to the name before them, longest first where one ends like another."""

ZONES = table("BST GMT UTC EST EDT PST PDT CET CEST IST AFP AP PA")
"""Zones and agencies whose mark runs into the name after it."""

SEPARATORS = table("and but the for with or can will")
"""Words that end a name even where a headline capitalises them."""

TITLE_QUALIFIERS = table("his her their its the top then former late newly-elected ex old longtime")
"""Words that belong to a title after them."""
