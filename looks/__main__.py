"""`make looks INTO=folder`: photograph a built site, and write the contact sheet beside."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from bench.pages.kinds import chosen, pages_by_kind
from bench.pages.server import serve
from looks.modes import MODES
from looks.sheet import sheet
from looks.shots import take

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = "/usr/bin/chromium"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make looks", description="拍下每种页面的样子。")
    parser.add_argument("site", type=Path, help="已经生成的网站")
    parser.add_argument("--into", type=Path, required=True, help="样张放在哪个文件夹")
    parser.add_argument("--only", default="", help="只拍这几种页面，用逗号隔开")
    options = parser.parse_args(argv)
    if not (options.site / "index.html").is_file():
        print(f"{options.site} 里没有生成好的网站。", file=sys.stderr)
        return 1
    try:
        pages = chosen(pages_by_kind(options.site, ROOT), options.only)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    options.into.mkdir(parents=True, exist_ok=True)
    with serve(options.site) as origin:
        chromium = os.environ.get("CHROMIUM") or CHROMIUM
        take(origin, pages, options.into, chromium, lambda text: print(text, file=sys.stderr))
    file = options.into / "index.html"
    file.write_text(sheet(pages, MODES), encoding="utf-8")
    print(f"样张：{file.resolve()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
