"""`make site`: build with Pelican, as `pelican content -s pelicanconf.py -o output` does."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

import pelican

from plugins.build.why import why

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make site", description="生成网站，只重做有变化的部分。")
    parser.add_argument("content", nargs="?", default=str(ROOT / "content"), help="稿件文件夹")
    parser.add_argument("-o", "--output", default=str(ROOT / "output"), help="输出文件夹")
    parser.add_argument("-s", "--settings", default=str(ROOT / "pelicanconf.py"), help="设置")
    parser.add_argument("--cache", default=str(ROOT / ".cache"), help="上次的结果放在哪里")
    parser.add_argument("--fresh", action="store_true", help="不用上次的结果，全部重新生成")
    parser.add_argument(
        "--why", action="append", default=[], metavar="PATH", help="说明这个页面为什么重新生成"
    )
    parser.add_argument(
        "-e", "--extra-settings", nargs="+", default=[], metavar="KEY=VALUE", help="其他设置"
    )
    options = parser.parse_args(arguments)
    told = [f"CACHE_PATH={json.dumps(options.cache)}", f"FRESH={json.dumps(options.fresh)}"]
    told += options.extra_settings
    pelican.main([options.content, "-s", options.settings, "-o", options.output, "-e", *told])
    for path in options.why:
        print(why(Path(options.cache), Path(options.output), path))
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # All is written: to take a hundred thousand values apart before leaving takes as long as an
    # edit does.
    os._exit(code)
