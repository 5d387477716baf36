"""The text of a file to import, by its type."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.findings import Finding, Severity
from plugins.source import LINE_BREAK, UnreadableFileError, decode, repair_characters
from plugins.statutes.word import read_word

READABLE = (".md", ".txt", ".docx")
# Statutes come in these too, but what they hold can't be read without loss.
OTHER = (".doc", ".wps", ".pdf", ".rtf", ".odt", ".html", ".htm")
# Frequent in every statute, but hardly found in bytes of another encoding read as GB18030.
COMMON_CHARACTERS = "的条第本定"
MIN_SHARE = 0.02


@dataclass(frozen=True)
class FileText:
    """`asides` are texts outside the body: headers, footers, footnotes."""

    text: str
    asides: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def kind_of(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def read_file(data: bytes, path: str) -> FileText:
    """What the file at `path` says. Raises UnreadableFileError."""
    kind = kind_of(path)
    if kind not in READABLE:
        raise UnreadableFileError(cannot_read(path, Severity.ERROR))
    if kind == ".docx":
        word = read_word(data, path)
        text, findings = repair_characters(word.text, path)
        asides = tuple(repair_characters(aside, path)[0] for aside in word.asides)
        return FileText(_in_lines(text), asides, (*word.findings, *findings))
    try:
        text, findings = decode(data, path)
    except UnreadableFileError:
        converted = _as_gb18030(data) if kind == ".txt" else None
        if converted is None:
            raise
        text, findings = repair_characters(converted, path)
        findings.append(_was_gb18030(path))
    return FileText(_in_lines(text), findings=tuple(findings))


def _in_lines(text: str) -> str:
    """Each line of a statute is a paragraph, also the one behind a line break of Word."""
    return text.replace(LINE_BREAK, "\n")


def cannot_read(path: str, severity: Severity) -> Finding:
    """The finding for a file of a type that can't be imported."""
    message = f"不能导入 {kind_of(path) or '没有后缀的'} 文件"
    return Finding("statute-file", severity, path, message, "另存为 .docx 或者 .txt，再导入")


def _as_gb18030(data: bytes) -> str | None:
    """The text, or None unless all bytes can be decoded and the result is Chinese."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    if sum(map(text.count, COMMON_CHARACTERS)) < MIN_SHARE * len(text):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _was_gb18030(path: str) -> Finding:
    message = "文件是 GBK/GB18030 编码，已转成 UTF-8"
    hint = "看看导入的稿件里有没有乱码"
    return Finding("statute-encoding", Severity.WARNING, path, message, hint)
