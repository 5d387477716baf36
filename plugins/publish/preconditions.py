"""What must be true before a site is built for publishing; each refusal says what to do."""

from __future__ import annotations

import shutil

from plugins.publish.refusal import Refused
from plugins.publish.repository import GitFailed, Repository
from plugins.publish.target import Target

LISTED = 10


def refuse_unless_ready(repository: Repository, target: Target) -> None:
    if not shutil.which("git"):
        raise Refused("no-git", "没有找到 git。先安装：sudo apt-get install -y git")
    if not repository.head():
        raise Refused("no-repository", f"{repository.root} 不是 git 仓库，或者还没有提交。")
    _refuse_bad_branch(repository, target)
    _refuse_missing_remote(repository, target)
    refuse_unless_clean(repository)
    _refuse_source_branch(repository, target)


def refuse_unless_clean(repository: Repository) -> None:
    """What is published must be what a commit holds, or nobody can say later what it was."""
    changes = repository.changes()
    if changes:
        more = f"\n  …… 共 {len(changes)} 个" if len(changes) > LISTED else ""
        listed = "".join(f"\n  {path}" for path in changes[:LISTED])
        raise Refused("dirty-tree", f"有改动还没有提交，先提交再发布：{listed}{more}")


def _refuse_bad_branch(repository: Repository, target: Target) -> None:
    if repository.ask("check-ref-format", f"refs/heads/{target.branch}") is None:
        raise Refused("bad-branch", f"“{target.branch}”不能作分支名，一般用 gh-pages。")
    if target.branch in repository.checked_out():
        raise Refused(
            "source-branch",
            f"分支“{target.branch}”正是稿件所在的分支，发布会盖掉稿件。请另设一个，如 gh-pages。",
        )


def _refuse_missing_remote(repository: Repository, target: Target) -> None:
    remotes = repository.git("remote").splitlines()
    if target.remote not in remotes:
        known = f"现有：{'、'.join(remotes)}" if remotes else "现在一个都没有"
        raise Refused(
            "no-remote",
            f"没有名为“{target.remote}”的远程仓库（{known}）。\n"
            f"添加：git remote add {target.remote} 仓库地址",
        )


def _refuse_source_branch(repository: Repository, target: Target) -> None:
    """Never replace sources by a site: not a branch that shares their history, nor one like them.

    A shallow clone, as build servers make, knows no shared history; hence the second question.
    """
    try:
        exists = repository.remote_tip(target.remote, target.branch)
        tip = repository.fetch(target.remote, target.branch) if exists else None
    except GitFailed as failed:
        raise Refused(
            "remote-unreachable",
            f"连不上远程仓库“{target.remote}”，没有发布。\ngit 的回答：\n{failed}",
        ) from None
    if tip and (
        repository.ask("merge-base", "HEAD", tip) or "pelicanconf.py" in repository.files(tip)
    ):
        raise Refused(
            "source-branch",
            f"远程分支“{target.branch}”里是稿件和程序，发布会盖掉它们。请另设一个，如 gh-pages。",
        )
