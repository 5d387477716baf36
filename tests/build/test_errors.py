"""A build that can't be finished ends with a sentence for somebody who can mend it."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from plugins.build.errors import is_damage, words_for
from plugins.workers.parallel import WorkerFailedError

CACHE = Path(".cache/site")
FULL_DISK = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "output/a.html")
FULL = "读写不成：磁盘满了，腾出空间后再试。"


def sqlite_error(code, name):
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode, error.sqlite_errorname = code, name
    return error


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (FULL_DISK, "output/a.html"),
        (WorkerFailedError("OSError", str(FULL_DISK), "stack"), "output/a.html"),
        (sqlite_error(sqlite3.SQLITE_FULL, "SQLITE_FULL"), CACHE),
    ],
    ids=["a file", "a file of a worker", "the store"],
)
def test_a_full_disk(error, name):
    assert words_for(error, CACHE) == f"“{name}”{FULL}"
    # What is stored is whole: to build again would fill the disk once more.
    assert not is_damage(error)


def test_another_problem_is_no_full_disk():
    denied = PermissionError(errno.EACCES, "Permission denied", "output/a.html")
    assert words_for(denied, CACHE) == (
        "“output/a.html”读写不成：没有权限，请检查它和上级文件夹的所有者和权限。"
    )
    assert is_damage(sqlite_error(sqlite3.SQLITE_CORRUPT, "SQLITE_CORRUPT"))
    failed = WorkerFailedError("ZeroDivisionError", "division by zero", "stack")
    assert "这是程序的错误" in words_for(failed, CACHE)
