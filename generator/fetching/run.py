"""A run of fetching: from addresses to files, one outcome an address."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import FetchError, RobotsError
from generator.fetching.content import Form, form_of, is_list, text_of
from generator.fetching.exchange import Answer
from generator.fetching.guard import Resolver, system_resolver
from generator.fetching.outcome import Outcome, State
from generator.fetching.settings import Clock, Options
from generator.fetching.store import SavedPage, Store
from generator.fetching.turns import Turns
from generator.fetching.visitor import Visitor
from generator.fetching.web_address import WebAddress, parse
from generator.reading.address_lists import Address
from generator.reading.item import Unread
from generator.reading.listed import addresses_in
from generator.reading.saved import listed_head

__all__ = ["Listed", "fetch"]

Listed = str | Address | Unread
"""What a list names: an address, with or without what the list says of it; or why it could not be read to its end."""

MAX_DEPTH = 3
"""A list may name lists so deep: an index of sitemaps, of sitemaps, of pages."""


@dataclass(frozen=True, slots=True)
class Task:
    """A page to ask for.

    Attributes:
        address: Its address.
        saved: The page as it is there already, or None.
        depth: How many lists led to it.
        listed: What the list that names it says of it, or None.
    """

    address: WebAddress
    saved: SavedPage | None = None
    depth: int = 0
    listed: Address | None = None

    @property
    def host(self) -> str:
        """The host to ask."""
        return self.address.host


@dataclass(frozen=True, slots=True)
class Known:
    """An address of which it is known what becomes of it, without asking anybody."""

    outcome: Outcome
    host: str = ""


def fetch(
    addresses: Iterable[Listed],
    into: Path,
    options: Options,
    *,
    clock: Clock,
    resolver: Resolver = system_resolver,
) -> Iterator[Outcome]:
    """Fetch pages into a folder, politely.

    Each host's robots.txt is obeyed, each host is asked at a pace, and a page that is there is not asked for again
    unless `options.refresh` says so. A feed or sitemap among the addresses is read for the pages that it names. What
    goes wrong with one address is its outcome, and does not stop the others. Stop taking outcomes, and nothing more is
    asked for; what is saved is whole, and another run goes on from there.

    Args:
        addresses: Addresses of pages, feeds and sitemaps; taken as they are needed. What `reading.listed.addresses`
            yields of a file will do: what it says of lines that are no address becomes an outcome too.
        into: The folder; it is made where it is missing.
        options: Limits and manners.
        clock: The time.
        resolver: Tells the IP addresses of a host.

    Yields:
        What became of each address, when it is known: in the order of the addresses for one host, but hosts take turns.
        An address that comes twice has one outcome.

    Raises:
        OSError: A page cannot be saved.
    """
    yield from _Run(addresses, Store(into), options, clock, resolver)


class _Run:
    """A run: what is to be asked for, and what was."""

    def __init__(
        self, addresses: Iterable[Listed], store: Store, options: Options, clock: Clock, resolver: Resolver
    ) -> None:
        self._store = store
        self._options = options
        self._clock = clock
        self._visitor = Visitor(options, clock, resolver)
        self._seen: set[str] = set()
        self._turns: Turns[Task | Known] = Turns(self._tasks(addresses, 0), self._visitor.pace.ready)

    def __iter__(self) -> Iterator[Outcome]:
        """Each outcome; after `limit` pages were asked for, no more."""
        asked = 0
        for task in self._turns:
            outcome = task.outcome if isinstance(task, Known) else self._outcome(task)
            yield outcome
            asked += isinstance(task, Task) and outcome.state is not State.EXPANDED
            if asked == self._options.limit > 0:
                return

    def _tasks(self, addresses: Iterable[Listed], depth: int) -> Iterator[Task | Known]:
        """What there is to do for each address."""
        for each in addresses:
            try:
                address = _parse(each)
            except FetchError as error:
                yield Known(Outcome(error.where, State.FAILED, error=error))
                continue
            if address.url in self._seen:
                continue
            self._seen.add(address.url)
            saved = self._store.find(address)
            if saved and not self._options.refresh:
                yield Known(Outcome(address.url, State.THERE, path=saved.path))
            else:
                yield Task(address, saved, depth, each if isinstance(each, Address) else None)

    def _outcome(self, task: Task) -> Outcome:
        """Ask for a page, and save it."""
        try:
            return self._visit(task)
        except RobotsError as error:
            return Outcome(task.address.url, State.REFUSED, error=error)
        except FetchError as error:
            return Outcome(task.address.url, State.FAILED, error=error)

    def _visit(self, task: Task) -> Outcome:
        """Ask for a page or a list.

        Raises:
            FetchError: It cannot be had.
        """
        where, forms = task.address.url, list[Form]()
        place, answer = self._visitor.get(
            task.address, _conditions(task.saved), lambda headers: forms.append(form_of(headers, where))
        )
        if answer.status == 304:
            if task.saved is None:
                what = "the host says that nothing changed, and was not asked that"
                raise FetchError(what, where=where, todo="open it in a browser, and save the page from there")
            return Outcome(where, State.UNCHANGED, path=task.saved.path)
        form = forms[-1]  # a robots.txt or a try before it may have had one too
        if is_list(form, answer.body):
            return self._expand(task, form, answer)
        if task.saved is None and place.url != task.address.url:
            there = self._store.find(place)
            self._store.redirect(task.address, place)
            if there and not self._options.refresh:
                return Outcome(where, State.THERE, path=there.path)
        data = text_of(form, answer.body, where)
        head = self._head(task, place, answer)
        path, is_written = self._store.save(task.address if task.saved else place, form.kind, data, head)
        return Outcome(where, State.FETCHED if is_written else State.UNCHANGED, path=path)

    def _expand(self, task: Task, form: Form, answer: Answer) -> Outcome:
        """Add the pages that a list names to what is to be done."""
        where = task.address.url
        if task.depth >= MAX_DEPTH:
            what = f"this list is named by a list, {MAX_DEPTH} times over"
            raise FetchError(what, where=where, todo="give its address itself")
        found = list(addresses_in(io.BytesIO(answer.body), f"list{form.kind.value}", where))
        named = sum(isinstance(each, Address) for each in found)
        if not named:
            _parse(found[0] if found else Unread(where, "this names no pages — leave it out"))
        self._turns.add(self._tasks(found, task.depth + 1))
        return Outcome(where, State.EXPANDED, named=named)

    def _head(self, task: Task, place: WebAddress, answer: Answer) -> Mapping[str, str]:
        """What is to be known of a page: where it was in the end, when, how to ask for it again, what lists say."""
        known_as = task.saved.known_as if task.saved else place.url
        fetched = self._clock.now().astimezone(dt.UTC).replace(microsecond=0, tzinfo=None)
        return {
            "url": place.url,
            "requested": known_as if known_as != place.url else "",
            "fetched": f"{fetched.isoformat()}Z",
            "etag": answer.headers.get("etag", ""),
            "last_modified": answer.headers.get("last-modified", ""),
            **(listed_head(task.listed) if task.listed else {}),
        }


def _parse(listed: Listed) -> WebAddress:
    """The address that a list names.

    Raises:
        FetchError: It is none, or the list itself could not be read.
    """
    if isinstance(listed, Unread):
        what, _, todo = listed.why.rpartition(" — ")
        raise FetchError(what or todo, where=listed.origin, todo=todo if what else "correct it, or leave it out")
    return parse(listed.url if isinstance(listed, Address) else listed)


def _conditions(saved: SavedPage | None) -> Mapping[str, str]:
    """The fields by which a host tells whether a page changed since it was saved (RFC 9110, section 13)."""
    if saved is None:
        return {}
    known = {"If-None-Match": saved.head.get("etag", ""), "If-Modified-Since": saved.head.get("last_modified", "")}
    return {name: value for name, value in known.items() if value}
