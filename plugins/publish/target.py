"""Where a site is published to, from what the command, the environment and the settings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.publish.errors import PublishError

# Each required setting by what it is called, and how to give it to make.
REQUIRED = {
    "PUBLISH_REMOTE": ("远程仓库", "REMOTE=origin"),
    "PUBLISH_BRANCH": ("分支", "BRANCH=gh-pages"),
}


@dataclass(frozen=True)
class Target:
    """`cname` is the host that GitHub Pages serves the site under, when it is served there."""

    remote: str
    branch: str
    cname: str | None = None


def choose_target(*sources: Mapping[str, Any]) -> Target:
    """The target that `sources` name, the first source that has a value winning.

    Each may hold PUBLISH_REMOTE, PUBLISH_BRANCH and PUBLISH_CNAME. Raises PublishError with all
    that is missing.
    """

    def first(name: str) -> str:
        return next((source[name] for source in sources if source.get(name)), "")

    missing = [name for name in REQUIRED if not first(name)]
    if missing:
        names = "、".join(f"{REQUIRED[name][0]}（{name}）" for name in missing)
        example = " ".join(REQUIRED[name][1] for name in missing)
        raise PublishError(
            "missing-setting",
            f"没有设置要发布到哪里，缺少：{names}。\n"
            f"在 publishconf.py 中设置，或运行 make publish {example}",
        )
    return Target(first("PUBLISH_REMOTE"), first("PUBLISH_BRANCH"), first("PUBLISH_CNAME") or None)
