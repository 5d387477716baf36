"""YAML as editors type it: repaired where that is safe, with a finding for each repair.

`read_yaml` is the one way from the lines of a head or a data file to values. Lines that the simple
reader understands need no repair; all others are looked at one by one before they are parsed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.findings import Finding, Position, Severity
from plugins.source.errors import UnreadableFileError
from plugins.source.located import LocatedData
from plugins.source.pairs import Pair, pairs_in, text_block_lines
from plugins.source.simple_yaml import is_plain, parse_simple_yaml
from plugins.source.yaml_errors import MESSAGES, TWO_COLONS, YamlSyntaxError

# A value that starts like this is a YAML structure or quoted, not a plain scalar.
QUOTED_LENGTH = 40
INDICATORS = ("[", "{", "|", ">", "'", '"')


class Blank(NamedTuple):
    """A blank that YAML doesn't take for a space; `rule` is that of its use as an indent."""

    name: str
    rule: str


BLANKS = {"\t": Blank("制表符（Tab）", "tab"), "　": Blank("全角空格", "front-matter-repair")}
OTHER_BLANK = Blank("别的空白", "front-matter-repair")


def read_yaml(
    lines: Sequence[str], path: str, first_line: int = 1, rule: str = "yaml"
) -> tuple[LocatedData, list[Finding]]:
    """The values and what was repaired. `rule` is that of the finding about a syntax error.

    Raises UnreadableFileError.
    """
    # What can be parsed as simple YAML needs none of the repairs below and has no duplicate keys.
    simple = parse_simple_yaml([*lines], first_line)
    if simple is not None:
        return simple, []
    repairs = _Repairs(path, first_line)
    repaired = repairs.apply(lines)
    try:
        located = _parse("\n".join(repaired), first_line)
    except YamlSyntaxError as error:
        error = _open_quote(lines, error, first_line) or error
        number = error.position.line - first_line
        line = lines[number] if 0 <= number < len(lines) else ""
        raise UnreadableFileError(*repairs.findings, _refusal(error, line, path, rule)) from error
    for value, position in located.values.items():
        located.values[value] = repairs.original(position)
    for duplicate in located.duplicate_keys:
        message = f"“{duplicate.key}”写了两次（第一次在第 {duplicate.first.line} 行）"
        found = ("key-repeated", Severity.ERROR, path, message, "只保留一处")
        repairs.findings.append(Finding(*found, *duplicate.position))
    return located, repairs.findings


def repaired_lines(lines: Sequence[str]) -> list[str]:
    """The lines as `read_yaml` reads them, one for each: what an editor should have written."""
    return _Repairs("", 1).apply(lines)


def _parse(text: str, first_line: int) -> LocatedData:
    from plugins.source import parse_yaml

    return parse_yaml(text, first_line)


def _open_quote(
    lines: Sequence[str], error: YamlSyntaxError, first_line: int
) -> YamlSyntaxError | None:
    """A quote that isn't closed on its line, with a field on the next: the parser reads on to the
    next quote, and fails there.
    """
    pairs = pairs_in(lines, text_block_lines(lines))
    for index in range(min(error.position.line - first_line, len(lines))):
        pair, below = pairs.get(index), pairs.get(index + 1)
        if pair and below and pair.value[:1] in ("'", '"') and pair.value[0] not in pair.value[1:]:
            at = Position(index + first_line, len(lines[index]) - len(pair.value) + 1)
            return YamlSyntaxError(*MESSAGES["while scanning a quoted scalar"], at)
    return None


def _refusal(error: YamlSyntaxError, line: str, path: str, rule: str) -> Finding:
    words = line.strip()
    words = words if len(words) <= QUOTED_LENGTH else f"{words[:QUOTED_LENGTH]}……"
    quoted = f"：“{words}”" if words else ""
    message, hint = error.message, error.hint
    if line[:1] == " " and message == TWO_COLONS:
        message, hint = "这一行前面多了空格", "与上一项左端对齐"
    return Finding(rule, Severity.ERROR, path, f"{message}{quoted}", hint, *error.position)


