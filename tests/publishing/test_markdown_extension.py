"""Blocks and links in pages, as MkDocs and plain Python-Markdown render them."""

from __future__ import annotations

import importlib.metadata
import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.errors import DatelineError, PageError, SiteError, TimelineFileError, UnknownEventError
from generator.publishing.embedding.markdown_extension import DatelineExtension, makeExtension

HARBOUR = Path(__file__).parent / "data" / "harbour.yaml"
VOTE = "2021-03-04-council-approves-bridge"
OURS = "https://bridge.example/timeline"


def converted(text: str, *others: str, **options: object) -> str:
    extension = makeExtension(**{"events": str(HARBOUR), "url": OURS, **options})
    return str(Markdown(extensions=[extension, *others]).convert(text))


def test_the_extension_is_found_by_its_name() -> None:
    (entry,) = importlib.metadata.entry_points(group="markdown.extensions", name="dateline")
    assert entry.load() is makeExtension


def test_a_link_says_the_title_of_its_event() -> None:
    assert converted(f"See [[{VOTE}]].") == (
        f'<p>See <a class="dl-event-link" href="{OURS}/events/{VOTE}/">'
        "<bdi>Council approves the harbour bridge</bdi></a>.</p>"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"[[{VOTE}|the *vote* & more]]", "the *vote* &amp; more"),
        (f"[[{VOTE.upper()}| the vote ]]", "the vote"),
        ("[[2021-03-bridge-vote]]", "Council approves the harbour bridge"),
        ("# [[2021-03-bridge-vote]]", "Council approves the harbour bridge"),
        ("| a |\n| - |\n| [[2021-03-bridge-vote]] |", "Council approves the harbour bridge"),
        (f"| a |\n| - |\n| [[{VOTE}\\|the vote]] |", "the vote"),
        (f"[[{VOTE}|5 \\* 3 of `them`]]", "5 * 3 of them"),
    ],
)
def test_a_link_may_say_other_words_and_name_an_id_of_old(text: str, said: str) -> None:
    assert f'href="{OURS}/events/{VOTE}/"><bdi>{said}</bdi></a>' in converted(text, "tables", "toc")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("`[[nothing]]`", "<p><code>[[nothing]]</code></p>"),
        ("    [[nothing]]", "<pre><code>[[nothing]]\n</code></pre>"),
        ("```\n[[nothing]]\n```", "<pre><code>[[nothing]]\n</code></pre>"),
        (r"\[[nothing]]", "<p>[[nothing]]</p>"),
        ("[[1]](note.md)", '<p><a href="note.md">[1]</a></p>'),
        ("[[1]][a]\n\n[a]: note.md", '<p><a href="note.md">[1]</a></p>'),
        ("[[ -f file ]]", "<p>[[ -f file ]]</p>"),
    ],
)
def test_brackets_that_mean_something_else_are_left_alone(text: str, html: str) -> None:
    assert converted(text, "fenced_code") == html


def test_links_can_be_left_to_another_extension() -> None:
    assert converted("[[Some page]]", links=False) == "<p>[[Some page]]</p>"


@pytest.mark.parametrize(
    ("event_id", "what", "todo"),
    [
        (VOTE[:-1], f"no event has the id “{VOTE[:-1]}”", f"did you mean “{VOTE}”?"),
        (
            "nothing",
            "no event has the id “nothing”",
            "write the id of one, or a backslash before brackets that are none",
        ),
        ("2022-collapse", "the event “2022-collapse” was withdrawn", "leave it out, or say so in words"),
        ("2022-refused", "the event “2022-refused” was rejected", "leave it out"),
        (
            "2022-strike",
            "the event “2022-strike” is a candidate that nobody has accepted yet",
            "accept it with “dateline accept”, or wait",
        ),
    ],
)
def test_a_link_to_no_event_says_where_it_stands(event_id: str, what: str, todo: str) -> None:
    with pytest.raises(UnknownEventError) as caught:
        converted(f"```\n[[{event_id}]]\n```\n\n[[{event_id}]]", "fenced_code")
    assert str(caught.value) == f"line 5: {what} — {todo}"


