"""What the tests of hostile input share."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture(scope="session")
def poison() -> ModuleType:
    """The texts that are meant to do harm, and what holds them."""
    return beside("poison")


@pytest.fixture(scope="session")
def from_articles(poison: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The timeline that articles come to which hold such texts, with such texts in another language and a picture."""
    tainted = beside("tainted")
    texts = poison.payloads()
    data: dict[str, Any] = tainted.with_editions(tainted.timeline(tmp_path_factory.mktemp("articles"), texts), texts)
    return data


def beside(name: str) -> ModuleType:
    """A module of this folder."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
