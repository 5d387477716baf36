"""`make publish`: build with publishconf.py, check, deploy to a branch of a remote."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from pelican.settings import get_settings_from_file

from plugins.addresses import LEDGER_FILE
from plugins.clock import build_time
from plugins.commands.in_words import in_words
from plugins.commands.output import run
from plugins.findings import prefix_of
from plugins.integrity import write_manifest
from plugins.publish import (
    SITE,
    GitError,
    Published,
    PublishError,
    Target,
    addresses_of,
    build_in_child,
    choose_target,
    enter_addresses,
    publish,
)

ROOT = Path(__file__).resolve().parents[2]


@in_words
def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(prog="make publish", description="生成、检查并发布网站。")
    parser.add_argument("content", nargs="?", default="content", help="稿件文件夹")
    parser.add_argument("-s", "--settings", default="publishconf.py", help="发布用的设置")
    parser.add_argument("--remote", default="", help="远程仓库，如 origin")
    parser.add_argument("--branch", default="", help="分支，如 gh-pages")
    parser.add_argument("--force", default="", metavar="BRANCH", help="换掉这个分支里别的东西")
    options = parser.parse_args(arguments)
    content, settings = root / options.content, root / options.settings
    if not settings.is_file():
        print(f"发布没有完成：没有设置文件 {settings}", file=sys.stderr)
        return 1
    arguments_given = {"PUBLISH_REMOTE": options.remote, "PUBLISH_BRANCH": options.branch}
    try:
        settings_read = get_settings_from_file(str(settings))
        target = choose_target(arguments_given, os.environ, settings_read)
        address = str(settings_read.get("SITEURL") or "")
        published = publish(
            root,
            target,
            build=lambda built: build_in_child(root, content, settings, built),
            check=lambda built: _check(root, content) and _crawl(root, content, built, address),
            now=build_time(),
            cache=_cache_folder(root, settings),
            seal=write_manifest,
            confirm=lambda what: options.force == target.branch or _ask(what, target.branch),
        )
    except PublishError as error:
        print(f"发布没有完成：{error}", file=sys.stderr)
        return 1
    print(_report(published, target))
    _enter_addresses(content, _cache_folder(root, settings) / SITE)
    return 0


def _enter_addresses(content: Path, built: Path) -> None:
    """The site is online by now: what goes wrong here is told, and is no failure of the publish."""
    file = f"{prefix_of(content)}{LEDGER_FILE}"
    try:
        if enter_addresses(content, addresses_of(built)):
            print(f"新的网址记进了 {file}，已经提交；和稿件一起推送。")
    except (GitError, OSError) as error:
        print(
            f"网站已经发布，但网址账本 {file} 没有提交：\n{error}\n"
            f"请自己提交：git add {file}，再 git commit。它记着全部发布过的网址，没有记上的，"
            "以后丢了不会提醒；有改动没有提交，下次也不能发布。",
            file=sys.stderr,
        )


def _ask(what: str, branch: str) -> bool:
    """Ask whoever sits at the terminal; nobody does where publishing runs by itself."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    print(what)
    try:
        return input(f"确认换掉，请输入分支名 {branch}；直接回车，不发布：").strip() == branch
    except EOFError:
        return False


def _cache_folder(root: Path, settings: Path) -> Path:
    """The folder of the published site and its build cache, which git ignores."""
    folder = root / ".cache" / settings.stem
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    return folder


def _check(root: Path, content: Path) -> bool:
    command = [sys.executable, "-m", "plugins.commands.check", str(content)]
    return subprocess.run(command, cwd=root, check=False).returncode == 0


def _crawl(root: Path, content: Path, built: Path, address: str) -> bool:
    """Whether the pages that are to be published have no error."""
    command = [sys.executable, "-m", "plugins.commands.pages", str(content), "-o", str(built)]
    command += ["--published", "--address", address]
    return subprocess.run(command, cwd=root, check=False).returncode == 0


def _report(published: Published, target: Target) -> str:
    where = f"{target.remote} 的 {target.branch} 分支（提交 {published.commit[:12]}）"
    if not published.changed:
        return f"网站与 {where}上的完全相同，不必再发布。"
    return f"已发布 {published.files} 个文件到 {where}。"


if __name__ == "__main__":
    sys.exit(run(main))
