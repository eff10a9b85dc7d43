"""English news: what a reader would say that each expression means.

In each sentence the expressions stand in brackets, with the value that TIMEX3 gives them; what has none is no time. The
sentences are invented, in the manner of the kind of news that their table is named for.
"""

from __future__ import annotations

import datetime as dt
import re

import pytest

from generator.extracting.tagger import find_timexes

MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")

BUSINESS = (
    "Net income for [the third quarter|1989-Q3] ended [Sept. 30|1989-09-30] rose 4%.",
    "Profit was $3.1 million, compared with $2.8 million [a year earlier|1988].",
    "In [the year-ago quarter|1988-Q3] the company lost $2 million.",
    "In [the latest quarter|1989-Q3] sales rose 12%.",
    "For [the nine months|P9M], revenue totaled $1.2 billion.",
    "For the first [nine months|P9M] it earned $9 million.",
    "It expects results for [fiscal 1990's second quarter|1990-Q2] to improve.",
    "[Early next year|1990] it will close two plants.",
    "The deal should be completed by [the end of the month|1989-10].",
    "Bonds have traded quietly for [the past three years|P3Y].",
    "The plan will be considered over [the next several weeks|PXW].",
    "A [10-day|P10D] strike ended.",
    "It signed a [two-year|P2Y] contract.",
    "The board meets [monthly|XXXX-XX].",
    "Orders fell in [the week|1989-W42] ended [Oct. 21|1989-10-21].",
    "Claims rose in [the week|1989-W41] ended [Oct. 14|1989-10-14].",
    "For [the year|1989] ended [June 30|1989-06-30] it lost money.",
    "For [the three months|P3M] ended [Aug. 31|1989-08-31] it lost money.",
    "At the same time, costs fell.",
    "Once the sale closes, the unit will be renamed.",
    "[A year ago September|1988-09] the stock stood at $40.",
    "The unit was formed at [the turn of the century|1900].",
    "The bridge will be finished by [the turn of the century|2000].",
    "The shares closed [yesterday|1989-10-25] at $12.50, up 25 cents.",
    "The offer expires at [5 p.m. EST today|1989-10-26T17:00].",
    "The bonds, due [Nov. 15, 1999|1999-11-15], yield 8.2%.",
    "The notes mature in [10 years|P10Y].",
    "Bids are due [Tuesday|1989-10-31].",
    "[This week|1989-W43] the Treasury will auction [two-year|P2Y] notes.",
    "It was the biggest drop since [October 1987|1987-10].",
    "The [1987|1987] crash is remembered.",
    "[Last month|1989-09] the chairman resigned.",
    "In [August|1989-08], the rate was 5.2%, against 5.3% in [July|1989-07].",
    "The index rose 0.3% in [September|1989-09] from [August|1989-08].",
    "He joined the firm in [the early 1970s|197].",
    "[Last Friday|1989-10-20]'s fall alarmed traders.",
    "Sales of cars in [mid-October|1989-10] fell.",
    "In [the first half|1989-H1] exports grew 6%.",
    "[The second-quarter|1989-Q2] loss was smaller.",
    "[Fourth-quarter|1989-Q4] earnings will be lower, analysts expect.",
    "Earnings for [the fourth quarter|1989-Q4] are expected to fall.",
    "It has [currently|PRESENT_REF] no plans to sell.",
    "Prices [now|PRESENT_REF] stand at $18 a barrel.",
    "[Recently|PAST_REF], the bank cut its payout.",
    "It has grown in [recent years|PXY].",
    "In [recent months|PXM] it has lost share.",
    "[Six months ago|1989-04] the shares traded at 20.",
    "[Two weeks ago|1989-10-12] the board met.",
    "He was chief executive until [1985|1985].",
    "The ruling came [late yesterday|1989-10-25].",
    "The pact runs through [the end of 1992|1992].",
    "The group began buying shares [a year ago|1988].",
    "It will be built in [the 1990s|199].",
    "Volume was 150.2 million shares in [the day|1989-10-26].",
    "It pays [annually|XXXX].",
    "It is sold [daily|XXXX-XX-XX].",
    "The [30-year|P30Y] bond rose a quarter of a point.",
    "It was [about two years|P2Y] in the making.",
    "[More than a decade|P10Y] of losses ended.",
    "[The six-month|P6M] rate fell to 7.9%.",
    "In [the past|PAST_REF], the firm paid in stock.",
    "In [the near future|FUTURE_REF] rates may fall.",
    "He may march on in the second round.",
    "It won its second contract in [a month|P1M].",
    "[The previous week|1989-W42] they had risen.",
    "In [the third quarter|1989-Q3] it grew; [the previous quarter|1989-Q2] was worse.",
    "In [fiscal 1989|1989], which ended [Sept. 30|1989-09-30], it earned $4 million.",
    "The [Oct. 13|1989-10-13] plunge hurt.",
    "[Friday|1989-10-20]'s plunge hurt brokers.",
    "The dividend is payable [Dec. 1|1989-12-01] to holders of record [Nov. 15|1989-11-15].",
    "At [year-end 1988|1988] it had 400 employees.",
    "It will report by [mid-1990|1990].",
    "In [the late 1980s|198] and [early 1990s|199] it grew.",
    "It was down from [Monday|1989-10-23]'s close.",
    "The [1988|1988] period included a gain.",
    "[A day earlier|1989-10-25], it had risen.",
    "[Two days earlier|1989-10-24], it had risen.",
    "Orders fell [early this month|1989-10].",
    "Orders fell [late last month|1989-09].",
    "Orders fell [earlier this month|1989-10].",
    "The company, founded in [1901|1901], makes shoes.",
    "[The fiscal year|1989] ends [next April|1990-04].",
    "It has been so since [the beginning of the year|1989].",
    "Rates rose for [two consecutive quarters|P2Q].",
    "They met in [the last 24 hours|PT24H].",
    "The notes are [90 days|P90D] past due.",
    "The [12-month|P12M] period ended.",
    "[Quarterly|XXXX-QX] dividends rose.",
    "[This past summer|1989-SU] was dry.",
    "[The past summer|1989-SU] was dry.",
    "[Nine-month|P9M] profit rose.",
    "[Year-earlier|1988] profit was $2 million.",
    "[Year-ago|1988] profit was $2 million.",
    "It had a loss in [the year-earlier period|1988].",
    "Net in [the quarter|1989-Q3] was $1 million, against a loss of $2 million [a year earlier|1988-Q3].",
    "Profit in [the fiscal first quarter|1989-Q1] rose.",
    "Profit in [the fourth quarter of last year|1988-Q4] rose.",
    "Profit in [last year's fourth quarter|1988-Q4] rose.",
    "It ends by [the end of next year|1990].",
    "It ends sometime [next year|1990].",
    "It may come as early as [next week|1989-W44].",
    "It rained [the next day|1989-10-27].",
    "[The next day|1989-10-27], it rained.",
    "The group meets [every two weeks|P2W].",
    "[A few days ago|PAST_REF], it rained.",
    "[Several months ago|PAST_REF], it rained.",
    "In [the spring|1990-SP] it will close.",
    "It closed [last spring|1989-SP].",
    "It closed in [the fall of 1987|1987-FA].",
    "[Next month|1989-11], he retires.",
    "The vote is [Nov. 7|1989-11-07].",
    "[Nov. 7|1989-11-07] is election day.",
    "[Today|1989-10-26]'s Journal is out.",
    "The [Thursday|1989-10-26] deadline passed.",
    "It expires [Oct. 31|1989-10-31].",
    "He was hired in [January 1985|1985-01] and fired [two years later|1987].",
    "A [two-month|P2M] delay is likely.",
    "It has [five-year|P5Y] and [seven-year|P7Y] notes.",
    "It pays 7% [a year|P1Y].",
    "As of [Sept. 30|1989-09-30], it had cash.",
    "It grew [the past year|P1Y].",
    "At the time, it was small.",
    "By then, it was small.",
    "In [1985|1985] it came. [That year|1985], it was small.",
    "It will be done in [the fiscal year|1990] ending [Sept. 30, 1990|1990-09-30].",
    "It will be done in [fiscal year 1990|1990].",
    "[Fiscal 1988|1988] was good.",
    "Its [1990|1990] models cost more.",
    "Its [1990|1990]-model cars cost more.",
    "The index stood at 2,596.72, off 17.01.",
    "The $1.5 billion [1989|1989] budget passed.",
    "It was the biggest drop in [two years|P2Y].",
    "[October|1989-10] was bad for stocks.",
    "[October 1987|1987-10] was worse.",
    "[December|1989-12] delivery gold rose.",
    "[May|1989-05] sales fell.",
    "Christmas sales may fall.",
    "Trading was halted [Tuesday afternoon|1989-10-24TAF].",
    "It reopened at [9:30 a.m. Wednesday|1989-10-25T09:30].",
    "It closed at [4 p.m.|1989-10-26T16:00].",
    "From [1986|1986] through [1988|1988], it grew.",
    "Between [1986|1986] and [1988|1988], it grew.",
    "It had been [a decade|P10Y] of growth.",
    "In [the next decade|199] it will grow.",
    "Over [the next decade|P10Y] it will grow.",
    "[The last two decades|P20Y] were good.",
    "[Half a century|P50Y] has passed.",
)
"""Of Thursday, 26 October 1989: companies and markets."""

