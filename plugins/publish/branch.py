"""The commit that holds a built site, made with ghp-import on a branch nobody else uses."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.publish.refusal import Refused
from plugins.publish.repository import Repository
from plugins.publish.target import Target


@dataclass(frozen=True)
class Commit:
    """`parent` is the remote branch before it; not `changed` means the same files as there."""

    name: str
    parent: str | None
    files: int
    changed: bool


@contextmanager
def scratch_branch(repository: Repository, target: Target) -> Iterator[str]:
    """A branch at the state of the remote one, deleted in the end whatever happened.

    ghp-import moves the branch that it is given. With one of our own a refused push leaves the
    local branches as they were, and the next try starts from the remote again.
    """
    scratch = f"{target.branch}.publishing"
    ref = f"refs/heads/{scratch}"
    repository.git("update-ref", "-d", ref)
    if repository.remote_tip(target.remote, target.branch):
        repository.git("update-ref", ref, repository.fetch(target.remote, target.branch))
    try:
        yield scratch
    finally:
        repository.git("update-ref", "-d", ref)


def commit_site(
    repository: Repository, target: Target, scratch: str, built: Path, message: str, now: datetime
) -> Commit:
    """Commit the files of `built`, and no others, to `scratch`. Raises Refused."""
    ref = f"refs/heads/{scratch}"
    parent = repository.ask("rev-parse", "--verify", "--quiet", ref)
    options = ["--branch", scratch, "--remote", target.remote, "--no-jekyll", "--message", message]
    if target.cname:
        options += ["--cname", target.cname]
    # A command and not a call: it works on the current folder, and one of its failures is a crash.
    imported = subprocess.run(
        [sys.executable, "-m", "ghp_import", *options, str(built)],
        cwd=repository.root,
        env=os.environ
        | repository.identity()
        | {"GIT_COMMITTER_DATE": f"{int(now.timestamp())} {now:%z}"},
        check=False,
    )
    expected = _expected_files(built, target)
    committed = repository.files(ref) if imported.returncode == 0 else set()
    if committed != expected:
        lost = "、".join(sorted(expected - committed)[:3])
        raise Refused("commit-failed", f"没能把生成的文件全部提交（例如缺少 {lost}），没有发布。")
    name = repository.git("rev-parse", ref)
    changed = not parent or _tree(repository, parent) != _tree(repository, ref)
    return Commit(name if changed else parent, parent, len(committed), changed)


def _expected_files(built: Path, target: Target) -> set[str]:
    """Links count as files here: one to a folder is not followed, and so must be missed."""
    entries = (path for path in built.rglob("*") if path.is_symlink() or not path.is_dir())
    files = {path.relative_to(built).as_posix() for path in entries}
    return files | {".nojekyll"} | ({"CNAME"} if target.cname else set())


def _tree(repository: Repository, commit: str) -> str:
    return repository.git("rev-parse", f"{commit}^{{tree}}")
