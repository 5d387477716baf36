"""`make docs`: docs/fields.md and docs/bureau.md from the models that the build itself uses."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from plugins.commands.output import run
from plugins.manual import bureau_manual, fields_manual

MANUALS = {"fields.md": fields_manual, "bureau.md": bureau_manual}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make docs", description="生成字段手册和配置手册。")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs"), help="文档文件夹")
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, write in MANUALS.items():
        file = options.folder / name
        file.write_text(write(), encoding="utf-8", newline="\n")
        print(f"已写入 {file}")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
