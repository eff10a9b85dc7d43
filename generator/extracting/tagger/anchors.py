"""One pattern for all words that can begin an expression, so that a text's other words cost next to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.extracting.tagger.followers import FOLLOWER

__all__ = ["pattern"]

FIGURE = r"(?:(?<=[0-9])(?=[.,:/-][0-9])((?:[./-][0-9]{1,2})?[.,:/-][0-9]{1,4})(?![^\W_]))?"
"""How digits go on to more of them: “2,000”, “12:30”, “3/4/2020”."""

Trie = dict[str, "Trie"]


def pattern(words: Iterable[str]) -> str:
    """A regular expression that captures one of the words, or any that begins with a digit, and what follows it.

    The words are written as a tree of their letters, so that a word that is none of them is known after two or three.

    Args:
        words: Words in lower case.

    Returns:
        The regular expression, with three groups: the word, the rest of the figure it begins (`FIGURE`), and what
        follows (`followers.FOLLOWER`).
    """
    root: Trie = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return rf"([0-9][^\W_]*|{_source(root)})(?![^\W_]){FIGURE}{FOLLOWER}"


def _source(node: Trie) -> str:
    branches = [re.escape(letter) + _source(rest) for letter, rest in sorted(node.items()) if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if "" in node else joined
