"""Jinja, set up so that a template can do no harm: everything is escaped, and cleaned of what escaping leaves."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.messages import Tongue, tongue
from generator.publishing.foreign import language_mark
from generator.publishing.plain_text import clean

__all__ = ["TEMPLATES", "apart", "filled", "render"]

TEMPLATES = Path(__file__).parent.parent / "templates"
"""The content of each kind of page."""


def render(template: str, words: Tongue, **values: Any) -> str:  # noqa: ANN401 a template takes any view
    """Render a template.

    Args:
        template: Its file name.
        words: The language of its own messages, which it says with `_("…", name=value)`.
        **values: What it may speak of, by name.

    Returns:
        HTML.
    """
    return _environment(words.code).get_template(template).render(values)


def filled(message: str, **values: object) -> Markup:
    """A message with values set into it, those escaped that are not yet: the message itself is ours."""
    return Markup(message).format(**values)  # noqa: S704 a message is ours


def apart(text: str) -> Markup:
    """What others wrote, set apart so that it does not turn around the sentence that it stands in."""
    return Markup("<bdi{}>{}</bdi>").format(language_mark(text), clean(text))


@functools.cache
def _environment(language: str) -> Environment:
    words = tongue(language)

    # Most messages have no value, and stand on every page: filling them is much of the work on a template.
    @functools.cache
    def constant(message: str) -> Markup:
        return filled(words.gettext(message))

    def say(message: str, **values: object) -> Markup:
        return filled(words.gettext(message), **values) if values else constant(message)

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["_"] = say
    environment.globals["apart"] = apart
    environment.globals["lang"] = language_mark
    return environment


def _finalize(value: Any) -> Any:  # noqa: ANN401 whatever an expression gives
    """Clean each text on its way out, here and nowhere else, so that no template can forget it."""
    if not isinstance(value, str):
        return value
    cleaned = clean(value)
    # Markup stays markup: it loses characters only.
    return Markup(cleaned) if isinstance(value, Markup) and cleaned is not value else cleaned  # noqa: S704
