"""How long an editor waits: from a saved file to the event that makes the browser load again."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.cases import add_sentence, missing
from bench.measure import SHOWN, Failed
from bench.ours import ROOT, Scene, output

READY = "预览："
EVENTS = "/__events"
# The first build is one of the whole site; nobody waits longer than this for it.
PATIENCE = 3600
ENDING = 30


def waits(scene: Scene, folder: Path, runs: int) -> list[float]:
    """Seconds from saving to the event, once for each of `runs` edits and one before to warm up.

    The edits go on from turn 1,000, so that they differ from all others.
    """
    with _preview(scene, folder) as port:
        numbers = _numbers(port)
        next(numbers)
        return [_wait(scene, folder, numbers, 1_000 + turn) for turn in range(runs + 1)][1:]


def _wait(scene: Scene, folder: Path, numbers: Iterator[int], turn: int) -> float:
    started = time.monotonic()
    ordinary = scene.manifest.ordinary
    shown = add_sentence(scene, ordinary[turn % len(ordinary)], turn)
    next(numbers)
    seconds = time.monotonic() - started
    if reason := missing(shown, output(folder)):
        raise Failed(f"make serve told of a build too early: {reason}")
    return seconds


@contextmanager
def _preview(scene: Scene, folder: Path) -> Iterator[int]:
    """`make serve` on a free port, ready when it has built the site for the first time."""
    port = _free_port()
    command = [sys.executable, "-m", "plugins.commands.serve", scene.content]
    command += ["-o", output(folder), "-p", port]
    with tempfile.TemporaryFile("w+") as said:
        server = subprocess.Popen(
            [str(word) for word in command],
            cwd=ROOT,
            env={**os.environ, **scene.environ},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            _until_ready(server, said.fileno())
            yield port
        finally:
            server.send_signal(signal.SIGTERM)
            try:
                server.wait(ENDING)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _until_ready(server: subprocess.Popen, said: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        text = os.pread(said, os.fstat(said).st_size, 0).decode("utf-8", "replace")
        if READY in text:
            return
        if server.poll() is not None or time.monotonic() > deadline:
            raise Failed(f"make serve did not start:\n{text[-SHOWN:]}")
        time.sleep(0.1)


def _numbers(port: int) -> Iterator[int]:
    """The numbers of the builds, as a browser is told them: the present one, then each new one."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", EVENTS)
    for line in connection.getresponse():
        if line.startswith(b"data: "):
            yield int(line.removeprefix(b"data: "))


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
