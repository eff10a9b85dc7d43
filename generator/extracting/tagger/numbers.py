"""Numbers as news writes them: “14”, “1,460”, “twenty-five”, “two and a half”, “half a”."""

from __future__ import annotations

import re

from generator.extracting.tagger.language import Language

__all__ = ["IN_OTHER_UNITS", "duration_value", "number", "ordinal"]

IN_OTHER_UNITS = {"FN": ("D", 14), "DE": ("Y", 10)}
"""Units that are counted in others: a fortnight is 14 days, a decade 10 years."""

_FIXED = {"a hundred": 100.0, "a thousand": 1000.0, "a dozen": 12.0, "half a": 0.5, "half an": 0.5}
_AND = re.compile(r"[ -]and[ -]")


def number(words: str, language: Language) -> float:
    """The number that the words say.

    Args:
        words: Words that the class `number` matched, in lower case.
        language: Whose words.

    Returns:
        The number.

    Raises:
        KeyError: A word is no number.
    """
    whole, _, half = _AND.sub(" and ", " ".join(words.split())).partition(" and ")
    if whole in (counted := language.words.get("number_word", {})):
        return float(str(counted[whole]))
    if half:
        return number(whole, language) + 0.5
    if whole[0].isdigit():
        return float(whole.replace(language.thousands, "").replace(",", "."))
    if whole in _FIXED:
        return _FIXED[whole]
    if whole.endswith(" hundred"):
        return 100 * number(whole.removesuffix(" hundred"), language)
    total = 0
    for word in re.split("[- ]", whole):
        total += next(
            language.meaning(name, word) for name in ("tens", "teens", "ones") if word in language.words[name]
        )
    return float(total)


def _amount(value: float) -> str:
    """A number as TIMEX3 writes it: `2`, `2.5`."""
    return f"{value:g}" if value < 1e6 else str(int(value))


def ordinal(words: str, language: Language) -> int:
    """The number that “third”, “3rd” or “twenty-first” says."""
    return int(re.sub(r"\D", "", words)) if words[0].isdigit() else language.meaning("ordinal_word", words)


def duration_value(count: float | None, code: str) -> str:
    """The TIMEX3 value of a duration: `P2D`, `PT3H`, `PXY`."""
    if code in IN_OTHER_UNITS and count is not None:
        code, factor = IN_OTHER_UNITS[code]
        count *= factor
    if code == "CE" and count is not None and count != int(count):
        code, count = "Y", 100 * count
    how_many = "X" if count is None else _amount(count)
    if code == "S":
        return f"P{how_many}SP"
    return f"PT{how_many}{code[1]}" if code.startswith("T") and len(code) == 2 else f"P{how_many}{code}"
