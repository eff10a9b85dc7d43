"""Writing the timeline's file: whole or not at all, one writer at a time, never over what was saved meanwhile."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from generator.curating.exchange import exchange
from generator.curating.load import read_file, read_text
from generator.curating.parts import home, parts_of
from generator.errors import EditError, LockedError, TimelineFileError

__all__ = ["LOCK_SECONDS", "locked", "refuse_unwritable", "replace_file", "write_atomically"]

LOCK_SECONDS = 3.0
"""How long a run waits for another to finish: a run writes for a moment only, so that longer means it is stuck."""

_BOM = b"\xef\xbb\xbf"
_NO_FOLDER = "its folder does not exist"


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
    with _told(path):
        target = _target(home(path))
        if not target.parent.is_dir():  # the lock would make it
            raise TimelineFileError(_NO_FOLDER, where=str(path), todo=f"make the folder {path.parent}")
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
        with contextlib.suppress(OSError):  # what was to be done is done, and a lock ends with its process
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
        TimelineFileError: It cannot be written; it stays as it is. Of several, none is written where it is known before
            that one cannot be; else those that were written are named.
    """
    with _told(path):
        if old_text is not None and (parts_of(old_text) or parts_of(new_text)):
            _replace_files(home(path), old_text, new_text)
            return
        target, bom = _target(path), False
        if old_text is not None:
            on_disk = read_text(path)
            bom = on_disk.bom
        if target.exists() if old_text is None else on_disk.text != old_text:
            raise _changed(path)
        _put(_staged(target, (_BOM if bom else b"") + new_text.encode(), old_text))
        _tidy(target)


def refuse_unwritable(paths: Iterable[Path]) -> None:
    """See to it that files can be replaced or deleted, as far as can be seen without trying, before the first one is.

    Args:
        paths: The files; one that does not exist is passed over.

    Raises:
        TimelineFileError: One cannot be written.
    """
    for path in paths:
        with _told(path):
            target = _target(path)
            _refuse_unreplaceable(target)
            if target.exists() and not os.access(target.parent, os.W_OK):
                raise PermissionError(13, "its folder is read-only")


@dataclass(frozen=True, slots=True)
class _Staged:
    """New bytes of a file, which lie beside it until they are put in its place.

    Attributes:
        path: The file.
        temporary: Where they lie.
        data: They.
        old: The text that they replace, if that must be what the file holds then.
    """

    path: Path
    temporary: Path
    data: bytes
    old: str | None = None

    def is_old(self, found: bytes) -> bool:
        """Whether these bytes of the file are those that were read."""
        return self.old is None or found.removeprefix(_BOM) == self.old.encode()


def _replace_files(path: Path, old_text: str, new_text: str) -> None:
    """Write what changed of several files, and delete what is left out.

    All new bytes are on the disk before the first file is replaced: a disk that is full, or a file that is read-only,
    leaves all as they were. What gains text is replaced before what loses some, so that an event that moves is at all
    times in one file or both.
    """
    if read_text(path).text != old_text:
        raise _changed(path)
    old, new = _texts(path, old_text), _texts(path, new_text)
    changed = [name for name, text in new.items() if old.get(name) != text]
    changed.sort(key=lambda name: len(new[name]) - len(old.get(name, "")), reverse=True)
    gone = {path.parent / name: old[name] for name in sorted(old.keys() - new.keys())}
    refuse_unwritable(gone)
    with _stages([(path.parent / name, new[name], old.get(name)) for name in changed]) as staged:
        _put_files(staged, gone)


@contextmanager
def _stages(texts: Iterable[tuple[Path, str, str | None]]) -> Iterator[list[tuple[Path, _Staged]]]:
    """The new bytes of files, each beside its file; those that were not put in their places go."""
    staged: list[tuple[Path, _Staged]] = []
    try:
        for file, text, old in texts:
            with _told(file):
                target = _target(file)
                target.parent.mkdir(exist_ok=True)
                bom = target.is_file() and read_file(target).bom
                staged.append((file, _staged(target, (_BOM if bom else b"") + text.encode(), old)))
        yield staged
    finally:
        for _, each in staged:
            with contextlib.suppress(OSError):
                if each.temporary.read_bytes() == each.data:
                    each.temporary.unlink()


def _put_files(staged: Iterable[tuple[Path, _Staged]], gone: Mapping[Path, str]) -> None:
    """Put the new bytes of files in their places, and delete others; where one cannot be, say which were."""
    done: list[str] = []
    file = Path()
    try:
        for file, each in staged:
            _put(each)
            _tidy(each.path)
            done.append(str(file))
        for file, old in gone.items():
            _delete(file, old)
            done.append(str(file))
    except (TimelineFileError, EditError, OSError) as error:
        told = _unwritable(file, error) if isinstance(error, OSError) else error
        if not done:
            raise told from error
        todo = "look at what git diff says, and run this again"
        what = f"{told.what}; written before that: {', '.join(done)}"
        raise TimelineFileError(what, where=str(file), todo=todo) from error


