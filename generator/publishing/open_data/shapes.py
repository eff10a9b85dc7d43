"""The shapes of the API's documents, declared once: their JSON Schemas and the OpenAPI file are made from here.

Nothing is built from these models, so that a document costs no more than its text; the tests hold every document
against them, with no key beyond. What is published says nothing of other keys: they may come.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.model import Confidence, Level, Review, Status

__all__ = ["DOCUMENTS", "EventDocument", "EventsDocument", "IndexDocument", "SourcesDocument"]

Day = Annotated[
    str,
    Field(
        pattern=r"^([0-9]{4}|[+-][0-9]{6,})-[0-9]{2}-[0-9]{2}$",
        description="A day (ISO 8601); years before 0 and beyond 9999 with a sign and six digits or more.",
        examples=["2022-12-30", "-000043-03-15"],
    ),
]
Edtf = Annotated[str, Field(description="A date (EDTF).", examples=["2022-12-30", "2022-02~", "2022-03/2022-05"])]
Address = Annotated[
    str,
    Field(
        json_schema_extra={"format": "uri-reference"},
        description="A whole address where the site's is known, else relative to the site's root.",
    ),
]


class Shape(BaseModel):
    """What all shapes share: keys are written as in the documents, and one without a value is left out."""

    model_config = ConfigDict(use_attribute_docstrings=False)


class NamedActor(Shape):
    """An actor as an event names it."""

    name: str = Field(description="The name.")
    key: str = Field(default="", description="Its key in `actors`; absent for whoever has no page.")


class RelatedEvent(Shape):
    """Another event that is shown."""

    id: str = Field(description="The other event.")
    as_: Literal["outcome", "follows", "part-of"] = Field(alias="as", description="What the other is to this one.")


class CitationRecord(Shape):
    """One source's support for an event."""

    source: str = Field(description="The source's key in `sources`.")
    quote: str = Field(default="", description="Short and verbatim.")
    when: str = Field(default="", description="The words that gave the date.")
    from_: Edtf = Field(default="", alias="from", description="What those words were counted from (EDTF).")
    rule: str = Field(default="", description="The rule that read them.")
    date: Edtf = Field(default="", description="What this source therefore says (EDTF).")
    confidence: Confidence = Field(default="high", description="How sure this date is.")
    reason: str = Field(default="", description="Why the words were read so.")


class CorrectionRecord(Shape):
    """A change to a published event that readers were told of."""

    date: Day = Field(description="The day of the change.")
    kind: Literal["correction", "clarification", "update"] = Field(
        description="A correction was wrong before; an update was not."
    )
    text: str = Field(description="What was wrong, and what is right.")


class EventRecord(Shape):
    """An event."""

    id: str = Field(description="Permanent.", examples=["2022-12-30-putin-xi-video-call"])
    url: Address = Field(description="Its page.")
    date: Edtf = Field(default="", description="When it happened, as precisely as the sources say (EDTF).")
    date_text: str = Field(default="", description="The same in words of the document's language.")
    earliest: Day = Field(default="", description="The first day that the date may mean; absent at an open end.")
    latest: Day = Field(default="", description="The last such day.")
    time: str = Field(default="", description="Local time and zone.")
    title: str = Field(default="", description="What happened, as a short headline.")
    summary: str = Field(default="", description="One to three sentences. Markdown, no HTML.")
    status: Status = Field(default="happened", description="Planned is not happened.")
    level: Level = Field(default="normal", description="How important it is.")
    review: Review = Field(
        description="accepted; candidate where a site shows those; withdrawn, with no more than id, url and updated."
    )
    attributed_to: str = Field(default="", description="Whose account this is.")
    disputed: str = Field(default="", description="What sources or parties contest.")
    response: str = Field(default="", description="What a party says in reply.")
    actors: list[NamedActor] = Field(default=[], description="Who took part.")
    places: list[str] = Field(default=[], description="Where it happened.")
    tags: list[str] = Field(default=[], description="What it is about.")
    related: list[RelatedEvent] = Field(default=[], description="Other events that it stands to in a relation.")
    independent_sources: int = Field(default=0, ge=0, description="How many sources, reprints of one story being one.")
    citations: list[CitationRecord] = Field(default=[], description="The sources that support it.")
    corrections: list[CorrectionRecord] = Field(default=[], description="Changes since it was published.")
    aliases: list[str] = Field(default=[], description="Ids that it used to have.")
    added: Day = Field(default="", description="The day on which it was added.")
    updated: Day = Field(description="The day since which it is as it is; 1970-01-01 where that is not known.")


