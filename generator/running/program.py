"""Which program it is, to the byte: what another version has found is not mixed with what this one finds."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import generator

__all__ = ["program"]


@cache
def program() -> str:
    """The version, and a fingerprint of every module and table of the package.

    The version alone would not do while somebody works on the code: half of a run would be of one day, half of another.
    """
    package = Path(generator.__file__).parent
    digest = hashlib.blake2b(digest_size=8)
    for file in sorted(package.rglob("*.py")):
        digest.update(file.relative_to(package).as_posix().encode())
        digest.update(file.read_bytes())
    return f"{generator.__version__}+{digest.hexdigest()}"