def _tidy(target: Path) -> None:
    """Take away what a run that was killed has left beside a file."""
    litter = re.compile(rf"\.{re.escape(target.name)}\.[a-z0-9_]{{8}}\.tmp")  # as `mkstemp` names it
    with contextlib.suppress(OSError):
        for each in target.parent.iterdir():
            if litter.fullmatch(each.name):
                each.unlink()


def _delete(path: Path, old: str) -> None:
    """Delete a file that is as it was read. A network disk may have done so, and yet answer with an error."""
    try:
        if path.read_bytes().removeprefix(_BOM) != old.encode():
            raise _changed(path)
        path.unlink()
    except OSError:
        if path.exists():
            raise


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
    _put(_staged(path, data))


def _staged(path: Path, data: bytes, old: str | None = None) -> _Staged:
    """Put the new bytes of a file on the disk, beside it.

    Args:
        path: The file.
        data: Its new bytes.
        old: The text that it must hold when they are put in its place, if any will not do.

    Raises:
        TimelineFileError: They, or the file, cannot be written.
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
    except OSError as error:
        with contextlib.suppress(OSError):  # a folder that takes files may yet not let them go
            if temporary:
                Path(temporary).unlink(missing_ok=True)
        raise _unwritable(path, error) from error
    return _Staged(path, Path(temporary), data, old)


def _put(staged: _Staged) -> None:
    """Put the new bytes of a file in its place.

    Raises:
        EditError: Somebody saved the file meanwhile. What they saved is in its place.
        TimelineFileError: It cannot be replaced; it stays as it is.
    """
    path, temporary = staged.path, staged.temporary
    try:
        _move(staged)
    except (EditError, OSError) as error:
        if isinstance(error, EditError) or not _arrived(staged):
            with contextlib.suppress(OSError):  # as above
                temporary.unlink(missing_ok=True)
            raise _unwritable(path, error) if isinstance(error, OSError) else error from error
    _give_back(staged)
    _sync_folder(path.parent)


def _move(staged: _Staged) -> None:
    """Let the old and the new bytes change places; where the system cannot, put the new ones over what is as it was."""
    if staged.old is None or not exchange(staged.temporary, staged.path):
        if staged.old is not None and not staged.is_old(staged.path.read_bytes()):
            raise _changed(staged.path)
        os.replace(staged.temporary, staged.path)  # noqa: PTH105 the same call as its neighbours, and `Path.replace` says no more


def _give_back(staged: _Staged) -> None:
    """Throw away what was replaced; what somebody has saved since the file was read goes back to its place.

    Between the last look at a file and its replacement an editor can save. So it is looked at what was replaced.
    """
    with contextlib.suppress(OSError):  # there is nothing left, or it cannot be seen, and the next run takes it away
        if staged.is_old(staged.temporary.read_bytes()):
            staged.temporary.unlink()
            return
        os.replace(staged.temporary, staged.path)  # noqa: PTH105 as above
        raise _changed(staged.path)


def _arrived(staged: _Staged) -> bool:
    """Whether the file was replaced although the system said no: a network disk may do it and lose its answer."""
    with contextlib.suppress(OSError):
        is_moved = staged.old is not None or not staged.temporary.exists()
        return is_moved and staged.path.read_bytes() == staged.data
    return False


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


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say for people what the system says before anything is written."""
    try:
        yield
    except OSError as error:
        raise _unwritable(path, error) from error


def _target(path: Path) -> Path:
    try:
        target = path.resolve()
        if target.is_symlink():  # a disk that failed for a moment: the link must not be taken for a file
            raise OSError  # noqa: TRY301 as the system would have said it
    except (OSError, RuntimeError, ValueError) as error:
        raise TimelineFileError("the path leads nowhere", where=str(path), todo="name another file") from error
    return target


def _changed(path: Path) -> EditError:
    return EditError(
        "the file was changed by somebody else while this run worked, and was left as it is",
        where=str(path),
        todo="run this again",
    )


def _unwritable(path: Path, error: OSError) -> TimelineFileError:
    if isinstance(error, FileNotFoundError) and not os.path.isdir(path.parent):  # noqa: PTH112 it raises nothing
        return TimelineFileError(_NO_FOLDER, where=str(path), todo=f"make the folder {path.parent}")
    reason = (error.strerror or str(error)).lower()
    todo = "name a file that you may write, or change its permissions"
    return TimelineFileError(f"the file cannot be written: {reason}; it was left as it is", where=str(path), todo=todo)
