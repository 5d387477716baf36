"""`make site`: build with Pelican, as `pelican content -s pelicanconf.py -o output` does.

Where nothing or only texts changed Pelican isn't even loaded.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from plugins.build import short
from plugins.build.told import fingerprint

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
    kept = str(Path(options.cache).absolute())
    told = [f"CACHE_PATH={json.dumps(kept)}", f"FRESH={json.dumps(options.fresh)}"]
    told += options.extra_settings
    content, output = Path(options.content).absolute(), Path(options.output).absolute()
    settings = short.settings_from(Path(options.settings), told)
    if settings is None or not short.build(settings, content, output):
        _run_pelican(options, told, settings)
    cache = Path((settings or {}).get("CACHE_PATH", kept))
    for path in options.why:
        # Imported here, as all that most builds don't need.
        from plugins.build.why import why

        print(why(cache, output, path))
    return 0


def _run_pelican(options: argparse.Namespace, told: list[str], settings: dict | None) -> None:
    import pelican

    if settings is not None:
        told = [*told, f"TOLD={json.dumps(fingerprint(settings))}"]
    where = (options.content, "-s", options.settings, "-o", options.output)
    pelican.main([*where, "-e", *told])


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # All is written: to take a hundred thousand values apart before leaving takes as long as an
    # edit does.
    os._exit(code)
