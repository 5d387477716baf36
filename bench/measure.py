"""What a command uses: time by the clock, processor time, and the memory of its largest process.

The command is started by a small process of its own (`bench/launch.py`) that waits for it and says
what the kernel counted. Two properties of Linux make that necessary:

- A child's peak memory begins with the peak of the process that it was forked from, so a child of
  a large parent looks large whatever it does.
- `RUSAGE_CHILDREN` adds up all children that a process ever had, so a second command would be
  given the time of the first.

`os.wait4` gives the command's own times with those of all descendants it waited for, workers
included, and as memory the peak of the largest single one of them. Memory that workers share with
the process they were forked from is counted in each. A worker that is never waited for is missing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Python keeps its bytecode, as it does for whoever has not told it otherwise.
_ENVIRON = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
LAUNCHER = Path(__file__).with_name("launch.py")
SHOWN = 3_000


@dataclass(frozen=True)
class Usage:
    """Seconds, seconds, bytes."""

    wall: float
    cpu: float
    memory: int


class Failed(Exception):
    """A measured command ended with an error: what it said is the message."""


def measure(
    command: Sequence[str | Path], folder: Path, environ: Mapping[str, str] | None = None
) -> Usage:
    """Run `command` in `folder` and say what it used; `environ` adds to this process's own.

    Raises Failed when it ends with an error. What it prints goes to a file, not to a terminal
    that takes time to draw it.
    """
    started = [sys.executable, "-I", "-S", str(LAUNCHER), *map(str, command)]
    # Writing that is still going on behind an earlier run would be charged to this one.
    os.sync()
    done = subprocess.run(
        started,
        cwd=folder,
        env={**_ENVIRON, **(environ or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Failed(f"{' '.join(started)}\n{done.stderr}")
    found = json.loads(done.stdout)
    if found["status"]:
        raise Failed(f"{' '.join(map(str, command))}\n{found['said'][-SHOWN:]}")
    return Usage(found["wall"], found["cpu"], found["memory"])
