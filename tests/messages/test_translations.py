"""The files of messages: whole, filled in, and in step with the code and the templates."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from generator.messages import LANGUAGES

if TYPE_CHECKING:
    from babel.messages.catalog import Message

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "generator" / "messages"
FORMS = {"ar": 6, "de": 2, "es": 2, "fr": 2, "ru": 3, "zh": 1}
"""How many forms a noun has beside a number (Unicode CLDR, “Language Plural Rules”)."""

KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "gettext_noop": None,
    "ngettext_noop": (1, 2),
    "pgettext_noop": ((1, "c"), 2),
}
"""As `make messages` names them."""

DATE = {"day", "month", "month_number", "year", "bare_year"}
"""What each message that says a day or a month is given (`generator.dates.wording.spoken`), whatever English uses."""

translations = pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])


@pytest.fixture(scope="module")
def said() -> set[tuple[str | None, str | tuple[str, str]]]:
    """Every message of the code and the templates, with its context."""
    methods = [("**.py", "python"), ("templates/**.html", "jinja2")]
    options = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
    found = extract_from_dir(ROOT / "generator", methods, options, KEYWORDS)
    return {(context, message) for _, _, message, _, context in found}


def catalog(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file)


def messages(language: str) -> list[Message]:
    return [message for message in catalog(language) if message.id]


def names(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", text))


def of(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[1]


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def test_there_are_seven_languages():
    assert LANGUAGES == ("en", "ar", "de", "es", "fr", "ru", "zh")


@translations
def test_a_file_has_every_message_and_no_other(language, said):
    assert {(message.context, message.id) for message in messages(language)} == said
    assert not catalog(language).obsolete


@translations
def test_every_message_is_translated_for_certain(language):
    unfinished = [message.id for message in messages(language) if message.fuzzy or not all(forms(message))]

    assert unfinished == []


@translations
def test_a_noun_has_as_many_forms_as_the_language(language):
    plurals = [message for message in messages(language) if message.pluralizable]

    assert catalog(language).num_plurals == FORMS[language]
    assert {len(message.string) for message in plurals} == {FORMS[language]}


@translations
def test_a_translation_names_the_same_values(language):
    """A form for one, two or none may say the number in words; a date may be said of other parts."""
    wrong = []
    for message in messages(language):
        wanted = names(of(message))
        allowed = wanted | DATE if wanted & {"month", "day"} and message.context else wanted
        allowed = allowed | {f"first_{name}" for name in allowed if name.startswith("month")}
        for number, form in enumerate(forms(message)):
            spoken = {"number"} if message.pluralizable and number < len(forms(message)) - 1 else set()
            needed = set() if message.context else wanted - spoken
            if not needed <= names(form) <= allowed:
                wrong.append((message.id, form))
    assert wrong == []


@translations
def test_a_translation_begins_and_ends_with_white_space_or_not_as_the_message_does(language):
    apart = {"zh"}  # which sets no spaces between words
    wrong = [
        message.id
        for message in messages(language)
        for form in forms(message)
        if (form != form.strip()) != (of(message) != of(message).strip())
        and language not in apart
        and of(message) != ", "
    ]
    assert wrong == []


@translations
def test_no_sentence_is_left_in_english(language):
    same = [
        of(message) for message in messages(language) if of(message) in forms(message) and " " in of(message).strip()
    ]

    assert [text for text in same if names(text) == set()] == []
