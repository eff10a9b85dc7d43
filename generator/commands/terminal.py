"""A terminal, for what asks a person one thing after another: lines that fit the window, keys, and a line of text.

No screen is taken over: what was shown scrolls away as all else does, which works over ssh, in any window, with a
screen reader, and is there to be looked up afterwards. A key is click's to read, a line is readline's to edit.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from generator.errors import UsageError
from generator.reviewing.card import BETWEEN_KEYS, Line, Role

__all__ = ["KeyTerminal", "terminal"]

_LOOKS: dict[Role, str] = {
    "head": "reverse",
    "title": "bold",
    "date": "bold cyan",
    "text": "",
    "quote": "italic",
    "aside": "dim",
    "warning": "yellow",
    "done": "green",
    "keys": "bold",
}
"""How a line looks by its role. No look says what its words do not: NO_COLOR takes the colours away."""

_ESCAPE = "\x1b"


class KeyTerminal:
    """The terminal that the program was started from.

    Args:
        console: What is printed on.
    """

    def __init__(self, console: Console) -> None:
        self._console = console

    def show(self, lines: Iterable[Line]) -> None:
        """Print lines, broken between words where the window ends now; a row of keys between these."""
        for line in self._rows(lines):
            if not line.text:
                self._console.print()  # padding around nothing prints no line, and a card's parts would have no gap
                continue
            text = Text(line.text, style=_LOOKS[line.role], overflow="fold")
            self._console.print(Padding(text, (0, 0, 0, line.indent), expand=False))

    def _rows(self, lines: Iterable[Line]) -> Iterator[Line]:
        """The lines, a row of keys in as many as it takes: no key stands apart from what it does."""
        for line in lines:
            row = ""
            for key in line.text.split(BETWEEN_KEYS) if line.role == "keys" else ():
                longer = f"{row}{BETWEEN_KEYS}{key}" if row else key
                if row and len(longer) > self._console.width:
                    yield replace(line, text=row)
                    longer = key
                row = longer
            yield replace(line, text=row) if row else line

    def key(self) -> str:
        """Wait for a key; what was typed before it was waited for does not count.

        Raises:
            KeyboardInterrupt: It was Ctrl+C.
            EOFError: It was Ctrl+D, or the window was closed.
        """
        typed = click.getchar()
        if not typed:
            raise EOFError
        # An arrow or the like comes as several characters, of which the letters are no key that was pressed.
        return typed if typed.startswith(_ESCAPE) else typed[0]

    def ask(self, question: str, current: str = "") -> str:
        """Ask for a line of text, which stands there already to be changed.

        Raises:
            KeyboardInterrupt: The person gave up with Ctrl+C.
            EOFError: Or with Ctrl+D.
        """
        with _kept_in_front(), _standing_there(current) as stands:
            shown = f"{question}: " if stands or not current else f"{question} [{current}]: "
            try:
                answer = input(shown)
            except (KeyboardInterrupt, EOFError):
                self._console.print()
                raise
        return answer if stands else answer or current


@contextlib.contextmanager
def _kept_in_front() -> Iterator[None]:
    """Let Ctrl+Z do nothing while a line is asked for, as where a key is: readline forgets a line that was left so."""
    import signal

    stop = getattr(signal, "SIGTSTP", None)
    if stop is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(stop, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(stop, before)


@contextlib.contextmanager
def _standing_there(text: str) -> Iterator[bool]:
    """Put a text into the line that is asked for; False where Python has no readline to do it."""
    try:
        import readline
    except ImportError:  # Windows
        yield False
        return
    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        yield True
    finally:
        readline.set_startup_hook(None)


def terminal(todo: str) -> KeyTerminal:
    """The terminal that the program was started from.

    Args:
        todo: What to do instead where there is none.

    Raises:
        UsageError: Nobody sits there: standard input or output is no terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("this asks a person at a terminal, and there is none", todo=todo)
    return KeyTerminal(Console(highlight=False, soft_wrap=False))
