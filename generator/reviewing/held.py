"""What files hold: their bytes before a decision and after it, so that they can be put back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.curating.load import Loaded
from generator.curating.parts import timeline_files
from generator.curating.seen import seen_path
from generator.curating.write import write_atomically
from generator.errors import TimelineFileError

__all__ = ["Bytes", "bytes_of", "files_of", "put_back", "take_back"]

Bytes = Mapping[Path, bytes | None]
"""What each file holds; None for one that is not there."""

_BOM = b"\xef\xbb\xbf"


def files_of(path: Path) -> tuple[Path, ...]:
    """The files of a timeline: the one that is named or, where it stands in several, all of them."""
    return timeline_files(path) or (path,)


def bytes_of(path: Path) -> bytes | None:
    """What a file holds; None where there is none.

    Raises:
        TimelineFileError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        what = f"the file cannot be read: {(error.strerror or str(error)).lower()}"
        raise TimelineFileError(what, where=str(path), todo="put it back in its place") from error


def put_back(before: Bytes) -> None:
    """Give files the bytes that they had, where they have others now; a file that was not there goes.

    Raises:
        TimelineFileError: One cannot be written.
    """
    for path, data in before.items():
        if data is None:
            path.unlink(missing_ok=True)
        elif bytes_of(path) != data:
            write_atomically(path, data)


def take_back(texts: Mapping[Path, Loaded], events: Path, mentions: tuple[str, ...], before: Bytes) -> None:
    """Put back what was written before something went wrong, and nothing that somebody else has saved meanwhile.

    Args:
        texts: What was to be written, by the file that was named.
        events: The timeline's file.
        mentions: The fingerprints that were to be remembered.
        before: What each file held.

    Raises:
        TimelineFileError: One cannot be written.
    """
    ours: dict[Path, bytes] = {}
    for path, loaded in texts.items():
        for file, text in _texts(path, loaded).items():
            ours[file.resolve()] = text.encode()
    written = [file for file, text in ours.items() if (bytes_of(file) or b"").removeprefix(_BOM) == text]
    memory = seen_path(events).resolve()
    if _lines(bytes_of(memory)) == _lines(before.get(memory)) | {mention.encode() for mention in mentions}:
        written.append(memory)
    put_back({file: before.get(file) for file in written})


def _texts(path: Path, loaded: Loaded) -> dict[Path, str]:
    """The text of each file of a timeline."""
    parts = {loaded.path.parent / part.name: loaded.text[part.start : part.end] for part in loaded.parts}
    return parts or {path: loaded.text}


def _lines(data: bytes | None) -> set[bytes]:
    return set((data or b"").splitlines())
