"""A small correct site, built once as for publishing; each test spoils a copy of it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.bureau import load_bureau, load_columns
from plugins.crawl import Options, crawl, files_in, sources_of
from plugins.records.kinds import KINDS
from tests.content_folder import make_content, record
from tests.records.file_samples import JPEG

ROOT = Path(__file__).resolve().parents[2]
BODY = """\
见[说明](/files/biao.pdf)、[媒体报道](https://news.example.org/1)和[上一篇](/dongtai/jiu.md#过程)。

## 过程

正文。

| 甲 | 乙 |
| --- | --- |
| 1 | 2 |

![街面](/images/jie.jpg)
"""


def content_in(folder: Path) -> Path:
    content = make_content(
        folder,
        {
            "images/jie.jpg": JPEG,
            "files/biao.pdf": (ROOT / "content/files/caliang-jizhun-2026.pdf").read_bytes(),
            "dongtai/xin.md": record("街面整治", BODY, 摘要="整治的经过。"),
            "dongtai/jiu.md": record("旧闻", "## 过程\n\n正文。", published="2026-02-01 09:00"),
        },
    )
    bureau = content / "bureau.yml"
    text = bureau.read_text(encoding="utf-8")
    bureau.write_text(
        f"{text}lapsed_hosts: [lapsed.example]\ntraditional: {{offered: 是}}\n", encoding="utf-8"
    )
    return content


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The content and the built site, which tests only read."""
    folder = tmp_path_factory.mktemp("crawl")
    content, output = content_in(folder), folder / "site"
    command = [sys.executable, "-m", "plugins.commands.site", content, "-o", output]
    command += ["-s", ROOT / "publishconf.py", "--cache", folder / "cache"]
    done = subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return content, output


class Site:
    """A copy of the built site that a test changes and looks at."""

    def __init__(self, content: Path, folder: Path) -> None:
        self.content, self.folder = content, folder

    def edit(self, path: str, old: str, new: str, count: int = 1) -> None:
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old}"
        file.write_text(text.replace(old, new, count), encoding="utf-8")

    def substitute(self, path: str, pattern: str, new: str) -> str:
        """Replace the first match; what it was."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        found = re.search(pattern, text, re.S)
        assert found, f"{path} has no {pattern}"
        file.write_text(text[: found.start()] + new + text[found.end() :], encoding="utf-8")
        return found[0]

    def line_of(self, path: str, words: str) -> int:
        text = (self.folder / path).read_text(encoding="utf-8")
        return text[: text.index(words)].count("\n") + 1

    def crawl(self, **options):
        bureau, problems = load_bureau(self.content)
        assert bureau, problems
        columns, _ = load_columns(self.content, bureau, KINDS)
        pages = [path for path in files_in(self.folder) if path.endswith(".html")]
        sources = sources_of(self.content, pages)
        return crawl(self.folder, bureau, columns, Options(sources=sources, **options))

    def only(self, **options):
        """The one thing that is found."""
        found = self.crawl(**options)
        assert len(found) == 1, "\n".join(f"{f.path} {f.rule} {f.message}" for f in found)
        return found[0]


@pytest.fixture
def site(built, tmp_path):
    content, output = built
    shutil.copytree(output, tmp_path / "site")
    return Site(content, tmp_path / "site")
