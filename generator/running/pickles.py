"""Unpack what a spool holds, and nothing else: a file on a disk may be anybody's.

A pickle can name any function and have it called. The spool lies in the timeline's folder, which somebody may have
cloned from a stranger; so only the values that an article and its report are made of are ever built.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import pickle
import zlib
from enum import Enum
from typing import Any

__all__ = ["unpacked", "unsqueezed"]

BUILT_IN = {("datetime", "date"): dt.date, ("builtins", "frozenset"): frozenset, ("builtins", "set"): set}


class _Unpickler(pickle.Unpickler):
    """Builds dates, sets, and the package's own dataclasses and enumerations."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 pickle's signature
        if (module, name) in BUILT_IN:
            return BUILT_IN[module, name]
        if module.startswith("generator."):
            found = super().find_class(module, name)
            if isinstance(found, type) and (dataclasses.is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is nothing that a spool holds")


def unpacked(data: bytes) -> Any:  # noqa: ANN401 what was packed
    """Unpickle a value of the package's own.

    Raises:
        pickle.UnpicklingError: It holds something else.
    """
    return _Unpickler(io.BytesIO(data)).load()  # the class above is what makes it safe


def unsqueezed(data: bytes) -> Any:  # noqa: ANN401 what was packed
    """The same for a value that was compressed."""
    return unpacked(zlib.decompress(data))
