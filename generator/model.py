"""The vocabulary: a timeline, its events, and the sources that they cite. No input, no output.

This is the one declaration of the format of `events.yaml`, schema 1. The JSON Schema that editors use is generated
from it. Every key that the format will have is declared from the first day, since an unknown key is a fault and
files live for years; keys that begin with `x-` are free, and are dropped here.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)

from generator.scalars import CalendarDate, Citable, EdtfDate, Id, Text, WebAddress

__all__ = [
    "Actor",
    "Citation",
    "Correction",
    "Event",
    "Media",
    "Period",
    "PublishedBasis",
    "Related",
    "Source",
    "Timeline",
    "TimelineInfo",
    "Translation",
    "View",
]

SCHEMA: Literal[1] = 1
"""The version of the format that this module declares."""

Confidence = Literal["high", "medium", "low"]
Status = Literal["happened", "planned", "postponed", "cancelled"]
Review = Literal["accepted", "candidate", "rejected", "withdrawn"]
Level = Literal["key", "normal", "background"]


class Entry(BaseModel):
    """What every part of the file shares.

    It cannot be changed; unknown keys are faults; `x-` keys are free; a key without a value counts as left out, since
    `actors:` with nothing after it is what remains when a person deletes the last actor.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, json_schema_extra={"patternProperties": {"^x-": {}}}
    )

    @model_validator(mode="before")
    @classmethod
    def _drop_free_keys(cls, value: Any) -> Any:  # noqa: ANN401 pydantic hands over whatever the file holds
        allowed = cls.allowed_keys()
        # Nearly always nothing is to be dropped, and to copy each entry would take a fifth of the whole time.
        if isinstance(value, dict) and (None in value.values() or not value.keys() <= allowed):
            return {
                key: item
                for key, item in value.items()
                if not str(key).startswith("x-") and (item is not None or key not in allowed)
            }
        return value

    @classmethod
    @cache
    def allowed_keys(cls) -> frozenset[str]:
        """The keys that this part of the file may have, as they are written there."""
        return frozenset(field.alias or name for name, field in cls.model_fields.items())


class PublishedBasis(Entry):
    """How the publication date of a source is known."""

    method: Text = Field(description="metadata, byline, dateline, caption, weekday, given (by an option) or editor.")
    words: str | None = Field(default=None, description="The words that the date came from.")
    confidence: Confidence = Field(default="high", description="How sure the date is.")
    reason: str | None = Field(default=None, description="Why this date and no other, for an inferred one.")


class Actor(Entry):
    """A person or body that has a page of its own."""

    name: Text = Field(description="The full name.")
    aliases: tuple[Text, ...] = Field(default=(), description="Other names in the articles: Xi, the Chinese president.")
    text: str | None = Field(default=None, description="Who this is, in a sentence.")


class Source(Entry):
    """An article as the timeline cites it."""

    title: Text | None = Field(default=None, description="The headline.")
    publisher: Text | None = Field(default=None, description="Who published it: Reuters.")
    kind: Literal["article", "digest", "document"] = Field(
        default="article", description="A digest is a text in our own words: it has no quotes."
    )
    url: WebAddress | None = Field(default=None, description="May be absent: no online copy known.")
    archived: WebAddress | None = Field(default=None, description="A copy that stays: https://web.archive.org/…")
    access: Literal["free", "paywall"] = Field(default="free", description="Whether everybody can read it.")
    original: Id | None = Field(default=None, description="The source that this one reprints: not a second source.")
    language: Text | None = Field(default=None, description="The code of its language: en.")
    published: CalendarDate | None = Field(default=None, description="The day on which it was published.")
    published_basis: PublishedBasis | None = Field(default=None, description="How that day is known.")
    note: str | None = Field(default=None, description="What else readers should know of it.")


class Citation(Entry):
    """One source's support for one event."""

    source: Id = Field(description="A key under sources.")
    quote: Text | None = Field(default=None, description="Short and verbatim; never from a digest.")
    when: Text | None = Field(default=None, description="The words that gave the date.")
    from_: EdtfDate | None = Field(default=None, alias="from", description="What those words were counted from.")
    rule: Text | None = Field(default=None, description="The rule that read them.")
    date: EdtfDate | None = Field(default=None, description="What this source therefore says.")
    confidence: Confidence | None = Field(default=None, description="How sure this date is.")
    reason: str | None = Field(
        default=None, description="Why the words were read so, where they could be read otherwise."
    )
    mention: Text | None = Field(default=None, description="Fingerprint of article and sentence. Leave it as it is.")


class Correction(Entry):
    """A change to a published event that readers are told of."""

    date: CalendarDate = Field(description="The day of the change.")
    kind: Literal["correction", "clarification", "update"] = Field(
        default="correction", description="A correction was wrong before; an update was not."
    )
    text: Text = Field(description="What was wrong, and what is right.")


class Related(Entry):
    """Another event that this one stands to in a named relation."""

    id: Id = Field(description="The other event.")
    as_: Literal["outcome", "follows", "part-of"] = Field(
        alias="as", description="What the other event is to this one: what came of it, what it follows, its whole."
    )


class Media(Entry):
    """An image."""

    file: Text = Field(description="The image's file, from the folder of the site's pages.")
    alt: Text = Field(description="What it shows, for those who do not see it.")
    credit: str | None = Field(default=None, description="Who made it.")
    license: str | None = Field(default=None, description="The licence that allows to show it: CC-BY-4.0.")


