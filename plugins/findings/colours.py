"""Colours of a terminal, for those who look at one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from plugins.findings.model import Finding, Severity

RED, YELLOW, CYAN, BOLD, RESET = "\x1b[31;1m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[0m"
OF_LEVEL = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFO: CYAN}


@dataclass(frozen=True)
class Colours:
    is_on: bool

    @classmethod
    def of(cls, stream: TextIO) -> Colours:
        """On for a terminal that has them, unless NO_COLOR (https://no-color.org) is set."""
        is_dumb = os.environ.get("TERM") == "dumb"
        return cls(stream.isatty() and not os.environ.get("NO_COLOR") and not is_dumb)

    def level(self, severity: Severity) -> str:
        return self._in(OF_LEVEL[severity], severity.label)

    def place(self, text: str) -> str:
        return self._in(BOLD, text)

    def closing(self, line: str, findings: Iterable[Finding]) -> str:
        """The closing line, in the colour of the worst."""
        worst = min((each.severity for each in findings), key=lambda s: s.rank, default=None)
        return line if worst is None else self._in(OF_LEVEL[worst], line)

    def _in(self, colour: str, text: str) -> str:
        return f"{colour}{text}{RESET}" if self.is_on else text


PLAIN = Colours(False)
