"""`make serve`: build, serve, and build again when content, theme, plugins or settings change."""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from watchfiles import watch

from plugins.commands.mirror import mirror, why_not
from plugins.commands.preview import Preview
from plugins.publish import build_in_child

ROOT = Path(__file__).resolve().parents[2]
POLL_MILLISECONDS = 1000


def rebuild(build: Callable[[Path], bool], staging: Path, output: Path) -> bool:
    """Build into `staging`; only a site that was built whole reaches `output`.

    Whether `output` changed. `staging` is kept for the next build to go on from, unless a failure
    left half a site there.
    """
    started = time.monotonic()
    if not build(staging):
        shutil.rmtree(staging, ignore_errors=True)
        print("生成时出错，保留上一次生成的网站。改好后会自动重新生成。", flush=True)
        return False
    changed = mirror(staging, output)
    seconds = time.monotonic() - started
    what = f"更新 {changed} 个文件" if changed else "没有变化"
    print(f"已生成，用时 {seconds:.1f} 秒，{what}。", flush=True)
    return changed > 0


def note_changes(
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
    with tempfile.TemporaryDirectory(prefix="chengchuang-") as folder:

        def build(staging: Path) -> bool:
            return build_in_child(root, content, settings, staging)

        try:
            _run(server, folders, settings, lambda: rebuild(build, Path(folder) / "site", output))
        except KeyboardInterrupt:
            print("\n预览结束。")
    return 0


def _run(server: Preview, folders: list[Path], settings: Path, update: Callable[[], bool]) -> None:
    """Serve and update until interrupted. A save during a build leads to another build."""
    changed, stop = threading.Event(), threading.Event()
    noting = (folders, [settings], changed, stop)
    try:
        threading.Thread(target=note_changes, args=noting).start()
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
    sys.exit(main())
