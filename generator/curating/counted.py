"""How a number of things is said: “1 event”, “2 events”."""

from __future__ import annotations

__all__ = ["counted"]


def counted(number: int, noun: str) -> str:
    """Say how many of something there are.

    Args:
        number: How many.
        noun: One of them, with a plural in -s.
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
