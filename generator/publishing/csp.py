"""The Content-Security-Policy of each page: nothing from other sites, and no script that we did not put there.

The policy stands in the page itself, since a static host sends no header of ours. It comes first in the head: what
stands before it is not held to it. The theme has a few scripts in its pages; each is allowed by its fingerprint
(CSP Level 3, hash-source), so that no other script can run even where a text from an article broke out of its place.
What only a header can say, `frame-ancestors` above all, is not said.
"""

from __future__ import annotations

import base64
import hashlib
import re

__all__ = ["policy", "with_policy"]

_HEAD = re.compile(r"<head[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style[^>]*>(?P<text>.*?)</style>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"""\bsrc\s*=|\btype\s*=\s*["']?application/(?:ld\+)?json""", re.IGNORECASE)
"""What makes a script one that is not run from the page: another file, or data."""


def with_policy(html: str, *, wasm: bool = False) -> str:
    """A page with its policy; a page without a head, such as a fragment, as it is.

    Args:
        html: The whole page, as the theme made it.
        wasm: Whether it may run a program in WebAssembly of the site's own, as Pagefind is.
    """
    head = _HEAD.search(html)
    if head is None:
        return html
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(html, wasm=wasm)}">'
    return f"{html[: head.end()]}\n      {meta}{html[head.end() :]}"


def policy(html: str, *, wasm: bool = False) -> str:
    """What a page may load and run, as the value of a Content-Security-Policy.

    Args:
        html: The page, whose scripts and style sheets are allowed.
        wasm: Whether it may run a program in WebAssembly (CSP Level 3, `wasm-unsafe-eval`).
    """
    scripts = [match["text"] for match in _SCRIPT.finditer(html) if not _DATA.search(match["attributes"])]
    styles = [match["text"] for match in _STYLE.finditer(html)]
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *["'wasm-unsafe-eval'"] * wasm, *_hashes(scripts)]),
            " ".join(["style-src 'self'", *_hashes(styles)]),
            # The theme draws its icons as images within its style sheets.
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


def _hashes(texts: list[str]) -> list[str]:
    """The fingerprint of each text, once."""
    found = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return list(dict.fromkeys(f"'sha256-{each}'" for each in found))
