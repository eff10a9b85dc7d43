"""A new site in the place of an earlier one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publishing.renewal import renew

NAMES = st.sampled_from(["a", "b", "c"])
TREES = st.recursive(
    st.binary(max_size=3), lambda inner: st.dictionaries(NAMES, inner, min_size=1, max_size=3), max_leaves=8
)
SITES = st.dictionaries(NAMES, TREES, max_size=3)


def write(folder: Path, tree: object) -> None:
    if isinstance(tree, bytes):
        folder.write_bytes(tree)
        os.utime(folder, ns=(0, 10**9))
        return
    assert isinstance(tree, dict)
    folder.mkdir(exist_ok=True)
    for name, inner in tree.items():
        write(folder / name, inner)


def read(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@settings(max_examples=60, deadline=None)
@given(SITES, SITES)
def test_a_renewed_site_is_the_new_one_and_keeps_the_files_that_are_the_same(earlier, new):
    with tempfile.TemporaryDirectory() as name:
        made, site = Path(name, "made"), Path(name, "site")
        write(made, new)
        write(site, earlier)
        wanted, before = read(made), read(site)
        places = {path: (site / path).stat().st_ino for path in before}

        renew(made, site)

        assert read(site) == wanted
        same = [path for path, content in wanted.items() if before.get(path) == content]
        assert [path for path in same if (site / path).stat().st_ino != places[path]] == []


def test_hidden_files_at_the_top_are_not_of_the_site(tmp_path: Path):
    write(tmp_path / "made", {"index.html": b"new"})
    write(tmp_path / "site", {".git": {"HEAD": b"main"}, "events": {".old": b"", "call": b""}})

    renew(tmp_path / "made", tmp_path / "site")

    assert sorted(read(tmp_path / "site")) == [".git/HEAD", "index.html"]


def test_a_link_out_of_the_site_is_taken_away_and_what_it_leads_to_is_left_alone(tmp_path: Path):
    write(tmp_path / "elsewhere", {"index.html": b"kept", "letter": b"kept"})
    write(tmp_path / "made", {"events": {"index.html": b"new"}, "index.html": b"new"})
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "events").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "site" / "index.html").symlink_to(tmp_path / "elsewhere" / "letter")

    renew(tmp_path / "made", tmp_path / "site")

    assert read(tmp_path / "elsewhere") == {"index.html": b"kept", "letter": b"kept"}
    assert read(tmp_path / "site") == {"events/index.html": b"new", "index.html": b"new"}
    assert not (tmp_path / "site" / "events").is_symlink()
