"""English papers, pages on history, and what is no time: what a reader would say that each expression means.

In each sentence the expressions stand in brackets, with the value that TIMEX3 gives them; what has none is no time. The
sentences are invented, in the manner of the kind of news that their table is named for.
"""

from __future__ import annotations

import pytest

BRITISH = (
    "He will retire in [2015/16|2015].",
    "Profits for [the year|2013] to [31 December 2013|2013-12-31] rose.",
    "In [the six months|P6M] to [30 September|2013-09-30] sales fell.",
    "The match kicks off at [3pm on Saturday|2014-02-15T15:00].",
    "It was announced [last night|2014-02-08TNI].",
    "He will speak on [Monday week|2014-02-17].",
    "He will return [Tuesday fortnight|2014-02-25].",
    "They met [a fortnight ago|2014-01-26].",
    "It was wet over [Christmas|2013-12-25].",
    "The tax year runs from [6 April|2014-04-06] to [5 April|2014-04-05].",
    "He was 32 in [May|2013-05].",
    "They lost 4-0 on [1 February|2014-02-01].",
    "The Class of [1984|1984] met.",
    "[The late 1980s|198] were his.",
    "The '[60s|196] are over.",
    "It opened in [the 18th century|17].",
    "It is a [19th-century|18] church.",
    "It fell in [the first century BC|BC00].",
    "The [2012|2012] Olympics were held in London.",
    "The law of [1215|1215] stands.",
    "The king died in [1066|1066].",
    "Rome was sacked in [410 AD|0410].",
    "Caesar died on [15 March 44 BC|BC0044-03-15].",
    "In [spring 1916|1916-SP] they rose.",
    "The [1939|1939]-[45|1945] war ended.",
    "The war lasted from [1914|1914] until [1918|1918].",
    "It was signed on [5th November 1605|1605-11-05].",
    "It was [Wednesday last|2014-02-05].",
    "They met on [3 May 1940|1940-05-03]; [the next morning|1940-05-04TMO] they parted.",
    "They met on [3 May 1940|1940-05-03], after rain [the previous night|1940-05-02TNI].",
    "He came in [May 1940|1940-05] and left in [the following spring|1941-SP].",
    "He came in [May 1940|1940-05]; [that November|1940-11] he left.",
    "It was spring in [May 1940|1940-05]. In [the following March|1941-03] he left.",
    "He says that [January|2014-01] was wet.",
    "It was wet in [the first half of the 14th century|13] and [the last quarter of the 18th century|17].",
    "In [1600|1600] it burned; the year [1300|1300] was wet.",
    "It rained for [some fortnights|PXW].",
    "It opened [10 years ago next month|2004-03].",
    "[The previous evening|2014-02-08TEV] they dined.",
    "[Later this winter|2013-WI] it will snow.",
    "It was taken in [March 218 BC|BC0218-03] and lost in [the following winter|BC0218-WI].",
    "It was taken in [1914|1914], after floods in [the previous spring|1913-SP].",
    "It burned in [1641|1641], [1642|1642] and [1643|1643].",
    "They met on [Father's Day|2013-06-16] and had not met before [9/11|2001-09-11].",
    "He said so at [the weekend|2014-W06-WE].",
    "It was due [this Friday|2014-02-14].",
    "[Last Saturday|2014-02-08] he went.",
    "The ban comes into force on [1 March|2014-03-01].",
    "[Tomorrow morning|2014-02-10TMO] the strike begins.",
    "It runs from [12|2014-02-12] to [14 February|2014-02-14].",
    "It runs [12|2014-02-12]-[14 February|2014-02-14].",
    "It was on [Tuesday 4 February|2014-02-04].",
    "It was on [Tuesday, February 4th|2014-02-04].",
    "It was on [4th Feb|2014-02-04]",
    "It was on [04/02/14|2014-02-04].",
    "[The last fortnight|P14D] was wet.",
    "It came in [the late 19th century|18].",
    "It came in [the early 1800s|180].",
    "In [1642|1642] civil war began; [seven years later|1649] the king was dead.",
    "The battle was fought on [14 October 1066|1066-10-14].",
    "The [1832|1832] Reform Act passed.",
    "The Act of [1832|1832] passed.",
    "[The 2nd century|01] saw peace.",
    "It fell in [the 2nd century AD|01].",
    "It was built [circa 1350|1350].",
    "It was built [c. 1350|1350].",
    "He reigned ([1558|1558]-[1603|1603]).",
)
"""Of Sunday, 9 February 2014: British papers, and pages on history."""

