"""The spool: what a run has found so far, on a disk, so that a run that is stopped goes on where it was.

It is a SQLite database in the folder `.cache` beside the timeline's file, which is kept out of version control by a
`.gitignore` of its own. It holds no article's body, but its candidates: when the timeline has been written it is taken
away. What stays after a run that was stopped, or that only looked (`--dry-run`), holds the articles of that run and no
others, so that it does not grow from run to run.
"""

from __future__ import annotations

import contextlib
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.curating.propose import Extracted
from generator.errors import LockedError, WorkersError
from generator.extracting.candidate import Extraction
from generator.reading.article import Article
from generator.reading.sketch import Sketch
from generator.running.pickles import unpacked, unsqueezed
from generator.running.work import Row

if TYPE_CHECKING:
    from generator.curating.ranking import Report

__all__ = ["FAULTS", "Head", "Spool", "spool_path"]

TABLES = """
CREATE TABLE IF NOT EXISTS program (name TEXT);
CREATE TABLE IF NOT EXISTS result (
    key BLOB PRIMARY KEY, failed TEXT, origin TEXT, mentions TEXT, head BLOB, body BLOB, report BLOB
);
CREATE TABLE IF NOT EXISTS place (number INTEGER PRIMARY KEY, key BLOB);
DELETE FROM place;
"""
"""`place` says which results are of this run, and in which order; the results themselves may be of an earlier one."""

FAULTS = (sqlite3.Error, pickle.UnpicklingError)
"""What comes of a disk that is full, and of a file that is damaged or that somebody else made; see `Spool.fault`."""

FILES = ("", "-wal", "-shm")
"""The endings of the files that a database has."""

AT_ONCE = 500
"""Placeholders in a statement, well below the 999 that every SQLite allows."""


@dataclass(frozen=True, slots=True)
class Head:
    """An article of a run.

    Attributes:
        number: Its place in the run.
        article: The article without its body.
        sketch: What it is known again by where it is reprinted.
        mentions: The fingerprints of its candidates.
    """

    number: int
    article: Article
    sketch: Sketch
    mentions: tuple[str, ...]


def spool_path(events: Path) -> Path:
    """Where the spool of a timeline's file lies."""
    file = events.resolve()
    return file.parent / ".cache" / f"{file.stem}.run.sqlite"