WIRE = (
    "[Half past three|1998-03-06T03:30] is when the bell rang.",
    "They met at [quarter to six|1998-03-06T05:45].",
    "The bus left at [a quarter past nine|1998-03-06T09:15].",
    "They will be back [Sunday week|1998-03-15].",
    "It happened [a week ago Tuesday|1998-02-24].",
    "It happened the [Wednesday before last|1998-02-25].",
    "It rained [the week before last|1998-W08].",
    "[The year before last|1996] was dry.",
    "The talks begin [Monday|1998-03-09], and will end [Thursday|1998-03-12].",
    "The president said [Thursday|1998-03-05] he would go.",
    "[Earlier this week|1998-W10], [Monday|1998-03-02] in fact, it snowed.",
    "The plane crashed [Thursday night|1998-03-05TNI].",
    "[Tonight|1998-03-06TNI] the chamber will vote.",
    "Talks resumed [Wednesday|1998-03-04] in Geneva, [two days|P2D] after they broke off.",
    "[Two days later|1998-03-08] nothing is known.",
    "The embassy was bombed on [Aug. 7|1997-08-07], officials said.",
    "The treaty takes effect [April 1|1998-04-01].",
    "He was sentenced in [January|1998-01] to [10 years|P10Y] in prison.",
    "The exhibition opens [Saturday|1998-03-07].",
    "The ceasefire begins [Sunday|1998-03-08] [at noon|1998-03-08T12:00].",
    "Elections are scheduled for [November|1998-11].",
    "Elections were held in [November|1997-11].",
    "The shuttle will land [next Thursday|1998-03-12] or [Friday|1998-03-13].",
    "[Last summer|1997-SU], they signed.",
    "[This summer|1998-SU] they may return.",
    "By [the end of the century|19] all must go.",
    "He spoke for [two and a half hours|PT2.5H].",
    "They fought an [eight-year|P8Y] war that ended in [1988|1988].",
    "[Last weekend|1998-W09-WE] there were riots.",
    "[This weekend|1998-W10-WE] more are feared.",
    "The hijacking lasted [12 hours|PT12H].",
    "It happened at [3:30 a.m. local time|1998-03-06T03:30], police said.",
    "[The following day|1998-03-07] she left.",
    "They will vote [later this month|1998-03].",
    "He was born on [April 13, 1919|1919-04-13].",
    "It was his first visit in [decades|PXDE].",
    "He has been there since [Tuesday|1998-03-03].",
    "The ship left [late Thursday|1998-03-05].",
    "The deadline is [midnight Friday|1998-03-06T24:00].",
    "They were freed [early Friday morning|1998-03-06TMO].",
    "The vote is [a week from Tuesday|1998-03-17].",
    "The vote is [two weeks from Friday|1998-03-20].",
    "The game is [Saturday night|1998-03-07TNI], they say.",
    "[Each year|P1Y], 500 die.",
    "They go there [every summer|XXXX-SU].",
    "They go [every other day|P2D].",
    "The court meets [twice a month|P1M].",
    "He calls [three times a day|P1D].",
    "[Years|PXY] of drought ended.",
    "The [Six-Day|P6D] War of [June 1967|1967-06] is taught.",
    "The company was founded [a century ago|18].",
    "They left at [the beginning of March|1998-03].",
    "[At present|PRESENT_REF] there is no plan.",
    "It must be done by the year [2000|2000].",
    "The year [2000|2000] problem is known.",
)
"""Of Friday, 6 March 1998: agencies."""

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
)
"""What only looks like a time."""


