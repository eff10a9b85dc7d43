"""What may follow the first word of a phrase, worked out from its pattern: most that follows “a” or “the” is no time.

A rule is tried only where the text goes on as its pattern does. For this each pattern is walked once as Python's own
parser of regular expressions sees it, with the first word known, until the next sign is: its *follower*. Where a walk
cannot tell, anything may follow.

That parser has no public name: Python 3.11 to 3.14 call it `re._parser`. Where it is absent, or sees an item that the
walk does not know, anything may follow: then more rules are tried than need be, and the same is found, more slowly.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

try:
    parse: Any = import_module("re._parser").parse
except ImportError:  # pragma: no cover  no Python known today
    parse = None

__all__ = ["DIGIT", "FOLLOWER", "LETTERS", "REST", "Pattern"]

LETTERS = 3
JOINS = "-.,:/'"
_BEGUN = rf"[0-9]|[^\W\d_]{{1,{LETTERS}}}+"
FOLLOWER = rf" {{0,2}}([{JOINS}](?:{_BEGUN})?|{_BEGUN}|[^\w ])?"
"""What follows a first word in a text: the first letters of the next word, or one digit, or one other sign.

Spaces before it are left out, what joins two words is not: “two years” and “two-year” have the followers `yea` and
`-yea`. A sign tells which branch is right, and letters are not given back (`+`): every word of a text is asked this.
"""
DIGIT = "0"
"""Stands for any digit, in a first word and in a follower."""
REST = "*"
"""Stands for the rest of a word of which only the first letters are known."""
_SAME = {"AT", "ASSERT", "ASSERT_NOT"}
"""What matches no sign of its own, as the parser calls it. To ignore it only ever lets more follow."""
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_JOINS = frozenset(JOINS)
_DIGITS = re.compile("[0-9]")
_MANY = 12
"""A range of more signs than these, such as `[a-z]`, is as good as any sign."""


class _AnythingError(Exception):
    """Anything may follow."""


State = tuple[str, str]
"""How far a branch of a pattern has come: what it lacks of the first words, and what it has matched after them."""


class Pattern:
    """A pattern, to be asked what may follow its first words.

    It is walked in all its branches at once. A branch ends at its follower; what leads on is where it stands (`State`).

    Args:
        source: A regular expression.
        opens: What the words after it may begin with, where some must follow it; None where none need.
    """

    def __init__(self, source: str, opens: frozenset[str] | None = None) -> None:
        tree = parse(source) if parse else None
        self._tree: Any
        self._tree, ahead = _with_lookahead(tree) if tree else (None, False)
        self._looks_ahead = _first_lookahead(tree) if tree else None
        self._ends_a_word = opens is None and not ahead
        self._opens = opens
        self._found: set[str] = set()
        self._known: dict[tuple[int, State], tuple[set[State], set[str]]] = {}

    def followers(self, first: str) -> frozenset[str] | None:
        """What may follow the first words of a text where the pattern matches there.

        Args:
            first: The words; a digit in them stands for all, and `*` at their end for the rest of a word.

        Returns:
            Each follower, as `FOLLOWER` captures it, with `0` for a digit; None where anything may follow.
        """
        if self._tree is None:
            return None
        found = self._walk(self._tree, first, self._end)
        if self._looks_ahead is None:
            return found
        seen = self._walk(self._looks_ahead, first, lambda _missing, _rest: None)
        return seen if found is None else found if seen is None else found & seen

    def _walk(self, items: Any, first: str, end: Callable[[str, str], set[str] | None]) -> frozenset[str] | None:  # noqa: ANN401
        """What may follow the first words as far as some items tell, of which `end` says what their end leads to."""
        found: set[str] = set()
        self._found = found
        try:
            ends = self._sequence(items, {(_DIGITS.sub(DIGIT, first), "")})
        except _AnythingError:
            return None
        for missing, rest in ends:
            after = end(missing, rest)
            if after is None:
                return None
            found |= after
        return frozenset(found)

    def _end(self, missing: str, rest: str) -> set[str] | None:
        """The followers of a branch that has come to the pattern's end; None where anything may follow."""
        body = rest.strip()
        if self._opens is not None and (rest == " " or body in _JOINS):
            return {body + opening for opening in self._opens}
        return None if missing or not body or not self._ends_a_word else {body}

    def _sequence(self, items: Any, states: set[State]) -> set[State]:  # noqa: ANN401 the parser's tree has no types
        """Where all branches stand after some items of the parser's tree."""
        for op, arg in items:
            if not states:
                break
            states = self._step(op, arg, states)
        return states

    def _step(self, op: Any, arg: Any, states: set[State]) -> set[State]:  # noqa: ANN401
        if op.name in _SAME:
            return self._bounded(states) if getattr(arg, "name", "") == "AT_BOUNDARY" else states
        if op.name in _REPEATS:
            least, most, items = arg
            return self._repeat(least, most, items, states)
        if op.name == "BRANCH":
            return set().union(*(self._branches(arg[1], state) for state in states))
        if op.name == "SUBPATTERN":
            return self._sequence(arg[-1], states)
        return self._signs(_signs_of(op, arg), states)

    def _bounded(self, states: set[State]) -> set[State]:
        """Where the branches stand at a word's end: a follower that has letters ends there."""
        ended = {(missing, rest) for missing, rest in states if rest and rest[-1].isalpha()}
        self._found.update(rest.strip() for _, rest in ended)
        return states - ended

    def _branches(self, branches: Any, state: State) -> set[State]:  # noqa: ANN401
        """What a class of words leads to; behind the first words found only once, since it does not depend on them."""
        key = id(branches), state
        known = self._known.get(key)
        if known is None:
            before, self._found = self._found, set()
            known = set().union(*(self._sequence(branch, {state}) for branch in branches)), self._found
            self._found = before
            if state[0] in {"", REST}:
                self._known[key] = known
        self._found |= known[1]
        return known[0]

    def _repeat(self, least: int, most: int, items: Any, states: set[State]) -> set[State]:  # noqa: ANN401
        for _ in range(least):
            states = self._sequence(items, states)
        reached = states
        for _ in range(least, most):
            states = self._sequence(items, states) - reached
            if not states:
                break
            reached = reached | states
        return reached

    def _signs(self, signs: set[str], states: set[State]) -> set[State]:
        """Where the branches stand after any of some signs."""
        reached = set()
        for missing, rest in states:
            if missing and missing != REST:
                if missing[0] in signs:
                    reached.add((missing[1:], rest))
                continue
            for sign in signs:
                if missing and (sign.isalpha() or sign == DIGIT):
                    reached.add((missing, rest))
                elif after := self._follow(rest, sign):
                    reached.add(("", after))
        return reached

    def _follow(self, rest: str, sign: str) -> str:
        """What stands behind the first word with one more sign; nothing where that ends the follower or cannot be."""
        body = rest.strip()
        letters = body.lstrip(JOINS)
        if not body and (sign == " " or sign in _JOINS):
            return sign
        if sign.isalpha() and rest and len(letters) < LETTERS - 1:
            return rest + sign
        if sign.isalpha() or (sign == DIGIT and not letters):
            if rest:
                self._found.add(body + sign)
            return ""
        self._found.add(body or sign)
        return ""