class Spool:
    """The results of a run, by number.

    Args:
        path: The database, which is made where there is none; None for one in memory.
        program: Which program and options the results are of; those of another are thrown away.

    Raises:
        LockedError: Another run uses it.
        WorkersError: It cannot be made or read.
    """

    def __init__(self, path: Path | None, program: str) -> None:
        self.path = path
        if path is not None:
            _make_room(path)
        try:
            self._open(program)
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise _unusable(path, error) from error
            todo = "wait until it has finished, and run this again"
            raise LockedError("another run over many articles is under way", where=str(path), todo=todo) from error
        except sqlite3.DatabaseError as error:
            raise _unusable(path, error) from error

    def _open(self, program: str) -> None:
        name = ":memory:" if self.path is None else str(self.path)
        self._base = sqlite3.connect(name, timeout=0.5, isolation_level=None)
        try:
            # One run at a time; and a crash of the machine, unlike one of the program, may cost the last batches.
            self._base.executescript(
                "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            )
            self._base.executescript(f"BEGIN IMMEDIATE; {TABLES} COMMIT;")
            if self._base.execute("SELECT name FROM program").fetchall() != [(program,)]:
                self._base.executescript("DELETE FROM result; DELETE FROM program; VACUUM;")
                self._base.execute("INSERT INTO program VALUES (?)", [program])
            self._base.execute("BEGIN")
        except sqlite3.Error:
            self._base.close()
            raise

    def known(self, keys: Sequence[bytes]) -> set[bytes]:
        """Which of some keys, at most `AT_ONCE`, have a result already."""
        holders = ",".join("?" * len(keys))
        found = self._base.execute(f"SELECT key FROM result WHERE key IN ({holders})", keys)  # noqa: S608 only “?”s
        return {key for (key,) in found}

    def place(self, places: Iterable[tuple[int, bytes]]) -> None:
        """Say which results are those of this run: numbers and keys."""
        self._base.executemany("INSERT INTO place VALUES (?, ?)", places)

    def add(self, rows: Iterable[Row]) -> None:
        """Store results; what was stored before is replaced."""
        self._base.executemany(
            "INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((row.key, row.failed, row.origin, row.mentions, row.head, row.body, row.report) for row in rows),
        )

    def commit(self) -> None:
        """Make what was stored last, whatever becomes of this process."""
        self._base.execute("COMMIT")
        self._base.execute("BEGIN")

    def prune(self) -> None:
        """Throw away the results that are not of this run."""
        self._base.execute("DELETE FROM result WHERE key NOT IN (SELECT key FROM place)")
        self.commit()

    def count(self) -> int:
        """How many articles were read."""
        (number,) = self._base.execute(f"SELECT count(*) FROM {_OF_THE_RUN} WHERE failed = ''").fetchone()  # noqa: S608 fixed text
        return int(number)

    def failures(self) -> Iterator[str]:
        """Why articles could not be read, in the order of the run."""
        yield from (failed for (failed,) in self._select("failed", "failed <> ''"))

    def heads(self) -> Iterator[Head]:
        """The articles without their bodies."""
        for number, head, mentions in self._select("number, head, mentions", "failed = ''"):
            article, known_by = _parts(unpacked(head), Article, tuple)
            yield Head(number, article, known_by, tuple(mentions.split()))

    def reports(self) -> Iterator[tuple[int, Report]]:
        """The reports for a ranking, with the numbers of their articles."""
        from generator.curating.ranking import Report

        for number, told in self._select("number, report", "failed = ''"):
            yield number, _parts((unsqueezed(told),), Report)[0]

    def extracted(self, numbers: Sequence[int] | None = None) -> Iterator[tuple[int, Extracted]]:
        """What was found in the articles.

        Args:
            numbers: The numbers of some, or None for all.
        """
        columns, read = "number, head, body", "failed = ''"
        if numbers is None:
            rows = self._select(columns, read)
        else:
            parts = (numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE))
            rows = (
                row for part in parts for row in self._select(columns, f"{read} AND number IN {_holders(part)}", part)
            )
        for number, head, body in rows:
            article, _ = _parts(unpacked(head), Article, tuple)
            yield number, Extracted(article, *_parts(unsqueezed(body), Extraction, int))

    def holding(self, mentions: frozenset[str]) -> dict[str, int]:
        """Which article reports each of some fingerprints: the first that does."""
        found: dict[str, int] = {}
        for number, theirs in self._select("number, mentions", "mentions <> ''"):
            for mention in theirs.split():
                if mention in mentions:
                    found.setdefault(mention, number)
        return found

    def read_from(self, origins: frozenset[str]) -> list[int]:
        """The numbers of the articles that were read from some places."""
        return [number for number, origin in self._select("number, origin", "failed = ''") if origin in origins]

    def fault(self, error: Exception) -> WorkersError:
        """What to say of an error of `FAULTS` that some method raised."""
        return _unusable(self.path, error)

    def close(self) -> None:
        """Keep what is there, and let it go."""
        with contextlib.suppress(sqlite3.OperationalError):
            self._base.execute("COMMIT")
        self._base.close()

    def remove(self) -> None:
        """Take it away, with its folder where nothing else is in it."""
        self.close()
        if self.path is None:
            return
        for ending in FILES:
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        folder = self.path.parent
        if [each.name for each in folder.iterdir()] == [".gitignore"]:
            (folder / ".gitignore").unlink()
            folder.rmdir()

    def _select(self, columns: str, condition: str, values: Sequence[int] = ()) -> Iterator[tuple[Any, ...]]:
        query = f"SELECT {columns} FROM {_OF_THE_RUN} WHERE {condition} ORDER BY number"  # noqa: S608 fixed text
        yield from self._base.execute(query, values)


_OF_THE_RUN = "place JOIN result USING (key)"


def _holders(values: Sequence[object]) -> str:
    return f"({','.join('?' * len(values))})"


def _parts(value: Any, *kinds: type) -> tuple[Any, ...]:  # noqa: ANN401 what was packed
    """The parts of what was packed.

    Raises:
        pickle.UnpicklingError: It has others.
    """
    if isinstance(value, tuple) and len(value) == len(kinds) and all(map(isinstance, value, kinds)):
        return value
    raise pickle.UnpicklingError("it holds something else than what a run finds")


def _make_room(path: Path) -> None:
    """Make the folder, and tell Git to leave it alone.

    A repository of somebody else's may have links there, to have files changed that are none of the timeline's.
    """
    files = (path.with_name(path.name + ending) for ending in FILES)
    for place in (path.parent, path.parent / ".gitignore", *files):
        if place.is_symlink():
            todo = "delete the link, and run this again"
            raise WorkersError("what a run finds is not kept behind a link", where=str(place), todo=todo)
    try:
        path.parent.mkdir(exist_ok=True)
        ignore = path.parent / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
    except OSError as error:
        raise _unusable(path, error) from error


def _unusable(path: Path | None, error: Exception) -> WorkersError:
    what = f"what a run has found so far cannot be kept there ({error})"
    return WorkersError(what, where=str(path), todo="make room, or delete the file, and run this again")
