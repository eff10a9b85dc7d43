"""What all tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

# On a machine that does other work too, how long an example takes says nothing of the code.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The same examples in each run: what a run finds is due to the change that it is about.
settings.register_profile("dateline", settings.get_profile("patient"), max_examples=40, derandomize=True)
# For a search, as after a change of the tagger: `pytest --hypothesis-profile deep tests/extracting`.
settings.register_profile("deep", settings.get_profile("patient"), max_examples=2000)
settings.load_profile("dateline")


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Fills a folder once for all processes of a run, under a name that is its own; tests read it only.

    The process that asks for it first fills it, while the others wait. Where that fails, the next one tries again.
    """
    ours = tmp_path_factory.getbasetemp()
    # Each process of pytest-xdist has a folder of its own within that of the run.
    shared = (ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / "once"
    shared.mkdir(exist_ok=True)

    def fill_once(name: str, fill: Callable[[Path], object]) -> Path:
        folder, filled = shared / name, shared / f"{name}.filled"
        with FileLock(shared / f"{name}.lock"):
            if not filled.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                filled.touch()
        return folder

    return fill_once
