"""Jinja, set up so that a template can do no harm: everything is escaped, and cleaned of what escaping leaves.

A site has several pages for each event, and Jinja is most of the work on them. So what it does for each value is done
here in less: escaping (`_escape`), filling messages (`filled`), and cleaning, which is done once for a whole page.
"""

from __future__ import annotations

import functools
import re
import string
from collections.abc import Callable, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup, escape

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
    html = _template(words.code, template).render(values)
    # What a template is made of is clean: only a text that it was given can be what makes the page another. A line's
    # end is not printable.
    return html if html.replace("\n", "").isprintable() else clean(html)


def filled(message: str, **values: object) -> Markup:
    """A message with values set into it, those escaped that are not yet: the message itself is ours."""
    pieces = _pieces(message)
    if pieces is None:
        return Markup(message).format(**values)  # noqa: S704 a message is ours
    return Markup("".join([f"{text}{_escape(values[name]) if name else ''}" for text, name in pieces]))  # noqa: S704 it is escaped


def apart(text: str) -> Markup:
    """What others wrote, set apart so that it does not turn around the sentence that it stands in."""
    return Markup(f"<bdi{language_mark(text)}>{_escape(clean(text))}</bdi>")  # noqa: S704 it is escaped


@functools.cache
def _pieces(message: str) -> tuple[tuple[str, str], ...] | None:
    """The texts of a message, each with the name of the value behind it; None where a value is more than a name."""
    found = []
    for text, name, form, conversion in string.Formatter().parse(message):
        if name is not None and (form or conversion or not name.isidentifier()):
            return None
        found.append((text, name or ""))
    return tuple(found)


_SIGNS = re.compile("[&<>'\"]")


def _escape(value: object) -> str:
    """A value as it stands in HTML.

    The same text as the library's `escape` gives, which makes it a `Markup` each time: here it is only joined.
    """
    if type(value) is str and not _SIGNS.search(value):
        return value
    return value if isinstance(value, Markup) else escape(value)


class _Template(Template):
    """A template that escapes by our function."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 the library's name
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """A template from its compiled code, in whose module `escape` is a name like any other."""
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = _escape
        return made

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 the library's signature
        """What others import: always the same, as no template is given globals of its own, which are looked through."""
        return super()._get_default_module()


class _Loader(FileSystemLoader):
    """Reads templates with their messages said, but for those with a value: it costs less than a call on each page."""

    def __init__(self, words: Tongue) -> None:
        """Read them for a language."""
        super().__init__(TEMPLATES)
        self._words = words

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """A template's text."""
        source, name, uptodate = super().get_source(environment, template)
        return _MESSAGE.sub(self._said, source), name, uptodate

    def _said(self, match: re.Match[str]) -> str:
        message = match["message"]
        text = filled(self._words.gettext(message))
        return match[0] if "{" in text else text


_MESSAGE = re.compile(r'\{\{ _\("(?P<message>[^"\\]*)"\) \}\}')


@functools.cache
def _template(language: str, name: str) -> Template:
    return _environment(language).get_template(name)


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
        loader=_Loader(words),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.template_class = _Template
    environment.globals["_"] = say
    environment.globals["apart"] = apart
    environment.globals["lang"] = language_mark
    return environment
