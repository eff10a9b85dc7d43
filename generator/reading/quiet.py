"""Keep what libraries log away from the user: what matters is said in an error of our own."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["quiet"]

LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer", "pypdf", "warcio")

NOWHERE = logging.NullHandler()
"""Where the records of a silenced library end; without a handler Python would print them."""


@contextmanager
def quiet() -> Iterator[None]:
    """Silence the loggers of the libraries that read pages, for the time of a block.

    What they log is not handed on to the root's handlers. Their levels stay as they are: setting one costs as much as
    reading a small page, since logging then forgets what it knows of every logger.
    """
    loggers = [logging.getLogger(name) for name in LIBRARIES]
    handed_on = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.propagate = False
        logger.addHandler(NOWHERE)
    try:
        yield
    finally:
        for logger, was in zip(loggers, handed_on, strict=True):
            logger.propagate = was
            logger.removeHandler(NOWHERE)
