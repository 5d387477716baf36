"""What the operating system or the database refused, in a sentence that names the file."""

from __future__ import annotations

import errno
import re
import sqlite3
from pathlib import Path

FULL = "磁盘满了，腾出空间后再试"
FORBIDDEN = "没有权限，请检查它和上级文件夹的所有者和权限"
READ_ONLY = "所在的磁盘或文件夹是只读的"
BY_NUMBER = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
    errno.EROFS: READ_ONLY,
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径上有一段是文件，不是文件夹",
    errno.EISDIR: "这是文件夹，应是文件",
    errno.EEXIST: "已经有同名的文件，不能在这里建文件夹",
    errno.ENAMETOOLONG: "名字太长",
    errno.EFBIG: "超过了系统允许的文件大小",
    errno.EMFILE: "同时打开的文件太多",
    errno.ENFILE: "同时打开的文件太多",
    errno.EIO: "磁盘读写出错，请检查磁盘",
    errno.ELOOP: "链接指回自己",
}
# Where the database is not damaged: it can't be read or written.
BY_SQLITE_NAME = {
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_CANTOPEN": "打不开，请检查它和上级文件夹的权限",
    "SQLITE_FULL": FULL,
    "SQLITE_PERM": FORBIDDEN,
}

# What Python makes of an OSError as text.
OS_ERROR = re.compile(r"\[Errno (?P<number>\d+)\] [^:]*(?:: '(?P<file>[^']*)')?")


def sentence_for(error: OSError | sqlite3.Error, place: Path) -> str:
    """`place` is where it happened, for an error that doesn't say."""
    if isinstance(error, sqlite3.Error):
        return _sentence(place, BY_SQLITE_NAME.get(_sqlite_name(error)) or str(error))
    name = error.filename2 or error.filename or place
    words = BY_NUMBER.get(error.errno or 0) or error.strerror or str(error)
    return _sentence(name, words)


def sentence_of_worker(message: str, place: Path) -> str | None:
    """As `sentence_for`, of an OSError that only its text came over from; None of other texts."""
    found = OS_ERROR.match(message)
    if found is None:
        return None
    return sentence_for(OSError(int(found["number"]), "", found["file"]), place)


def is_refusal(error: BaseException) -> bool:
    """Whether the database could not be used at all, which says nothing of what is in it."""
    return isinstance(error, sqlite3.Error) and _sqlite_name(error) in BY_SQLITE_NAME


def _sqlite_name(error: sqlite3.Error) -> str:
    """Without what follows in extended codes, such as SQLITE_READONLY_DIRECTORY."""
    name = getattr(error, "sqlite_errorname", "")
    return "_".join(name.split("_")[:2])


def _sentence(name: object, words: str) -> str:
    return f"“{name}”读写不成：{words}。"
