"""`make docs`: what is written from the models that the build itself uses, and from the rules.

The manuals docs/fields.md, docs/bureau.md and docs/rules/, a schema of each kind in docs/schemas/,
and the snippets of VS Code.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from plugins.commands.output import run
from plugins.manual import bureau_manual, fields_manual, rule_pages, schemas, snippets

# By path from the folder of the project.
MANUALS = {
    "docs/fields.md": fields_manual,
    "docs/bureau.md": bureau_manual,
    **{f"docs/rules/{name}": write for name, write in rule_pages().items()},
    **{f"docs/schemas/{name}": write for name, write in schemas().items()},
    ".vscode/chengchuang.code-snippets": snippets,
}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make docs", description="生成字段手册、配置手册和规则。")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), help="项目文件夹")
    options = parser.parse_args(arguments)
    for name, write in MANUALS.items():
        file = options.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write(), encoding="utf-8", newline="\n")
        print(f"已写入 {file}")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
