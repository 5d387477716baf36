"""A .docx as lines of plain text, with findings for everything that is not plain text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from lxml.etree import XMLSyntaxError

from plugins.findings import Finding, Severity
from plugins.source import UnreadableFileError
from plugins.statutes.source import visible
from plugins.statutes.word_numbers import Label, numbers_of
from plugins.statutes.word_text import (
    PARAGRAPH,
    TABLE,
    ExtractedText,
    blocks,
    paragraph_text,
    table_rows,
)

OPEN_ERRORS = (PackageNotFoundError, zipfile.BadZipFile, XMLSyntaxError, KeyError, ValueError)
# Pages are numbered in footers: - 3 -, 第 3 页 共 9 页.
PAGE_NUMBER = re.compile(r"[\d第页共/—–-]*")
ASIDES = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}
SHOWN = 20


@dataclass
class WordText:
    """A line for each paragraph and table row. `asides` are texts outside the body."""

    lines: list[str] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def read_word(data: bytes, path: str) -> WordText:
    """Read the file. Lines of findings count paragraphs and rows. Raises UnreadableFileError."""
    try:
        document = docx.Document(io.BytesIO(data))
        parts = _parts(document.part)
    except OPEN_ERRORS as error:
        message, hint = "打不开，不是 Word 的 .docx 文件", "用 Word 打开后另存为 .docx"
        raise UnreadableFileError(
            Finding("statute-file", Severity.ERROR, path, message, hint)
        ) from error
    return _Reader(document.element.body, parts, path).read()


def _parts(part: Any) -> dict[str, list[Any]]:
    """The roots of the other parts of the file by type: styles, footer, footnotes …"""
    roots: dict[str, list[Any]] = {}
    for relation in part.rels.values():
        if not relation.is_external and relation.target_part.partname.endswith(".xml"):
            other = relation.target_part
            element = getattr(other, "element", None)
            roots.setdefault(relation.reltype.rpartition("/")[2], []).append(
                element if element is not None else parse_xml(other.blob)
            )
    return roots


class _Reader:
    def __init__(self, body: Any, parts: Mapping[str, list[Any]], path: str) -> None:
        self.body, self.parts, self.path = body, parts, path
        self.out = WordText()
        numbering, styles = (parts.get(kind, [None])[0] for kind in ("numbering", "styles"))
        self.numbers = numbers_of(numbering, styles)
        self.labels: dict[tuple[tuple[str, int], bool], list[tuple[int, Label]]] = {}

    def read(self) -> WordText:
        for block in blocks(self.body):
            line = self._line
            if block.tag == TABLE:
                rows, content = table_rows(block, self._number)
                self.out.lines += rows
                self._warn(f"表格读成了 {len(rows)} 行文字", "要表格的样子，就改写成表格", line)
            else:
                content = paragraph_text(block, self._number)
                self.out.lines += content.text.split("\n")
            self._report_losses(content, line)
        for labels in self.labels.values():
            self.out.findings.append(_numbers_finding(labels, self.path))
        for kind in ASIDES:
            self._asides(kind)
        for text in self._texts("comments"):
            self._warn(f"批注“{_short(text)}”没有导入", "要改正文的，改好再导入")
        return self.out

    @property
    def _line(self) -> int:
        return len(self.out.lines) + 1

    def _number(self, paragraph: Any) -> str:
        label = self.numbers.label(paragraph)
        if label is None:
            return ""
        self.labels.setdefault((label.series, label.text is None), []).append((self._line, label))
        return label.text or ""

    def _report_losses(self, content: ExtractedText, line: int) -> None:
        boxes = [text for text in content.boxes if text.strip()]
        if boxes:
            self.out.lines += boxes
            self._warn(f"文本框里的“{_short(boxes[0])}”接在了所在段落后面", "移到该在的地方", line)
        if content.deleted.strip():
            message = f"按接受修订读入，删去了“{_short(content.deleted)}”"
            self._warn(message, "先在 Word 里接受或者拒绝修订，再导入", line)
        if content.pictures:
            message = f"有 {content.pictures} 张图片或者图表没有导入"
            self._warn(message, "里面有文字的，照着补上", line)

    def _asides(self, kind: str) -> None:
        for text in self._texts(kind):
            if text not in self.out.asides:
                self.out.asides.append(text)
                self._warn(
                    f"{ASIDES[kind]}“{_short(text)}”不属于正文，已放在题注里", "不需要就删去"
                )

    def _texts(self, kind: str) -> list[str]:
        """The paragraphs of the parts of one kind, each once, without page numbers."""
        paragraphs = (p for root in self.parts.get(kind, ()) for p in root.iter(PARAGRAPH))
        texts = dict.fromkeys(paragraph_text(paragraph).text.strip() for paragraph in paragraphs)
        return [text for text in texts if not PAGE_NUMBER.fullmatch(visible(text))]

    def _warn(self, message: str, hint: str, line: int = 1) -> None:
        self.out.findings.append(
            Finding("statute-word", Severity.WARNING, self.path, message, hint, line)
        )


def _numbers_finding(labels: list[tuple[int, Label]], path: str) -> Finding:
    """The finding that Word numbers a list itself, and how the numbers were written out."""
    line, first = labels[0]
    severity, hint = Severity.WARNING, "对照 Word 里显示的样子核对"
    if first.format == "bullet":
        severity, message = Severity.INFO, f"有 {len(labels)} 段用了项目符号，没有写进正文"
    elif first.text is None:
        message = f"有 {len(labels)} 段的序号由 Word 自动生成，格式 {first.format} 读不出来"
        hint = "照 Word 里显示的样子把序号打成文字，再导入"
    else:
        shown = f"“{first.text}”" + (f"到“{labels[-1][1].text}”" if len(labels) > 1 else "")
        message = f"{shown}共 {len(labels)} 个序号由 Word 自动生成，已写成文字"
    return Finding("statute-number", severity, path, message, hint, line)


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "……"
