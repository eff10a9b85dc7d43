"""Reading: a file becomes an `Article`, its text cleared of furniture, its publication date with evidence."""

from __future__ import annotations

from generator.reading.article import Article, PublishedDate, Removed
from generator.reading.finding import ENDINGS, find_articles
from generator.reading.readers import read

__all__ = ["ENDINGS", "Article", "PublishedDate", "Removed", "find_articles", "read"]
