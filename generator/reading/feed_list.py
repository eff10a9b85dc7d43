"""Lists of feeds that a timeline follows: `data/feeds.yaml`, with a name beside each address."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import ArticleError
from generator.reading.address_lists import Address
from generator.reading.addresses import web_address
from generator.reading.item import Unread

__all__ = ["feed_addresses"]

SHAPE = "write “feeds:”, and under it “- url: https://…” for each feed"


def feed_addresses(data: bytes, origin: str) -> Iterator[Address | Unread]:
    """The addresses of the feeds that a file lists.

    Args:
        data: YAML: `feeds:` with a list, each with a `url` and, for people, a `name`; or the bare address.
        origin: What the file is called, for messages.

    Yields:
        Each address, with the name as its publisher; for an entry without one, what is wrong.

    Raises:
        ArticleError: It is no YAML, or none of this shape.
    """
    written = _read(data, origin)
    feeds = written.get("feeds") if isinstance(written, dict) else None
    if not isinstance(feeds, list):
        raise ArticleError("it lists no feeds", where=origin, todo=SHAPE)
    for number, entry in enumerate(feeds, 1):
        said = entry.get("url") if isinstance(entry, dict) else entry
        url = web_address(said) if isinstance(said, str) else ""
        name = entry.get("name") if isinstance(entry, dict) else ""
        if url:
            yield Address(url, publisher=name if isinstance(name, str) else "")
        else:
            yield Unread(origin, f"feed {number} has no address of the web — {SHAPE}")


def _read(data: bytes, origin: str) -> object:
    """What a YAML file says; one that repeats itself by anchors, as bombs do, is refused."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(data, Loader=loader)):
            raise ArticleError("it uses anchors", where=origin, todo="write each feed out")
        return yaml.load(data, Loader=loader)  # noqa: S506 both loaders are safe ones
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        place = (
            f":{error.problem_mark.line + 1}" if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark else ""
        )
        raise ArticleError("it is no YAML", where=f"{origin}{place}", todo=SHAPE) from error
