"""The document around every page for a frame: its head, and below its content the way to the site.

It is a document of its own and not the theme's: it must be small, and it must work where a frame takes its rights
away. In `sandbox=""` nothing runs, nothing opens a window, and the page's origin is opaque; with `allow-scripts` a
script runs, but may neither fetch nor keep anything, nor be a module (HTML, “Sandboxing”). So a page is whole without
its scripts, which are classic ones, and its links to pages of its own tree stay within the frame.

There are thousands of such pages, so the document is rendered once for each depth of the tree, and filled.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from generator.publishing.atlas import Atlas
from generator.publishing.embedding.addresses import FOLDER, oembed_path
from generator.publishing.plain_text import clean, language_tag
from generator.publishing.render import apart, render
from generator.publishing.shells import Demand, Shell, cut

__all__ = ["Crumb", "crumb", "framed"]

_ASSETS = "assets/dateline/embed/"
_SLOTS = {name: f"dateline-slot-{name}" for name in ("path", "title", "main", "out")}


@dataclass(frozen=True, slots=True)
class Crumb:
    """The way back to the whole timeline, within the frame: where it is, and what it is called."""

    href: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language: the language's code, and where it is."""

    language: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What the template of the document speaks of.

    Attributes:
        language: The language of what it shows.
        direction: `ltr` or `rtl`.
        policy: Its Content-Security-Policy.
        assets: The folder of its style sheet and scripts, from the page.
        title: What it is called.
        canonical: The whole address of the site's page that says the same, or empty where the site's is not known.
        oembed: The whole address of its oEmbed answer, or empty.
        alternates: The page in each language, where the site speaks several.
        site: The site's page that says the same, from this one.
        address: The address of that page as readers see it, or empty where it is not known.
        license: The licence of the data, or empty.
        main: What the page shows.
        out: What the link to the site says.
    """

    language: str
    direction: str
    policy: Markup
    assets: str
    title: str
    canonical: str
    oembed: str
    alternates: tuple[Alternate, ...]
    site: str
    address: str
    license: str
    main: str
    out: str


def framed(atlas: Atlas, path: str, title: str, main: str, out: str) -> bytes:
    """A page for a frame.

    Args:
        atlas: The timeline.
        path: Where the site's page stands that it mirrors: `events/call/`, or empty for the home page.
        title: What is shown, in words.
        main: What is shown: HTML, escaped.
        out: What the link to the site's page says.

    Returns:
        HTML in UTF-8.
    """
    depth = path.count("/")
    shell = atlas.once("frame", str(depth), lambda: _shell(atlas, depth))
    whole = atlas.timeline.timeline.title
    values = {
        "path": escape(quote(path, safe="/.-_~")),
        "title": escape(clean(title if title == whole else f"{title} – {whole}")),
        "main": main,
        "out": escape(out),
    }
    # What UTF-8 cannot say was cleaned away.
    return shell.fill(values).encode()


def crumb(atlas: Atlas, path: str) -> Crumb | None:
    """The way back to the whole timeline; None on its own page.

    Args:
        atlas: The timeline.
        path: Where the site's page stands that the page mirrors.
    """
    if not path:
        return None
    text = atlas.once("frame crumb", "", lambda: apart(atlas.timeline.timeline.title))
    return Crumb("../" * path.count("/"), text)


def _shell(atlas: Atlas, depth: int) -> Shell:
    """The document with gaps, for pages that stand so many folders below the root of their tree."""
    info, site = atlas.timeline.timeline, atlas.site
    path = _SLOTS["path"] if depth else ""
    root = "../" * (depth + 1)
    canonical = site.url + path if site.url else ""
    frame = Frame(
        language=language_tag(info.language) or atlas.language,
        direction=atlas.words.direction,
        policy=_policy(site.url),
        assets=root + site.shared + _ASSETS,
        title=_SLOTS["title"],
        canonical=canonical,
        oembed=site.url + oembed_path(path) if site.url else "",
        alternates=tuple(
            Alternate(code, "".join([root, site.shared, f"{folder}/" if folder else "", FOLDER, path]))
            for code, folder in site.languages
        ),
        site=root + path,
        address=canonical.partition("://")[2],
        license=info.license or "",
        main=_SLOTS["main"],
        out=_SLOTS["out"],
    )
    demands = {name: Demand(token) for name, token in _SLOTS.items() if depth or name != "path"}
    return cut(render("embed.html", atlas.words, frame=frame), demands, template="embed.html")


def _policy(url: str) -> Markup:
    """Nothing but the site's own style sheet, scripts and images (CSP Level 3).

    The origin of a page in a sandbox is opaque, and not every browser takes `'self'` there for where the page came
    from; so the site's origin is named too, where it is known.
    """
    parts = urlsplit(url)
    own = Markup("'self' {}://{}").format(parts.scheme, parts.netloc) if parts.netloc else Markup("'self'")
    policy = "default-src 'none'; script-src {0}; style-src {0}; img-src {0} data:; base-uri 'none'; form-action 'none'"
    return Markup(policy).format(own)  # noqa: S704 the policy is ours