@dataclass
class _Repairs:
    path: str
    first_line: int
    findings: list[Finding] = field(default_factory=list)
    # By line how far its value moved to the right.
    shifts: dict[int, int] = field(default_factory=dict)

    def original(self, position: Position) -> Position:
        """The position in the file as it was before the repairs."""
        shift = self.shifts.get(position.line, 0)
        return Position(position.line, max(1, position.column - shift)) if shift else position

    def apply(self, lines: Sequence[str]) -> list[str]:
        in_text = text_block_lines(lines)
        lines = [
            line if index in in_text else self._indent(line, index + self.first_line)
            for index, line in enumerate(lines)
        ]
        pairs = pairs_in(lines, in_text)
        return [
            self._pair(pairs[index], index + self.first_line) if index in pairs else line
            for index, line in enumerate(lines)
        ]

    def _indent(self, line: str, number: int) -> str:
        """Two spaces in place of each blank before the text that YAML doesn't indent by."""
        blanks = line[: len(line) - len(line.lstrip(" \t　"))]
        for character, blank in BLANKS.items():
            if character in line[: len(blanks)]:
                message = f"行首的{blank.name}已换成空格"
                self._add(blank.rule, message, "缩进只用半角空格", number)
        spaces = blanks.replace("\t", "  ").replace("　", "  ")
        return spaces + line[len(blanks) :]

    def _pair(self, pair: Pair, number: int) -> str:
        fixed, repair = _repaired_pair(pair)
        if repair:
            self._add("front-matter-repair", *repair, number)
            shift = len(fixed) - len(pair.line)
            self.shifts[number] = shift if fixed[-1:] != "'" else shift - 1
        return fixed

    def _add(self, rule: str, message: str, hint: str, number: int) -> None:
        self.findings.append(Finding(rule, Severity.WARNING, self.path, message, hint, number, 1))


def _repaired_pair(pair: Pair) -> tuple[str, tuple[str, str] | None]:
    """The line as YAML can read it, and the message and hint of what was repaired in it."""
    key, value = pair.key, pair.value
    safe = quoted_if_needed(value)
    fixed = f"{pair.indent}{key}: {safe}"
    if pair.colon == "：":
        return fixed, (f"“{key}：”用了全角冒号，已按半角读取", f"写成“{key}: ”（半角冒号加空格）")
    if value and (other := pair.gap.strip(" ")):
        blank = BLANKS.get(other[0], OTHER_BLANK).name
        return fixed, (f"“{key}:”后面是{blank}，已按半角空格读取", f"写成“{key}: {value}”")
    if value and not pair.gap:
        return fixed, (f"“{key}:”后面缺少空格，已按有空格读取", f"写成“{key}: {value}”")
    if safe == value:
        return pair.line, None
    hint = "每项另起一行，缩进两格，以“- ”开头" if value.startswith("- ") else f"写成 {key}: {safe}"
    return fixed, (f"“{key}”的内容里有特殊符号，已整句读取", hint)


def quoted_if_needed(value: str) -> str:
    """A plain scalar that YAML would misread, quoted; a value that YAML reads well, unchanged."""
    if not value or value.startswith("# ") or (is_plain(value) and value.isprintable()):
        return value
    quoted = "'" + value.replace("'", "''") + "'"
    # YAML would take the word behind these for its own.
    if value.startswith(("&", "*", "!")):
        return quoted
    try:
        read = _parse(f"key: {value}", 1).data["key"]
    except YamlSyntaxError:
        # `[通知] 关于…` is text; an open bracket, quote or block may continue on the next line.
        return value if _may_continue(value) else quoted
    # ` #` starts a comment in YAML, so 第 #1 期 would silently lose its end.
    if isinstance(read, str) and " #" in f" {value}" and not value.startswith(INDICATORS):
        return quoted
    return value


def _may_continue(value: str) -> bool:
    closing = {"[": "]", "{": "}", '"': '"', "'": "'"}.get(value[0])
    return value[0] in "|>" or (closing is not None and closing not in value[1:])
