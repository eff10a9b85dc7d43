"""Runs a write of a timeline again and again, and each time lets another call of the system go wrong.

`test_write_faults.py` starts it as a program of its own, with one thread, because it forks. A child does the real
write under `ptrace`, by which its parent stops it at each call, as a debugger does; there it kills the child, or
answers in the system's place. So nothing of the program is replaced, and no call is forgotten. Linux on x86-64 alone.
"""

from __future__ import annotations

import ctypes
import errno
import gc
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from generator.curating import write
from generator.curating.load import read_text
from generator.curating.parts import joined
from generator.curating.write import locked, replace_file
from generator.errors import DatelineError

TRACEME, PEEKUSER, POKEUSER, GO_ON, DETACH, SYSCALL, SETOPTIONS = 0, 3, 6, 7, 17, 24, 0x4200
"""What is asked of ptrace(2); from linux/ptrace.h."""

TELL_CALLS_FROM_SIGNALS, DIE_WITH_PARENT = 0x1, 0x100000
END = "\0"
AT_A_CALL = signal.SIGTRAP | 0x80

RAX, RDX, ORIG_RAX = (8 * place for place in (10, 12, 15))
"""Where the answer, the third argument and the number of a call stand; from sys/user.h."""

NAMES = {
    0: "read",
    1: "write",
    3: "close",
    4: "stat",
    5: "fstat",
    6: "lstat",
    8: "lseek",
    72: "fcntl",
    73: "flock",
    74: "fsync",
    77: "ftruncate",
    82: "rename",
    83: "mkdir",
    84: "rmdir",
    87: "unlink",
    89: "readlink",
    90: "chmod",
    91: "fchmod",
    92: "chown",
    93: "fchown",
    217: "getdents64",
    257: "openat",
    258: "mkdirat",
    262: "newfstatat",
    263: "unlinkat",
    264: "renameat",
    267: "readlinkat",
    268: "fchmodat",
    316: "renameat2",
    332: "statx",
}
"""The calls that are about files; from the table of x86-64. A child may be killed at any other, too."""

CHANGING = {"write", "fsync", "rename", "renameat2", "mkdir", "unlink", "chmod", "chown", "openat"}
"""Those that may change something; a death at any other call is as one at the next of these."""

LASTING = {"full", "read-only"}
ENDS = {"close", "flock"}
REFUSALS = (errno.EACCES, errno.ENOSPC, errno.EXDEV, errno.ESTALE)
WRITE_FLAGS = os.O_CREAT | os.O_WRONLY | os.O_RDWR

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes, libc.ptrace.restype = [ctypes.c_long] * 4, ctypes.c_long


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong.

    Attributes:
        kind: `kill` ends the process instead of the call, `torn` after half of a `write`; `refuse` answers with an
            error and does nothing; `deny` does it and answers with an error all the same, as a network disk may; `full`
            and `read-only` refuse this call and all that follow, as far as they write.
        number: The error of the answer.
    """

    kind: str
    number: int = 0

    @property
    def name(self) -> str:
        return f"{self.kind} {errno.errorcode[self.number]}" if self.number else self.kind


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one run.

    Attributes:
        fault, call, step: What went wrong, in which call, and the how many-th call that was.
        said: `killed`, nothing where the write returned, an error for people, or `Traceback: …`.
        files: What each file of the timeline then held, by its name.
        link: Whether the file's path is a link.
        next_run: What the next run, in which all is well, said: nothing if it did its work.
        left: What then was in the folder that is no file of the timeline.
    """

    fault: str
    call: str
    step: int
    said: str
    files: dict[str, str]
    link: bool
    next_run: str
    left: list[str]


