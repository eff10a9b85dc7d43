"""A served site's most edited files, looked at more often than MkDocs looks at them.

MkDocs looks twice a second at all that it watches, whole folders among it, so that an editor waits for a quarter of a
second on average. A single file can be looked at twenty times a second for nothing. It is looked at and not subscribed
to: the system tells nothing of a file on a network disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver

__all__ = ["watch_closely"]

_INTERVAL = 0.05
"""Seconds between two looks."""


def watch_closely(observer: BaseObserver, files: Iterable[Path]) -> Thread:
    """Have an observer that polls find out sooner that some of the files have changed which it watches.

    Args:
        observer: What polls. It is made to look itself when a file is another than before, so that it tells of each
            change in its own way, and once.
        files: The files.

    Returns:
        The thread that looks. It ends when the observer is stopped.
    """
    thread = Thread(target=_look, args=(observer, [file.absolute() for file in files]), daemon=True)
    thread.start()
    return thread


def _look(observer: BaseObserver, files: list[Path]) -> None:
    seen: dict[Path, tuple[int, ...]] = {}
    while not observer.stopped_event.wait(_INTERVAL):
        for file in files:
            state = _state(file)
            if state and seen.setdefault(file, state) != state:
                seen[file] = state
                _wake(observer, file)


def _wake(observer: BaseObserver, file: Path) -> None:
    """Have those look that watch a file: by itself, or with its folder, as watchdog does from its version 7 on."""
    for emitter in list(observer.emitters):
        if emitter.is_alive() and Path(str(emitter.watch.path)) in (file, file.parent):
            emitter.queue_events(0)


def _state(file: Path) -> tuple[int, ...]:
    """What is another when a file has changed; nothing while it is missing for a moment."""
    try:
        found = os.stat(file)  # noqa: PTH116 twenty times a second
    except OSError:
        return ()
    return (found.st_mtime_ns, found.st_size, found.st_ino)
