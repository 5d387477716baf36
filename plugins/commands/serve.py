"""`make serve`: build, serve, and build again when content, theme, plugins or settings change."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from watchfiles import watch

from plugins.build.places import why_not_there
from plugins.commands.in_words import in_words
from plugins.commands.output import run
from plugins.commands.preview import Preview

ROOT = Path(__file__).resolve().parents[2]
POLL_MILLISECONDS = 1000


class Builder:
    """A process that builds the site when it is asked to, and puts in place only a whole one."""

    def __init__(self, content: Path, settings: Path, output: Path) -> None:
        read, write = os.pipe()
        os.set_inheritable(write, True)
        arguments_of_builder = [*map(str, (content, settings, output)), str(write)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "plugins.commands.builder", *arguments_of_builder],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            text=True,
            close_fds=False,
        )
        os.close(write)
        if self._process.stdin is None:
            raise RuntimeError("the builder has no standard input")
        self._requests = self._process.stdin
        self._answers = os.fdopen(read)

    def build(self) -> int | None:
        """How many files were written; None when the build failed."""
        self._requests.write("build\n")
        self._requests.flush()
        succeeded, _, written = self._answers.readline().partition(" ")
        return int(written) if succeeded == "1" else None

    def close(self) -> None:
        self._requests.close()
        self._process.wait()


def rebuild(build: Callable[[], int | None]) -> bool:
    """Build; whether something changed that an open page should show."""
    # The tasks of VS Code know by these lines when the findings of a build begin and end.
    print("正在生成……", flush=True)
    started = time.monotonic()
    written = build()
    if written is None:
        print("生成时出错，保留上一次生成的网站。改好后会自动重新生成。", flush=True)
        return False
    seconds = time.monotonic() - started
    what = f"更新 {written} 个文件" if written else "没有变化"
    print(f"已生成，用时 {seconds:.1f} 秒，{what}。", flush=True)
    return written > 0


def watch_changes(
    folders: list[Path], files: list[Path], changed: threading.Event, stop: threading.Event
) -> None:
    """Set `changed` each time something under `folders` or one of `files` changes, until `stop`.

    Single files are compared by time: most editors save by replacing a file, and a watch on it
    would stay with the file that was replaced.
    """
    times = _times(files)
    watched = watch(
        *(folder for folder in folders if folder.is_dir()),
        stop_event=stop,
        rust_timeout=POLL_MILLISECONDS,
        yield_on_timeout=True,
    )
    for found in watched:
        before, times = times, _times(files)
        if found or times != before:
            changed.set()


def _times(files: list[Path]) -> list[int]:
    return [file.stat().st_mtime_ns if file.is_file() else 0 for file in files]


@in_words
def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(prog="make serve", description="本机预览，改动后自动刷新。")
    parser.add_argument(
        "content", nargs="?", type=Path, default=root / "content", help="稿件文件夹"
    )
    parser.add_argument("-o", "--output", type=Path, default=root / "output", help="输出文件夹")
    parser.add_argument("-s", "--settings", type=Path, default=root / "pelicanconf.py", help="设置")
    parser.add_argument("-p", "--port", type=int, default=8000, help="端口")
    parser.add_argument("-b", "--bind", default="127.0.0.1", help="地址，只给本机看时不要改")
    options = parser.parse_args(arguments)
    content, output, settings = (
        path.resolve() for path in (options.content, options.output, options.settings)
    )
    folders = [content, root / "theme", root / "plugins"]
    reason = why_not(output, folders)
    if reason:
        print(reason, file=sys.stderr)
        return 1
    try:
        server = Preview((options.bind, options.port), output)
    except OSError as error:
        hint = f"换一个：make serve PORT={options.port + 1}"
        print(f"端口 {options.port} 不能用（{error.strerror}）。{hint}", file=sys.stderr)
        return 1
    # Whoever ends the preview by a plain kill gets the same orderly end as by Ctrl+C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    builder = Builder(content, settings, output)
    try:
        _run(server, folders, settings, lambda: rebuild(builder.build))
    except KeyboardInterrupt:
        print("\n预览结束。")
    finally:
        builder.close()
    return 0


def why_not(output: Path, sources: Iterable[Path]) -> str | None:
    """Why `output` must not be written to: something there is no built site."""
    output = output.resolve()
    if reason := why_not_there(output, sources):
        return reason
    if output.is_dir() and any(output.iterdir()) and not (output / "index.html").is_file():
        return f"{output} 里有别的文件，不像是生成的网站。请另选一个输出文件夹，或先清空它。"
    return None


def _run(server: Preview, folders: list[Path], settings: Path, update: Callable[[], bool]) -> None:
    """Serve and update until interrupted. A save during a build leads to another build."""
    changed, stop = threading.Event(), threading.Event()
    watching = (folders, [settings], changed, stop)
    try:
        threading.Thread(target=watch_changes, args=watching).start()
        threading.Thread(target=server.serve_forever).start()
        if update():
            server.reload()
        print(f"预览：{server.url}（保存文件后自动刷新，按 Ctrl+C 结束）", flush=True)
        while True:
            changed.wait()
            changed.clear()
            if update():
                server.reload()
    finally:
        stop.set()
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    sys.exit(run(main))
