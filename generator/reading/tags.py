"""Tags with more attributes than anybody writes: parsers compare each attribute of a tag with those before it.

So a tag of a hundred thousand attributes, in a file of a megabyte, takes libxml2 minutes, in which nothing can
interrupt it. It is noticed before anything is parsed, in time that grows with the text and no faster.
"""

from __future__ import annotations

import re

__all__ = ["MAX_ATTRIBUTES", "has_crowded_tag"]

MAX_ATTRIBUTES = 250
"""The most attributes of a tag; the pages that we know have some thirty."""

TAG = re.compile(r"<[a-zA-Z](?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+")
"""A tag as HTML has it (WHATWG HTML, 13.2.5): quotes count only after an equals sign, and `<` does not end it."""

VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
BETWEEN = re.compile(r"[\s/]+")


def has_crowded_tag(text: str) -> bool:
    """Whether a tag of a page has more than `MAX_ATTRIBUTES` attributes.

    Args:
        text: The page, or a part of one.

    Returns:
        Whether it has one; words within a value in quotes are none.
    """
    long_tags = (match[0] for match in TAG.finditer(text) if len(match[0]) > 2 * MAX_ATTRIBUTES)
    return any(len(BETWEEN.split(VALUE.sub(" ", tag))) > MAX_ATTRIBUTES + 1 for tag in long_tags)
