"""What the room offers is loaded when it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import generator.fetching as room


@pytest.mark.parametrize("name", room.__all__)
def test_each_name_of_the_room_is_there(name: str) -> None:
    assert getattr(room, name) is not None


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="colour"):
        _ = room.colour


def test_extracting_a_few_articles_loads_neither_the_network_nor_the_ranking_nor_other_processes() -> None:
    code = (
        "import sys; import generator.commands.extract; "
        "print(*{'ssl', 'http.client', 'multiprocessing', 'generator.curating.ranking'}.intersection(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.split() == []
