"""English words beside which a word of time is part of a name, an address, a score or a count, and so no date."""

from __future__ import annotations

from generator.extracting.tagger.language import words

__all__ = ["NAMES"]

NAMES = {
    "weekday_name": words(
        "black, good, bloody, holy, ash, palm, cyber, super, shrove, easter, maundy, sheffield, man, girl, "
        "freaky, ruby, giving, joe, whit, pancake, casual"
    ),
    "weekday_thing": words(
        "times, telegraph, mail, mirror, express, herald, tribune, night live, night football, night lights, "
        "night dinner, night project"
    ),
    "weekday_paper": words("mail on, independent on, scotland on, ireland on, wales on"),
    "given_name": words(
        "ben, billy, joe, jack, john, tom, jim, bob, sam, dan, mary, anna, jane, kate, sarah, lucy, emma, david, "
        "peter, paul, mark, mike, robert, james, george, harry, henry, william, charles, edward, thomas"
    ),
    "weekday_given": words("tuesday, wednesday, friday"),
    "weekday_family": words("addams, weld, martin"),
    "today_title": words("usa, india, russia, asia, israel, turkey, psychology, history, christianity, physics"),
    "today_thing": words("show, programme, program, host, presenter"),
    "street": words(
        "street, st., avenue, ave., road, rd., boulevard, blvd., lane, drive, court, terrace, crescent, square"
    ),
    "street_of_news": words("wall, downing, fleet, high, main, city, federal"),
    "event_name": words(
        "euro, euros, expo, eurovision, cup, copa américa, copa america, eurobasket, earth hour, tour de france"
    ),
    "month_title": words("black, red"),
    "month_thing": words("revolution, plot, uprising"),
    "month_given": words("april, june, august"),
    "short_given": words("jan, dec, mar"),
    "person_cue": words("by, for, and, or, than, to, from, of, with"),
    "person_does": words(
        "said, says, told, tells, asked, asks, thinks, thought, knew, knows, believes, wrote, writes, married, "
        "loves, loved, laughed, smiled, replied, come, sings, sang, walked, who"
    ),
    "season_title": words("arab, prague"),
    "season_thing": words("olympics, paralympics, games, palace, river, valley, park, lake, creek"),
    "warmth": words("temperature, temperatures, degrees, highs, lows, fahrenheit, celsius"),
    "before_tens": words("his, her, their, my, our, your, low, lower, high, upper"),
    "sport_of_quarters": words(
        "touchdown, touchdowns, quarterback, rebounds, halftime, layup, fumble, interception, kickoff, linebacker"
    ),
    "sport": words(
        "scored, scorer, striker, midfielder, goalkeeper, halftime, kickoff, equaliser, equalizer, equalised, "
        "equalized, touchdown, unbeaten, referee, substitute, offside, rebounds"
    ),
    "holiday_thing": words(
        "tree, trees, egg, eggs, bunny, island, islands, card, cards, carol, carols, gift, gifts, present, "
        "presents, party, parties, lights, market, markets, shopping, bonus, bonuses, season, seals, dinner, "
        "pudding, song, songs, album, movie, story, stocking, stockings, sales, candy, costume, costumes, "
        "agreement, accord, accords"
    ),
    "holiday_title": words("father, merry, happy, white, mother, joe, operation, lady"),
    "book": words(
        "verse, verses, john, luke, matthew, genesis, exodus, leviticus, deuteronomy, psalm, psalms, isaiah, romans, "
        "corinthians, proverbs, revelation"
    ),
    "counted": words(
        "percent, people, men, women, troops, soldiers, civilians, casualties, prisoners, refugees, rebels, fighters, "
        "cavalry, infantry, ships, aircraft, tanks, guns, rifles, horses, miles, kilometers, kilometres, metres, "
        "meters, feet, yards, acres, hectares, degrees, tons, tonnes, years, days, hours, dollars, euros, pounds, "
        "pesos, yen, francs, marks, rubles, roubles, rupees, points, votes, seats, million, billion, workers, "
        "employees, jobs, students, others, copies, block, passengers, patients, homes, fans, officers, delegates, "
        "villagers, members, volunteers"
    ),
    "number_noun": words(
        "section, flight, room, article, route, highway, no, no., number, page, chapter, line, "
        "resolution, act, model, boeing, version, windows, office, psalm, title, paragraph, clause, size, agenda, "
        "vision, tel, tel., pp., russell, fortune, global, wilshire, apartment, suite, channel, lot, bus, train, "
        "locomotive, convoy, project, directive, regulation, resolutions, act, law, verse, iso, apollo, rs"
    ),
}
"""Each class with its words; the rules that ask for a class say what they do with it."""
