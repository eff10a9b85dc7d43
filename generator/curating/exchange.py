"""Two files that change places in one step, where the system can do that."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

__all__ = ["exchange"]

_HERE = -100
"""AT_FDCWD: paths are counted from the working folder, as everywhere else; from linux/fcntl.h."""

_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2); from linux/fs.h."""

_UNABLE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})
"""What the system says where it, the disk or a sandbox cannot do this, although it may rename."""


def exchange(one: Path, other: Path) -> bool:
    """Let two files change places, so that neither name is ever missing and neither content is lost.

    Args:
        one: A file.
        other: Another one, on the same disk.

    Returns:
        Whether they did. Linux can do it on its own disks; other systems and most network disks cannot.

    Raises:
        OSError: The system refused it, as it would refuse to rename.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None or not rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE):
        return rename is not None
    number = ctypes.get_errno()
    if number in _UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(other))
