"""The site's own style sheets and scripts, served by the site itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ASSETS", "Assets", "find_assets"]

ASSETS = Path(__file__).parent.parent / "assets"
"""Where they are kept."""

FOLDER = "assets/dateline"
"""Where they stand in the site; the theme has its own beside it."""

STYLE = f"{FOLDER}/style.css"
"""The style sheets that every page loads, as one: nothing is painted before the last of them has come, and over
HTTP/1.1 each file of its own costs a slow connection one more turn."""

_REMARKS = re.compile(rb"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/)[ \t]*\n", re.DOTALL | re.MULTILINE)
"""Comments on lines of their own: sent compressed, a third of our scripts and a quarter of our style sheets."""


@dataclass(frozen=True, slots=True)
class Assets:
    """What the site serves of ours.

    Attributes:
        files: The content of each file by its path under the site's root.
        styles: The style sheets that every page loads, by their paths.
        scripts: The scripts that every page loads, by their paths.
    """

    files: Mapping[str, bytes]
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def find_assets(folder: Path = ASSETS) -> Assets:
    """Look through a folder of assets.

    Every page loads the style sheets and scripts at the top of it, in the order of their names, the style sheets
    joined into one, and all of them without the comments that have lines of their own; what stands deeper is served,
    as it is, for pages that ask for it.

    Args:
        folder: The folder.

    Returns:
        What is in it.
    """
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    sheets = [path for path in paths if path.parent == folder and path.suffix == ".css"]
    files = {
        f"{FOLDER}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in paths if path not in sheets
    }
    scripts = tuple(address for address in files if address.endswith(".js") and "/" not in address[len(FOLDER) + 1 :])
    if sheets:
        files[STYLE] = b"\n".join(path.read_bytes() for path in sheets)
    for address in (*scripts, *([STYLE] if sheets else [])):
        files[address] = _REMARKS.sub(b"", files[address])
    return Assets(files, (STYLE,) if sheets else (), scripts)
