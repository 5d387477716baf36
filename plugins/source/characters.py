"""Characters that an editor doesn't see or didn't mean: found, and repaired where that is safe.

Word, PDF files and web pages leave them behind. Some are forbidden in XML and HTML, so one of them
in a text would make a feed unreadable; others change what a search, a copy or a screen reader gets.

| class      | characters                                         | read as           | finding |
| ---------- | -------------------------------------------------- | ----------------- | ------- |
| forbidden  | control characters, non-characters                 | U+FFFD            | error   |
| lost       | U+FFFD, which stands for a lost character          | itself            | error   |
| private    | private use: no reader's computer has the glyph    | itself            | warning |
| look-alike | radicals and compatibility ideographs              | the Han character | warning |
| line break | VT, FF, U+0085, U+2028, U+2029                     | U+2028            | warning |
| invisible  | zero width, soft hyphens, bidirectional controls   | nothing           | warning |
| space      | no-break space and other spaces of other widths    | a space           | none    |

A line separator stays one character, so that all lines keep their numbers: `LINE_BREAK`.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from typing import NamedTuple

from plugins.findings import Finding, Position, Severity, shown_code
from plugins.source.radicals import RADICALS

LINE_BREAK = "\u2028"
LINE_BREAKS = frozenset("\x0b\x0c\x85\u2028\u2029")
LOST = "\ufffd"
JOINER = "\u200d"
# Ideographic and other variants of the character before it, which readers do see.
VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Everything that needs a closer look. One class of the basic plane and one range beyond it: a
# class with several ranges beyond it is searched three times as slowly.
SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2e80-\u2fdf\u3164\ue000-\uf8ff\uf900-\ufaff"
    "\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\U00010000-\U0010ffff]"
)
# Default-ignorable letters that no Chinese text has: they are drawn as nothing.
BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
SHOWN_AT_MOST = 5


class Class(Enum):
    FORBIDDEN = auto()
    LOST = auto()
    PRIVATE = auto()
    LOOK_ALIKE = auto()
    LINE_BREAK = auto()
    INVISIBLE = auto()
    SPACE = auto()


def repair_characters(text: str, path: str) -> tuple[str, list[Finding]]:
    """The text as it is to be read, and one finding for each class of characters in it."""
    if not SUSPECT.search(text):
        return text, []
    found: dict[Class, list[re.Match[str]]] = {}

    def repaired(match: re.Match[str]) -> str:
        kind = _class_of(match)
        if kind is None:
            return match[0]
        found.setdefault(kind, []).append(match)
        return _read_as(kind, match[0])

    repaired_text = SUSPECT.sub(repaired, text)
    return repaired_text, [
        _finding(kind, matches, text, path)
        for kind, matches in found.items()
        if kind is not Class.SPACE
    ]


def without_lookalikes(text: str) -> str:
    """Han characters in place of what looks like them, and nothing in place of invisible ones."""

    def mended(match: re.Match[str]) -> str:
        kind = _class_of(match)
        is_safe = kind in {Class.LOOK_ALIKE, Class.INVISIBLE}
        return _read_as(kind, match[0]) if kind and is_safe else match[0]

    return SUSPECT.sub(mended, text)


def _class_of(match: re.Match[str]) -> Class | None:
    character = match[0]
    if character in LINE_BREAKS:
        return Class.LINE_BREAK
    if character == LOST:
        return Class.LOST
    if character in RADICALS or (unicodedata.decomposition(character) and _is_ideograph(character)):
        return Class.LOOK_ALIKE
    if VARIATION_SELECTORS.match(character):
        return None
    if character in BLANK_LETTERS:
        return Class.INVISIBLE
    category = unicodedata.category(character)
    if category == "Cf":
        return None if _joins_emoji(match) else Class.INVISIBLE
    is_unassigned = category == "Cn" and not _is_noncharacter(character)
    classes = {"Cc": Class.FORBIDDEN, "Cn": Class.FORBIDDEN, "Co": Class.PRIVATE, "Zs": Class.SPACE}
    return Class.PRIVATE if is_unassigned else classes.get(category)


def _is_ideograph(character: str) -> bool:
    return "\uf900" <= character <= "\ufaff" or "\U0002f800" <= character <= "\U0002fa1f"


def _is_noncharacter(character: str) -> bool:
    return "\ufdd0" <= character <= "\ufdef" or ord(character) & 0xFFFE == 0xFFFE


def _joins_emoji(match: re.Match[str]) -> bool:
    """A family of emoji is one picture, joined by U+200D."""
    text, start = match.string, match.start()
    before, after = text[max(0, start - 2) : start], text[match.end() : match.end() + 1]
    marks = {"So", "Sk"}
    return (
        match[0] == JOINER
        and unicodedata.category(after or " ") in marks
        and any(unicodedata.category(character) in marks for character in before)
    )


def _read_as(kind: Class, character: str) -> str:
    if kind is Class.LOOK_ALIKE:
        return RADICALS.get(character) or unicodedata.normalize("NFC", character)
    fixed = {
        Class.FORBIDDEN: LOST,
        Class.LINE_BREAK: LINE_BREAK,
        Class.INVISIBLE: "",
        Class.SPACE: " ",
    }
    return fixed.get(kind, character)


class Words(NamedTuple):
    """What is said of a class; {} in `message` stands for the characters."""

    rule: str
    severity: Severity
    message: str
    hint: str


WORDS = {
    Class.FORBIDDEN: Words(
        "character",
        Severity.ERROR,
        "有网页里不能出现的字符{}",
        "删去它；旁边可能丢了字，请对照原稿",
    ),
    Class.LOST: Words("character", Severity.ERROR, "有丢失的字，只剩“�”{}", "对照原稿补上丢失的字"),
    Class.PRIVATE: Words(
        "character-private",
        Severity.WARNING,
        "有自造字{}，别人的电脑和手机显示不出",
        "改成标准汉字；没有这个字时用图片，并写明替代文字",
    ),
    Class.LOOK_ALIKE: Words(
        "character-repair",
        Severity.WARNING,
        "有形似汉字的符号{}，已按汉字读取",
        "从 PDF 复制的文字常有，请重新输入这些字",
    ),
    Class.LINE_BREAK: Words(
        "character-repair",
        Severity.WARNING,
        "有 Word 的手动换行符{}，已按换行读取",
        "删去它，用回车换行",
    ),
    Class.INVISIBLE: Words(
        "character-repair",
        Severity.WARNING,
        "有看不见的字符{}，已去掉",
        "从 Word 或网页粘贴时带来的，删去后重新输入前后的字",
    ),
}


def _finding(kind: Class, matches: list[re.Match[str]], text: str, path: str) -> Finding:
    words = WORDS[kind]
    first = matches[0].start()
    position = Position(text.count("\n", 0, first) + 1, first - text.rfind("\n", 0, first))
    distinct = dict.fromkeys(match[0] for match in matches)
    shown = "".join(_shown(kind, character) for character in [*distinct][:SHOWN_AT_MOST])
    more = "等" if len(distinct) > SHOWN_AT_MOST else ""
    count = f"（共 {len(matches)} 处）" if len(matches) > 1 else ""
    message = words.message.format(shown + more + count)
    return Finding(words.rule, words.severity, path, message, words.hint, *position)


def _shown(kind: Class, character: str) -> str:
    if kind is Class.LOOK_ALIKE:
        return f"“{_read_as(kind, character)}”{shown_code(character)}"
    return shown_code(character)
