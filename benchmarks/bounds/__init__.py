"""What the figures of a benchmark must not pass: the tables `at_least` and `at_most` of `floors.toml`."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

__all__ = ["FLOORS", "beyond", "judged"]

FLOORS = Path(__file__).parents[1] / "floors.toml"


def beyond(
    script: str, reached: Mapping[str, float], floors: Mapping[str, Mapping[str, Mapping[str, float]]]
) -> list[str]:
    """Which figures are too low or too high.

    Args:
        script: The benchmark, as its table is named.
        reached: Its figures by name. What was not measured is left out, since a peer need not be there.
        floors: The tables `at_least` and `at_most`, and in each a table for every benchmark.

    Returns:
        A sentence for each figure that is beyond its bound.

    Raises:
        KeyError: A figure has no bound.
    """
    least, most = (floors[side].get(script, {}) for side in ("at_least", "at_most"))
    faults = []
    for name, value in reached.items():
        if name not in least and name not in most:
            raise KeyError(f"floors.toml has no bound for {script}: {name}")
        if value < least.get(name, value):
            faults.append(f"{name}: {value:.4g}, and at least {least[name]:g} is asked for")
        if value > most.get(name, value):
            faults.append(f"{name}: {value:.4g}, and at most {most[name]:g} is allowed")
    return faults


def judged(script: str, reached: Mapping[str, float]) -> int:
    """Say which figures of a run are beyond their bounds.

    Args:
        script: The benchmark, as its table is named.
        reached: Its figures by name.

    Returns:
        The status with which the benchmark is to end: 1 if there are such.
    """
    faults = beyond(script, reached, tomllib.loads(FLOORS.read_text(encoding="utf-8")))
    print(f"\n{len(reached)} figures held against floors.toml, {len(faults)} of them beyond their bounds", flush=True)
    for fault in faults:
        print(f"  {fault}", file=sys.stderr)
    return bool(faults)
