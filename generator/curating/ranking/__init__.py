"""Ranking: the timeline of many articles, as few days as are wanted, each with what was new on it.

`report` takes from each article what ranking needs; `rank` makes one timeline of all reports,
`sift` tells besides what it left out and why.
"""

from __future__ import annotations

from generator.curating.ranking.rank import Sifted, rank, sift
from generator.curating.ranking.ranked import Ranked, Wanted
from generator.curating.ranking.report import Report, Told, report

__all__ = ["Ranked", "Report", "Sifted", "Told", "Wanted", "rank", "report", "sift"]
