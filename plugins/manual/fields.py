"""docs/fields.md: every kind of record with its fields and its rules."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from plugins.manual.described import FieldDocumentation, fields_of
from plugins.manual.markdown import code, document, generated_by, table
from plugins.records.field_metadata import choices, metadata_of
from plugins.records.fields import Rule, label_of
from plugins.records.kinds import COLUMN_KINDS, KINDS, ColumnKind, RecordModel
from plugins.records.values import Described

HEAD = ("字段", "其他写法", "英文", "需要", "内容", "说明")

INTRODUCTION = """\
稿头里每行写一项“字段: 内容”。字段用中文名、其他写法或英文名都可以，\
英文不分大小写，`_` 也可以写作 `-`。没有内容的一行等于没有写。

- **必填**：缺少时是错误，这篇稿件不会出现在网站上，也不能发布网站。
- **建议**：缺少时有提醒，不影响发布。
- **可选**：需要时写。

日期、文号等写得不规范、但读得懂的，会读进来并提醒；读不懂的是错误。\
怎样写稿见[编辑手册](manual.md)，括号里的规则名见[规则](rules.md)。"""


def fields_manual() -> str:
    common = RecordModel
    return document(
        "# 字段手册",
        generated_by("程序里的字段定义（`plugins/records/kinds/`）"),
        INTRODUCTION,
        "## 目录",
        "\n".join(_contents()),
        "## 内容的写法",
        "“内容”一栏用到的写法和例子：",
        table(("写法", "例子"), _value_formats()),
        "多行文字以 `|` 开头，下面每行缩进两格：",
        "```yaml\n来信内容: |\n  第一行\n  第二行\n```",
        "## 各类稿件都有的字段",
        _tables(fields_of(common)),
        _rules(common, common.all_rules()),
        *(_kind_section(kind) for kind in KINDS.values()),
        *(_data_file_section(kind) for kind in COLUMN_KINDS.others),
    )


def _contents() -> Iterator[str]:
    yield "- [内容的写法](#内容的写法)"
    yield "- [各类稿件都有的字段](#各类稿件都有的字段)"
    for kind in KINDS.values():
        yield f"- [{kind.label}](#{kind.label}{kind.kind})"
    for other in COLUMN_KINDS.others:
        yield f"- [{other.label}](#{other.label}{other.kind})"


def _data_file_section(kind: type[ColumnKind]) -> str:
    assert kind.item is not None
    first = next(iter(kind.item.model_fields.values())).title
    return document(
        f"## {kind.label}（`{kind.kind}`）",
        "这个栏目没有单篇稿件。全部事项写在栏目文件夹的一个数据文件里（不另写明时是 `items.yml`），"
        f"每个事项以 `- {first}: …` 开头。",
        _tables(fields_of(kind.item)),
    )


def _kind_section(kind: type[RecordModel]) -> str:
    own = fields_of(kind, without=RecordModel)
    return document(
        f"## {kind.label}（`{kind.kind}`）",
        _tables(own) if own else "没有另外的字段，只用各类稿件都有的字段。",
        "\n".join(f"- {fact}" for fact in _facts(kind)),
        _rules(kind, kind.rules),
    ).rstrip()


def _facts(kind: type[RecordModel]) -> Iterator[str]:
    year = "年份/" if kind.dated else ""
    yield f"网址：`栏目/{year}网址名.html`"
    yield "正文：必须有" if kind.needs_body else "正文：可以没有"
    if kind.sections:
        yield f"正文必须有这些小标题：{'、'.join(code(f'## {name}') for name in kind.sections)}"
    if kind.facets:
        yield f"列表可以按{_labels(kind, (facet.field for facet in kind.facets))}筛选"
    if kind.open_data:
        yield f"作为开放数据公布：{_labels(kind, kind.open_data)}"


def _labels(model: type[BaseModel], names: Iterable[str]) -> str:
    return "、".join(f"“{label_of(model, name)}”" for name in names)


def _tables(fields: list[FieldDocumentation]) -> str:
    """The fields, and below them the fields of the parts they hold."""
    blocks = [table(HEAD, map(_row, fields))]
    labels_by_part: dict[type[BaseModel], list[str]] = {}
    for field in fields:
        if field.part:
            labels_by_part.setdefault(field.part, []).append(f"“{field.label}”")
    for part, labels in labels_by_part.items():
        blocks += [f"{'、'.join(labels)}的下一级：", table(HEAD, map(_row, fields_of(part)))]
    return "\n\n".join(blocks)


def _row(field: FieldDocumentation) -> tuple[str, ...]:
    spellings = "、".join(field.spellings)
    return (field.label, spellings, code(field.name), field.need, field.content, field.help)


def _rules(model: type[RecordModel], rules: Iterable[Rule]) -> str:
    lines = [f"- {text}（`{rule.name}`）" for rule in rules for text in requirements(model, rule)]
    return "\n".join(["字段之间的规则：", "", *lines]) if lines else ""


def requirements(model: type[RecordModel], rule: Rule) -> tuple[str, ...]:
    """What a rule over several fields requires.

    Raises LookupError for a rule that gives no message here and has no `words`.
    """
    if rule.words:
        return (rule.words,)
    labels = [label_of(model, name) for name in rule.needs]
    if rule.name == "date-order":
        return (f"“{labels[1]}”不早于“{labels[0]}”",)
    messages = tuple(_messages(model, rule))
    if not messages:
        kind = getattr(model, "kind", model.__name__)
        raise LookupError(f"its `words` must say what {rule.name} requires of {kind}")
    return messages


def _messages(model: type[RecordModel], rule: Rule) -> Iterator[str]:
    """The rule's messages on records that have only the fields it needs."""
    samples = (choices(model.model_fields[name]) or (1,) for name in rule.needs)
    records = (dict(zip(rule.needs, values, strict=True)) for values in itertools.product(*samples))
    yield from dict.fromkeys(
        problem.message for record in records for problem in rule.check(record)
    )


def _value_formats() -> list[tuple[str, str]]:
    """The format and an example of each type of value, in the order of first use."""
    formats: dict[str, str] = {}
    for model in _models():
        for info in model.model_fields.values():
            for described in metadata_of(info, Described):
                if "\n" not in described.example:
                    formats.setdefault(described.words, described.example)
    return [(words, code(example)) for words, example in formats.items()]


def _models() -> Iterator[type[BaseModel]]:
    models: tuple[type[BaseModel], ...] = (
        RecordModel,
        *KINDS.values(),
        *(kind.item for kind in COLUMN_KINDS.others if kind.item),
    )
    for model in models:
        yield model
        yield from (field.part for field in fields_of(model) if field.part)
