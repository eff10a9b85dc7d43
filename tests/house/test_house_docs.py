"""What the documents promise: dates are said as the manual says, every key is explained, every example loads."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
import yaml
from pydantic import BaseModel

from generator.cli import COMMANDS
from generator.curating.load import load_timeline
from generator.dates import parse, say
from generator.errors import EdtfError
from generator.model import Review, Timeline
from generator.publishing.open_data.formats import FOLLOWED
from generator.publishing.overviews import overview_path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def rows(document: str, heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    section = (DOCS / document).read_text().split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize(("written", "said"), [tuple(row[1:]) for row in rows("dates.md", "How to write a date")])
def test_a_date_of_the_manual_is_said_as_the_manual_says(written: str, said: str) -> None:
    assert say(parse(written.strip("`"))) == said


@pytest.mark.parametrize(("written", "message"), rows("dates.md", "What is not a date"))
def test_a_text_that_is_no_date_is_refused_in_the_words_of_the_manual(written: str, message: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(written.strip("`"))
    assert str(caught.value) == message


def test_the_manual_gives_the_order_in_which_dates_stand() -> None:
    assert parse("2022-12-01") < parse("2022-12") < parse("2022-12/2023-02")


def test_the_methods_page_says_dates_as_the_program_does() -> None:
    examples = ["2022-12-30", "2022-09", "2023-21", "2026-01-31/2026-02-01", "2022-02~", "2022-02?"]
    assert [row[0] for row in rows("method.md", "How precise a date is")] == [say(parse(text)) for text in examples]


def test_the_methods_page_says_what_each_value_of_review_means() -> None:
    assert {row[0].strip("`") for row in rows("method.md", "What `review` means")} == set(get_args(Review))


def test_no_command_that_there_is_is_said_to_be_missing() -> None:
    text = (DOCS / "architecture.md").read_text().split("## What the design promises and is not built yet\n", 1)[1]
    missing = text.partition("**Commands**")[2].partition("\n- ")[0]
    assert set(re.findall(r"`dateline (\w+)`", missing)).isdisjoint(COMMANDS)


def test_the_embedders_guide_names_each_kind_of_page_that_has_a_feed() -> None:
    guide = (DOCS / "embed.md").read_text()
    assert set(re.findall(r"`(\w+/)…/feed\.xml`", guide)) == {overview_path(kind) for kind in FOLLOWED}


def models(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """Every part of the file that lies within a model, with the key that it stands under."""
    for name, field in model.model_fields.items():
        parts = [field.annotation, *get_args(field.annotation)]
        parts += [inner for part in parts for inner in get_args(part)]
        for part in parts:
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield field.alias or name, part
                yield from models(part)


KEYS = sorted(
    {
        (parent, field.alias or name)
        for parent, model in [("", Timeline), *models(Timeline)]
        for name, field in model.model_fields.items()
    }
)


@pytest.mark.parametrize(("parent", "key"), KEYS)
def test_every_key_of_the_file_stands_in_the_editors_guide_and_in_an_example(parent: str, key: str) -> None:
    guide = (DOCS / "contribute.md").read_text()
    section = (
        guide.split(f"\n### `{parent}`\n", 1)[1].split("\n### ", 1)[0] if parent in {"periods", "views"} else guide
    )
    assert f"`{key}`" in section, "explained"
    assert re.search(rf"\b{key}:", guide), "used in an example"


def examples() -> list[str]:
    """The YAML examples of the editors' guide."""
    return re.findall(r"^```yaml\n(.*?)^```", (DOCS / "contribute.md").read_text(), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("example", examples())
def test_every_example_of_the_editors_guide_is_a_timeline_without_faults(example: str, tmp_path: Path) -> None:
    from datetime import date

    from generator.curating.check import check

    path = tmp_path / "events.yaml"
    path.write_text(example if "schema:" in example else f"schema: 1\n{example}")
    faults = check(path, today=date(2026, 11, 21))
    assert [fault for fault in faults if fault.severity == "error"] == []


def test_a_page_of_the_docs_has_a_title_and_a_description() -> None:
    for path in DOCS.glob("*.md"):
        front = yaml.safe_load(path.read_text().split("---\n")[1])
        assert front["title"], path.name
        assert path.name == "index.md" or front["description"], path.name


def test_the_commands_of_the_readme_run_as_they_stand_there(tmp_path: Path) -> None:
    script = re.findall(r"^```sh\n(source .*?)^```", (ROOT / "README.md").read_text(), re.MULTILINE | re.DOTALL)[0]
    shutil.copytree(ROOT / "data" / "articles", tmp_path / "data" / "articles")
    shutil.copytree(DOCS, tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = ["sh", "-e", "-c", script.split("\n", 1)[1]]
    ran = subprocess.run(
        command, cwd=tmp_path, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.splitlines()[-1].startswith("Built ")
    assert (tmp_path / "my-timeline/site/events/2026-01-31-sergey-shoigu-visited-beijing/index.html").is_file()


def test_an_event_that_the_embedders_guide_names_is_on_the_demo() -> None:
    ids = set(re.findall(r"`events/([^`/]+)/`", (DOCS / "embed.md").read_text()))
    published = {
        event.id for event in load_timeline(ROOT / "data" / "events.yaml").events if event.review == "accepted"
    }
    assert ids
    assert ids <= published


def test_the_python_of_the_readme_prints_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    example = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(), re.MULTILINE | re.DOTALL)[0]
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 the example is ours
    assert capsys.readouterr().out.startswith("Friday 2022-12-30 weekday")
