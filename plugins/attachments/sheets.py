"""The text of .xlsx files, row by row, and what is hidden in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import basename

from plugins.attachments.model import AttachmentFacts, Piece
from plugins.attachments.office import read_properties
from plugins.attachments.package import Package

MOST_STRINGS = 1_000_000
# A long number as XML has it: 1.3800000000000000E+10.
EXPONENT = re.compile(r"[0-9.]+E\+?[0-9]+$", re.I)


def read_sheets(package: Package, facts: AttachmentFacts) -> None:
    read_properties(package, facts)
    strings = list(_strings(package, "xl/sharedStrings.xml", "si"))
    targets = {
        each.get("Id", ""): each.get("Target", "")
        for each in package.attributes("xl/_rels/workbook.xml.rels", "Relationship")
    }
    hidden = []
    for sheet in package.attributes("xl/workbook.xml", "sheet"):
        name, target = sheet.get("name", ""), targets.get(sheet.get("id", ""), "")
        if sheet.get("state", "visible") != "visible":
            hidden.append(name)
        reader = _Sheet(package, f"xl/worksheets/{basename(target)}", strings)
        facts.add(Piece(f"工作表“{name}”第{row}行", text) for row, text in reader.rows)
        facts.trace(f"工作表“{name}”里{{}} 行隐藏的", reader.hidden_rows)
        facts.trace(f"工作表“{name}”里{{}} 列隐藏的", reader.hidden_columns)
    for name in hidden:
        facts.trace(f"隐藏的工作表“{name}”")
    _read_comments(package, facts)


def _read_comments(package: Package, facts: AttachmentFacts) -> None:
    count = 0
    for name in package.matching(r"xl/(?:comments\d*|threadedComments/threadedComment\d*)\.xml"):
        tag = "threadedComment" if "threaded" in name else "comment"
        texts = list(_strings(package, name, tag))
        count += len(texts)
        facts.add(Piece("批注", text) for text in texts)
        for author in _strings(package, name, "author", "author"):
            facts.add_person("批注的人", author)
    for person in package.attributes("xl/persons/person.xml", "person"):
        facts.add_person("批注的人", person.get("displayName"))
    facts.trace("{} 处批注", count)


def _strings(package: Package, name: str, whole: str, part: str = "") -> Iterator[str]:
    """The text of each tag `whole`, made of that of its tags t or text."""
    parts = {part} if part else {"t", "text"}
    found: list[str] = []
    now: list[str] = []
    depth = 0

    def start(tag: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        if tag == whole:
            now.clear()
        depth += tag in parts

    def words(text: str) -> None:
        if depth:
            now.append(text)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= tag in parts
        if tag == whole and len(found) < MOST_STRINGS:
            found.append("".join(now))

    package.read(name, start, end, words)
    return iter(found)


class _Sheet:
    def __init__(self, package: Package, name: str, strings: list[str]) -> None:
        self._strings = strings
        self.rows: list[tuple[str, str]] = []
        self.hidden_rows = self.hidden_columns = 0
        self._row, self._type, self._value = "", "", ""
        self._cells: list[str] = []
        self._in_value = False
        package.read(name, self._start, self._end, self._words)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self._row = attributes.get("r", str(len(self.rows) + 1))
            self.hidden_rows += attributes.get("hidden") in {"1", "true"}
        elif tag == "col" and attributes.get("hidden") in {"1", "true"}:
            first, last = attributes.get("min", ""), attributes.get("max", "")
            both = first.isdigit() and last.isdigit()
            # Excel also hides all columns behind the last, which have nothing in them.
            self.hidden_columns += min(int(last), 1000) - int(first) + 1 if both else 1
        elif tag == "c":
            self._type, self._value = attributes.get("t", "n"), ""
        elif tag in {"v", "t"}:
            self._in_value = True

    def _words(self, text: str) -> None:
        if self._in_value:
            self._value += text

    def _end(self, tag: str) -> None:
        if tag in {"v", "t"}:
            self._in_value = False
        elif tag == "c":
            self._cells.append(self._shown())
        elif tag == "row":
            if any(self._cells):
                self.rows.append((self._row, "\t".join(self._cells)))
            self._cells = []

    def _shown(self) -> str:
        value = self._value
        if self._type == "s":
            known = value.isdigit() and int(value) < len(self._strings)
            return self._strings[int(value)] if known else ""
        if self._type == "n" and EXPONENT.match(value):
            return f"{float(value):.0f}"
        return value
