"""Building a site in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from plugins.publish.errors import PublishError

# What the build leaves beside the site: the addresses in it that people keep, one a line.
RECEIPT = "receipt"


def addresses_of(output: Path) -> list[str]:
    """The addresses that people keep of the site that was built last into `output`."""
    return (output.parent / RECEIPT).read_text(encoding="utf-8").splitlines()


def build_in_child(root: Path, content: Path, settings: Path, output: Path) -> bool:
    """Run Pelican on `content`; whether it succeeded. Its messages go to the terminal.

    A new process loads changed plugins and settings, and cannot affect the one that publishes.
    The build cache lies beside `output`, which may contain nothing but the site. Raises
    PublishError where Pelican succeeded without our plugin: `output` is the last site then.
    """
    receipt = output.parent / RECEIPT
    receipt.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pelican", content, "-s", settings, "-o", output]
    places = {"CACHE_PATH": output.parent / "cache", "RECEIPT": receipt}
    extra = [f"{name}={json.dumps(str(place))}" for name, place in places.items()]
    arguments = [*map(str, command), "-e", *extra, "OUTPUT_IS_OURS=true"]
    if subprocess.run(arguments, cwd=root, check=False).returncode:
        return False
    if not receipt.exists():
        raise PublishError(
            "no-plugin",
            f"生成时没有用上城窗的插件，没有发布。检查 {settings.name} 里的 PLUGINS 和上面的提示。",
        )
    return True
