"""The site's own style sheets and scripts, served by the site itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ASSETS", "Assets", "find_assets"]

ASSETS = Path(__file__).parent.parent / "assets"
"""Where they are kept."""

FOLDER = "assets/dateline"
"""Where they stand in the site; the theme has its own beside it."""


@dataclass(frozen=True, slots=True)
class Assets:
    """What the site serves of ours.

    Attributes:
        files: Each file by its path under the site's root.
        styles: The style sheets that every page loads, by their paths.
        scripts: The scripts that every page loads, by their paths.
    """

    files: Mapping[str, Path]
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def find_assets(folder: Path = ASSETS) -> Assets:
    """Look through a folder of assets.

    Every page loads the style sheets and scripts at the top of it, in the order of their names; what stands deeper
    is served for pages that ask for it.

    Args:
        folder: The folder.

    Returns:
        What is in it.
    """
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    files = {f"{FOLDER}/{path.relative_to(folder).as_posix()}": path for path in paths}
    top = [address for address, path in files.items() if path.parent == folder]
    styles = tuple(address for address in top if address.endswith(".css"))
    scripts = tuple(address for address in top if address.endswith(".js"))
    return Assets(files, styles, scripts)
