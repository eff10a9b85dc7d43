"""Messages: what the site says of its own accord, in the reader's language.

A language is one file here, `es.po` for Spanish: gettext's format, which translators' tools know. The messages in the
code and the templates are English and are their own keys; `make messages` brings the files up to date with them.
"""

from __future__ import annotations

from generator.messages.tongue import LANGUAGES, Tongue, gettext_noop, ngettext_noop, pgettext_noop, tongue

__all__ = ["LANGUAGES", "Tongue", "gettext_noop", "ngettext_noop", "pgettext_noop", "tongue"]
