"""In which forms the timeline and its parts can be had, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    "LISTED",
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
"""What a reader can subscribe to, of the whole timeline and of most of its parts."""

DISTRIBUTED = (EVENTS_JSON, EVENTS_CSV, CITATIONS_CSV, JSON_LD, TIMELINEJS, *SUBSCRIBED)
"""What holds the events of the whole timeline."""

DOWNLOADS = (EVENTS_JSON, EVENTS_CSV, CITATIONS_CSV, JSON_LD, TIMELINEJS, OPENAPI, CITATION)
"""What there is of the whole timeline beside what a reader can subscribe to."""

SOURCES = "sources.json"
"""The document of all sources."""

LISTED: tuple[Kind, ...] = ("year", "actor", "place", "tag", "view")
"""The kinds of selections of which each has a document of its own. All sources stand in one."""

FOLLOWED: Mapping[Kind, tuple[Format, ...]] = {
    # One form alone: there may be more sources than events. Whoever quotes an article learns of corrections by it.
    "source": (ATOM,),
    **dict.fromkeys(LISTED, SUBSCRIBED),
}
"""What a reader can subscribe to of each kind of selection."""


def path_of(form: Format, selection: Selection | None = None) -> str:
    """Where a form of a selection, or of the whole timeline, stands under the site's root."""
    return f"{selection.path if selection else ''}{form.file}"


def followed(atlas: Atlas) -> Iterator[tuple[Selection | None, Format]]:
    """All that a reader can subscribe to: of the whole timeline, then kind by kind of each part in their order."""
    for form in SUBSCRIBED:
        yield None, form
    for kind, forms in FOLLOWED.items():
        for selection in atlas.selections[kind]:
            for form in forms:
                yield selection, form


def data_path(page: str) -> str:
    """Where the document of an event or a selection stands, by the path of its page: `tags/energy.json`."""
    return f"{page.removesuffix('/')}.json"


def index_path(kind: Kind) -> str:
    """Where the document of all selections of a kind stands: `tags.json`."""
    return f"{kind}s.json"


def schema_path(name: str) -> str:
    """Where the JSON Schema of a document stands, by the document's name: `schema/events.json`."""
    return f"schema/{name}.json"