def _with_lookahead(tree: Any) -> tuple[list[Any], bool]:  # noqa: ANN401
    """The parser's tree, with what it looks ahead to at its end as a part of it, and whether it does."""
    items = list(tree)
    while items and items[-1][0].name == "ASSERT_NOT":
        items.pop()
    ahead = bool(items) and items[-1][0].name == "ASSERT" and items[-1][1][0] > 0
    return (items[:-1] + list(items[-1][1][1]) if ahead else items), ahead


def _first_lookahead(tree: Any) -> list[Any] | None:  # noqa: ANN401
    """What a pattern looks ahead to before all else, if it does: what may follow must agree with that too."""
    op, arg = tree[0]
    return list(arg[1]) if op.name == "ASSERT" and arg[0] > 0 else None


def _signs_of(op: Any, arg: Any) -> set[str]:  # noqa: ANN401
    """The signs that an item of the parser's tree matches one of.

    Raises:
        _AnythingError: They are many.
    """
    if op.name == "LITERAL":
        return {_sign(arg)}
    if op.name == "RANGE" and arg[1] - arg[0] < _MANY:
        return set(map(_sign, range(arg[0], arg[1] + 1)))
    if op.name == "CATEGORY" and arg.name == "CATEGORY_DIGIT":
        return {DIGIT}
    if op.name == "IN":
        return set().union(*(_signs_of(*member) for member in arg))
    raise _AnythingError


def _sign(code: int) -> str:
    sign = chr(code)
    return DIGIT if sign.isdigit() else sign