def test_a_link_to_no_event_says_where_it_stands_in_a_table_too() -> None:
    with pytest.raises(UnknownEventError, match=r"^line 5: no event has the id “nothing” — "):
        converted("Words\n\n| a |\n| - |\n| [[nothing\\|words]] |", "tables")


def test_each_block_of_a_page_has_anchors_of_its_own() -> None:
    page = converted("```timeline\nlimit: 2\n```\n\nText\n\n```timeline\nlimit: 2\n```")
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors)) == 4


def test_each_page_of_a_converter_begins_anew() -> None:
    md = Markdown(extensions=[makeExtension(events=str(HARBOUR))])
    text = "```timeline\nlimit: 1\n```"
    assert md.convert(text) == md.reset().convert(text)


@pytest.mark.parametrize("others", [["fenced_code"], ["pymdownx.superfences"], []])
def test_other_fences_are_what_they_were(others: list[str]) -> None:
    text = "````markdown\n```timeline\ntagz: [x]\n```\n````\n\n```sh\nls [[x]]\n```\n\n~~~\n[[y]]\n~~~\n"
    assert converted(text, *others, links=False) == Markdown(extensions=others).convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "- item\n\n    ```timeline\n    limit: 1\n    ```\n",
        "> quoted\n>\n> ```timeline\n> limit: 1\n> ```\n",
        "> ```timeline\n> limit: 1\n> ```\n> and on",
        "!!! note\n    ```timeline\n    limit: 1\n    ```\n",
        "text\n```timeline\nlimit: 1\n```\ntext",
    ],
)
def test_a_block_is_no_part_of_a_paragraph(text: str) -> None:
    page = converted(text, "admonition", "pymdownx.superfences")
    assert '<div class="dl-block dl-block--list"' in page
    assert "<p><div" not in page


def test_a_mistake_is_told_with_its_line() -> None:
    with pytest.raises(PageError) as caught:
        converted("# Title\n\n```timeline\nlimit: 3\ntags: desicion\n```")
    assert str(caught.value) == "line 5: the timeline has no tag “desicion” — did you mean “decision”?"


def test_a_mistake_names_another_line_as_its_file_counts() -> None:
    with pytest.raises(PageError, match=r"^line 5: the key “limit” stands here again, first in line 4 — "):
        converted("Words\n\n```timeline\nlimit: 1\nlimit: 2\n```")


def test_several_mistakes_are_told_at_once() -> None:
    with pytest.raises(PageError) as caught:
        converted("```timeline\nlimit: x\ntags: desicion\n```")
    assert [fault.partition(":")[0] for fault in caught.value.faults] == ["line 2", "line 3"]
    assert str(caught.value) == "line 1: this timeline block has 2 mistakes — correct those above"


def test_a_block_without_an_end_is_told() -> None:
    with pytest.raises(PageError, match="line 1: this timeline block has no end"):
        converted("```timeline\nlimit: 3\n\nText")


@pytest.mark.parametrize(
    ("options", "kind", "said"),
    [
        ({"events": ""}, SiteError, "does not know which timeline to show — name its file"),
        ({"events": "nowhere.yaml"}, TimelineFileError, "nowhere.yaml"),
        ({"url": "javascript:alert(1)"}, SiteError, "“javascript:alert(1)” is not the address of a site"),
    ],
)
def test_a_configuration_that_names_no_timeline_is_told(
    options: dict[str, str], kind: type[DatelineError], said: str
) -> None:
    with pytest.raises(kind, match=re.escape(said)):
        converted("```timeline\n```", **options)


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    events = tmp_path / "events.yaml"
    for title in ("Before", "Afterwards"):
        events.write_text(f"schema: 1\nevents:\n  - {{id: a, date: 2021, title: {title}}}\n")
        assert f"<bdi>{title}</bdi>" in converted("[[a]]", events=str(events))


