"""Every link within a built site leads to something: pages, files, and places in pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

HOST = "https://site.invalid/"
ADDRESSES = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "iframe": "src"}


@dataclass
class Document(HTMLParser):
    """What a page links to, and what in it can be linked to."""

    links: list[str] = field(default_factory=list)
    places: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if place := values.get("id"):
            self.places.add(place)
        address = values.get(ADDRESSES.get(tag, ""))
        if address and not (tag == "link" and values.get("rel") in {"canonical", "alternate"}):
            self.links.append(address)


def read(site: Path) -> dict[str, Document]:
    """Each page of a site by its path, as it is asked for."""
    documents = {}
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix().removesuffix("index.html")
        documents[path] = Document()
        documents[path].feed(page.read_text(encoding="utf-8"))
    return documents


def broken(site: Path) -> Iterator[str]:
    """Each link within a site that leads nowhere."""
    documents = read(site)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for path, document in documents.items():
        for link in document.links:
            parts = urlsplit(urljoin(HOST + path, link))
            if parts.scheme not in {"http", "https"} or parts.netloc != urlsplit(HOST).netloc:
                continue
            target, place = unquote(parts.path).removeprefix("/"), unquote(parts.fragment).partition(":~:")[0]
            if target not in documents and target not in files:
                yield f"{path}: {link}: there is no such page or file"
            elif place and target in documents and place not in documents[target].places:
                yield f"{path}: {link}: the page has no such place"


@pytest.mark.browser
@pytest.mark.parametrize("folder", ["site_folder", "large_folder", "demo_folder"])
def test_every_link_within_a_site_leads_to_something(request: pytest.FixtureRequest, folder: str) -> None:
    site = request.getfixturevalue(folder)
    assert len(read(site)) > 20
    assert list(broken(site)) == []


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "index.html").write_text('<h1 id="top">There</h1>', encoding="utf-8")
    links = ["there/", "there/#top", "there/#bottom", "nowhere/", "https://other.example/", "mailto:a@b.example"]
    page = "".join(f'<a href="{link}">' for link in links)
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert list(broken(tmp_path)) == [
        ": there/#bottom: the page has no such place",
        ": nowhere/: there is no such page or file",
    ]
