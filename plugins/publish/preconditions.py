"""What must hold before a site is built for publishing; each error says what to do."""

from __future__ import annotations

import shutil

from plugins.publish.errors import PublishError
from plugins.publish.repository import GitError, Repository
from plugins.publish.target import Target

LISTED = 10


def require_ready(repository: Repository, target: Target) -> str:
    """The commit that is published. Raises PublishError."""
    if not shutil.which("git"):
        raise PublishError("no-git", "没有找到 git。先安装：sudo apt-get install -y git")
    source = repository.head()
    if not source:
        raise PublishError("no-repository", f"{repository.root} 不是 git 仓库，或者还没有提交。")
    _require_valid_branch(repository, target)
    _require_remote(repository, target)
    require_clean(repository)
    _require_site_branch(repository, target)
    return source


def require_clean(repository: Repository) -> None:
    """Only what is committed may be published, so that the commit tells what was published."""
    changes = repository.changes()
    if changes:
        more = f"\n  …… 共 {len(changes)} 个" if len(changes) > LISTED else ""
        listed = "".join(f"\n  {path}" for path in changes[:LISTED])
        raise PublishError("dirty-tree", f"有改动还没有提交，先提交再发布：{listed}{more}")


def _require_valid_branch(repository: Repository, target: Target) -> None:
    if repository.ask("check-ref-format", f"refs/heads/{target.branch}") is None:
        raise PublishError("bad-branch", f"“{target.branch}”不能作分支名，一般用 gh-pages。")
    if target.branch in repository.checked_out():
        raise PublishError(
            "source-branch",
            f"分支“{target.branch}”正是稿件所在的分支，发布会盖掉稿件。请另设一个，如 gh-pages。",
        )


def _require_remote(repository: Repository, target: Target) -> None:
    remotes = repository.git("remote").splitlines()
    if target.remote not in remotes:
        known = f"现有：{'、'.join(remotes)}" if remotes else "现在一个都没有"
        raise PublishError(
            "no-remote",
            f"没有名为“{target.remote}”的远程仓库（{known}）。\n"
            f"添加：git remote add {target.remote} 仓库地址",
        )


def _require_site_branch(repository: Repository, target: Target) -> None:
    """Never replace a branch with sources by a site.

    Such a branch shares the history of the work tree. A shallow clone, as build servers use, does
    not know the history, so a settings file on the branch counts as well.
    """
    try:
        exists = repository.remote_tip(target.remote, target.branch)
        tip = repository.fetch(target.remote, target.branch) if exists else None
    except GitError as error:
        raise PublishError(
            "remote-unreachable",
            f"连不上远程仓库“{target.remote}”，没有发布。\ngit 的回答：\n{error}",
        ) from None
    if tip and (
        repository.ask("merge-base", "HEAD", tip) or "pelicanconf.py" in repository.files(tip)
    ):
        raise PublishError(
            "source-branch",
            f"远程分支“{target.branch}”里是稿件和程序，发布会盖掉它们。请另设一个，如 gh-pages。",
        )
