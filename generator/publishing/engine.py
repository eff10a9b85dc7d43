"""MkDocs, run from Python: its configuration, a build, and the server that rebuilds when a file changes.

MkDocs says at length what it does; of that only what a person can act on is shown.
"""

from __future__ import annotations

import datetime as dt
import errno
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.errors import SiteError
from generator.publishing import configuration
from generator.publishing.configuration import CANDIDATES_VARIABLE
from generator.publishing.disk import name_pages
from generator.publishing.keeping import Keeping
from generator.publishing.output import check_folder
from generator.publishing.plugin import DatelinePlugin
from generator.publishing.publication import Read

__all__ = ["Built", "Options", "build_site", "events_file", "serve_site"]


_BESIDE = "site-"
"""How the name of a folder begins in which a site is built before it is put in its place."""

_LONGEST_BUILD = 24 * 60 * 60
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a site is to be built.

    Attributes:
        config_file: `mkdocs.yml`.
        today: The day of the build.
        candidates: Whether candidates are shown, even where the configuration does not say so.
        strict: Whether a warning ends the build, even where the configuration does not say so.
        site_dir: Where the site goes, or None for where the configuration says.
        engine: What renders the pages around the timeline: `mkdocs` or `zensical`.
        from_disk: Whether it is to be opened from its folder, without a server.
    """

    config_file: Path
    today: dt.date
    candidates: bool = False
    strict: bool = False
    site_dir: Path | None = None
    engine: str = "mkdocs"
    from_disk: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave.

    Attributes:
        folder: The site's folder.
        pages: How many pages of the timeline are in it.
        events: How many events they show.
    """

    folder: Path
    pages: int
    events: int


def events_file(options: Options) -> Path:
    """The timeline's file that a configuration names.

    Raises:
        SiteError: The configuration cannot be read, or does not name the plugin.
    """
    with _mkdocs(options, logging.WARNING):
        config = _load(options)
        return configuration.events_file(config, _plugin(config, options).config)


def build_site(options: Options, found: Read | None = None) -> Built:
    """Build the whole site; over an earlier one, whose files stay as they are where they have not changed.

    Args:
        options: How.
        found: The timeline where it was read already, else None.

    Raises:
        SiteError: It cannot be built; MkDocs has said why, on the standard error.
    """
    with _mkdocs(options, logging.WARNING):
        config = _load(options)
        plugin = _plugin(config, options)
        plugin.known = found
        config.plugins.on_startup(command="build", dirty=False)
        folder = Path(config.site_dir)
        try:
            with _beside(config, plugin, options):
                if options.engine == "zensical":
                    from generator.publishing.zensical_engine import build_with_zensical

                    build_with_zensical(config, plugin, strict=config.strict)
                else:
                    mkdocs_build.build(config)
                if options.from_disk:
                    name_pages(Path(config.site_dir))
        finally:
            plugin.known = plugin.keeping = None
            config.plugins.on_shutdown()
    return Built(folder, len(plugin.publication.pages), plugin.publication.events)


@contextmanager
def _beside(config: MkDocsConfig, plugin: DatelinePlugin, options: Options) -> Iterator[None]:
    """Have a site built in a folder of its own, and put in its place once it is whole, or in that of an earlier one."""
    site = Path(config.site_dir)
    if not _is_free(site, configuration.events_file(config, plugin.config)):
        yield
        return
    cache = configuration.cache_of(config)
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
    room, prefix = _room(cache, site)
    with TemporaryDirectory(prefix=prefix, dir=room) as made:
        _tidy(room, prefix, now=Path(made).stat().st_mtime)
        config.site_dir = made
        keeping = Keeping(cache, site)
        # Otherwise files are changed after they were made.
        if options.engine == "mkdocs" and not options.from_disk:
            plugin.keeping = keeping
        yield
        site.mkdir(parents=True, exist_ok=True)
        keeping.put_in_place(Path(made))


