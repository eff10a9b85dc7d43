"""What somebody wrote into an issue form.

GitHub hands a form over as Markdown: for each field `### Label`, an empty line and the text, in the order of the form
(https://docs.github.com/communities, “Syntax for GitHub's form schema”). Who wrote the text may have written such a
line too, and may have edited the whole afterwards: so the labels are looked for in order, each once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["answers", "ticked"]

NO_ANSWER = "_No response_"
_TICKED = re.compile(r"^- \[[xX]\] ", re.MULTILINE)


def answers(body: str, labels: Sequence[str]) -> dict[str, str]:
    """The text of each field of a form.

    Args:
        body: The issue's text.
        labels: The labels of the form's fields, in its order.

    Returns:
        What stands under each label; nothing for a field that was left empty, or is not there.
    """
    text = body.replace("\r\n", "\n")
    found: list[tuple[str, int, int]] = []
    at = 0
    for label in labels:
        heading = re.compile(rf"^### {re.escape(label)}[ \t]*$", re.MULTILINE)
        match = heading.search(text, at)
        if match:
            found.append((label, match.start(), match.end()))
            at = match.end()
    ends = [*(start for _, start, _ in found[1:]), len(text)]
    said = {label: text[start:end].strip() for (label, _, start), end in zip(found, ends, strict=False)}
    return {label: "" if said.get(label) == NO_ANSWER else said.get(label, "") for label in labels}


def ticked(answer: str) -> bool:
    """Whether a box of a field of boxes is ticked."""
    return bool(_TICKED.search(answer))
