"""Work that goes wrong in a worker process; an item's form says how."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

from generator.running.work import Numbered, Row


def work(chunk: Sequence[Numbered]) -> list[Row]:
    """Give each item its number as its result, unless its form is a hazard."""
    rows = []
    for each in chunk:
        if each.item.form == "kill" or (each.item.form == "kill once" and _first(Path(each.item.origin))):
            os.kill(os.getpid(), signal.SIGKILL)
        if each.item.form == "hang":
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM, signal.SIGTERM})
            time.sleep(600)
        rows.append(Row(each.key, mentions=str(each.number)))
        if each.item.form == "slow":
            break
    return rows


def _first(marker: Path) -> bool:
    """Whether nobody came here before."""
    try:
        marker.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