def _room(cache: Path, site: Path) -> tuple[Path, str]:
    """Where a site is built, and how the names of such folders begin there.

    In the cache what a killed build leaves is in nobody's way. But a site for another disk is built there: moving it
    takes no room, whereas a disk that fills up while files are copied would be left with half of each.
    """
    there = next(folder for folder in (site, *site.parents) if folder.is_dir())
    if os.access(cache, os.W_OK) and cache.stat().st_dev == there.stat().st_dev:
        return cache, _BESIDE
    return there, f".dateline-{_BESIDE}"


def _tidy(room: Path, prefix: str, now: float) -> None:
    """Take away what builds have left that were killed; one that is still at work began less than a day before."""
    for left in room.glob(f"{prefix}*"):
        with suppress(OSError):  # another build takes it away
            if now - left.stat().st_mtime > _LONGEST_BUILD:
                rmtree(left)


def _is_free(site: Path, events: Path) -> bool:
    """Whether a folder holds nothing but a site; what may not be built over is for the plugin to refuse."""
    try:
        check_folder(site, events)
    except SiteError:
        return False
    return True


def serve_site(options: Options, address: str | None = None) -> None:
    """Build the site into a temporary folder, serve it, and rebuild it whenever a file changes, until interrupted.

    Args:
        options: How to build it.
        address: Where to serve it, as in `127.0.0.1:8000`, or None for where the configuration says.

    Raises:
        SiteError: It cannot be built the first time, or not be served there.
    """
    with _mkdocs(options, logging.INFO):
        try:
            mkdocs_serve.serve(str(options.config_file), dev_addr=address, strict=options.strict or None)
        except OSError as error:
            if error.filename:
                raise
            # What is wrong is no file, but a host or a port.
            what = f"the site cannot be served there: {error.strerror}"
            raise SiteError(what, where=address or "dev_addr", todo="name another address with -a") from error


def _load(options: Options) -> MkDocsConfig:
    site_dir = str(options.site_dir.absolute()) if options.site_dir else None
    # MkDocs takes None for “as the configuration says”.
    return load_config(
        str(options.config_file),
        config_file_path=str(options.config_file.absolute()),
        site_dir=site_dir,
        strict=options.strict or None,
    )


def _plugin(config: MkDocsConfig, options: Options) -> DatelinePlugin:
    plugin = config.plugins.get("dateline")
    if isinstance(plugin, DatelinePlugin):
        return plugin
    raise SiteError(
        "the configuration does not use Dateline", where=str(options.config_file), todo="add “- dateline” under plugins"
    )


@contextmanager
def _mkdocs(options: Options, level: int) -> Iterator[None]:
    """Run MkDocs on the day of the build, heard as far as it matters, its errors turned into ours."""
    midnight = dt.datetime.combine(options.today, dt.time(), dt.UTC)
    variables = {"SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))}
    if options.candidates:
        variables[CANDIDATES_VARIABLE] = "1"
    with _environment(variables), _heard(level):
        try:
            yield
        except MkDocsException as error:
            what = f"MkDocs stopped: {str(error).rstrip('!.')}"
            todo = "correct what it says above" if isinstance(error, Abort) else ""
            raise SiteError(what, where=str(options.config_file), todo=todo) from error
        except OSError as error:
            # Of a file that is copied the system names where it comes from, which is not what is full.
            full = error.errno == errno.ENOSPC
            where = str(options.config_file if full else error.filename or options.config_file)
            what = f"the site cannot be made: {error.strerror or error}"
            raise SiteError(what, where=where, todo="make room, and run this again" if full else "") from error


@contextmanager
def _environment(variables: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


class _Worthwhile(logging.Filter):
    """Lets through warnings, and what the server says of its address and of changes."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING or record.name == "mkdocs.livereload"


@contextmanager
def _heard(level: int) -> Iterator[None]:
    """Show what MkDocs says on the standard error, from a level upwards."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(_Worthwhile())
    before = (logger.level, logger.propagate)
    logger.setLevel(level)
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.level, logger.propagate = before