class Translation(Entry):
    """An event's words in another language."""

    title: Text = Field(description="The event's title in that language.")
    summary: str | None = Field(default=None, description="Its summary in that language.")
    date: CalendarDate | None = Field(
        default=None, description="The day on which it was made: what was corrected later is not in it."
    )


class Event(Entry):
    """One entry of the timeline."""

    id: Id | None = Field(default=None, description="Permanent. Left out, `dateline check --fix` writes one.")
    date: EdtfDate | None = Field(default=None, description="When it happened, as precisely as the sources say.")
    time: Text | None = Field(default=None, description='Local time and zone: "13:00 Europe/Moscow".')
    title: Text | None = Field(default=None, description="What happened, as a short headline.")
    summary: str | None = Field(default=None, description="One to three sentences. Markdown, no HTML.")
    status: Status = Field(default="happened", description="Planned is not happened.")
    review: Review = Field(default="accepted", description="What people decided; only accepted events are published.")
    reason: str | None = Field(default=None, description="Why it was rejected or withdrawn.")
    disputed: str | None = Field(default=None, description="What sources or parties contest, in a sentence.")
    attributed_to: str | None = Field(default=None, description="Whose account this is.")
    response: str | None = Field(default=None, description="What a party says in reply.")
    level: Level = Field(default="normal", description="Key events are shown larger, background ones smaller.")
    actors: tuple[Text, ...] = Field(default=(), description="Who took part: keys under actors, or names.")
    places: tuple[Text, ...] = Field(default=(), description="Where it happened.")
    tags: tuple[Text, ...] = Field(default=(), description="What it is about.")
    related: tuple[Related, ...] = Field(default=(), description="Other events that it stands to in a relation.")
    media: Media | None = Field(default=None, description="An image.")
    translations: dict[str, Translation] = Field(
        default_factory=dict, description="Its words in other languages, by the language's code."
    )
    source: Citable | None = Field(
        default=None, description="Short for one citation: a web address, or a key under sources."
    )
    citations: tuple[Citation, ...] = Field(default=(), description="The sources that support it.")
    corrections: tuple[Correction, ...] = Field(default=(), description="Changes since it was published.")
    aliases: tuple[Id, ...] = Field(default=(), description="Ids that it used to have; each redirects here.")
    uid: Id | None = Field(
        default=None,
        description="The id under which it was published, where it has another now: feeds know it by this.",
    )
    added: CalendarDate | None = Field(default=None, description="The day on which it came into this file.")

    @property
    def published(self) -> bool:
        """Whether the event stands on the public timeline."""
        return self.review == "accepted"


class TimelineInfo(Entry):
    """What the timeline says of itself."""

    title: Text = Field(default="Timeline", description="The title of the site's first page.")
    language: Text = Field(default="en", description="The code of the language that the timeline is in.")
    license: str | None = Field(default=None, description="The licence of the data: CC-BY-4.0.")
    scope: str | None = Field(default=None, description="What is in, what is not, and who decides.")
    contact: str | None = Field(default=None, description="Where to write to: an address on the web or for mail.")
    text: str | None = Field(default=None, description="One sentence under the title.")


class Period(Entry):
    """A stretch of time that the timeline names."""

    title: Text = Field(description="What the stretch of time is called.")
    from_: EdtfDate = Field(alias="from", description="When it begins.")
    to: EdtfDate = Field(description="When it ends.")
    text: str | None = Field(default=None, description="What it was, in a sentence.")


class View(Entry):
    """A named part of the timeline, with a page, a feed and an embed of its own."""

    id: Id = Field(description="Permanent: a part of its page's address.")
    title: Text = Field(description="What the part of the timeline is called.")
    text: str | None = Field(default=None, description="What is in it, in a sentence.")
    tags: tuple[Text, ...] = Field(default=(), description="Events with one of these tags.")
    actors: tuple[Text, ...] = Field(default=(), description="Events with one of these actors.")
    places: tuple[Text, ...] = Field(default=(), description="Events in one of these places.")
    from_: EdtfDate | None = Field(default=None, alias="from", description="Events from this date on.")
    to: EdtfDate | None = Field(default=None, description="Events up to this date.")


class Timeline(Entry):
    """The whole of `events.yaml`."""

    # A number to editors, text to the loader.
    schema_: Annotated[Literal[1], WithJsonSchema({"enum": [SCHEMA, str(SCHEMA)]})] = Field(
        default=SCHEMA, alias="schema", description="The version of the format."
    )
    timeline: TimelineInfo = Field(default=TimelineInfo(), description="Its title, language, licence and scope.")
    actors: dict[Id, Actor] = Field(default_factory=dict, description="Who has a page, by a short key of your own.")
    sources: dict[Id, Source] = Field(default_factory=dict, description="The articles that events cite, by their keys.")
    events: tuple[Event, ...] = Field(default=(), description="The events, oldest first.")
    periods: tuple[Period, ...] = Field(default=(), description="Stretches of time with a name.")
    views: tuple[View, ...] = Field(default=(), description="Named parts, each with a page, a feed and an embed.")

    @model_validator(mode="before")
    @classmethod
    def _schema_as_number(cls, value: Any) -> Any:  # noqa: ANN401 pydantic hands over whatever the file holds
        # The loader hands over scalars as text.
        if isinstance(value, dict) and value.get("schema") == str(SCHEMA):
            return {**value, "schema": SCHEMA}
        return value

    @cached_property
    def by_id(self) -> dict[str, Event]:
        """Events by id, and by each id that they used to have."""
        known = {alias: event for event in self.events for alias in event.aliases}
        return known | {event.id: event for event in self.events if event.id}
