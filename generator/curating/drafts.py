"""Events as a file of others tells of them, before they are the timeline's: drafts, and what was not kept of each."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dates import Edtf

__all__ = ["Batch", "Draft", "DraftPeriod", "DraftSource", "Remark"]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader of another's file could not keep, or had to decide.

    Attributes:
        where: The file and its row or entry: `events.csv:12`.
        what: What it is about, as a sentence without a full stop.
    """

    where: str
    what: str

    def __str__(self) -> str:
        """Where and what, in one line."""
        return f"{self.where}: {self.what}"


@dataclass(frozen=True, slots=True)
class DraftSource:
    """A source as another's file names it; what it does not say is empty.

    Attributes:
        url: Its address, or empty.
        title, publisher: What it is called, and who published it.
        published: The day of its publication, as 2022-12-30.
        key: Its key, where the file has keys like ours.
        said: What the citation of it says besides: pairs of a field of a citation and its value.
        more: What else is known of it: pairs of a field of a source and its value.
    """

    url: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    key: str = ""
    said: tuple[tuple[str, str], ...] = ()
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as a row or entry of another's file tells of it; what that does not say is empty.

    Attributes:
        where: The file and the row or entry.
        title: What happened.
        date: When; None where no date can be made of what it says.
        id: What it is to be called, where the file has ids like ours.
        uid: What its file knows it by, in whatever form.
        time: Local time and zone.
        summary: Markdown.
        status, level: As in the model.
        attributed_to, disputed, response: As in the model.
        actors, places, tags: Names.
        sources: What supports it.
        corrections: What was mended in it: a day, a kind and a text each.
        unmarked: Whether its file gives Markdown as plain words, so that no mark that is missing was taken away.
    """

    where: str
    title: str
    date: Edtf | None
    id: str = ""
    uid: str = ""
    time: str = ""
    summary: str = ""
    status: str = ""
    level: str = ""
    attributed_to: str = ""
    disputed: str = ""
    response: str = ""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[DraftSource, ...] = ()
    corrections: tuple[tuple[str, str, str], ...] = ()
    unmarked: bool = False


@dataclass(frozen=True, slots=True)
class DraftPeriod:
    """A stretch of time that another's file names."""

    title: str
    first: Edtf
    last: Edtf
    text: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """What another's file holds.

    Attributes:
        path: The file, as it was named.
        kind: What it was read as: `TimelineJS JSON`.
        rows: How many rows or entries it has.
        drafts: The events, in the order of the file.
        remarks: What was not kept, or had to be decided, in the order of the file.
        columns: Of a table, what each column was read as: pairs of a field and the column's name.
        title: What the whole is called, or empty.
        text: What the whole is about, in plain words, or empty.
        periods: The stretches of time that it names.
    """

    path: str
    kind: str
    rows: int
    drafts: tuple[Draft, ...]
    remarks: tuple[Remark, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    title: str = ""
    text: str = ""
    periods: tuple[DraftPeriod, ...] = ()
