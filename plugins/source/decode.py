"""Bytes to text: UTF-8 only, and a helpful reason when it is something else."""

from __future__ import annotations

import codecs

from plugins.findings import Finding, Severity

OTHER_ENCODINGS = (("gb18030", "GBK/GB18030"), ("utf-16", "UTF-16"), ("big5", "Big5"))


class UnreadableFileError(Exception):
    """The file is not UTF-8 text; carries the finding that says so."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


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
    return text.replace("\r\n", "\n").replace("\r", "\n"), findings


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
