"""Run a command and print what it used as JSON. Imports nothing large: see bench/measure.py."""

import json
import os
import sys
import tempfile
import time

# The kernel of macOS counts bytes, that of Linux kilobytes.
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


def run(command):
    with tempfile.TemporaryFile() as said:
        started = time.monotonic()
        child = os.posix_spawnp(
            command[0],
            command,
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, said.fileno(), 1),
                (os.POSIX_SPAWN_DUP2, said.fileno(), 2),
            ],
        )
        _, status, used = os.wait4(child, 0)
        wall = time.monotonic() - started
        said.seek(0)
        return {
            "status": os.waitstatus_to_exitcode(status),
            "wall": wall,
            "cpu": used.ru_utime + used.ru_stime,
            "memory": used.ru_maxrss * MEMORY_UNIT,
            "said": said.read().decode("utf-8", "replace"),
        }


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1:])))
