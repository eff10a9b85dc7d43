"""In which forms the timeline and its parts can be had, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.messages import gettext_noop
from generator.publishing.atlas import Atlas
from generator.publishing.selection import Kind, Selection

__all__ = [
    "ATOM",
    "CALENDAR",
    "CITATION",
    "CITATIONS_CSV",
    "CORRECTIONS",
    "DISTRIBUTED",
    "DOWNLOADS",
    "EVENTS_CSV",
    "EVENTS_JSON",
    "FOLLOWED",
    "JSON_FEED",
    "JSON_LD",
    "OPENAPI",
    "SOURCES",
    "SUBSCRIBED",
    "TIMELINEJS",
    "Format",
    "data_path",
    "followed",
    "index_path",
    "path_of",
    "schema_path",
]


@dataclass(frozen=True, slots=True)
class Format:
    """One form of the data.

    Attributes:
        file: The name of its file, in the site's root or in the folder of a selection's page.
        media_type: Its media type (RFC 6838), without parameters.
        label: What a link to it says: a message.
    """

    file: str
    media_type: str
    label: str


ATOM = Format("feed.xml", "application/atom+xml", gettext_noop("Atom feed"))
JSON_FEED = Format("feed.json", "application/feed+json", gettext_noop("JSON feed"))
CORRECTIONS = Format("corrections.xml", "application/atom+xml", gettext_noop("Feed of corrections"))
CALENDAR = Format("calendar.ics", "text/calendar", gettext_noop("Calendar"))
EVENTS_JSON = Format("events.json", "application/json", gettext_noop("Events as data (JSON)"))
EVENTS_CSV = Format("events.csv", "text/csv", gettext_noop("Events as a table (CSV)"))
CITATIONS_CSV = Format("citations.csv", "text/csv", gettext_noop("Citations as a table (CSV)"))
JSON_LD = Format("events.jsonld", "application/ld+json", gettext_noop("Events as linked data (JSON-LD)"))
TIMELINEJS = Format("timelinejs.json", "application/json", gettext_noop("For TimelineJS"))
OPENAPI = Format("openapi.json", "application/json", gettext_noop("Description of all data (OpenAPI)"))
CITATION = Format("CITATION.cff", "application/yaml", gettext_noop("How to cite it (CITATION.cff)"))

SUBSCRIBED = (ATOM, JSON_FEED, CALENDAR)
"""What a reader can subscribe to, of the whole timeline and of each part that is followed."""

DISTRIBUTED = (EVENTS_JSON, EVENTS_CSV, CITATIONS_CSV, JSON_LD, TIMELINEJS, *SUBSCRIBED)
"""What holds the events of the whole timeline."""

DOWNLOADS = (EVENTS_JSON, EVENTS_CSV, CITATIONS_CSV, JSON_LD, TIMELINEJS, OPENAPI, CITATION)
"""What there is of the whole timeline beside what a reader can subscribe to."""

SOURCES = "sources.json"
"""The document of all sources."""

FOLLOWED: tuple[Kind, ...] = ("year", "actor", "place", "tag", "view")
"""The kinds of selections that can be followed. Not sources: there are as many as events, and an article is over."""


def path_of(form: Format, selection: Selection | None = None) -> str:
    """Where a form of a selection, or of the whole timeline, stands under the site's root."""
    return f"{selection.path if selection else ''}{form.file}"


def followed(atlas: Atlas) -> Iterator[Selection]:
    """Each part of the timeline that can be followed, kind by kind, in their order."""
    for kind in FOLLOWED:
        yield from atlas.selections[kind]


def data_path(page: str) -> str:
    """Where the document of an event or a selection stands, by the path of its page: `tags/energy.json`."""
    return f"{page.removesuffix('/')}.json"


def index_path(kind: Kind) -> str:
    """Where the document of all selections of a kind stands: `tags.json`."""
    return f"{kind}s.json"


def schema_path(name: str) -> str:
    """Where the JSON Schema of a document stands, by the document's name: `schema/events.json`."""
    return f"schema/{name}.json"