def read(sentence: str, dct: str) -> tuple[list[tuple[int, str, str]], list[tuple[int, str, str]]]:
    """What the sentence's brackets say, and what the tagger does: start, words, value."""
    expected, plain, end = [], "", 0
    for match in MARKED.finditer(sentence):
        plain += sentence[end : match.start()]
        expected.append((len(plain), match[1], match[2]))
        plain, end = plain + match[1], match.end()
    plain += sentence[end:]
    found = find_timexes(plain, dt.date.fromisoformat(dct) if dct else None, ranges=False)
    return expected, [(timex.start, timex.text, timex.value) for timex in found]


@pytest.mark.parametrize("sentence", BUSINESS)
def test_business_news_is_read_as_its_readers_do(sentence):
    expected, found = read(sentence, "1989-10-26")
    assert found == expected


@pytest.mark.parametrize("sentence", WIRE)
def test_agency_news_is_read_as_its_readers_do(sentence):
    expected, found = read(sentence, "1998-03-06")
    assert found == expected


@pytest.mark.parametrize("sentence", BRITISH)
def test_british_news_and_history_is_read_as_its_readers_do(sentence):
    expected, found = read(sentence, "2014-02-09")
    assert found == expected


@pytest.mark.parametrize("sentence", TODAY)
def test_news_of_today_is_read_as_its_readers_do(sentence):
    expected, found = read(sentence, "2023-10-18")
    assert found == expected


@pytest.mark.parametrize("sentence", UNDATED)
def test_without_a_dct_what_needs_one_is_found_and_not_guessed(sentence):
    expected, found = read(sentence, "")
    assert found == expected


@pytest.mark.parametrize("sentence", NO_TIMES)
@pytest.mark.parametrize("dct", ["1998-03-06", "2023-10-18", ""])
def test_what_only_looks_like_a_time_gives_none(sentence, dct):
    assert read(sentence, dct) == ([], [])
