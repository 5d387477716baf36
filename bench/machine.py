"""What the figures depend on: the machine and the versions."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

from bench.hugo import version as hugo_version

PROCESSORS = Path("/proc/cpuinfo")


def facts(hugo: Path | None) -> str:
    """One line for the head of a report."""
    return ", ".join(
        [
            f"{_cores()} cores ({_processor()})",
            f"{platform.system()} {platform.release()}",
            f"Python {platform.python_version()}",
            f"Hugo {hugo_version(hugo)}" if hugo else "no Hugo",
            f"Pelican {version('pelican')}",
            f"Python-Markdown {version('markdown')}",
        ]
    )


def _cores() -> int:
    """Those that this process may use: a container may have fewer than the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _processor() -> str:
    if PROCESSORS.is_file():
        for line in PROCESSORS.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