class Traced:
    """A child that waits, stopped, to do some work call by call.

    Args:
        work: What it is to do.
    """

    def __init__(self, work: Callable[[], None]) -> None:
        self._answer, told = os.pipe()
        self._process = os.fork()
        if not self._process:
            _be_traced(work, told)
        os.close(told)
        os.waitpid(self._process, 0)
        self._ask(SETOPTIONS, 0, TELL_CALLS_FROM_SIGNALS | DIE_WITH_PARENT)

    def calls(self) -> Iterator[str]:
        """Its calls about files, by name, each before it is done, until the work is done or the child is dead.

        Whoever takes a name has to `do` the call.
        """
        while self._goes_on():
            name = NAMES.get(self._ask(PEEKUSER, ORIG_RAX, 0), "")
            if name:
                yield name
            elif not self._goes_on():
                return

    def do(self, fault: Fault | None) -> None:
        """Let the call at which the child stands be done, or go wrong."""
        if fault and fault.kind == "torn":
            self._ask(POKEUSER, RDX, self._ask(PEEKUSER, RDX, 0) // 2)
        if fault and fault.kind in {"refuse", "full", "read-only"}:
            self._ask(POKEUSER, ORIG_RAX, -1)
        if fault is None or fault.kind != "kill":
            self._goes_on()
        if fault and fault.number:
            self._ask(POKEUSER, RAX, -fault.number)
        elif fault:
            os.kill(self._process, signal.SIGKILL)

    def do_the_rest(self) -> None:
        """Let it work undisturbed until it has done."""
        self._ask(GO_ON, 0, 0)
        os.waitpid(self._process, 0)

    def opens_to_write(self) -> bool:
        """Whether a call to open a file is one to write it."""
        return bool(self._ask(PEEKUSER, RDX, 0) & WRITE_FLAGS)

    def end(self) -> str:
        """Let it go, and hear what it has to say."""
        self._ask(DETACH, 0, 0)
        with os.fdopen(self._answer) as answer:
            said = answer.read()
        return said.removesuffix(END) if said else "killed"

    def _ask(self, *request: int) -> int:
        return int(libc.ptrace(request[0], self._process, *request[1:]))

    def _goes_on(self) -> bool:
        self._ask(SYSCALL, 0, 0)
        _, status = os.waitpid(self._process, 0)
        return os.WIFSTOPPED(status) and os.WSTOPSIG(status) == AT_A_CALL


def _be_traced(work: Callable[[], None], told: int) -> None:
    """Do the work, as a child, and say what came of it."""
    libc.ptrace(TRACEME, 0, 0, 0)
    os.kill(os.getpid(), signal.SIGSTOP)
    said = ""
    try:
        work()
    except (DatelineError, OSError) as error:  # what the command line says in a sentence
        said = str(error)
    except BaseException as error:  # noqa: BLE001 it is what the test looks for
        said = f"Traceback: {error!r}"
    os.kill(os.getpid(), signal.SIGSTOP)
    os.write(told, f"{said}{END}".encode())
    os._exit(0)


@dataclass(frozen=True, slots=True)
class Scene:
    """A timeline before and after a write.

    Attributes:
        old, new: The text of each file, by its name from the timeline's folder.
        link: Whether `events.yaml` is a link to a file elsewhere.
        swaps: Whether the disk lets two files change places, as a network disk does not.
    """

    old: dict[str, str]
    new: dict[str, str]
    link: bool = False
    swaps: bool = True

    def make(self, folder: Path) -> Path:
        """Write the old files; gives the path of the timeline."""
        shutil.rmtree(folder, ignore_errors=True)
        data = folder / "data"
        data.mkdir(parents=True)
        (folder / "elsewhere").mkdir()
        for name, text in self.old.items():
            path = data / name
            path.parent.mkdir(exist_ok=True)
            if self.link:
                path.symlink_to(Path("../elsewhere/real.yaml"))
            path.write_text(text, encoding="utf-8")
        return data / "events.yaml"

    def write(self, path: Path) -> None:
        """The work: what every command that changes a timeline does."""
        with locked(path):
            replace_file(path, read_text(path).text, one_text(self.new))

    def write_what_was_read(self, path: Path) -> None:
        """The same, of a timeline that was read before."""
        with locked(path):
            replace_file(path, one_text(self.old), one_text(self.new))


def one_text(files: dict[str, str]) -> str:
    """The text of a timeline's files, as it is read and edited."""
    return files["events.yaml"] if list(files) == ["events.yaml"] else joined(files.items())


def lines(word: str, *numbers: int) -> str:
    """A text of which every line tells which it is."""
    return "".join(f"# {word} {number} {'.' * 200}\n" for number in numbers)


SCENES = {
    "one file": Scene({"events.yaml": lines("old", *range(60))}, {"events.yaml": lines("new", *range(70))}),
    "link": Scene({"events.yaml": lines("old", 1)}, {"events.yaml": lines("new", 2)}, link=True),
    "network disk": Scene({"events.yaml": lines("old", *range(60))}, {"events.yaml": lines("new", 1)}, swaps=False),
    "several files": Scene(
        {"timeline.yaml": lines("t", 0), "events/2022.yaml": lines("e", 1, 2), "events/2023.yaml": lines("e", 3)},
        {"timeline.yaml": lines("t", 0), "events/2022.yaml": lines("e", 2), "events/2023.yaml": lines("e", 1, 3)},
    ),
    "split": Scene(
        {"events.yaml": lines("e", 1, 2)},
        {"timeline.yaml": lines("t", 0), "events/2022.yaml": lines("e", 1), "events/2023.yaml": lines("e", 2)},
    ),
    "join": Scene(
        {"timeline.yaml": lines("t", 0), "events/2022.yaml": lines("e", 1), "events/2023.yaml": lines("e", 2)},
        {"events.yaml": lines("t", 0) + lines("e", 1, 2)},
    ),
}


def faults_of(call: str) -> Iterator[Fault]:
    """What can go wrong in a call."""
    yield Fault("refuse", errno.EIO)
    if call in CHANGING | ENDS:
        yield Fault("kill")
    if call == "write":
        yield Fault("torn")
        yield Fault("full", errno.ENOSPC)
    if call in CHANGING:
        yield Fault("read-only", errno.EROFS)
        yield Fault("deny", errno.EIO)
    if call == "renameat2":
        yield Fault("refuse", errno.EINVAL)  # where it must be done in another way
    if call.startswith("rename"):
        yield from (Fault("refuse", number) for number in REFUSALS)


def goes_wrong(fault: Fault, child: Traced, call: str) -> bool:
    """Whether a call after the first that went wrong does so too."""
    if fault.kind == "full":
        return call == "write"
    return fault.kind == "read-only" and call in CHANGING and (call != "openat" or child.opens_to_write())


def run(scene: Scene, path: Path, step: int, fault: Fault | None) -> tuple[list[str], str]:
    """Do the work of a scene, and let something go wrong.

    Args:
        scene: The scene.
        path: The path of its timeline.
        step: The call at which it goes wrong, counted from 0.
        fault: What goes wrong; None for nothing.

    Returns:
        The calls that were made, and what the child said.
    """
    child = Traced(lambda: scene.write(path))
    calls: list[str] = []
    for call in child.calls():
        if fault and len(calls) > step and fault.kind not in LASTING:
            child.do_the_rest()
            break
        now = len(calls) == step or (fault and len(calls) > step and goes_wrong(fault, child, call))
        calls.append(call)
        child.do(fault if now else None)
    return calls, child.end()


def outcome(scene: Scene, folder: Path, step: int, fault: Fault) -> Outcome:
    """Let something go wrong, and see what became of the timeline, and of the next run."""
    path = scene.make(folder)
    calls, said = run(scene, path, step, fault)
    names = scene.old.keys() | scene.new.keys()
    held = {name: (path.parent / name).read_text() for name in sorted(names) if (path.parent / name).is_file()}
    link = path.is_symlink()
    try:
        scene.write(path)
        next_run = ""
    except DatelineError as error:
        next_run = str(error)
    ours = {path.parent / name for name in names} | {folder / "elsewhere" / "real.yaml"}
    left = [str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file() and each not in ours]
    return Outcome(fault.name, calls[step], step, said, held, link, next_run, left)


SAVED = "# what an editor has saved\n"


def saved_over(path: Path) -> None:
    """Save a file as some editors do: the old one is written anew."""
    path.write_text(SAVED, encoding="utf-8")


def saved_beside(path: Path) -> None:
    """Save a file as others do: a new one is put in its place."""
    beside = path.with_suffix(".saved")
    beside.write_text(SAVED, encoding="utf-8")
    beside.replace(path)


@dataclass(frozen=True, slots=True)
class Save:
    """What became of what an editor saved while a run worked.

    Attributes:
        editor, call, step: How it was saved, before which call, and the how many-th call that was.
        said: What the run said.
        kept: Whether the file holds what was saved.
    """

    editor: str
    call: str
    step: int
    said: str
    kept: bool


def saves(scene: Scene, folder: Path) -> Iterator[Save]:
    """Let an editor save a file that is to be changed, before each call of a run that has read it already."""
    name = next((name for name in scene.old if scene.old[name] != scene.new.get(name, scene.old[name])), None)
    if name is None:  # files are only made and deleted
        return
    for editor in (saved_over, saved_beside):
        step, calls = 0, [""]
        while step < len(calls):
            path = scene.make(folder)
            child = Traced(partial(scene.write_what_was_read, path))
            calls = []
            for call in child.calls():
                if len(calls) == step:
                    editor((path.parent / name).resolve())
                calls.append(call)
                child.do(None)
            said = child.end()
            if step < len(calls):
                kept = (path.parent / name).read_text(encoding="utf-8") == SAVED
                yield Save(editor.__name__, calls[step], step, said, kept)
            step += 1


def main() -> None:
    """Say, as JSON, what became of every run of a scene, in a folder: `write_faults.py SCENE FOLDER`."""
    scene, folder = SCENES[sys.argv[1]], Path(sys.argv[2]) / "run"
    if not scene.swaps:
        write.exchange = lambda *_: False
    scene.write(scene.make(folder))  # so that everything is loaded
    gc.freeze()
    if hasattr(os, "sched_setaffinity"):  # parent and child take turns: on one core they need not wait for the other
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    calls, said = run(scene, scene.make(folder), -1, None)
    if said or not calls:
        sys.exit(f"nothing was traced: {said}")
    outcomes = [
        asdict(outcome(scene, folder, step, fault)) for step, call in enumerate(calls) for fault in faults_of(call)
    ]
    found = {"calls": calls, "old": scene.old, "new": scene.new, "outcomes": outcomes}
    json.dump(found | {"saves": [asdict(save) for save in saves(scene, folder)]}, sys.stdout)


if __name__ == "__main__":
    main()
