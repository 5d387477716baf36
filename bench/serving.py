"""How long an editor waits for the preview: from saving a file to the browser's reload event."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.cases import LIVE_EDITS, Edit, unmet
from bench.measure import OUTPUT_SHOWN, CommandError
from bench.ours import Workspace, output

# What `make serve` prints when the first build is done.
READY = "预览："
EVENTS = "/__events"
# The first build is a full one. In seconds.
START_TIMEOUT = 3600
STOP_TIMEOUT = 30
# Round numbers that no other measurement of a corpus uses.
FIRST_TURN = 1_000


def reload_times(workspace: Workspace, folder: Path, runs: int) -> dict[str, list[float]]:
    """Seconds from saving to the reload event, by kind of edit, `runs` of each after a warm-up."""
    times: dict[str, list[float]] = {name: [] for name in LIVE_EDITS}
    with _preview(workspace, folder) as port:
        builds = build_numbers(port)
        next(builds)
        for turn in range(runs + 1):
            for name, edit in LIVE_EDITS.items():
                seconds = _time_edit(workspace, folder, builds, edit, FIRST_TURN + turn)
                if turn:
                    times[name].append(seconds)
    return times


def _time_edit(
    workspace: Workspace, folder: Path, builds: Iterator[int], edit: Edit, turn: int
) -> float:
    started = time.monotonic()
    expected = edit(workspace, turn)
    next(builds)
    seconds = time.monotonic() - started
    if reason := unmet(expected, output(folder)):
        raise CommandError(f"make serve sent a reload event before the site was built: {reason}")
    return seconds


@contextmanager
def _preview(workspace: Workspace, folder: Path) -> Iterator[int]:
    """Run `make serve` on a free port, which is yielded after the first build."""
    port = _free_port()
    command = [workspace.python, "-m", "plugins.commands.serve", workspace.content]
    command += ["-o", output(folder), "-p", port]
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen(
            [str(argument) for argument in command],
            cwd=workspace.root,
            env={**os.environ, **workspace.environ},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_ready(server, log.fileno())
            yield port
        finally:
            server.send_signal(signal.SIGTERM)
            try:
                server.wait(STOP_TIMEOUT)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_until_ready(server: subprocess.Popen, log: int) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while True:
        text = os.pread(log, os.fstat(log).st_size, 0).decode("utf-8", "replace")
        if READY in text:
            return
        if server.poll() is not None or time.monotonic() > deadline:
            raise CommandError(f"make serve did not start:\n{text[-OUTPUT_SHOWN:]}")
        time.sleep(0.1)


def build_numbers(port: int) -> Iterator[int]:
    """The build numbers that a browser receives as events: the current one, then each new one."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=START_TIMEOUT)
    connection.request("GET", EVENTS)
    for line in connection.getresponse():
        if line.startswith(b"data: "):
            yield int(line.removeprefix(b"data: "))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
