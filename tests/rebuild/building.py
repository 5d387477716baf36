"""Builds of a project, started as `make site` starts them."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from plugins.findings.listing import CUT, HEADINGS, HOW_TO_SEE_ALL, MOST_LINES
from tests.rebuild.project import Project
from tests.rebuild.trees import Tree, read_tree

# A build that hangs must fail the test, not the whole run.
TOO_LONG = 300
LAST_LINES = 30
# What tells of the work of one build: how far it is, how much it made, how long it took.
COUNTED = re.compile(
    r"(?ms)^(?:共 \d+ 个文件，|(?:读取|生成)\w*：\d|没有变化，|上次留下)[^\n]*\n|^Done: .*"
)

# A line of a finding; one that stands for others has its place, its words and their number.
FINDING = re.compile(r"(?:错误|提醒|提示) [a-z-]+ ")
SAME = re.compile(r"^(\S+:\d+:\d+: )(.*)（另有 (\d+) 处同样：[^；）]*")
NOT_COMPARED = (*HEADINGS, CUT, HOW_TO_SEE_ALL)


@dataclass(frozen=True)
class Built:
    """`said` is what an editor reads; how long it took and what was counted is left out."""

    code: int
    said: str
    errors: str

    @property
    def everything(self) -> str:
        return f"exit code {self.code}\n{self.said}\n{self.errors}"

    @property
    def last_words(self) -> list[str]:
        """Where a stack of calls ends, or what stopped the build."""
        lines = f"{self.said}\n{self.errors}".splitlines()
        return [line for line in lines if line.strip()][-LAST_LINES:]


def start(
    project: Project,
    output: Path | None = None,
    cache: Path | None = None,
    environ: dict[str, str] | None = None,
    overrides: dict[str, str] | None = None,
) -> subprocess.Popen:
    """A build that runs in a process group of its own, with all that it starts."""
    settings = {
        "CACHE_PATH": json.dumps(str(cache or project.cache)),
        **project.overrides,
        **(overrides or {}),
    }
    command = [
        "plugins.commands.site",
        "content",
        "-s",
        project.settings,
        "-o",
        str(output or project.output),
    ]
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            *command,
            "-e",
            *(f"{key}={text}" for key, text in settings.items()),
        ],
        cwd=project.root,
        env={
            **os.environ,
            "SOURCE_DATE_EPOCH": str(project.now),
            **project.environ,
            **(environ or {}),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def finish(process: subprocess.Popen) -> Built:
    try:
        said, errors = process.communicate(timeout=TOO_LONG)
    except BaseException:
        kill(process)
        raise
    text = without_news(COUNTED.sub("", said.decode("utf-8", "replace")))
    return Built(process.returncode, text, errors.decode("utf-8", "replace"))


def without_news(said: str) -> str:
    """Without what is new since the last build: a clean one has none, and all in one order.

    What is new stands first, and for others that say the same. Where there are more lines than a
    list has, which of them it has depends on that too: then the page of findings is compared alone.
    """
    lines = [SAME.sub(r"\2（另有 \3 处同样", line) for line in said.split("\n")]
    found = sorted(line for line in lines if FINDING.search(line))
    others = [line for line in lines if not FINDING.search(line) and line not in NOT_COMPARED]
    # Two headings are lines of the list as well.
    is_cut = len(found) >= MOST_LINES - 2
    return "\n".join(others if is_cut else [*found, *others])


def kill(process: subprocess.Popen) -> None:
    """End a build and all that it started, at once."""
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def build(project: Project, **options) -> Built:
    return finish(start(project, **options))


def start_clean(project: Project) -> subprocess.Popen:
    """A build of the same project that knows nothing of any other: no memory and no output.

    One process does it, which is less work; test_reproducible.py says that it makes no difference.
    """
    for folder in clean_folders(project):
        shutil.rmtree(folder, ignore_errors=True)
    output, cache = clean_folders(project)
    return start(project, output, cache, overrides={"WORKERS": "1", **project.overrides})


def clean_folders(project: Project) -> tuple[Path, Path]:
    return project.folder / "clean output", project.folder / "clean memory"


def clean_tree(project: Project) -> Tree:
    """What the project should look like when it is built now."""
    built = finish(start_clean(project))
    assert built.code == 0, built.everything
    return read_tree(clean_folders(project)[0])
