"""Whether addresses still lead somewhere, and where a copy stands of those that do not."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlencode

from generator.errors import FetchError, RobotsError
from generator.fetching.exchange import PassingError
from generator.fetching.guard import Resolver, system_resolver
from generator.fetching.settings import Clock, Options
from generator.fetching.visitor import Visitor
from generator.fetching.web_address import WebAddress, parse

__all__ = ["ARCHIVE", "Link", "Standing", "look_at"]

ARCHIVE = "https://archive.org/wayback/available"
"""The Wayback Machine's answer to which copy is nearest to a day (https://archive.org/help/wayback_api.php)."""


class Standing(Enum):
    """How an address stands; the value is how a report says it."""

    READS = "can be read"
    GONE = "cannot be read"
    SILENT = "does not answer now"
    CLOSED = "is closed to programs: look by hand"


@dataclass(frozen=True, slots=True)
class Link:
    """What became of an address.

    Attributes:
        address: The address as it was given.
        standing: How it stands.
        why: Why it cannot be read, for people; else empty.
        moved: Where it leads in the end, if that is another page; else empty.
        archived: The address of a copy, where one was looked for and found.
    """

    address: str
    standing: Standing
    why: str = ""
    moved: str = ""
    archived: str = ""


class _ThereError(FetchError):
    """What is there is no page of text: that it is there is enough to know."""


def look_at(
    addresses: Iterable[tuple[str, dt.date | None]],
    options: Options,
    clock: Clock,
    *,
    archive: str = ARCHIVE,
    resolver: Resolver = system_resolver,
) -> Iterator[Link]:
    """Ask for addresses, one after another, with the manners of `fetch`.

    Args:
        addresses: Each address, and the day for which a copy is wanted, such as that of its publication; None for any.
        options: Limits and manners.
        clock: The time.
        archive: Whom to ask for copies; empty for nobody.
        resolver: Tells the IP addresses of a host.

    Yields:
        What became of each, in the order in which they were given.
    """
    visitor = Visitor(options, clock, resolver)
    for address, day in addresses:
        link = _look(visitor, address)
        if archive and link.standing in {Standing.GONE, Standing.SILENT}:
            link = Link(address, link.standing, link.why, link.moved, _copy(visitor, archive, address, day))
        yield link


def _look(visitor: Visitor, address: str) -> Link:
    try:
        asked = parse(address)
        final, _ = visitor.get(asked, {}, _stop_at_files)
    except _ThereError:
        return Link(address, Standing.READS)
    except RobotsError as error:
        return Link(address, Standing.CLOSED, error.what)
    except PassingError as error:
        return Link(address, Standing.SILENT, error.what)
    except FetchError as error:
        return Link(address, Standing.GONE, error.what)
    return Link(address, Standing.READS, moved=final.url if _is_elsewhere(asked, final) else "")


def _stop_at_files(headers: Mapping[str, str]) -> None:
    """Read no body but that of a page."""
    if not headers.get("content-type", "text/html").lower().startswith(("text/html", "application/xhtml")):
        raise _ThereError("this is no page")


def _is_elsewhere(asked: WebAddress, final: WebAddress) -> bool:
    """Whether a redirect led to another page, and not only to https, to `www.` or past a slash."""

    def known(address: WebAddress) -> str:
        return address.url.split("://", 1)[-1].removeprefix("www.").rstrip("/")

    return known(asked) != known(final)


def _copy(visitor: Visitor, archive: str, address: str, day: dt.date | None) -> str:
    """The address of the copy that is nearest to a day, or nothing."""
    query = {"url": address} | ({"timestamp": f"{day:%Y%m%d}"} if day else {})
    try:
        _, answer = visitor.get(parse(f"{archive}?{urlencode(query)}"), {"Accept": "application/json"}, _pass)
        closest = json.loads(answer.body)["archived_snapshots"]["closest"]
        found = parse(str(closest["url"])) if closest["available"] and closest["status"] == "200" else None
    except (FetchError, ValueError, KeyError, TypeError):
        return ""
    return found.url.replace("http://web.archive.org/", "https://web.archive.org/", 1) if found else ""


def _pass(_headers: Mapping[str, str]) -> None:
    """Take whatever comes."""
