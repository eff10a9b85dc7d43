"""The errors that Dateline raises: one root, and a leaf for each thing that a caller or a person can act on.

A message is written for a person: what is wrong and what to do about it. `where` says in which file, and in
which line of it, and is kept apart so that a caller can show it in its own way.
"""

from __future__ import annotations

import copyreg
from typing import Any

__all__ = [
    "ArticleError",
    "ConflictError",
    "DatelineError",
    "EditError",
    "EdtfError",
    "FaultyTimelineError",
    "FetchError",
    "ForeignFileError",
    "GitHubError",
    "LockedError",
    "NoArticlesError",
    "PageError",
    "RobotsError",
    "ShellError",
    "SiteError",
    "StoppedError",
    "TimelineFileError",
    "UnknownEventError",
    "UnknownLanguageError",
    "UsageError",
    "WorkersError",
]


class DatelineError(Exception):
    """The root: whatever Dateline cannot do for a reason that a person can act on.

    Args:
        what: What is wrong, as a sentence without a full stop.
        where: The file, and line, that it is about: `events.yaml:12:5`, or nothing.
        todo: What to do about it, as a sentence without a full stop, or nothing.
    """

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        super().__init__(what, where, todo)
        self.what = what
        self.where = where
        self.todo = todo

    def __reduce__(self) -> tuple[Any, ...]:
        """Let it be sent to another process: by itself it would be made anew of its texts, which have names."""
        return copyreg.__newobj__, (type(self), *self.args), vars(self)  # type: ignore[attr-defined]  # typeshed leaves it out

    def __str__(self) -> str:
        """Where, what, what to do: in one line."""
        line = f"{self.where}: {self.what}" if self.where else self.what
        return f"{line} — {self.todo}" if self.todo else line


class EdtfError(DatelineError, ValueError):
    """A text is not a date in the subset of EDTF that Dateline knows.

    It is a `ValueError` too, so that pydantic reports it as a fault of the field that holds the date.
    """


class UsageError(DatelineError):
    """Options or arguments that do not go together."""


class ArticleError(DatelineError):
    """An article cannot be read: it is missing, empty, binary, too large, or not text in any encoding we know."""


class NoArticlesError(DatelineError):
    """A path holds no file that a reader knows."""


class FetchError(DatelineError):
    """An address cannot be fetched: it is none, it is not to be asked, or its host does not give what was asked for."""


class ForeignFileError(DatelineError):
    """A file of events that another program wrote cannot be read, or not as what it is said to be."""


class GitHubError(DatelineError):
    """GitHub does not do what it was asked for, or a file that it hands to a workflow is not what we know."""


class RobotsError(FetchError):
    """The robots.txt of a host does not let this program ask for an address."""


class TimelineFileError(DatelineError):
    """The timeline's file cannot be read or written: missing, a folder, not writable, not UTF-8."""


class ConflictError(TimelineFileError):
    """The timeline's file holds the marks of an unfinished merge (`<<<<<<<`)."""


class LockedError(TimelineFileError):
    """Another run is writing the timeline's file."""


class FaultyTimelineError(TimelineFileError):
    """The timeline's file was read, but has faults that stop the work at hand.

    Args:
        what: As for every `DatelineError`.
        faults: Each fault as a line of text, in the order of the file.
    """

    def __init__(self, what: str, *, where: str = "", todo: str = "", faults: tuple[str, ...] = ()) -> None:
        super().__init__(what, where=where, todo=todo)
        self.faults = faults


class EditError(TimelineFileError):
    """An edit of the timeline's file cannot be made safely; nothing was changed."""


class UnknownEventError(DatelineError):
    """No event has the id that was asked for."""


class UnknownLanguageError(DatelineError, ValueError):
    """There are no rules for the expressions of time of a language."""


class PageError(DatelineError):
    """A page that a person wrote asks for something of the timeline that is not there.

    Args:
        what: As for every `DatelineError`.
        faults: Each fault as a line of text, in the order of the page; none where there is only one.
    """

    def __init__(self, what: str, *, where: str = "", todo: str = "", faults: tuple[str, ...] = ()) -> None:
        super().__init__(what, where=where, todo=todo)
        self.faults = faults


class ShellError(DatelineError):
    """A shell that the theme rendered lacks a slot, or has it too often."""


class SiteError(DatelineError):
    """The site cannot be built or served: its configuration, its pages or its folder are in the way."""


class WorkersError(DatelineError):
    """The processes or the cluster that a run asks for cannot do the work."""


class StoppedError(DatelineError):
    """A run was stopped before its end; what it had done is kept, and the same command goes on from there."""
