"""Building a site in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def build_in_child(root: Path, content: Path, settings: Path, output: Path) -> bool:
    """Run Pelican on `content`; whether it succeeded. Its messages go to the terminal.

    A fresh process takes up changed plugins and settings, and cannot leave anything behind in
    the one that goes on publishing. What the build remembers for the next one is put beside
    `output`, in which there is to be the site and nothing else.
    """
    command = [sys.executable, "-m", "pelican", content, "-s", settings, "-o", output]
    memory = f"CACHE_PATH={json.dumps(str(output.parent / 'cache'))}"
    told = [*map(str, command), "-e", memory, "OUTPUT_IS_OURS=true"]
    done = subprocess.run(told, cwd=root, check=False)
    return done.returncode == 0
