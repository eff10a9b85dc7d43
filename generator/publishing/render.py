"""Jinja, set up so that a template can do no harm: everything is escaped, and cleaned of what escaping leaves."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.publishing.plain_text import clean

__all__ = ["TEMPLATES", "render"]

TEMPLATES = Path(__file__).parent.parent / "templates"
"""The content of each kind of page."""


def render(template: str, **values: Any) -> str:  # noqa: ANN401 a template takes any view
    """Render a template.

    Args:
        template: Its file name.
        **values: What it may speak of, by name.

    Returns:
        HTML.
    """
    return _environment().get_template(template).render(values)


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _finalize(value: Any) -> Any:  # noqa: ANN401 whatever an expression gives
    """Clean each text on its way out, here and nowhere else, so that no template can forget it."""
    if not isinstance(value, str):
        return value
    cleaned = clean(value)
    # Markup stays markup: it loses characters only.
    return Markup(cleaned) if isinstance(value, Markup) and cleaned is not value else cleaned  # noqa: S704
