"""The process behind `make serve` that builds: all is loaded before, so a save is shown at once.

It reads a line from its standard input for each build, forks, builds in the child, and answers with
a line `<1 for a success> <number of files written>`. The child leaves nothing behind; and where the
program itself has changed, the process begins anew, so that it never builds with an old one.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

from plugins.commands.output import run
from plugins.incremental.snapshot import Snapshot, take_snapshot
from plugins.records.kinds import KINDS
from plugins.workers.parallel import can_fork

ROOT = Path(__file__).resolve().parents[2]
# What nearly every build needs; a setting of stock Pelican's does not, and loses nothing by it.
PRELOADED = (
    "pelican",
    "plugins.parsed.worker",
    "plugins.build.pelican_plugin",
    "plugins.build.pipeline",
    *KINDS.modules,
)


def main(arguments: list[str]) -> int:
    content, settings, output, answers, *restarted = arguments
    program = _program()
    for name in PRELOADED:
        import_module(name)
    command = [content, "-s", settings, "-o", output]
    if restarted:
        _answer(int(answers), *_build(command))
    while sys.stdin.readline():
        if _program() != program:
            call = [sys.executable, "-m", "plugins.commands.builder", *arguments[:4], "again"]
            os.execv(sys.executable, call)
        _answer(int(answers), *_build(command))
    return 0


def _program() -> Snapshot:
    return {
        path: stamp
        for path, stamp in take_snapshot(ROOT / "plugins").items()
        if path.endswith(".py")
    }


def _answer(pipe: int, succeeded: bool, written: int) -> None:
    os.write(pipe, f"{int(succeeded)} {written}\n".encode())


def _build(command: list[str]) -> tuple[bool, int]:
    """Whether it succeeded, and how many files it wrote."""
    if not can_fork():
        import subprocess

        done = subprocess.run([sys.executable, "-m", "pelican", *command], cwd=ROOT, check=False)
        return done.returncode == 0, 1
    read, write = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.close(read)
            os.write(write, str(_pelican(command)).encode())
            status = 0
        except SystemExit as exit_:
            if isinstance(exit_.code, str):
                print(exit_.code, file=sys.stderr)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
    os.close(write)
    with os.fdopen(read) as answer:
        answer_text = answer.read()
    _, status = os.waitpid(child, 0)
    return status == 0, int(answer_text or 0)


def _pelican(command: list[str]) -> int:
    """Run Pelican here; how many files it wrote. Exits as Pelican does when it fails."""
    import pelican
    from pelican.plugins import signals

    written: list[str] = []

    def add_path(path: str, **_context: object) -> None:
        written.append(path)

    signals.content_written.connect(add_path)
    os.chdir(ROOT)
    pelican.main(command)
    return len(written)


if __name__ == "__main__":
    sys.exit(run(lambda: main(sys.argv[1:])))