TODAY = (
    "[Monday|2023-10-16] was calm.",
    "They met on [3|2023-10-03], [4|2023-10-04] and [5 October|2023-10-05].",
    "Rates will stay high until [mid-2024|2024].",
    "Growth is forecast for [H1 2024|2024-H1] and [Q3|2023-Q3].",
    "It was posted on [10/17/2023|2023-10-17] at [4:05 p.m. ET|2023-10-17T16:05].",
    "It was posted at [16.05 GMT|2023-10-18T16:05Z].",
    "The war began on [February 24|2023-02-24].",
    "The war began on [24 February last year|2022-02-24].",
    "[Next Friday|2023-10-20] they meet.",
    "[Last Wednesday|2023-10-11] they met.",
    "[Thirty years ago|1993] it opened.",
    "[Three decades ago|1993] it opened.",
    "It has been [eight months|P8M] since then.",
    "[Earlier on Wednesday|2023-10-18] he spoke.",
    "[Earlier in the day|2023-10-18] he spoke.",
    "It took [less than 24 hours|PT24H].",
    "A [24-hour|PT24H] strike begins [at midnight|2023-10-18T24:00].",
    "[May Day|2023-05-01] was calm but May said no.",
    "[Jan. 6|2024-01-06] is known as a riot.",
    "[Sept. 11|2023-09-11] is remembered.",
    "The [April|2023-04]-[June|2023-06] quarter was good.",
    "It closes at [the end of next week|2023-W43].",
    "[Late last year|2022] and [early this year|2023] it snowed.",
    "More will come in [the coming days|PXD].",
    "It was [years ago|PAST_REF] that they met.",
    "[Nowadays|PRESENT_REF] no one cares.",
    "[These days|PRESENT_REF] no one cares.",
    "[The day before yesterday|2023-10-16] they met.",
    "[Yesterday evening|2023-10-17TEV] they met.",
    "[Ramadan|2023-03-23] ended.",
    "On [Black Friday|2023-11-24] shops will open.",
    "On [Good Friday|2023-04-07] it rained.",
    "[New Year's Eve|2023-12-31] is far.",
)
"""Of Wednesday, 18 October 2023."""

UNDATED = (
    "They met on [Friday|XXXX-WXX-5] and in [June|XXXX-06], on [May 3|XXXX-05-03] and [last week|XXXX-WXX].",
    "They met in [the third quarter|XXXX-Q3] and [next spring|XXXX-SP].",
    "They met [a year ago|XXXX] and [two days ago|XXXX-XX-XX].",
    "They met on [3 May 2022|2022-05-03] and [two days later|2022-05-05].",
    "They are back on [Sunday week|XXXX-WXX-7].",
    "They left [a week ago Tuesday|XXXX-WXX-2] or [a year ago September|XXXX-09].",
    "They left the [Wednesday before last|XXXX-WXX-3], or [last Nov. 17|XXXX-11-17].",
    "It is due [tomorrow|XXXX-XX-XX] or [tonight|XXXX-XX-XXTNI].",
)
"""With no day that they were published."""

