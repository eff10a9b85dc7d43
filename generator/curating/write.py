"""Writing the timeline's file: whole or not at all, one writer at a time, never over what was saved meanwhile."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.curating.load import read_file, read_text
from generator.curating.parts import home, parts_of
from generator.errors import EditError, LockedError, TimelineFileError

__all__ = ["LOCK_SECONDS", "locked", "replace_file", "write_atomically"]

LOCK_SECONDS = 3.0
"""How long a run waits for another to finish: a run writes for a moment only, so that longer means it is stuck."""

_BOM = b"\xef\xbb\xbf"


@contextmanager
def locked(path: Path, *, timeout: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the lock of a timeline's file, so that reading, changing and writing it are one step.

    The lock is a file beside it, which is taken away again. A symbolic link shares the lock of what it points at.

    Args:
        path: The timeline's file, which need not exist yet, or the folder of its files.
        timeout: Seconds to wait for another run.

    Raises:
        LockedError: Another run holds the lock.
        TimelineFileError: The folder does not exist, or cannot be written to.
    """
    target = _target(home(path))
    if not target.parent.is_dir():  # the lock would make it
        raise _unwritable(path, FileNotFoundError())
    lock = FileLock(target.with_name(f"{target.name}.lock"), timeout=timeout)
    try:
        lock.acquire()
    except Timeout as error:
        todo = "wait until it has finished, and run this again"
        raise LockedError("another run is writing this timeline", where=str(path), todo=todo) from error
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        yield
    finally:
        # While the lock is held, so that nobody can hold a lock on the file that goes: whoever waited finds it gone.
        with contextlib.suppress(OSError):
            Path(lock.lock_file).unlink()
        lock.release()


def replace_file(path: Path, old_text: str | None, new_text: str) -> None:
    """Put a new text in the place of the one that was read.

    Call it while holding `locked(path)`. A byte order mark that the file has stays; line ends are those of the text.

    Args:
        path: The timeline's file; what a symbolic link points at is written, and the link stays.
        old_text: The text that was read and edited, as `load` gives it; None for a file that did not exist.
        new_text: The text to write. Where one of the two is of several files, each is written that changed, whole, and
            one that is in the old text alone is deleted.

    Raises:
        EditError: The file is no longer what was read: somebody saved it meanwhile. It stays as it is.
        TimelineFileError: It cannot be written; it stays as it is. Of several, those that were written are named.
    """
    if old_text is not None and (parts_of(old_text) or parts_of(new_text)):
        _replace_files(home(path), old_text, new_text)
        return
    target = _target(path)
    if old_text is None:
        if target.exists():
            raise _changed(path)
        write_atomically(target, new_text.encode())
        return
    on_disk = read_text(path)
    if on_disk.text != old_text:
        raise _changed(path)
    write_atomically(target, (_BOM if on_disk.bom else b"") + new_text.encode())


def _replace_files(path: Path, old_text: str, new_text: str) -> None:
    """Write what changed of several files, and delete what is left out."""
    if read_text(path).text != old_text:
        raise _changed(path)
    old, new = _texts(path, old_text), _texts(path, new_text)
    done: list[str] = []
    try:
        for name, text in new.items():
            if old.get(name) != text:
                target = _target(path.parent / name)
                target.parent.mkdir(exist_ok=True)
                bom = target.is_file() and read_file(target).bom
                write_atomically(target, (_BOM if bom else b"") + text.encode())
                done.append(str(path.parent / name))
        for name in old.keys() - new.keys():
            (path.parent / name).unlink()
    except (TimelineFileError, OSError) as error:
        if not done:
            raise
        what = error.what if isinstance(error, TimelineFileError) else (error.strerror or str(error)).lower()
        todo = "look at what git diff says, and run this again"
        raise TimelineFileError(
            f"{what}; written before that: {', '.join(done)}", where=str(path), todo=todo
        ) from error


def _texts(path: Path, text: str) -> dict[str, str]:
    """The text of each file, by its name from the timeline's folder."""
    return {part.name: text[part.start : part.end] for part in parts_of(text)} or {path.name: text}


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that it holds, at any time and after any crash, either its old bytes or the new ones.

    Permissions and, where allowed, the owner stay those of the old file.

    Args:
        path: The file; no symbolic link.
        data: Its new bytes.

    Raises:
        TimelineFileError: It cannot be written; it stays as it is.
    """
    temporary = ""
    try:
        _refuse_unreplaceable(path)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            _keep_mode(path, temporary)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105 the same call as its neighbours, and `Path.replace` says no more
    except OSError as error:
        with contextlib.suppress(OSError):  # a folder that takes files may yet not let them go
            if temporary:
                Path(temporary).unlink(missing_ok=True)
        raise _unwritable(path, error) from error
    _sync_folder(path.parent)


def _refuse_unreplaceable(path: Path) -> None:
    """What is no file, or is marked as read-only, is not to be replaced, although its folder would allow it."""
    if path.exists() and not path.is_file():
        raise PermissionError(1, "it is a device, a pipe or a folder")
    if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
        raise PermissionError(13, "the file is read-only")


def _keep_mode(path: Path, temporary: str) -> None:
    """Give the temporary file the permissions of the file that it replaces, or those of any new file."""
    if path.exists():
        old = path.stat()
        Path(temporary).chmod(stat.S_IMODE(old.st_mode))
        if hasattr(os, "chown"):
            with contextlib.suppress(PermissionError):
                os.chown(temporary, old.st_uid, old.st_gid)
    else:
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a loss of power, where the system can (Windows and some network disks cannot)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _target(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise TimelineFileError("the path leads nowhere", where=str(path), todo="name another file") from error


def _changed(path: Path) -> EditError:
    return EditError(
        "the file was changed by somebody else while this run worked, and was left as it is",
        where=str(path),
        todo="run this again",
    )


def _unwritable(path: Path, error: OSError) -> TimelineFileError:
    if isinstance(error, FileNotFoundError):
        return TimelineFileError("its folder does not exist", where=str(path), todo=f"make the folder {path.parent}")
    reason = (error.strerror or str(error)).lower()
    todo = "name a file that you may write, or change its permissions"
    return TimelineFileError(f"the file cannot be written: {reason}; it was left as it is", where=str(path), todo=todo)
