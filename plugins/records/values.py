"""The types of fields, each with its parser and its description and example in the manual."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, GetCoreSchemaHandler, PlainSerializer
from pydantic_core import CoreSchema, core_schema

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
    parse_last_moment,
    parse_moment,
    parse_old_address,
    parse_phone,
    parse_prose,
    parse_reference,
    parse_slug,
    parse_text,
    parse_web_address,
    problem,
)

WORD_SEPARATOR = re.compile(r"[,，、;；]")


def as_list(raw: Any) -> list[Any]:
    """A single value as a list of one."""
    if isinstance(raw, list):
        return raw
    if isinstance(raw, dict):
        return [raw]
    return [raw] if str(raw).strip() else []


def split_words(raw: Any) -> list[Any]:
    """`甲、乙` or `甲,乙` on one line as a list of two."""
    if isinstance(raw, list | dict):
        return as_list(raw)
    return [word.strip() for word in WORD_SEPARATOR.split(str(raw)) if word.strip()]


class Choice:
    """Annotates a text that must be one of `allowed`; a near miss gets a suggestion."""

    def __init__(self, *allowed: str) -> None:
        self.allowed = allowed

    def parse(self, raw: Any) -> str:
        text = str(raw).strip()
        if text in self.allowed:
            return text
        close = nearest(text, self.allowed)
        hint = f"是不是“{close}”？" if close else ""
        raise problem("choice", f"“{text}”不在可选值之内", f"{hint}可填：{'、'.join(self.allowed)}")

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.parse, handler(source))


@dataclass(frozen=True)
class RefersTo:
    """Annotates a `Reference` to a record of one of these kinds (of any, if empty).

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
    """Annotates a type with its description and example in the manual, and its open-data type."""

    words: str
    example: str
    schema: str = "string"


@dataclass(frozen=True)
class PublishedIn:
    """Annotates a number: open data has it in this unit, `per_unit` times smaller."""

    unit: str
    per_unit: int


# The 双公示 data standard counts fines in 万元.
IN_WAN_YUAN = PublishedIn("万元", 10_000)

Item = TypeVar("Item")
Listed = Annotated[list[Item], BeforeValidator(as_list)]
# A list that may be written on one line, separated by 、.
InlineList = Annotated[list[Item], BeforeValidator(split_words)]

# The `column/slug` of another record; `RefersTo` says of which kinds.
Reference = Annotated[
    str,
    BeforeValidator(parse_reference),
    Described("稿件（栏目/网址名）", "policies/shirong-huanwei-banfa"),
]
Text = Annotated[str, BeforeValidator(parse_text), Described("一行文字", "市容环卫科")]
Prose = Annotated[
    str, BeforeValidator(parse_prose), Described("文字，可多行", "|\n  第一行\n  第二行")
]
Day = Annotated[date, BeforeValidator(parse_day), Described("日期", "2026-03-01", "date")]
Moment = Annotated[
    datetime,
    BeforeValidator(parse_moment),
    # As it is written in front matter, which is parsed fastest when stored fields are loaded.
    PlainSerializer(lambda moment: f"{moment:%Y-%m-%d %H:%M}", when_used="json"),
    Described("时间（24 小时制）", "2026-03-01 09:30", "datetime"),
]
# Of a day alone its last minute.
LastMoment = Annotated[
    datetime,
    BeforeValidator(parse_last_moment),
    PlainSerializer(lambda moment: f"{moment:%Y-%m-%d %H:%M}", when_used="json"),
    Described("时间（24 小时制）；只写日期的，到那天结束", "2026-03-01 17:00", "datetime"),
]
Count = Annotated[int, BeforeValidator(parse_count), Described("整数", "30", "integer")]
Amount = Annotated[
    Decimal, BeforeValidator(parse_amount), Described("金额（元）", "500", "number"), IN_WAN_YUAN
]
PhoneNumber = Annotated[str, BeforeValidator(parse_phone), Described("电话号码", "0599-0001000")]
Flag = Annotated[bool, BeforeValidator(parse_flag), Described("是或否", "是", "boolean")]
DocumentNumber = Annotated[
    str, BeforeValidator(parse_document_number), Described("文号", "某综执〔2026〕12号")
]
IndexNumber = Annotated[
    str, BeforeValidator(parse_index_number), Described("索引号", "11330500MB0000000X/2026-00012")
]
CreditCode = Annotated[
    str, BeforeValidator(parse_credit_code), Described("统一社会信用代码", "91330500MA2B00000R")
]
Slug = Annotated[
    str,
    BeforeValidator(parse_slug),
    Described("小写字母、数字、连字符", "canchu-laji-guanli-banfa"),
]
OldAddress = Annotated[
    str,
    BeforeValidator(parse_old_address),
    Described("本网站的网址，或 栏目/网址名", "news/2025/canchu-laji.html"),
]
WebAddress = Annotated[
    str, BeforeValidator(parse_web_address), Described("网址", "https://www.gov.cn/")
]
Cited = Annotated[
    str,
    CitesStatutes(),
    BeforeValidator(parse_cited),
    Described("法规及条文", "《城市市容和环境卫生管理条例》第三十四条"),
]
File = Annotated[
    str, BeforeValidator(parse_file), Described("文件路径", "files/canchu-shenqing.docx")
]
Words = InlineList[Text]
