"""Copies of the project, each with a process that runs its tests: see mutation/worker.py."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

WORKER = Path(__file__).with_name("worker.py")
NOT_COPIED = (".git", ".venv", ".cache", "output", ".*.building")


class Worker:
    """A copy of the project and a process that runs its tests there."""

    def __init__(self, root: Path, copy: Path, tests: list[str], files: list[str]) -> None:
        self._copy = copy
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*NOT_COPIED), symlinks=True)
        self._process = subprocess.Popen(
            [sys.executable, str(WORKER)],
            cwd=copy,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.scope = {"tests": tests, "files": files}
        self._send(self.scope)

    def _send(self, value: object) -> None:
        self._process.stdin.write(json.dumps(value) + "\n")
        self._process.stdin.flush()

    def call(self, name: str, **arguments: object) -> object:
        self._send([name, arguments])
        answer = self._process.stdout.readline()
        if not answer:
            log = Path(f"{self._copy}.log").read_text(encoding="utf-8", errors="replace")
            raise RuntimeError(f"a worker has ended:\n{log[-3000:]}")
        return json.loads(answer)

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()


@contextmanager
def start_workers(
    root: Path, jobs: int, tests: list[str], files: list[str]
) -> Iterator[list[Worker]]:
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder, ExitStack() as stack:
        workers = []
        for number in range(max(1, jobs)):
            workers.append(Worker(root, Path(folder, str(number)), tests, files))
            stack.callback(workers[-1].close)
        yield workers
