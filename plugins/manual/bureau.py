"""docs/bureau.md: every key of bureau.yml and of _column.yml."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from annotated_types import Ge, Le, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from plugins.bureau import BUREAU_FILE, COLUMN_FILE, COLUMN_TYPES, Bureau, ColumnFacts
from plugins.bureau import model as formats
from plugins.manual.markdown import code, document, generated_by, table
from plugins.records.kinds import COLUMN_KINDS, ColumnKind

HEAD = ("键", "名称", "需要", "内容", "说明")

BUREAU_INTRODUCTION = f"""\
`content/{BUREAU_FILE}` 写本单位的事实：名称、域名、备案号、联系方式、统一平台、\
负责人、栏目分组、执法领域和阈值。换一个单位使用本系统，改这个文件、栏目和稿件，不改程序。

每行写一项“键: 内容”，键用英文；有下一级的缩进两格。\
“文字”不能空着，也不能有“示例”“待填”“TODO”“null”这些还没有填写的记号。"""

COLUMN_INTRODUCTION = f"""\
`content/` 下的一个文件夹就是一个栏目，文件夹名是网址的第一段，只用小写字母、数字和连字符。\
文件夹里的 `{COLUMN_FILE}` 写这个栏目的情况。"""

# For each pattern of the model its description and an example.
PATTERNS = {
    formats.SITE_ID_CODE: ("10 位数字，或 `bm` 加 8 位数字", "3399000012"),
    formats.ICP_RECORD: ("省简称加“ICP备”、8 位数字、“号”", "浙ICP备00000012号-1"),
    formats.POLICE_RECORD: ("省简称加“公网安备”、14 位数字、“号”", "浙公网安备33990002000012号"),
    formats.HOST: (
        "以 `.gov.cn` 或 `.xn--zfr164b`（.政务）结尾的域名，不写 `https://`",
        "cgj.jia.gov.cn",
    ),
    formats.DAY_OF_YEAR: ("每年都有的月和日", "01-31"),
    formats.CODE: ("小写字母、数字、连字符，以字母开头", "news"),
    r"^[0-9A-F]{32}$": ("32 位数字和大写字母 A—F", "33990012A0B1C2D3E4F5061728394A5B"),
    r"^\d{6}$": ("6 位数字", "339900"),
    r"^https?://[^\s]+$": ("以 `https://` 开头的网址", "https://www.gov.cn/"),
}


def bureau_manual() -> str:
    return document(
        "# 网站配置",
        generated_by("程序里的配置定义（`plugins/bureau/model.py`）"),
        f"## 单位：`content/{BUREAU_FILE}`",
        BUREAU_INTRODUCTION,
        _table(Bureau),
        *_below(Bureau),
        f"## 栏目：`{COLUMN_FILE}`",
        COLUMN_INTRODUCTION,
        _table(ColumnFacts),
        "`kind` 可填：",
        table(("kind", "类型"), _kinds()),
        "`ColumnType` 一般用国办发〔2017〕47号附件列出的名称，列表以“……”结尾，可以另写：",
        f"{'、'.join(COLUMN_TYPES)}。",
    )


def _kinds() -> list[tuple[str, str]]:
    return [(code(kind.kind), _words_for(kind)) for kind in COLUMN_KINDS.values()]


def _words_for(kind: type[ColumnKind]) -> str:
    if kind.has_records:
        return kind.label
    how = "一个数据文件，没有单篇稿件" if kind.item else "由其他栏目的稿件自动汇成，没有单篇稿件"
    return f"{kind.label}（{how}）"


def _table(model: type[BaseModel]) -> str:
    return table(HEAD, (_row(name, info) for name, info in model.model_fields.items()))


def _below(model: type[BaseModel]) -> Iterator[str]:
    """A section for each key with keys below it, and tables of further levels."""
    for name, info in model.model_fields.items():
        inner = _model_in(info.annotation)
        if inner:
            yield f"### {info.title}：`{name}`"
            yield _table(inner)
            yield from _deeper(inner, name)


def _deeper(model: type[BaseModel], above: str) -> Iterator[str]:
    """The tables of models used by these keys, each once: there are several platforms."""
    keys_by_model: dict[type[BaseModel], list[str]] = {}
    for name, info in model.model_fields.items():
        inner = _model_in(info.annotation)
        if inner:
            keys_by_model.setdefault(inner, []).append(code(f"{above}.{name}"))
    for inner, names in keys_by_model.items():
        yield f"{'、'.join(names)} 的下一级："
        yield _table(inner)


def _row(name: str, info: FieldInfo) -> tuple[str, ...]:
    return (
        code(info.alias or name),
        info.title or "",
        "必填" if info.is_required() else "可选",
        "；".join(_content(info)),
        info.description or "",
    )


def _content(info: FieldInfo) -> Iterator[str]:
    marks = list(_annotations(info))
    options = _options(info.annotation)
    pattern = next((mark.pattern for mark in marks if getattr(mark, "pattern", None)), None)
    if _model_in(info.annotation):
        yield "下一级另有各项，见下"
    elif options:
        yield f"可填：{'、'.join(options)}"
    elif pattern:
        description, example = PATTERNS[pattern]
        yield f"{description}，如 {code(example)}"
    else:
        yield "整数" if info.annotation is int else "文字"
    if typing.get_origin(info.annotation) is list:
        at_least = any(isinstance(mark, MinLen) for mark in marks)
        yield f"可多项，每项以“- ”开头{'，至少一项' if at_least else ''}"
    yield from _limits(marks)
    if info.default not in (PydanticUndefined, None, "", []) and not _model_in(info.annotation):
        yield f"不写时为 {info.default}"


def _limits(marks: Iterable[Any]) -> Iterator[str]:
    low = next((mark.ge for mark in marks if isinstance(mark, Ge)), None)
    high = next((mark.le for mark in marks if isinstance(mark, Le)), None)
    if low is not None and high is not None:
        yield f"{low} 到 {high}"
    elif low is not None:
        yield f"不小于 {low}"


def _annotations(info: FieldInfo) -> Iterator[Any]:
    """The annotations of a value, those of fields inside `Annotated` included."""
    for annotation in (*info.metadata, *_types(info.annotation)):
        yield from annotation.metadata if isinstance(annotation, FieldInfo) else (annotation,)


def _options(annotation: Any) -> tuple[str, ...]:
    literals = (kind for kind in _types(annotation) if typing.get_origin(kind) is Literal)
    return typing.get_args(next(literals, None))


def _model_in(annotation: Any) -> type[BaseModel] | None:
    return next(
        (t for t in _types(annotation) if isinstance(t, type) and issubclass(t, BaseModel)), None
    )


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in typing.get_args(annotation):
        yield from _types(inner)
