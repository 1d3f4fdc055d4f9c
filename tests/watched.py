"""The program in a process that is watched: what it writes where, whom it calls, what it starts.

Python tells an audit hook (PEP 578) of each such deed, in the program and in its workers. Libraries in C
tell nothing, so the folders are looked at too.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.commands import Answer

_HOOK = """
import json, os, sys

_CALLS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request", "webbrowser.open"}
_STARTS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile"}
_CHANGES = {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LOG = os.environ["WATCHED"]


def _tell(kind, event, what):
    line = json.dumps([kind, event, what]) + "\\n"
    log = os.open(_LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(log, line.encode("ascii"))
    os.close(log)


def _path(value):
    return os.path.abspath(os.fsdecode(value)) if isinstance(value, (str, bytes, os.PathLike)) else ""


def _watch(event, args):
    if event == "open" and args[2] & _WRITES and _path(args[0]) not in ("", _LOG):
        _tell("write", event, _path(args[0]))
    elif event in _CHANGES and args[-1] in (None, -1):  # not within a folder that is open already
        for value in args:
            if _path(value):
                _tell("write", event, _path(value))
    elif event in _STARTS:
        _tell("start", event, repr(args[:2]))
    elif event in _CALLS or (event == "socket.connect" and isinstance(args[1], tuple)):
        _tell("call", event, repr(args[1:]))
        raise OSError("no network here")


sys.addaudithook(_watch)
"""


class Deed(NamedTuple):
    """Something that reaches beyond a process: ``write`` a path, ``start`` a program, ``call`` a host."""

    kind: str
    event: str
    what: str


class Watched(NamedTuple):
    """What the program left behind, and what it did."""

    answer: Answer
    deeds: tuple[Deed, ...]


def watch(scratch: Path, *arguments: str | Path, stdin: bytes = b"") -> Watched:
    """Run the program in ``scratch/work``, with cache, home and temporary files beside that folder."""
    for name in ("hook", "work", "home", "cache", "tmp"):
        (scratch / name).mkdir(exist_ok=True)
    (scratch / "hook" / "sitecustomize.py").write_text(_HOOK, "utf-8")
    log = scratch / "deeds"
    log.unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "extract", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=scratch / "work",
        env={
            **os.environ,
            "PYTHONPATH": str(scratch / "hook"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "WATCHED": str(log),
            "HOME": str(scratch / "home"),
            "XDG_CACHE_HOME": str(scratch / "cache"),
            "TMPDIR": str(scratch / "tmp"),
        },
        check=False,
        timeout=300,
    )
    lines = log.read_text("ascii").splitlines() if log.exists() else []
    answer = Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    return Watched(answer, tuple(Deed(*json.loads(line)) for line in lines))


def contents(*folders: Path) -> dict[str, str]:
    """Every path below some folders, and the hash of each file: to be the same before and after."""
    return {
        os.fspath(path): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for folder in folders
        for path in sorted(folder.rglob("*"))
    }
