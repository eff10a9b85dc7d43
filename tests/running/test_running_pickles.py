from __future__ import annotations

import os
import pickle
import zlib
from collections import Counter

import pytest

from generator.extracting import extract
from generator.reading.article import Article
from generator.running import pickles
from generator.running.pickles import unpacked, unsqueezed
from generator.running.work import Task, work


class Hostile:
    def __reduce__(self):
        return os.getcwd, ()


class Inner:
    def __reduce__(self):
        return work, ([], None)


@pytest.mark.parametrize("value", [Hostile(), Inner(), Counter("a"), extract, Task])
def test_nothing_is_built_that_a_spool_does_not_hold(value) -> None:
    data = pickle.dumps(value)
    if value is Task:
        assert unpacked(data) is Task
    else:
        with pytest.raises(pickle.UnpicklingError, match="nothing that a spool holds"):
            unpacked(data)


def test_an_article_and_what_was_found_in_it_come_back_as_they_were() -> None:
    article = Article("a.txt", "A storm flooded Port Elm on 14 March 2024.", (1,))
    found = article, extract(article), frozenset({"a"})
    assert unsqueezed(zlib.compress(pickle.dumps(found, protocol=5))) == found


@pytest.mark.parametrize("data", [b"", b"\x80\x05", b"garbage", pickle.dumps(Article("a", "b", (1,)), protocol=5)[:-9]])
def test_a_pickle_that_is_damaged_is_said_to_be(data: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpacked(data)


def test_what_unpacks_to_more_than_any_article_leads_to_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pickles, "MAX_BYTES", 1000)
    with pytest.raises(pickle.UnpicklingError, match="more than it may"):
        unsqueezed(zlib.compress(pickle.dumps("a" * 10_000)))
    for damaged in (b"", b"garbage", zlib.compress(pickle.dumps("a"))[:-5]):
        with pytest.raises(pickle.UnpicklingError, match=r"damaged|too early"):
            unsqueezed(damaged)
