"""Addresses of articles: a page's own address is http or https, or it is not an address."""

from __future__ import annotations

from generator.scalars import is_web_address

__all__ = ["web_address"]


def web_address(text: object) -> str:
    """Take an address of the web.

    Args:
        text: What stands where an address is expected.

    Returns:
        The address, or an empty text for anything else, such as `javascript:` or a path.
    """
    address = str(text or "").strip()
    return address if is_web_address(address) else ""
