"""The site's map for search engines: MkDocs' own, completed with the pages that the generator filled."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from xml.sax.saxutils import escape

from generator.publishing.links import absolute
from generator.publishing.page import Listed

__all__ = ["complete_sitemap", "compress"]

END = "</urlset>"


def complete_sitemap(sitemap: str, pages: Iterable[Listed], site_url: str) -> str:
    """Add pages to the map.

    Args:
        sitemap: The content of `sitemap.xml`.
        pages: The pages; those that search engines are not to list are left out.
        site_url: The site's address with a trailing slash. A map holds whole addresses only, so without it
            nothing is added.

    Returns:
        The new content.
    """
    if not site_url or END not in sitemap:
        return sitemap
    head, end, tail = sitemap.rpartition(END)
    return "".join([head, *(_entry(page, site_url) for page in pages if page.indexed), end, tail])


def _entry(page: Listed, site_url: str) -> str:
    changed = f"<lastmod>{page.updated.isoformat()}</lastmod>" if page.updated else ""
    return f"<url><loc>{escape(absolute(site_url, page.path))}</loc>{changed}</url>\n"


def compress(sitemap: str) -> bytes:
    """The map as `sitemap.xml.gz` holds it; without a time, so that the same map gives the same bytes."""
    return gzip.compress(sitemap.encode(), mtime=0)
