"""`dateline …`, which is also `python -m generator …`.

Each command is a module of `generator.commands`; it is imported when it is called for, so that a command starts
without the libraries of the others. An error that a person can act on is caught here, once, and printed as where,
what, what to do.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import keyword
import sys

import click

import generator
from generator.errors import DatelineError, FaultyTimelineError

__all__ = ["main"]

COMMANDS = {
    "init": "Begin a whole new timeline in a folder.",
    "fetch": "Fetch the pages of articles, politely, into the folder of articles.",
    "extract": "Read articles and add the events that they report to the timeline.",
    "review": "Judge the candidates one after another, in the terminal.",
    "import": "Take in events from the files of others: TimelineJS, tables, calendars.",
    "check": "Find every fault in the timeline's file.",
    "accept": "Accept candidates: they are published from now on.",
    "reject": "Reject candidates: they are never proposed again.",
    "merge": "Make one event of two.",
    "rename": "Give an event another id; its old address leads to the new one.",
    "resolve": "Say when a source was published; what waited for it gets its dates.",
    "withdraw": "Withdraw a published event: its page stays, and says why.",
    "redact": "Take a person's name out of the timeline.",
    "split": "Put the events of a timeline into files, one a year.",
    "join": "Put the events of all files of a timeline into one.",
    "migrate": "Bring the timeline's file to the schema of this version.",
    "explain": "Tell the whole trail of an event, or of a line of an article.",
    "diff": "Tell in sentences what changed in the timeline since a revision.",
    "links": "Ask for the address of every source, and say which lead nowhere.",
    "timex": "Show every expression of time in a text, its value and why.",
    "digest": "Tell what is new and what was corrected, for a newsletter.",
    "build": "Check the timeline and build the site.",
    "serve": "Build the site, show it on this machine, and rebuild it when a file changes.",
    "github": "Do what a workflow on GitHub asks for.",
}
"""Each command with its help in one line; its module has the same name, but for a word of Python's own: `import_`."""


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click's signature
        """The names, in the order in which a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 click's signature
        """The command, or None for a name that is none."""
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"generator.commands.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 click's signature
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Example:
  dateline extract articles/ --events data/events.yaml
  dateline check
  dateline build
""",
)
@click.version_option(generator.__version__, prog_name="dateline")
def dateline() -> None:
    """Turn news articles into a published, sourced timeline."""


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end the process.

    Exits with 0 when all was done, 1 when something was wrong with the input, 2 when the command was not understood.
    """
    # What a process leaves, the system takes back; for a tenth of a second the collector would look through it first.
    atexit.register(gc.freeze)
    try:
        dateline.main(args=arguments, prog_name="dateline", standalone_mode=True)
    except DatelineError as error:
        if isinstance(error, FaultyTimelineError):
            for fault in error.faults:
                click.echo(fault, err=True)
        click.echo(f"dateline: {error}", err=True)
        sys.exit(1)
    except (
        OSError
    ) as error:  # such as a full disk behind `> file`; what can be said of a file was said where it is read
        where = f"{error.filename}: " if error.filename else ""
        reason = (error.strerror or str(error)).lower()
        click.echo(f"dateline: {where}the system refuses: {reason} — mend that, and run this again", err=True)
        sys.exit(1)
