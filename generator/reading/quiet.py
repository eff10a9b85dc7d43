"""Keep what libraries log away from the user: what matters is said in an error of our own."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["quiet"]

LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer", "pypdf", "warcio")


@contextmanager
def quiet() -> Iterator[None]:
    """Silence the loggers of the libraries that read pages, for the time of a block."""
    loggers = [logging.getLogger(name) for name in LIBRARIES]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
