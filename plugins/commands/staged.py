"""The check before a commit: what is staged of the records, and nothing else.

`make hooks` installs a script of git that calls it. It refuses a commit only where a record has an
error; what it can't check for another reason it lets pass, and says so.
"""

from __future__ import annotations

import argparse
import gc
import logging
import subprocess
import sys
from pathlib import Path

from plugins.build.one_record import findings_of_one
from plugins.clock import build_time
from plugins.commands.output import run
from plugins.findings import Colours, Finding, as_listing, has_errors, prefix_of
from plugins.records.content_files import SUFFIX

# No code that Python, a shell or a missing module ends with.
REFUSED = 3
# Each takes a tenth of a second: a commit should not take three.
MANY = 20
LET_PASS = "这次提交没有检查稿件"
HOW_TO_PASS = "改好后再 git add、git commit。确实要先提交：git commit --no-verify"

logger = logging.getLogger(__name__)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="检查准备提交的稿件。")
    parser.add_argument("content", type=Path, nargs="?", default=Path("content"))
    content = parser.parse_args(argv).content.resolve()
    try:
        staged = staged_records(content)
        if len(staged) > MANY:
            print(f"准备提交的稿件有 {len(staged)} 篇，请运行 make check。{LET_PASS}。")
            return 0
        findings = _found(content, staged)
    except Exception as error:
        logger.debug("staged records could not be checked", exc_info=True)
        print(f"{LET_PASS}（{type(error).__name__}：{error}）。", file=sys.stderr)
        return 0
    if findings:
        print(as_listing(findings, prefix_of(content), colours=Colours.of(sys.stdout)))
    if has_errors(findings):
        print(HOW_TO_PASS)
        return REFUSED
    return 0


def staged_records(content: Path) -> dict[str, bytes]:
    """What is staged of the records that are added, changed or renamed, by path in the content."""
    listed = _git(content, "diff", "--cached", "--name-only", "--relative", "-z",
                  "--diff-filter=ACMRT", "--", ".")  # fmt: skip
    paths = [path for path in listed.decode().split("\0") if path.endswith(SUFFIX)]
    return {path: _git(content, "show", f":./{path}") for path in paths}


def _found(content: Path, staged: dict[str, bytes]) -> list[Finding]:
    now = build_time()
    findings: list[Finding] = []
    for path in staged:
        # None for a file that is no record, and for one that is not in the folder any more.
        findings += findings_of_one(content, path, now, staged) or ()
    return findings


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout


if __name__ == "__main__":
    # What is loaded is needed to the end: there is no garbage to look for.
    gc.disable()
    sys.exit(run(main))
