"""`make check`: every finding of the whole content, nothing written."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from plugins.build.prepare import prepare
from plugins.clock import build_time
from plugins.commands.in_words import in_words
from plugins.findings import as_annotations, as_json, as_text, has_errors, summary_line


@in_words
def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="检查全部稿件，列出每处问题")
    parser.add_argument("content", type=Path, nargs="?", default=Path("content"))
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    options = parser.parse_args(argv)
    if not options.content.is_dir():
        print(f"没有这个文件夹：{options.content}", file=sys.stderr)
        return 2
    # Findings don't depend on the theme.
    findings = prepare(options.content.resolve(), build_time(), assets={}).findings
    prefix = os.path.relpath(options.content).replace(os.sep, "/") + "/"
    if options.format == "json":
        print(as_json(findings))
    elif options.format == "github":
        print(as_annotations(findings, prefix))
    else:
        print("\n".join(filter(None, [as_text(findings, prefix), summary_line(findings)])))
    return 1 if has_errors(findings) else 0


if __name__ == "__main__":
    sys.exit(main())