class PublishedBasisRecord(Shape):
    """How the publication date of a source is known."""

    method: str = Field(description="metadata, byline, dateline, caption, weekday, given or editor.")
    words: str = Field(default="", description="The words that the date came from.")
    confidence: Confidence = Field(default="high", description="How sure the date is.")
    reason: str = Field(default="", description="Why this date and no other.")


class SourceRecord(Shape):
    """An article as the timeline cites it."""

    page: Address = Field(description="Its page on this site.")
    title: str = Field(default="", description="The headline.")
    publisher: str = Field(default="", description="Who published it.")
    kind: Literal["article", "digest", "document"] = Field(description="A digest is a text in our own words.")
    url: Address = Field(default="", description="Where it stands; absent where no online copy is known.")
    archived: Address = Field(default="", description="A copy that stays.")
    access: Literal["free", "paywall"] = Field(description="Whether everybody can read it.")
    original: str = Field(default="", description="The source that this one reprints.")
    language: str = Field(default="", description="The code of its language.")
    published: Day = Field(default="", description="The day on which it was published.")
    published_basis: PublishedBasisRecord | None = Field(default=None, description="How that day is known.")
    note: str = Field(default="", description="What else readers should know of it.")


class ListedSource(SourceRecord):
    """A source with the events that cite it."""

    events: list[str] = Field(description="Their ids, in the order of the timeline.")


class ActorRecord(Shape):
    """A person or body that has a page."""

    page: Address = Field(description="Its page on this site.")
    name: str = Field(description="The full name.")
    aliases: list[str] = Field(default=[], description="Other names.")
    text: str = Field(default="", description="Who this is.")


class SelectionRecord(Shape):
    """Which part of the timeline a document holds."""

    kind: Literal["year", "actor", "place", "tag", "view"] = Field(description="What its events have in common.")
    key: str = Field(description="What it is known by among its kind.")
    title: str = Field(description="What it is called.")
    text: str = Field(default="", description="What it is, in a sentence.")


class TimelineRecord(Shape):
    """The timeline that an event is from."""

    title: str = Field(description="Its title.")
    url: Address = Field(default="", description="Its site.")


class Document(Shape):
    """What every document begins with."""

    schema_: Address = Field(alias="$schema", description="The JSON Schema of this document.")
    version: Literal[1] = Field(description="The version of the shape: it goes up when a key goes or changes.")
    license: str = Field(default="", description="The licence of the data, by its SPDX name as a rule.")
    language: str = Field(description="The code of the language.")
    data_version: str = Field(
        pattern="^[0-9a-f]{12}$", description="While it is the same, nothing of the document's data has changed."
    )


class EventDocument(Document):
    """One event, with what it cites."""

    timeline: TimelineRecord = Field(description="The timeline that it is from.")
    event: EventRecord = Field(description="The event. Asked for by an id that it used to have, it has its new one.")
    sources: dict[str, SourceRecord] = Field(description="The sources that it cites, by key.")
    actors: dict[str, ActorRecord] = Field(description="Those of its actors that have a page, by key.")


class EventsDocument(Document):
    """The events of the timeline, or of a part of it."""

    title: str = Field(description="The timeline's title.")
    scope: str = Field(default="", description="What is in, what is not, and who decides.")
    url: Address = Field(default="", description="The page that shows the same events.")
    generated: Day = Field(default="", description="The day on which the site was built; of the whole timeline only.")
    selection: SelectionRecord | None = Field(default=None, description="Which part of the timeline it is.")
    updated: Day = Field(description="The day of the last change of an event in it.")
    events: list[EventRecord] = Field(description="In the order of the timeline, those without a date last.")
    sources: dict[str, SourceRecord] = Field(description="The sources that they cite, by key.")
    actors: dict[str, ActorRecord] = Field(description="Those of their actors that have a page, by key.")


class SourcesDocument(Document):
    """Every source that an event cites."""

    sources: dict[str, ListedSource] = Field(description="The sources, by key.")


class IndexItem(Shape):
    """A part of the timeline."""

    key: str = Field(description="What it is known by among its kind.")
    title: str = Field(description="What it is called.")
    text: str = Field(default="", description="What it is, in a sentence.")
    events: int = Field(ge=1, description="How many events it has.")
    url: Address = Field(description="Its page.")
    data: Address = Field(description="Its document.")
    updated: Day = Field(description="The day of the last change of an event in it.")


class IndexDocument(Document):
    """The parts of one kind that the timeline has."""

    kind: Literal["year", "actor", "place", "tag", "view"] = Field(description="The kind.")
    items: list[IndexItem] = Field(description="Years in their order, views in that of the file, others by their keys.")


DOCUMENTS: dict[str, type[Document]] = {
    "events": EventsDocument,
    "event": EventDocument,
    "sources": SourcesDocument,
    "index": IndexDocument,
}
"""The documents, by the names of their schemas."""
