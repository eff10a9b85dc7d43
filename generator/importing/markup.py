"""HTML as others put it into their cells → Markdown of the kind that summaries may hold.

Emphasis, links to the web, lists and paragraphs stay; of everything else only the words do, and what nobody reads
(scripts, frames, styles) goes. What would be a mark of Markdown is escaped, so that plain words stay plain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.reading.fragments import BLOCKS, UNSEEN, paragraphs_of
from generator.reading.tags import has_crowded_tag
from generator.scalars import is_web_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["has_markup", "plain_of", "to_markdown"]

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--[^<>]*>|&(?:[a-zA-Z]{2,10}|#\d{1,6});")
_EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_MARKS = re.compile(r"[\\*`\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w{1,32};)")
_LEADS = re.compile(r"^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|\d{1,9}(?=[.)](?:\s|$)))")
_MANY_BREAKS = re.compile(r"\n{3,}")
_PARENTHESES = str.maketrans({"(": "%28", ")": "%29"})
_LISTS = frozenset({"ul", "ol"})


@dataclass(slots=True)
class _Writing:
    """Markdown in the making.

    Attributes:
        pieces: What was written.
        lost: The elements that were left out, each named once.
    """

    pieces: list[str] = field(default_factory=list)
    lost: dict[str, None] = field(default_factory=dict)


def has_markup(text: str) -> bool:
    """Whether a text is HTML: it holds a tag or a character reference."""
    return _TAG.search(text) is not None


def to_markdown(html: str) -> tuple[str, tuple[str, ...]]:
    """Turn a fragment of HTML into Markdown.

    Args:
        html: The fragment, or plain text.

    Returns:
        The Markdown, and the names of the elements that hold more than words and were left out, such as `iframe`.
    """
    tree, writing = _tree(html), _Writing()
    if tree is not None:
        _write(tree, writing, depth=0)
    lines = [line.strip() for line in "".join(writing.pieces).split("\n")]
    text = _MANY_BREAKS.sub("\n\n", "\n".join(lines)).strip()
    if not text and not writing.lost:  # too deep for the parser, or a tag that would take it minutes
        text = _escaped(_TAG.sub(" ", html), begins=True).strip()
    return text, tuple(writing.lost)


def plain_of(html: str) -> str:
    """The words of a fragment of HTML, on one line: for what is a title or a name."""
    return " ".join(paragraphs_of(html) if has_markup(html) else html.split())


MAX_DEPTH = 100
"""Elements within elements: beyond that only words are taken."""


def _tree(html: str) -> HtmlElement | None:
    """The fragment as a tree; None where there is nothing in it, or a tag that would take minutes to parse."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if has_crowded_tag(html):
        return None
    sound = f"<div>{html.replace(chr(0), '')}</div>"
    try:
        return document_fromstring(sound, parser=HTMLParser(no_network=True, huge_tree=False, remove_comments=True))
    except (etree.ParserError, ValueError):
        return None


def _write(element: HtmlElement, writing: _Writing, depth: int) -> None:
    """Write an element and what is in it, without what stands behind it."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in UNSEEN and tag not in {"head", "title"}:
        writing.lost[tag] = None
        return
    if depth > MAX_DEPTH:
        writing.pieces.append(_escaped(" ".join(element.itertext())))
        return
    before, after = _around(element, tag)
    writing.pieces.append(before)
    inside = len(writing.pieces)
    writing.pieces.append(_escaped(element.text, begins=_begins(writing)))
    for child in element:
        _write(child, writing, depth + 1)
        writing.pieces.append(_escaped(child.tail, begins=_begins(writing)))
    if tag in _EMPHASIS or tag == "a":
        words = "".join(writing.pieces[inside:])
        del writing.pieces[inside - 1 :]
        writing.pieces.append(_wrapped(words, before, after))
    else:
        writing.pieces.append(after)


def _around(element: HtmlElement, tag: str) -> tuple[str, str]:
    """What stands before and after the words of an element."""
    if tag in _EMPHASIS:
        return _EMPHASIS[tag], _EMPHASIS[tag]
    if tag == "a":
        address = (element.get("href") or "").strip()
        return ("[", f"]({address.translate(_PARENTHESES)})") if is_web_address(address) else ("", "")
    if tag == "li":
        return "\n- ", ""
    if tag == "br":
        return "\n\n", ""  # one line break alone is none in Markdown
    if tag in _LISTS or tag in BLOCKS:
        return "\n\n", "\n\n"
    return "", ""


def _wrapped(words: str, before: str, after: str) -> str:
    """Words in marks, which touch them and lie within one paragraph; where they cannot, the words alone."""
    inner = words.strip()
    if not inner or not before or "\n" in inner:
        return words
    start = len(words) - len(words.lstrip())
    return f"{words[:start]}{before}{inner}{after}{words[start + len(inner) :]}"


def _begins(writing: _Writing) -> bool:
    """Whether a line begins here, so that a dash or a number would make a list."""
    last = next((piece for piece in reversed(writing.pieces) if piece), "\n")
    return last.endswith("\n")


def _escaped(text: str | None, *, begins: bool = False) -> str:
    """Words as Markdown: their white space folded, their marks escaped."""
    folded = re.sub(r"\s+", " ", text or "")
    folded = _MARKS.sub(r"\\\g<0>", folded)
    if begins:
        folded = _LEADS.sub(_escape_lead, folded.lstrip())
    return folded


def _escape_lead(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
