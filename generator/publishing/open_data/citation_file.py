"""`CITATION.cff` (Citation File Format 1.2.0): how the timeline is to be cited."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.publishing.atlas import Atlas
from generator.publishing.open_data.identity import UNKNOWN, last_changed
from generator.publishing.open_data.records import data_version
from generator.publishing.plain_text import clean

__all__ = ["citation_file"]

_KNOWN_LICENSE = re.compile(r"CC-BY(-NC)?(-ND|-SA)?-[1-4]\.0|CC0-1\.0|ODbL-1\.0|ODC-By-1\.0|PDDL-1\.0")
"""Licences of data in the list of SPDX; the format allows no name that is not in it."""

Field = tuple[str, str | list[str] | list[dict[str, str]]]


def citation_file(atlas: Atlas) -> bytes:
    """How to cite the timeline.

    Args:
        atlas: The timeline.

    Returns:
        YAML in UTF-8. Its version is a fingerprint of the events, its date the day of their last change.
    """
    # JSON's texts and lists are YAML's too (YAML 1.2, section 1.2), and need no rules for what to quote.
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in _fields(atlas)]
    return ("\n".join(lines) + "\n").encode()


def _fields(atlas: Atlas) -> Iterator[Field]:
    info, site = atlas.timeline.timeline, atlas.site
    yield "cff-version", "1.2.0"
    yield "type", "dataset"
    yield "message", "If you use this timeline, please cite it as below."
    yield "title", _line(info.title) or "Timeline"
    yield "authors", [{"name": _line(site.name) or _line(info.title) or "Timeline"}]
    if about := _line(info.text or info.scope or ""):
        yield "abstract", about
    if _KNOWN_LICENSE.fullmatch(info.license or ""):
        yield "license", info.license or ""
    if site.url:
        yield "url", site.url
    if tags := dict.fromkeys(filter(None, (_line(selection.title) for selection in atlas.selections["tag"]))):
        yield "keywords", list(tags)
    yield "version", data_version(atlas)
    day = last_changed(atlas.shown, atlas)
    if day != UNKNOWN:
        yield "date-released", day.isoformat()


def _line(text: str) -> str:
    return " ".join(clean(text).split())
