"""Importing this makes a process ready to read articles: all that its first article would load is loaded.

The fork server imports it once, so that each worker is ready from its first moment and shares that memory with the
others; a worker that starts from nothing imports it before its first article.
"""

from __future__ import annotations

import datetime as dt
import gc

from generator.curating import ranking
from generator.extracting import extract
from generator.reading import html, pdf
from generator.reading.article import Article, PublishedDate
from generator.running import work

__all__ = ["html", "pdf", "ranking", "work"]

TEXT = "A storm flooded the harbour of Port Elm on Thursday, the harbour master Jane Hill said."

extract(Article("", TEXT, (1,), published=PublishedDate(dt.date(2024, 3, 15), "given")))

# What is loaded stays: the garbage collector need not go through it, nor write into memory that processes share.
gc.collect()
gc.freeze()
