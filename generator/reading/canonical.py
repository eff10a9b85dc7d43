"""The address of an article, as its page gives it: whole, of the page's own site, and without what tracks readers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from generator.reading.addresses import web_address

__all__ = ["canonical_url", "same_site", "without_tracking"]

TRACKING = re.compile(
    r"(?:utm|at|hsa|pk|mtm|wt|itm|_hs|vero|oly|mc)_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|igsh|ttclid"
    r"|wbraid|gbraid|cmpid|cmp|ncid|smid|smtyp|ocid|ito|xtor|ref|ref_src|ref_url|referrer|partner"
    r"|ns_\w+|s_cid|spm|from_rss|amp",
    re.IGNORECASE,
)
"""Parameters that tell where a reader came from, or in which dress the page is shown, and not which article it is."""

HOME = re.compile(r"/?(?:(?:index|home|default|start)(?:\.\w{2,5})?)?/?|/[a-z]{2}(?:-[a-z]{2})?/?", re.IGNORECASE)
"""The path of a home page, in one language or in each of several."""

SHOWN_ON = re.compile(r"^(?:www\d?|m|mobile|amp|edition|beta)\.")
"""What a host begins with that says on which device a site is shown."""

DEFAULT_PORTS = {"http": ":80", "https": ":443"}


def canonical_url(candidates: Sequence[str], bases: Sequence[str] = ()) -> str:
    """Choose the address of an article.

    The first address of the list is the article's, unless it is a home page, or lies on another site than the others:
    pages that reprint name the original's address there.

    Args:
        candidates: The addresses that the page gives itself, whole or relative, the surest first.
        bases: Whole addresses, if any, that relative ones are counted from.

    Returns:
        A whole address of http or https without fragment and tracking parameters, or an empty text.
    """
    base = next((whole for text in (*bases, *candidates) if (whole := _whole(text, ""))), "")
    urls = [url for text in candidates if (url := _whole(text, base)) and not is_home(url)]
    if not urls:
        return ""
    first, *others = urls
    if others and not any(same_site(first, other) for other in others):
        first = others[0] if len(others) > 1 or base in others else first
    return without_tracking(first)


def is_home(url: str) -> bool:
    """Whether an address is that of a site's front page."""
    parts = urlsplit(url)
    return not parts.query and HOME.fullmatch(parts.path) is not None


def same_site(one: str, other: str) -> bool:
    """Whether two addresses lie on one site, shown on any device."""
    hosts = sorted((_host(one), _host(other)), key=len)
    return hosts[0] == hosts[1] or hosts[1].endswith("." + hosts[0])


def without_tracking(url: str) -> str:
    """An address without fragment, default port and tracking parameters; host and scheme in lower case."""
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    host = parts.netloc.rsplit("@", 1)[-1].lower().removesuffix(DEFAULT_PORTS.get(scheme, " "))
    query = parts.query
    if query:
        kept = [
            (name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not TRACKING.fullmatch(name)
        ]
        query = query if len(kept) == len(parse_qsl(query, keep_blank_values=True)) else urlencode(kept)
    return urlunsplit((scheme, host, parts.path, query, ""))


def _whole(text: str, base: str) -> str:
    """A whole address of the web, or an empty text; one without a scheme (`//example.org/a`) gets https."""
    text = text.strip()
    if not text or text.startswith("#"):
        return ""
    try:
        return web_address(urljoin(base or ("https:" if text.startswith("//") else ""), text))
    except ValueError:
        return ""


def _host(url: str) -> str:
    return SHOWN_ON.sub("", (urlsplit(url).hostname or "").lower())
