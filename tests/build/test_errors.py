"""A build that can't be finished ends with a sentence for somebody who can mend it."""

import errno
import os
import sqlite3

import pytest

from plugins.build.errors import is_damage, words_for
from plugins.workers.parallel import WorkerFailedError

FULL = "磁盘满了，网站没有生成完。腾出空间后再试一次。\n已有的网站没有改动。"


def sqlite_error(code):
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "output/a.html"),
        WorkerFailedError("OSError", f"[Errno {errno.ENOSPC}] No space left on device", "stack"),
        sqlite_error(sqlite3.SQLITE_FULL),
    ],
    ids=["a file", "a file of a worker", "the store"],
)
def test_a_full_disk(error):
    assert words_for(error) == FULL
    # What is stored is whole: to build again would fill the disk once more.
    assert not is_damage(error)


def test_another_problem_is_no_full_disk():
    denied = PermissionError(errno.EACCES, "Permission denied", "output/a.html")
    assert words_for(denied) == "文件 output/a.html 读写不成：Permission denied"
    assert is_damage(sqlite_error(sqlite3.SQLITE_CORRUPT))
    failed = WorkerFailedError("ZeroDivisionError", "division by zero", "stack")
    assert "这是程序的错误" in words_for(failed)
