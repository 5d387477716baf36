"""What every command prints: a reader that has gone and a full disk end in no stack trace."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from typing import TextIO

FULL = "磁盘满了，没有写完。腾出空间后再试一次。"


def run(command: Callable[[], int]) -> int:
    """The exit code of `command`, after all that it printed has been written.

    Where the reader has gone, as with `| head`, the command goes on unheard and its code stands.
    A full disk ends it with a sentence and code 1. Both can show in any write, the last included.
    """
    sys.stdout = Output(sys.stdout)
    code = command()
    sys.stdout.flush()
    return code


class Output(io.TextIOWrapper):
    def __init__(self, stream: TextIO) -> None:
        """In place of `stream`, which must be kept: with it its file would be closed."""
        self._replaced = stream
        lines = getattr(stream, "line_buffering", False)
        super().__init__(stream.buffer, stream.encoding, stream.errors, line_buffering=lines)

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except OSError as error:
            self._give_up(error)
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        """Write no more: what is left would fail once more when Python ends."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)
        if error.errno == errno.EPIPE:
            return
        if error.errno != errno.ENOSPC:
            raise error
        print(FULL, file=sys.stderr)
        raise SystemExit(1)
