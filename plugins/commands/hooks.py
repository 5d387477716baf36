"""`make hooks`: lets git check the staged records before each commit."""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
from pathlib import Path

from plugins.commands.in_words import in_words
from plugins.commands.output import run
from plugins.commands.staged import REFUSED

ROOT = Path(__file__).resolve().parents[2]
MARK = "# 城窗：提交前检查稿件（make hooks 装的）"
# Without Python, without the program or after a crash the commit goes on.
SCRIPT = """\
#!/bin/sh
{mark}
# 不检查就提交：git commit --no-verify。不再检查：删去这个文件。
root={root}
[ -x "$root/.venv/bin/python" ] || exit 0
PYTHONPATH="$root" "$root/.venv/bin/python" -m plugins.commands.staged {content}
[ $? -ne {refused} ]
"""


@in_words
def main(argv: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(prog="make hooks", description="每次提交前检查稿件。")
    parser.add_argument("--content", type=Path, default=Path("content"), help="稿件文件夹")
    content: Path = parser.parse_args(argv).content.resolve()
    if not content.is_dir():
        print(f"没有这个文件夹：{content}", file=sys.stderr)
        return 2
    folder = hooks_folder(content)
    if folder is None:
        print(f"{content} 不在 git 仓库里，或没有装 git。", file=sys.stderr)
        return 1
    file = folder / "pre-commit"
    if file.exists() and MARK not in file.read_text(encoding="utf-8", errors="replace"):
        print(f"已经有别的提交前检查：{file}，没有改动它。", file=sys.stderr)
        print(f"要两样都做，在它里面加一行：{_call(root, content)}", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    script = SCRIPT.format(
        mark=MARK, root=shlex.quote(str(root)), content=shlex.quote(str(content)), refused=REFUSED
    )
    file.write_text(script, encoding="utf-8")
    file.chmod(0o755)
    print(f"装好了：{file}")
    print("以后每次提交前检查准备提交的稿件，有错误就不提交；不检查就提交：git commit --no-verify")
    return 0


def hooks_folder(content: Path) -> Path | None:
    """Where the repository of the content has its hooks; None where there is none."""
    command = ["git", "rev-parse", "--path-format=absolute", "--git-path", "hooks"]
    try:
        asked = subprocess.run(
            command, cwd=content, capture_output=True, encoding="utf-8", check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return Path(asked.stdout.strip())


def _call(root: Path, content: Path) -> str:
    python = shlex.quote(str(root / ".venv/bin/python"))
    where = shlex.quote(str(content))
    return f"PYTHONPATH={shlex.quote(str(root))} {python} -m plugins.commands.staged {where}"


if __name__ == "__main__":
    sys.exit(run(main))