@pytest.mark.parametrize("here", ["", "elsewhere"])
def test_in_zensical_a_mistake_is_told_with_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str
) -> None:
    (tmp_path / "site" / "docs").mkdir(parents=True)
    (tmp_path / "site" / here).mkdir(exist_ok=True)
    text = "---\ntitle: A page\n---\n\nText\n\n[[nothing]]\n"
    (tmp_path / "site" / "docs" / "page.md").write_text(text)
    shutil.copy(HARBOUR, tmp_path / "site" / "events.yaml")
    monkeypatch.chdir(tmp_path / "site" / here)
    md = Markdown(extensions=[DatelineExtension(events="events.yaml")])
    context = Preprocessor(md)
    context.page = SimpleNamespace(path="page.md", url="page/")  # type: ignore[attr-defined]
    context.config = {"docs_dir": "docs", "root_dir": str(tmp_path / "site")}  # type: ignore[attr-defined]
    context.run = lambda lines: lines  # type: ignore[method-assign]
    md.preprocessors.register(context, "rendering_context", 0)
    with pytest.raises(UnknownEventError, match=re.escape("docs/page.md:7: no event has the id “nothing”")):
        md.convert(text.split("---\n\n", 1)[1])


FOREIGN = """\
site_name: Another site
theme: {name: mkdocs}
markdown_extensions:
  - dateline: {events: events.yaml, url: https://bridge.example/timeline/}
"""


@pytest.fixture
def foreign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of MkDocs that has nothing of ours but the extension."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(FOREIGN)
    shutil.copy(HARBOUR, tmp_path / "events.yaml")
    return tmp_path


def built(folder: Path) -> Path:
    build(load_config(str(folder / "mkdocs.yml"), strict=True))
    return folder / "site"


def test_another_site_shows_a_timeline_without_our_plugin(foreign: Path) -> None:
    (foreign / "docs" / "index.md").write_text(f"# Bridges\n\n```timeline\ntags: [decision]\n```\n\n[[{VOTE}|vote]]\n")
    page = (built(foreign) / "index.html").read_text()
    assert page.count(f'href="{OURS}/events/{VOTE}/"') == 2
    assert "```" not in page


def test_in_another_site_a_mistake_ends_the_build_with_file_and_line(
    foreign: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (foreign / "docs" / "index.md").write_text("---\ntitle: Bridges\n---\n\n# Bridges\n\n[[nothing]]\n")
    with pytest.raises(Abort):
        built(foreign)
    assert "docs/index.md:7: no event has the id “nothing”" in caplog.text
    assert not (foreign / "site" / "index.html").exists()


def test_in_the_timelines_own_site_a_page_speaks_of_what_is_published(project: Path) -> None:
    (project / "docs" / "notes").mkdir()
    (project / "docs" / "notes" / "calls.md").write_text("# Calls\n\n[[2026-02-04-call]]\n\n```timeline\n```\n")
    with (project / "mkdocs.yml").open("a") as file:
        file.write("markdown_extensions: [dateline: {events: nowhere.yaml}]\n")
    page = (built(project) / "notes" / "calls" / "index.html").read_text()
    assert page.count('href="../../events/2026-02-04-call/"><bdi>Leaders speak by video link</bdi></a>') == 2
    assert (project / "site" / "events" / "2026-02-04-call" / "index.html").is_file()


def test_a_page_of_an_edition_speaks_its_language(project: Path) -> None:
    events = (project / "data" / "events.yaml").read_text()
    translated = "    title: Leaders speak by video link\n    translations: {es: {title: Hablan por vídeo}}\n"
    (project / "data" / "events.yaml").write_text(
        events.replace("    title: Leaders speak by video link\n", translated)
    )
    (project / "mkdocs.yml").write_text(
        (project / "mkdocs.yml").read_text().replace("[search, dateline]", "[search, dateline: {languages: [es]}]")
    )
    (project / "docs" / "es").mkdir()
    (project / "docs" / "es" / "notas.md").write_text("# Notas\n\n```timeline\n```\n")
    page = (built(project) / "es" / "notas" / "index.html").read_text()
    assert '<a href="../events/2026-02-04-call/"><bdi>Hablan por vídeo</bdi></a>' in page
    assert "4 de febrero de 2026" in page
