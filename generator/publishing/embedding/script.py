"""`embed.js`: the script that puts the timeline into pages of other sites.

It stands at the root of the site, and so under the folder of each edition, since other people's pages name its
address. What it says where nothing can be fetched is written into it here, in the language of the edition.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from generator.publishing.assets import ASSETS
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import FileDraft
from generator.publishing.embedding.script_data import script_data
from generator.publishing.json_text import json_text

__all__ = ["SCRIPT_PATH", "script_files"]

SCRIPT_PATH = "embed.js"
"""Where it stands."""

_SOURCE = ASSETS / "embed" / "embed.js"
_PLACE = 'JSON.parse("{}")'
"""What stands in the source for what the site says of itself."""


def script_files(atlas: Atlas) -> Iterator[FileDraft]:
    """The script, and what it reads.

    Args:
        atlas: The timeline.
    """
    yield FileDraft(SCRIPT_PATH, partial(_script, atlas), "script")
    yield from script_data(atlas)


def _script(atlas: Atlas) -> bytes:
    said = {
        "title": atlas.timeline.timeline.title,
        "failed": atlas.words.gettext("The timeline could not be loaded. It can be read on its own site:"),
    }
    source = _SOURCE.read_text(encoding="utf-8")
    return source.replace(_PLACE, f"JSON.parse({json.dumps(json_text(said))})", 1).encode()
