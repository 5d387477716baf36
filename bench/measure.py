"""Resources used by a command: elapsed time, CPU time, and the memory of its largest process.

A small launcher process (`bench/launch.py`) starts the command, waits for it, and reports what the
kernel counted. Two properties of Linux make the launcher necessary:

- The peak memory of a child starts at the peak of the process that forked it, so a child of a large
  parent is reported as large whatever it does.
- `RUSAGE_CHILDREN` is the sum over all children that a process ever had, so a second command would
  be charged with the time of the first.

`os.wait4` returns the times of the command with those of all descendants that it waited for,
workers included, and as memory the peak of the largest single process. Memory that workers share
with the process that forked them is counted in each. A worker that is never waited for is missing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Users have Python's bytecode cache, so a measured command has it too.
_ENVIRON = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
LAUNCHER = Path(__file__).with_name("launch.py")
# How much of a failed command's output is shown, in characters from its end.
OUTPUT_SHOWN = 3_000


@dataclass(frozen=True)
class Usage:
    """`wall` and `cpu` in seconds, `memory` in bytes."""

    wall: float
    cpu: float
    memory: int


class CommandError(Exception):
    """A measured command failed. The message is the end of its output."""


def measure(
    command: Sequence[str | Path], folder: Path, environ: Mapping[str, str] | None = None
) -> Usage:
    """Run `command` in `folder` and return what it used; `environ` adds to the environment.

    Raises CommandError when the command fails. Its output goes to a file: writing to a terminal
    takes time.
    """
    launch = [sys.executable, "-I", "-S", str(LAUNCHER), *map(str, command)]
    # Otherwise this command may be slowed down by pending writes of an earlier one.
    os.sync()
    process = subprocess.run(
        launch,
        cwd=folder,
        env={**_ENVIRON, **(environ or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if process.returncode:
        raise CommandError(f"{' '.join(launch)}\n{process.stderr}")
    result = json.loads(process.stdout)
    if result["status"]:
        raise CommandError(f"{' '.join(map(str, command))}\n{result['output'][-OUTPUT_SHOWN:]}")
    return Usage(result["wall"], result["cpu"], result["memory"])
