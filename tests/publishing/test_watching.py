"""A file that is looked at often: its changes are told of at once, however seldom the observer looks."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from generator.publishing.watching import watch_closely

NEVER = 3600.0
PATIENCE = 120.0
"""Seconds that a slow machine is given."""


class Told(FileSystemEventHandler):
    """Whether it was told of a change of a file."""

    def __init__(self, file: Path) -> None:
        self.file, self.event = str(file), Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if self.file in {event.src_path, event.dest_path}:
            self.event.set()


def replace(file: Path, text: str) -> None:
    """Save as most editors do: a new file takes the old one's place."""
    file.with_suffix(".new").write_text(text)
    file.with_suffix(".new").replace(file)


def overwrite(file: Path, text: str) -> None:
    file.write_text(text)


def restore(file: Path, text: str) -> None:
    """Save as some do: the old file is away for a moment."""
    file.rename(file.with_suffix(".old"))
    file.write_text(text)


@pytest.mark.parametrize("save", [replace, overwrite, restore])
def test_a_change_of_a_file_is_told_of_although_the_observer_sleeps(save, tmp_path: Path):
    file = tmp_path / "events.yaml"
    file.write_text("events: []")
    told, observer = Told(file), PollingObserver(timeout=NEVER)
    observer.schedule(told, str(file), recursive=True)
    observer.start()
    thread = watch_closely(observer, [file])
    try:
        # It differs from nothing before it was looked at for the first time: so it is changed until that is seen.
        for number in range(round(PATIENCE / 0.2)):
            save(file, "events: [{}]" + " " * number)
            if told.event.wait(0.2):
                break
    finally:
        observer.stop()
        observer.join(PATIENCE)
        thread.join(PATIENCE)

    assert told.event.is_set()
    assert not thread.is_alive()
