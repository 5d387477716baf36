"""One publish from start to end. Everything that can fail comes before the only push."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.publish.branch import Commit, commit_site, message_for, scratch_branch
from plugins.publish.errors import PublishError
from plugins.publish.preconditions import Confirm, require_clean, require_ready
from plugins.publish.repository import GitError, Repository
from plugins.publish.target import Target

# The folder of the built site below that of the cache.
SITE = "site"
Step = Callable[[Path], bool]


@dataclass(frozen=True)
class Published:
    """`commit` is the tip of the remote branch; `changed` is false when it was so before."""

    commit: str
    files: int
    changed: bool


def publish(
    root: Path,
    target: Target,
    build: Step,
    check: Step,
    now: datetime,
    cache: Path,
    confirm: Confirm = lambda _what: False,
    seal: Callable[[Path], object] = lambda _folder: None,
) -> Published:
    """Build into a folder below `cache`, check it, commit it onto the remote branch, push.

    `confirm` is asked before what somebody else put on the branch is replaced.
    `build` and `check` are given the folder and return whether they succeeded; `seal` adds to what
    is to be committed. The next publish builds on what the folder contains. Raises PublishError;
    then the remote branch, the local branches and the work tree are unchanged.
    """
    repository = Repository(root)
    source = require_ready(repository, target, confirm)
    built = cache / SITE
    if not build(built):
        raise PublishError("build-failed", "生成网站时出错，没有发布。先按上面的提示改好。")
    if not (built / "index.html").is_file():
        raise PublishError("build-failed", "生成的网站没有首页 index.html，没有发布。")
    if not check(built):
        raise PublishError("check-failed", "检查没有通过，没有发布。先按上面的提示改好。")
    require_clean(repository)
    if repository.head() != source:
        raise PublishError("source-moved", "生成期间有了新的提交，没有发布。请再运行一次。")
    seal(built)
    with scratch_branch(repository, target) as scratch:
        commit = commit_site(repository, target, scratch, built, message_for(source, now), now)
        if commit.changed:
            _push(repository, target, scratch, commit)
    return Published(commit.name, commit.files, commit.changed)


def _push(repository: Repository, target: Target, scratch: str, commit: Commit) -> None:
    """Push one ref without force: the remote takes it whole, or keeps what it has."""
    try:
        repository.git("push", target.remote, f"refs/heads/{scratch}:refs/heads/{target.branch}")
    except GitError as error:
        try:
            tip = repository.remote_tip(target.remote, target.branch)
        except GitError:
            state = "现在连不上远程仓库，请联网后核对分支。"
        else:
            if tip == commit.name:
                return  # The push succeeded and only the answer was lost.
            is_unchanged = tip == commit.parent
            state = (
                "网站保持原样。"
                if is_unchanged
                else "其间有别人更新了这个分支，网站是别人发布的样子。"
            )
        raise PublishError(
            "push-refused",
            f"远程仓库“{target.remote}”没有接受推送，没有发布，{state}\ngit 的回答：\n{error}",
        ) from None
