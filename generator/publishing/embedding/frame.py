"""What every page for a frame has around its content: its head, the way back, and the way to the site.

Such a page has a document of its own and not the theme's: it must be small, and it must work where a frame takes its
rights away. In `sandbox=""` nothing runs, nothing opens a window, and the page's origin is opaque; with
`allow-scripts` a script runs, but may neither fetch nor keep anything, nor be a module (HTML, “Sandboxing”). So a page
is whole without its script, which is a classic one, and its links to pages of its own tree stay within the frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.publishing.atlas import Atlas
from generator.publishing.embedding.addresses import embed_path, oembed_path
from generator.publishing.links import absolute, relative, root
from generator.publishing.plain_text import language_tag

__all__ = ["Alternate", "Frame", "frame"]

_ASSETS = "assets/dateline/embed/"


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language: the language's code, and where it is."""

    language: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What the template of every page for a frame speaks of.

    Attributes:
        language: The language of what it shows.
        direction: `ltr` or `rtl`.
        policy: Its Content-Security-Policy.
        title: The document's title, plain text.
        assets: The folder of its style sheet and scripts, from the page.
        canonical: The whole address of the site's page that says the same, or empty where the site's is not known.
        oembed: The whole address of its oEmbed answer, or empty.
        alternates: The page in each language, where the site speaks several.
        timeline: The timeline's title.
        home: The frame's page of the whole timeline; empty on that page itself.
        site: The site's page that says the same, from this one.
        address: The address of that page as readers see it, or empty where it is not known.
        license: The licence of the data, or empty.
    """

    language: str
    direction: str
    policy: Markup
    title: str
    assets: str
    canonical: str
    oembed: str
    alternates: tuple[Alternate, ...]
    timeline: str
    home: str
    site: str
    address: str
    license: str


def frame(atlas: Atlas, path: str, title: str) -> Frame:
    """What surrounds a page for a frame.

    Args:
        atlas: The timeline.
        path: Where the site's page stands that it mirrors: `events/call/`, or empty for the home page.
        title: What is shown, in words.
    """
    here, site = embed_path(path), atlas.site
    whole = atlas.timeline.timeline.title
    canonical = absolute(site.url, path) if site.url else ""
    language = language_tag(atlas.timeline.timeline.language) or atlas.language
    return Frame(
        language=language,
        direction=atlas.words.direction,
        policy=atlas.once("frame policy", "", lambda: _policy(site.url)),
        title=title if title == whole else f"{title} – {whole}",
        assets=root(here) + site.shared + _ASSETS,
        canonical=canonical,
        oembed=absolute(site.url, oembed_path(path)) if site.url else "",
        alternates=tuple(
            Alternate(code, root(here) + site.shared + (f"{folder}/" if folder else "") + relative("", here))
            for code, folder in site.languages
        ),
        timeline=whole,
        home=relative(path, "") if path else "",
        site=relative(here, path),
        address=canonical.partition("://")[2],
        license=atlas.timeline.timeline.license or "",
    )


def _policy(url: str) -> Markup:
    """Nothing but the site's own style sheet, scripts and images (CSP Level 3).

    The origin of a page in a sandbox is opaque, and not every browser takes `'self'` there for where the page came
    from; so the site's origin is named too, where it is known.
    """
    parts = urlsplit(url)
    own = Markup("'self' {}://{}").format(parts.scheme, parts.netloc) if parts.netloc else Markup("'self'")
    policy = "default-src 'none'; script-src {0}; style-src {0}; img-src {0}; base-uri 'none'; form-action 'none'"
    return Markup(policy).format(own)  # noqa: S704 the policy is ours
