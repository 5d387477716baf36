"""Write a corpus: `python -m bench.corpus 1000 some/folder`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.corpus import write


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__)
    parser.add_argument("size", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    write(options.size, options.folder, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
