"""`make serve` as an editor runs it: a process of its own over a small folder of content."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Pelican's own settings and theme: what is tested here does not depend on ours.
SETTINGS = """\
SITENAME = "甲"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
DELETE_OUTPUT_DIRECTORY = True
"""
RECORD = "Title: 绿化\nDate: 2026-01-01\nSlug: a\nCategory: x\n\n{}\n"


class Live:
    """One record in `folder`; `rest` is what the process said last, once it has ended."""

    def __init__(self, folder: Path) -> None:
        self.content, self.output = folder / "content", folder / "output"
        self.settings, self.record = folder / "conf.py", self.content / "a.md"
        self.content.mkdir()
        self.settings.write_text(SETTINGS, encoding="utf-8")
        self.write("第一版")
        self.process: subprocess.Popen | None = None
        self.rest = ""

    def write(self, text: str) -> None:
        self.record.write_text(RECORD.format(text), encoding="utf-8")

    def start(self, *arguments: str) -> None:
        command = [sys.executable, "-u", "-m", "plugins.commands.serve", str(self.content)]
        command += ["-o", str(self.output), "-s", str(self.settings), *arguments]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )

    def run(self, *arguments: str) -> tuple[int, str]:
        """For a start that ends by itself: its exit code and what it said."""
        self.start(*arguments)
        said, _ = self.process.communicate(timeout=30)
        return self.process.returncode, said

    @contextmanager
    def started(self) -> Iterator[str]:
        """The address of the running preview, which is stopped in the end."""
        self.start("-p", "0")
        try:
            yield re.search(r"http://\S+/", self.read_until("预览："))[0]
        finally:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.rest, _ = self.process.communicate(timeout=30)
            finally:
                self.process.kill()

    def read_until(self, words: str) -> str:
        """The next line of output that holds `words`; all before it is taken off."""
        for line in self.process.stdout:
            if words in line:
                return line
        raise AssertionError(f"“{words}” was never said")

    @staticmethod
    def page(url: str) -> str:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.read().decode()
