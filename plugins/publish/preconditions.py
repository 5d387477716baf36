"""What must hold before a site is built for publishing; each error says what to do."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from plugins.publish.branch import SOURCE_LINE
from plugins.publish.errors import PublishError
from plugins.publish.repository import GitError, Repository
from plugins.publish.target import Target

LISTED = 10
NAMED = 3
# Called with what is on the branch and what publishing would do to it; whether that is wanted.
Confirm = Callable[[str], bool]


def require_ready(repository: Repository, target: Target, confirm: Confirm) -> str:
    """The commit that is published. Raises PublishError.

    `confirm` is asked before what is on the branch is replaced by a site for the first time.
    """
    if not shutil.which("git"):
        raise PublishError("no-git", "没有找到 git。先安装：sudo apt-get install -y git")
    source = repository.head()
    if not source:
        raise PublishError("no-repository", f"{repository.root} 不是 git 仓库，或者还没有提交。")
    _require_valid_branch(repository, target)
    _require_remote(repository, target)
    require_clean(repository)
    tip = _require_site_branch(repository, target)
    if tip:
        _require_own_site(repository, target, tip, confirm)
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


def _require_site_branch(repository: Repository, target: Target) -> str | None:
    """Never replace a branch with sources by a site; the commit on the branch, if it is there.

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
    return tip


def _require_own_site(repository: Repository, target: Target, tip: str, confirm: Confirm) -> None:
    """A branch with anything but a site of ours is replaced only by who says so."""
    if any(SOURCE_LINE.search(message) for message in repository.messages(tip)):
        return
    files = sorted(repository.files(tip))
    if not files:
        return
    named = "、".join(files[:NAMED]) + ("等" if len(files) > NAMED else "")
    what = (
        f"远程分支“{target.branch}”里不是本系统发布的网站，有 {named} {len(files)} 个文件，"
        "发布会用网站换掉它们。"
    )
    if not confirm(what):
        raise PublishError(
            "foreign-branch",
            f"{what}\n另设一个分支，如 gh-pages；确认要换掉，就写上分支名："
            f"make publish FORCE={target.branch}（只需要这一次）",
        )
