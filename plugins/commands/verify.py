"""`make verify`: whether a site in a folder, or online, is what was published."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pelican.settings import get_settings_from_file

from plugins.commands.in_words import in_words
from plugins.commands.output import run
from plugins.integrity import (
    MANIFEST,
    Difference,
    Manifest,
    UnreachableError,
    parse_manifest,
    verify_address,
    verify_folder,
)
from plugins.publish import PublishError, Repository, choose_target

ROOT = Path(__file__).resolve().parents[2]
SAME, DIFFERENT, NOT_COMPARED = 0, 1, 2
EVERY = 100
MOST = 50


class NoManifestError(Exception):
    """There is nothing to compare with; the message says why, in Chinese."""


@in_words
def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(prog="make verify", description="核对网站有没有被改动。")
    parser.add_argument("--dir", default="", help="网站的文件夹")
    parser.add_argument("--url", default="", help="网站的网址")
    parser.add_argument("--from", dest="origin", default="branch", help="branch，或一个清单文件")
    parser.add_argument("-s", "--settings", default="publishconf.py", help="发布用的设置")
    parser.add_argument("--remote", default="", help="远程仓库，如 origin")
    parser.add_argument("--branch", default="", help="分支，如 gh-pages")
    options = parser.parse_args(arguments)
    if bool(options.dir) == bool(options.url):
        print(
            "写上要核对的文件夹或网址：make verify DIR=文件夹，或 make verify URL=https://…",
            file=sys.stderr,
        )
        return NOT_COMPARED
    try:
        manifest, where = _manifest(options, root)
        difference = _compared(options, manifest)
    except (NoManifestError, UnreachableError, PublishError) as error:
        print(f"没能核对：{error}", file=sys.stderr)
        return NOT_COMPARED
    print(told(difference, len(manifest), where))
    return DIFFERENT if difference else SAME


def _manifest(options: argparse.Namespace, root: Path) -> tuple[Manifest, str]:
    """What was published, and where that is known from."""
    if options.origin != "branch":
        file = Path(options.origin)
        if not file.is_file():
            raise NoManifestError(f"没有清单文件 {file}")
        return _parsed(file.read_text(encoding="utf-8"), str(file)), str(file)
    settings = root / options.settings
    known = get_settings_from_file(str(settings)) if settings.is_file() else {}
    given = {"PUBLISH_REMOTE": options.remote, "PUBLISH_BRANCH": options.branch}
    target = choose_target(given, os.environ, known)
    repository = Repository(root)
    where = f"{target.remote} 的 {target.branch} 分支"
    commit = repository.fetch(target.remote, target.branch)
    text = repository.ask("show", f"{commit}:{MANIFEST}")
    if text is None:
        raise NoManifestError(f"{where}里没有 {MANIFEST}。先用 make publish 发布一次")
    return _parsed(text, where), f"{where}（提交 {commit[:12]}）"


def _parsed(text: str, where: str) -> Manifest:
    try:
        manifest = parse_manifest(text)
    except ValueError as error:
        raise NoManifestError(f"{where} 的清单读不了：{error}") from None
    if not manifest:
        raise NoManifestError(f"{where} 的清单是空的")
    return manifest


def _compared(options: argparse.Namespace, manifest: Manifest) -> Difference:
    if options.url:
        return verify_address(options.url, manifest, _progress)
    folder = Path(options.dir)
    if not folder.is_dir():
        raise UnreachableError(f"没有文件夹 {folder}")
    return verify_folder(folder, manifest)


def _progress(done: int, of: int) -> None:
    if done % EVERY == 0 or done == of:
        print(f"已核对 {done}/{of} 个文件", file=sys.stderr)


def told(difference: Difference, files: int, where: str) -> str:
    if not difference:
        return f"{files} 个文件与发布时完全一样。清单来自 {where}。"
    lines = [f"网站与发布时不一样，清单来自 {where}："]
    lines += _named("被改动", difference.changed)
    lines += _named("多出来的", difference.added)
    lines += _named("不见了的", difference.lost)
    lines.append("不是自己改的，网站可能被入侵：马上报告网站管理员，保留现场，再重新发布。")
    return "\n".join(lines)


def _named(what: str, paths: Sequence[str]) -> list[str]:
    if not paths:
        return []
    more = [f"  …… 共 {len(paths)} 个"] if len(paths) > MOST else []
    return [f"{what}（{len(paths)} 个）：", *(f"  {path}" for path in paths[:MOST]), *more]


if __name__ == "__main__":
    sys.exit(run(main))
