"""The end of every command: a reader that has gone and a full disk are no mistakes of ours."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable

FULL = "磁盘满了，没有写完。腾出空间后再试一次。"
# What a shell gives for a command whose reader has gone.
READER_GONE = 141


def run(command: Callable[[], int]) -> int:
    """The exit code of `command`, after all that it printed has been written.

    `| head` closes the pipe, and a full disk takes nothing: both show in any write, the last
    included, and Python would print the stack of it.
    """
    try:
        code = command()
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _discard_output()
        return READER_GONE
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _discard_output()
        print(FULL, file=sys.stderr)
        return 1


def _discard_output() -> None:
    """What is left would fail once more when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
