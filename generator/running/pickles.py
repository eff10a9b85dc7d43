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

MAX_BYTES = 100_000_000
"""What was found in an article of 20 MB takes less."""


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
        pickle.UnpicklingError: It holds something else, or is damaged.
    """
    try:
        return _Unpickler(io.BytesIO(data)).load()  # the class above is what makes it safe
    except pickle.UnpicklingError:
        raise
    except Exception as error:  # a pickle that is damaged stumbles over whatever it comes upon
        raise pickle.UnpicklingError(f"it is damaged ({type(error).__name__}: {error})") from error


def unsqueezed(data: bytes) -> Any:  # noqa: ANN401 what was packed
    """The same for a value that was compressed.

    Raises:
        pickle.UnpicklingError: As for `unpacked`, or it unpacks to more than any article leads to.
    """
    unpacker = zlib.decompressobj()
    try:
        pickled = unpacker.decompress(data, MAX_BYTES)
    except zlib.error as error:
        raise pickle.UnpicklingError(f"it is damaged ({error})") from error
    if not unpacker.eof:
        raise pickle.UnpicklingError("it ends too early, or unpacks to more than it may")
    return unpacked(pickled)
