"""A tongue: the messages of one language, its plurals, its numbers and its direction."""

from __future__ import annotations

import functools
import gettext
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

__all__ = ["LANGUAGES", "Tongue", "gettext_noop", "ngettext_noop", "pgettext_noop", "tongue"]

_FOLDER = Path(__file__).parent

LANGUAGES: tuple[str, ...] = ("en", *sorted(path.stem for path in _FOLDER.glob("*.po")))
"""The languages that the site speaks: English, and one for each file of messages."""


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """One language.

    Attributes:
        code: Its code (ISO 639-1), which is also its Unicode locale.
        catalog: Its messages.
        direction: In which direction it is written.
    """

    code: str
    catalog: gettext.NullTranslations
    direction: Literal["ltr", "rtl"] = "ltr"

    def gettext(self, message: str, /, **values: Any) -> str:  # noqa: ANN401 whatever can be said
        """A message in this language.

        Args:
            message: The English message, with a name in braces for each value: `since {date}`.
            **values: The values.

        Returns:
            The text; in English where the language's file lacks it.
        """
        return _filled(self.catalog.gettext(message), values)

    def pgettext(self, context: str, message: str, /, **values: Any) -> str:  # noqa: ANN401 whatever can be said
        """A message that has another meaning elsewhere: the context says where it stands."""
        return _filled(self.catalog.pgettext(context, message), values)

    def ngettext(self, one: str, many: str, number: int, /, **values: Any) -> str:  # noqa: ANN401 whatever can be said
        """A message that depends on a number, which it names as `{number}`: “1 event”, “10,000 events”."""
        return _filled(self.catalog.ngettext(one, many, number), {"number": self.number(number), **values})

    def number(self, number: int) -> str:
        """A whole number, its thousands set apart as the language does."""
        if abs(number) < 1000:
            return str(number)
        from babel.numbers import format_decimal  # slow to load, and few numbers are so great

        return format_decimal(number, locale=self.code)

    def percent(self, share: float) -> str:
        """A share of 1 as a whole number of per cent."""
        from babel.numbers import format_percent  # slow to load, and said on few pages

        return format_percent(share, locale=self.code)

    def join(self, words: Sequence[str]) -> str:
        """Names in a row: “AP”, “AP and Reuters”, “AP, Reuters and EFE”."""
        *first, last = words or ("",)
        if not first:
            return last
        return self.gettext("{first} and {last}", first=self.gettext(", ").join(first), last=last)


def gettext_noop(message: str) -> str:
    """Mark a message of a table for translation where it stands; it is translated where it is said."""
    return message


def ngettext_noop(one: str, many: str) -> tuple[str, str]:
    """Mark a message of a table that depends on a number."""
    return one, many


def pgettext_noop(context: str, message: str) -> str:  # noqa: ARG001 the context is for whoever looks for messages
    """Mark a message of a table that stands in a context."""
    return message


def _filled(text: str, values: dict[str, Any]) -> str:
    return text.format(**values) if values else text


@functools.cache
def tongue(language: str) -> Tongue:
    """The tongue of a language.

    Args:
        language: A language's tag (BCP 47), such as `es` or `pt-BR`.

    Returns:
        The tongue of the language; English where there is no file of its messages.
    """
    code = language.partition("-")[0].lower()
    if code == "en" or code not in LANGUAGES:
        return Tongue("en", gettext.NullTranslations())
    from babel import Locale

    return Tongue(code, _catalog(_FOLDER / f"{code}.po"), "rtl" if Locale(code).text_direction == "rtl" else "ltr")


def _catalog(path: Path) -> gettext.GNUTranslations:
    """The messages of a file, in the form that the standard library looks them up in."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
