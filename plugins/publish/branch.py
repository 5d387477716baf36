"""The commit that holds a built site, made with ghp-import on a branch nobody else uses."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.publish.errors import PublishError
from plugins.publish.repository import Repository
from plugins.publish.target import Target

# The last line of the message of every site that was published, by which its branch is known.
SOURCE_LINE = re.compile(r"^Source: [0-9a-f]{40,64}$", re.M)


def message_for(source: str, now: datetime) -> str:
    return f"发布 {now:%Y-%m-%d %H:%M}，源提交 {source[:12]}\n\nSource: {source}\n"


@dataclass(frozen=True)
class Commit:
    """`parent` is the tip of the remote branch; without `changed` it has the same files."""

    name: str
    parent: str | None
    files: int
    changed: bool


@contextmanager
def scratch_branch(repository: Repository, target: Target) -> Iterator[str]:
    """A temporary branch at the tip of the remote one.

    ghp-import moves the branch that it is given. With a temporary one, a rejected push leaves the
    local branches unchanged, and the next attempt starts from the remote branch again.
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
    """Commit the files of `built`, and no others, to `scratch`. Raises PublishError."""
    ref = f"refs/heads/{scratch}"
    parent = repository.ask("rev-parse", "--verify", "--quiet", ref)
    options = ["--branch", scratch, "--remote", target.remote, "--no-jekyll", "--message", message]
    if target.cname:
        options += ["--cname", target.cname]
    # A command and not a call: it works in the current folder, and it may crash.
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
        missing = "、".join(sorted(expected - committed)[:3])
        raise PublishError(
            "commit-failed", f"没能把生成的文件全部提交（例如缺少 {missing}），没有发布。"
        )
    name = repository.git("rev-parse", ref)
    if parent and _tree(repository, parent) == _tree(repository, ref):
        return Commit(parent, parent, len(committed), changed=False)
    return Commit(name, parent, len(committed), changed=True)


def _expected_files(built: Path, target: Target) -> set[str]:
    """Symbolic links count as files: one to a folder is not followed and must be reported."""
    entries = (path for path in built.rglob("*") if path.is_symlink() or not path.is_dir())
    files = {path.relative_to(built).as_posix() for path in entries}
    return files | {".nojekyll"} | ({"CNAME"} if target.cname else set())


def _tree(repository: Repository, commit: str) -> str:
    return repository.git("rev-parse", f"{commit}^{{tree}}")
