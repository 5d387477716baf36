"""Bytes to text, for every file of the content: the one place where characters are judged.

Only UTF-8 is read, and what a version control system left of a conflict is refused.
"""

from __future__ import annotations

import codecs
import re

from plugins.findings import Finding, Position, Severity
from plugins.source.characters import repair_characters
from plugins.source.errors import UnreadableFileError

CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.M)
OTHER_ENCODINGS = (("gb18030", "GBK/GB18030"), ("utf-16", "UTF-16"), ("big5", "Big5"))


def decode(data: bytes, path: str) -> tuple[str, list[Finding]]:
    """The text with `\\n` line ends, and what was repaired. Raises UnreadableFileError."""
    findings = []
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        findings.append(
            Finding(
                "encoding-bom",
                Severity.WARNING,
                path,
                "文件开头有看不见的 BOM 标记，已忽略",
                "另存为“UTF-8（无 BOM）”",
            )
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(_not_utf8(data, error, path)) from error
    if "\x00" in text:
        raise UnreadableFileError(
            Finding(
                "encoding", Severity.ERROR, path, "文件里有空字符，不是文本文件", "重新另存为文本"
            )
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    may_conflict = "<<<<<<<" in text or ">>>>>>>" in text
    if may_conflict and (conflict := CONFLICT.search(text)):
        raise UnreadableFileError(_conflict(conflict, path))
    text, repairs = repair_characters(text, path)
    return text, findings + repairs


def _conflict(mark: re.Match[str], path: str) -> Finding:
    line = mark.string.count("\n", 0, mark.start()) + 1
    message = f"两个人的修改没有合并好，留下了标记“{mark[0]}”"
    hint = "在“<<<<<<<”“=======”“>>>>>>>”之间的两份文字里保留对的一份，并删去这三行标记"
    return Finding("conflict", Severity.ERROR, path, message, hint, *Position(line))


def _not_utf8(data: bytes, error: UnicodeDecodeError, path: str) -> Finding:
    line = data.count(b"\n", 0, error.start) + 1
    start = data.rfind(b"\n", 0, error.start) + 1
    column = len(data[start : error.start].decode("utf-8", "replace")) + 1
    guess = next((label for name, label in OTHER_ENCODINGS if _reads_as(data, name)), None)
    message = f"文件是 {guess} 编码，不是 UTF-8" if guess else "文件不是 UTF-8 编码"
    hint = "用编辑器“另存为”，编码选 UTF-8"
    return Finding("encoding", Severity.ERROR, path, message, hint, line, column)


def _reads_as(data: bytes, encoding: str) -> bool:
    if encoding == "utf-16" and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