NO_TIMES = (
    "Will June come?",
    "Ben Sunday left.",
    "Wednesday Addams is a series.",
    "April Jones said so.",
    "August Wilson wrote plays.",
    "USA Today reported it.",
    "Euro 2020 was held in London.",
    "World Cup 2018 was held in Russia.",
    "Blade Runner 2049 was long.",
    "He lives at 1945 Elm Street.",
    "April 31 is no day.",
    "Version 3.2.1 and iOS 17.0.3 are out.",
    "He got 2019 votes; 2020 people came.",
    "It is at 10 Downing Street and 221B Baker Street.",
    "It costs $2023 or 2023 dollars.",
    "She lives at 1600 Pennsylvania Avenue.",
    "Model S and Model 2023 are cars.",
    "Theresa May may resign; may it be.",
    "They march in the Second Avenue parade.",
    "Mar-a-Lago and Jan Smith and Dec Donnelly are known.",
    "9/11 changed it.",
    "It fell 3.5% to 1,950.2 points; 10/10 for that.",
    "The ratio is 3/4 and 24/7 care.",
    "They're in their 70s.",
    "The bank holiday weekend is near.",
    "The Sun said so; the Mail on Sunday agreed; so did The Sunday Times.",
    "It was on Radio 4's Today programme.",
    "The Friday Night Dinner cast and Man Friday met.",
    "A Sun reporter sat down in second place.",
    "He scored in the 45th minute.",
    "Article 50 and Section 44 apply; Chapter 11 too.",
    "Boeing 747s and Airbus A380s, Windows 2000 and Office 2010.",
    "The iPhone 5 costs £529 and weighs 112g.",
    "The price is £1,999 or €1999.",
    "The M25 and Route 66 and Highway 1999 were shut.",
    "He weighs 80 kg and is 1.80 m tall.",
    "Room 1914 on the 19th floor is free.",
    "The number 1998 bus left.",
    "Nearly 1,500 were hurt and 2014 were homeless.",
    "The U.N. Security Council Resolution 1441 was adopted.",
    "Flight 1998 left Gate 12.",
    "The law's Section 2020 and Article 51 apply.",
    "They won 3-2 and 21-19.",
    "About 1,900 people fled; 2,000 remained.",
    "A 45-year-old man, aged 45, was held.",
    "The Dow closed at 8,444.33, down 94.91.",
    "Call 1-800-555-1212 or 212-555-1998.",
    "Police may charge him; the sun may set; Sat Nav sales spring back; prices fall.",
    "It is almost 20 years old.",
    "Annual inflation was 3%.",
    "This time it worked.",
    "It worked each time.",
    "He did so many times, time and again.",
    "It takes time.",
    "By that time it was over.",
    "The Boeing 737 and the DC-10 and the F-16 flew.",
    "The 1st Battalion and the 2nd Division marched.",
    "Second-hand cars and first-class seats sold.",
    "One in three agreed; two to one they voted; three-quarters stayed.",
    "He won the second set 6-4 and the first 7-5.",
    "The score at the half was 14-10.",
    "He hit .305 with 20 homers.",
    "A touchdown in the third quarter settled it.",
    "Shares fell 1 1/2 to 33 3/4.",
    "It has 24 bytes and 1,024 bits.",
    "It sold 1,990 cars and 2000 people came.",
    "He drove 1,800 miles; it is 2000 feet high.",
    "The 1900 block of Main Street was shut.",
    "Channel 4 and Radio 5 and BBC2 reported.",
    "Resolution 678 and Law 1970 passed.",
    "Verse 12:10 of the book is read.",
    "John 3:16 is read.",
    "Apollo 11 and Sputnik 2 flew.",
    "Catch-22 and Fahrenheit 451 are novels.",
    "Chapter 7 and Title IX apply.",
    "He paid $1998 and 2000 pesos.",
    "In Fall River and Spring Valley and Winter Park they live.",
    "May I come in? It may. They may march.",
    "Augustus and an august body met.",
    "The Summer Olympics and the Winter Palace are names.",
    "The Sun and the Sunday Telegraph came out.",
    "Sen. Sam Nunn, D-Ga., sat down.",
    "Mar del Plata and San Juan are cities.",
    "Dec. is short.",
    "The Seventh Day Adventists prayed.",
    "Independence Day is a film; Groundhog Day too.",
    "She wrote for the Daily Post and the China Daily.",
    "Ring 020 7946 2001 or 01632 960 1984.",
    "He ran the lap in 1:23.45.",
    "It was the third fire in as many days.",
    "In 1500 villages there was no water.",
)
"""What only looks like a time."""


@pytest.mark.parametrize("sentence", BRITISH)
def test_british_news_and_history_is_read_as_its_readers_do(read, sentence):
    expected, found = read(sentence, "2014-02-09")
    assert found == expected


@pytest.mark.parametrize("sentence", TODAY)
def test_news_of_today_is_read_as_its_readers_do(read, sentence):
    expected, found = read(sentence, "2023-10-18")
    assert found == expected


@pytest.mark.parametrize("sentence", UNDATED)
def test_without_a_dct_what_needs_one_is_found_and_not_guessed(read, sentence):
    expected, found = read(sentence, "")
    assert found == expected


@pytest.mark.parametrize("sentence", NO_TIMES)
@pytest.mark.parametrize("dct", ["1998-03-06", "2023-10-18", ""])
def test_what_only_looks_like_a_time_gives_none(read, sentence, dct):
    assert read(sentence, dct) == ([], [])
