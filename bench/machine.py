"""What the results depend on: the machine, the versions of the programs, and ours."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from bench.hugo import version as hugo_version

CPU_INFO = Path("/proc/cpuinfo")


def describe(hugo: Path | None) -> str:
    """One line for the head of a report."""
    return ", ".join(
        [
            f"{_cores()} cores ({_processor()})",
            f"{_memory() / 2**30:.0f} GiB",
            f"{platform.system()} {platform.release()}",
            f"Python {platform.python_version()}",
            f"Hugo {hugo_version(hugo)}" if hugo else "no Hugo",
            f"Pelican {version('pelican')}",
            f"Python-Markdown {version('markdown')}",
        ]
    )


def revision(checkout: Path, name: str = "HEAD") -> str:
    """The commit that is checked out there, or another by its name."""
    command = ["git", "-C", str(checkout), "rev-parse", "--short", name]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout.strip() or "no commit"


def _cores() -> int:
    """The cores that this process may use: a container may have fewer than the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _memory() -> int:
    """In bytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _processor() -> str:
    if CPU_INFO.is_file():
        for line in CPU_INFO.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
