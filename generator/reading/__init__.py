"""Reading: a file becomes an `Article`, its text cleared of furniture, its publication date with evidence.

`items` goes through files, folders, archives and collections; `read_item` reads one of what it finds.
"""

from __future__ import annotations

from generator.reading.article import Article, PublishedDate, Removed
from generator.reading.finding import ENDINGS, find_articles
from generator.reading.item import Item, Unread
from generator.reading.items import items
from generator.reading.readers import read, read_item

__all__ = [
    "ENDINGS",
    "Article",
    "Item",
    "PublishedDate",
    "Removed",
    "Unread",
    "find_articles",
    "items",
    "read",
    "read_item",
]
