"""What MkDocs says for us, and what it is to leave unsaid."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import PluginError

from generator.errors import DatelineError, FaultyTimelineError, PageError
from generator.publishing.slots import PREFIX

__all__ = ["keep_shells_silent", "said_by_mkdocs"]


class _WithoutShells(logging.Filter):
    """Keeps MkDocs from telling that a shell gave no page, which is as it should be."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        # The shells of pages of which there is only one, as a preview leaves them, are called like any section's page.
        of_shell = f"/{PREFIX}" in message or message.endswith("index.md'. Generated empty output.")
        return not (record.levelno == logging.INFO and of_shell)


_WITHOUT_SHELLS = _WithoutShells()


def keep_shells_silent() -> None:
    """Have MkDocs say nothing of shells; however often it is asked."""
    # A logger keeps the same filter once only.
    logging.getLogger("mkdocs.commands.build").addFilter(_WITHOUT_SHELLS)


@contextmanager
def said_by_mkdocs() -> Iterator[None]:
    """Let MkDocs end with our message, without a traceback.

    Raises:
        PluginError: An error of ours was raised; it says the same, each fault of a timeline's file on a line.
    """
    try:
        yield
    except DatelineError as error:
        faults = error.faults if isinstance(error, FaultyTimelineError | PageError) else ()
        raise PluginError("\n".join([*faults, str(error)])) from error
