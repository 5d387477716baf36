"""The types a field can have, each with the words and the example that manuals show for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from plugins.findings import nearest
from plugins.records.parsing import (
    parse_amount,
    parse_cited,
    parse_count,
    parse_credit_code,
    parse_day,
    parse_document_number,
    parse_file,
    parse_flag,
    parse_index_number,
    parse_moment,
    parse_prose,
    parse_reference,
    parse_slug,
    parse_text,
    parse_web_address,
    problem,
)

BETWEEN_WORDS = re.compile(r"[,，、;；]")


def as_list(raw: Any) -> list:
    """One value stands for a list of one; `甲、乙` or `甲,乙` in one line for a list of two."""
    if isinstance(raw, list):
        return raw
    if isinstance(raw, dict):
        return [raw]
    return [raw] if str(raw).strip() else []


def split_words(raw: Any) -> list:
    if isinstance(raw, list | dict):
        return as_list(raw)
    return [word.strip() for word in BETWEEN_WORDS.split(str(raw)) if word.strip()]


def choice(*allowed: str) -> Any:
    """One of `allowed`; a near miss gets a suggestion."""

    def parse(raw: Any) -> str:
        text = str(raw).strip()
        if text in allowed:
            return text
        close = nearest(text, allowed)
        hint = f"是不是“{close}”？" if close else ""
        raise problem("choice", f"“{text}”不在可选值之内", f"{hint}可填：{'、'.join(allowed)}")

    return Annotated[Literal[allowed], BeforeValidator(parse)]


@dataclass(frozen=True)
class RefersTo:
    """Marks a field whose text names another record, of one of these kinds (any, if empty).

    On the page of the record that has the field, `heading` stands over the records it names; on the
    page of a named record, `back_heading` over those that name it. Without a heading there is no
    such group. A `mutual` reference counts both ways, whoever wrote it: its one group comes last.
    Groups of a lower `rank` come first.
    """

    kinds: tuple[str, ...] = ()
    heading: str = ""
    back_heading: str = ""
    mutual: bool = False
    rank: int = 0

    def accepts(self, kind: str) -> bool:
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True)
class CitesStatutes:
    """Marks a field whose text cites a statute or its clauses."""


@dataclass(frozen=True)
class Described:
    """Marks a type with the words the manual uses for it, an example, and its open-data type."""

    words: str
    example: str
    schema: str = "string"


def _type(base: type, parse: Callable, words: str, example: str, schema: str = "string") -> Any:
    return Annotated[base, BeforeValidator(parse), Described(words, example, schema)]


def listed(item: Any, split: bool = False) -> Any:
    return Annotated[list[item], BeforeValidator(split_words if split else as_list)]


def reference(
    *kinds: str, heading: str = "", back_heading: str = "", mutual: bool = False, rank: int = 0
) -> Any:
    """The `column/slug` of another record; see `RefersTo`."""
    words = "稿件（栏目/网址名）"
    example = "policies/shirong-huanwei-banfa"
    refers = RefersTo(kinds, heading, back_heading, mutual, rank)
    return Annotated[str, BeforeValidator(parse_reference), refers, Described(words, example)]


Text = _type(str, parse_text, "一行文字", "市容环卫科")
Prose = _type(str, parse_prose, "文字，可多行", "|\n  第一行\n  第二行")
Day = _type(date, parse_day, "日期", "2026-03-01", "date")
Moment = _type(datetime, parse_moment, "时间（24 小时制）", "2026-03-01 09:30", "datetime")
Count = _type(int, parse_count, "整数", "30", "integer")
Amount = _type(Decimal, parse_amount, "金额（万元）", "0.05", "number")
Flag = _type(bool, parse_flag, "是或否", "是", "boolean")
DocumentNumber = _type(str, parse_document_number, "文号", "某综执〔2026〕12号")
IndexNumber = _type(str, parse_index_number, "索引号", "11330500MB0000000X/2026-00012")
CreditCode = _type(str, parse_credit_code, "统一社会信用代码", "91330500MA2B00000R")
Slug = _type(str, parse_slug, "小写字母、数字、连字符", "canchu-laji-guanli-banfa")
WebAddress = _type(str, parse_web_address, "网址", "https://www.gov.cn/")
Cited = Annotated[
    _type(str, parse_cited, "法规及条文", "《城市市容和环境卫生管理条例》第三十四条"),
    CitesStatutes(),
]
File = _type(str, parse_file, "文件路径", "files/canchu-shenqing.docx")
Words = listed(Text, split=True)
