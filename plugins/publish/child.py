"""Building a site in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def build_in_child(root: Path, content: Path, settings: Path, output: Path) -> bool:
    """Run Pelican on `content`; whether it succeeded. Its messages go to the terminal.

    A new process loads changed plugins and settings, and cannot affect the one that publishes.
    The build cache lies beside `output`, which may contain nothing but the site.
    """
    command = [sys.executable, "-m", "pelican", content, "-s", settings, "-o", output]
    cache = f"CACHE_PATH={json.dumps(str(output.parent / 'cache'))}"
    arguments = [*map(str, command), "-e", cache, "OUTPUT_IS_OURS=true"]
    completed = subprocess.run(arguments, cwd=root, check=False)
    return completed.returncode == 0
