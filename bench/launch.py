"""Run a command and print its resource usage as JSON.

Imports only small modules, to start fast and stay small: see bench/measure.py.
"""

import json
import os
import sys
import tempfile
import time

# Without it, every start would compile the program again, which happens to no user.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
# ru_maxrss is in bytes on macOS and in kilobytes on Linux.
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


def run(command):
    with tempfile.TemporaryFile() as output:
        started = time.monotonic()
        child = os.posix_spawnp(
            command[0],
            command,
            ENVIRONMENT,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, output.fileno(), 1),
                (os.POSIX_SPAWN_DUP2, output.fileno(), 2),
            ],
        )
        _, status, usage = os.wait4(child, 0)
        wall = time.monotonic() - started
        output.seek(0)
        return {
            "status": os.waitstatus_to_exitcode(status),
            "wall": wall,
            "cpu": usage.ru_utime + usage.ru_stime,
            "memory": usage.ru_maxrss * MEMORY_UNIT,
            "output": output.read().decode("utf-8", "replace"),
        }


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1:])))
