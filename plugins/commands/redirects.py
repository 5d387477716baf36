"""`make redirects`: the old addresses that lead on, as rules of a web server."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from plugins.addresses import SERVERS, server_rules
from plugins.build.prepare import prepare
from plugins.bureau.languages import traditional_path
from plugins.clock import build_time
from plugins.commands.in_words import in_words
from plugins.commands.output import run

# The function of a page that leads on; its first two arguments are the old and the new address.
LEADS_ON = "plugins.views.moved.moved_page"


@in_words
def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make redirects", description="旧网址的服务器规则。")
    parser.add_argument("content", type=Path, nargs="?", default=Path("content"))
    parser.add_argument("--server", choices=sorted(SERVERS), default="nginx")
    parser.add_argument("--address", default="", help="网站的完整地址，不写就是 bureau.yml 的域名")
    options = parser.parse_args(argv)
    prepared = prepare(
        options.content.resolve(), build_time(), assets={}, site_address=options.address
    )
    if prepared.site is None:
        print("bureau.yml 有错误，先运行 make check。", file=sys.stderr)
        return 1
    moves = [each.args[:2] for each in prepared.planned if each.function_name == LEADS_ON]
    if prepared.site.bureau.traditional.is_offered:
        moves += [
            (twin, traditional_path(new) or new)
            for old, new in moves
            if (twin := traditional_path(old))
        ]
    print(server_rules(options.server, moves, prepared.site.links.root), end="")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
