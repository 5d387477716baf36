"""Whether a line continues the line above it, or is another line as typed.

Only lines of a text cut at one width continue one another: all but the last of a paragraph are
about as wide as the widest. Lists of roads, names or addresses have short lines of any width.
"""

from __future__ import annotations

from typing import NamedTuple

from plugins.texts.lazy_pattern import lazy_pattern
from plugins.texts.typed.numbers import OFFICIAL_NUMBER

SENTENCE_END = lazy_pattern(r"[。！？；：…][”’）》]*\s*$|(?<=[一-鿿）”])[.!?;:]\s*$")
# 地址：青禾路1号, 姓　名：张三, 问：…, 【时间】…, 来源 | 市局
LABELLED = lazy_pattern(
    r"(?!https?:)[^\s：:，。；、（）()]{1,10}(?:[ 　]+[^\s：:，。；、（）()]{1,2})?[：:]\s*\S"
    r"|【[^【】]{1,12}】\s*\S|\S{1,8} ?[|｜] ?\S"
)
LINK_ALONE = lazy_pattern(r"!?\[[^\[\]]*\]\([^()\s]*\)")
TITLE_LENGTH = 30
NUMERAL = r"[\d一二三四五六七八九十]{1,3}"
DATE = lazy_pattern(
    rf"(?:\d{{4}}|[〇零○一二三四五六七八九]{{4}}) ?年 ?{NUMERAL} ?月 ?{NUMERAL} ?日"
)
# Who signs: an organ, or a post and a name.
SIGNER = lazy_pattern(
    r"[^\s，。；：！？、][^，。；：！？]{1,40}?"
    r"(?:局|会|府|办|公司|科|队|院|校|部|所|处|中心|站|厅|委|室|街道|镇|乡|村|社区)(?:（[^（）]*）)?"
    r"|(?:局长|主任|市长|县长|区长|院长|会长)[ 　]*\S{2,4}"
)
SIGNED = lazy_pattern(rf"{SIGNER.pattern}|{DATE.pattern}")
# A sentence that goes on: at the end of a line, and at the start of the next.
GOES_ON = lazy_pattern(r"[，、,（(《〈“‘「『【［\[/+＋×=＝~～]$")
CONTINUES = lazy_pattern(r"[，。、；：！？,;!?)）》〉”’」』】％%℃…]")
# Word copies some numbers to a line of their own.
NUMBER_ALONE = lazy_pattern(rf"(?:{OFFICIAL_NUMBER.pattern}|\d{{1,2}}\.)\s*")
# 第十 / 六条
ARTICLE = lazy_pattern(r"第[一二三四五六七八九十百零\d]{1,6}$")
REST_OF_ARTICLE = lazy_pattern(r"[一二三四五六七八九十百零\d]{0,6}[条款项]")
MARK = lazy_pattern(r"[，。；！？]|[A-Za-z][,.;!?](?= |$)")
TARGET = lazy_pattern(r"\]\([^()\n]*\)")
NARROW = lazy_pattern(r"[\x20-\u2e7f]")
# What is not cut at the end of a line: a word or number of Latin signs, a sign and marks behind it.
UNIT = lazy_pattern(r"[\x21-\x7e]{1,30}|.[，。、；：！？）》”]{0,2}")
# In columns: nobody cuts a text narrower, and what marks at the edge may add or leave empty.
NARROWEST, SLACK, EVEN = 40, 4, 8


class Block(NamedTuple):
    """Neighbouring lines of plain text: the columns of the widest, whether one has a mark, and
    whether all are about as wide and the last ends no sentence, as that of a paragraph would.
    """

    widest: int
    has_mark: bool
    is_even: bool = False


def block_of(lines: list[str]) -> Block:
    widths = [*map(columns, lines)]
    widest = max(widths, default=0)
    is_even = (
        bool(lines)
        and widest - min(widths, default=0) <= EVEN
        and not SENTENCE_END.search(lines[-1])
    )
    return Block(widest, any(MARK.search(line) for line in lines), is_even)


def columns(text: str) -> int:
    """The columns of a line, in which a Chinese character takes two; addresses of links none."""
    if "](" in text:
        text = TARGET.sub("", text)
    return 2 * len(text) - len(NARROW.findall(text))


def is_next_line(before: str, text: str, following: list[str], block: Block) -> bool:
    """Whether `text`, below `before`, is another line as typed; both without blanks around them."""
    if SENTENCE_END.search(before) or _is_title(before):
        return True
    if LABELLED.match(text) or (LABELLED.match(before) and text[:1] in "（("):
        return True
    if LINK_ALONE.fullmatch(text) or LINK_ALONE.fullmatch(before):
        return True
    if SIGNER.fullmatch(text) and following and SIGNED.fullmatch(following[0]):
        return True
    if SIGNER.fullmatch(before) and SIGNED.fullmatch(text):
        return True
    return not _continues(before, text, block)


def _continues(before: str, text: str, block: Block) -> bool:
    # A word set with one character a line is one word.
    if len(before) == len(text) == 1 and before.isalpha() and text.isalpha():
        return True
    if NUMBER_ALONE.fullmatch(before):
        return True
    if before.rfind("《") > before.rfind("》") and "》" in text:
        return True
    if ARTICLE.search(before) and REST_OF_ARTICLE.match(text):
        return True
    if GOES_ON.search(before) or CONTINUES.match(text):
        return True
    if block.widest < NARROWEST or block.is_even or not block.has_mark:
        return False
    unit = UNIT.match(text)
    first = columns(unit[0]) if unit else 0
    return columns(before) + first > block.widest - SLACK


def _is_title(line: str) -> bool:
    """一、整治时间: a number and some words without a mark at the end; in bold, too."""
    words = line.strip("*")
    number = OFFICIAL_NUMBER.match(words)
    if not number or len(words) > TITLE_LENGTH or len(words) == number.end():
        return False
    return words[-1].isalnum() or words[-1] in "）”"
