"""What makes a whole file unreadable."""

from __future__ import annotations

from plugins.findings import Finding


class UnreadableFileError(Exception):
    """Nothing can be read of the file; `findings` say why, and what was repaired before."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(findings[-1].message)
        self.findings = [*findings]
