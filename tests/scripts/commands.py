"""A machine made of a few commands, some real and some pretended, to run a script on."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Machine:
    """`folder` holds the project; only what `has` names and what `pretend` writes can be run."""

    def __init__(self, folder: Path, *has: str) -> None:
        self.project, self.bin = folder / "project", folder / "bin"
        shutil.copytree(ROOT / "scripts", self.project / "scripts")
        self.bin.mkdir()
        for name in ("sh", "dirname", *has):
            (self.bin / name).symlink_to(shutil.which(name))

    def pretend(self, name: str, script: str) -> Path:
        """A command that runs `script` and notes in `calls` how it was called."""
        file = self.bin / name
        # A real command is a link here: what it leads to belongs to the machine.
        file.unlink(missing_ok=True)
        note = f'echo "{name} $*" >>"{self.project}/calls"'
        file.write_text(f"#!/bin/sh\n{note}\n{script}\n", encoding="utf-8")
        file.chmod(0o755)
        return file

    @property
    def calls(self) -> list[str]:
        noted = self.project / "calls"
        return noted.read_text(encoding="utf-8").splitlines() if noted.exists() else []

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            command,
            cwd=self.project,
            env={"PATH": str(self.bin), "HOME": os.devnull, "LANG": "C.UTF-8"} | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
