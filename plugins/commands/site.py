"""`make site`: `pelican content -s pelicanconf.py -o output`, with the options of this project."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from plugins.commands.output import run

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
    cache = str(Path(options.cache).absolute())
    settings = [f"CACHE_PATH={json.dumps(cache)}", f"FRESH={json.dumps(options.fresh)}"]
    settings += options.extra_settings
    import pelican

    where = (options.content, "-s", options.settings, "-o", options.output)
    pelican.main([*where, "-e", *settings])
    for text in settings:
        if text.startswith("CACHE_PATH="):
            cache = json.loads(text.removeprefix("CACHE_PATH="))
    for path in options.why:
        # Imported here, as everything that most builds don't need.
        from plugins.commands.why import explain

        print(explain(Path(cache), Path(options.output).absolute(), path))
    return 0


if __name__ == "__main__":
    code = run(main)
    sys.stderr.flush()
    # Everything is written: freeing a hundred thousand objects takes as long as a small build.
    os._exit(code)
