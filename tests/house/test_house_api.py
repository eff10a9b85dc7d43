"""What `import generator` offers."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

import generator


@pytest.mark.parametrize("name", generator.__all__)
def test_every_name_of_the_public_api_is_there(name: str) -> None:
    assert getattr(generator, name)


def test_a_name_that_is_not_in_the_api_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'find_everything'"):
        _ = generator.find_everything


def test_the_api_finds_expressions_of_time() -> None:
    (timex,) = generator.find_timexes("They met on Friday.", dt.date(2022, 12, 30))
    assert (timex.text, timex.edtf) == ("Friday", "2022-12-30")
    assert isinstance(timex, generator.Timex)


def test_importing_the_package_imports_no_room() -> None:
    code = "import sys, generator; print(*(name for name in sys.modules if name.startswith('generator.')))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""
