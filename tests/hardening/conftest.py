"""What the tests of hostile input share."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def poison() -> ModuleType:
    """The texts that are meant to do harm, and what holds them."""
    spec = importlib.util.spec_from_file_location("poison", Path(__file__).with_name("poison.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
