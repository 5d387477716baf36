"""Faults of the head of a record: fields that are missing, wrong, contradictory or overdue."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from bench.gate.edits import (
    body_index,
    field_at,
    if_shown,
    is_shown,
    mentions,
    value_of,
    with_field,
    with_lines,
)
from bench.gate.model import Place, Planted, Source, sort
from bench.gate.sorts.persons import name

Plant = Callable[[Random, Source], Planted | None]
# The first line with a field, where what is missing is told.
START = 2
# Before the day for which the sample is written.
LAST_MONTH = "2026-10-23"
OTHER_DATE = re.compile("日期|时间|截止|截至|至$")


def _without(*keys: str) -> Plant:
    """One of these fields is gone; told where the head begins."""

    def plant(chance: Random, source: Source) -> Planted | None:
        found = field_at(source, chance.choice(keys))
        if not found:
            return None
        return with_lines(source, found[0], over=found[1])._replace(line=START)

    return plant


def _set(key: str, value: Callable[[Random], str], *also: str, new: bool = False) -> Plant:
    """A field with another value, without the fields `also`; with `new` also where it is not."""

    def plant(chance: Random, source: Source) -> Planted | None:
        if not new and not field_at(source, key):
            return None
        return with_field(source, key, value(chance), also)

    return plant


def _misspelt(chance: Random, source: Source) -> Planted | None:
    # None that has to be there: that would then be missing as well, which is told elsewhere.
    wrong = {"关键词": "关键字", "责任编辑": "责任编缉", "相关稿件": "相关搞件"}
    key = chance.choice([*wrong])
    found = field_at(source, key)
    if not found:
        return None
    at = found[0]
    return with_lines(source, at, wrong[key] + source.lines[at].removeprefix(key), over=1)


def _twice(chance: Random, source: Source) -> Planted | None:
    key = chance.choice(["来源", "初审", "发布日期"])
    at = body_index(source) - 1
    return with_lines(source, at, f"{key}: {value_of(source, key)}")


def _wide_colon(chance: Random, source: Source) -> Planted | None:
    found = field_at(source, chance.choice(["来源", "初审", "终审"]))
    if not found:
        return None
    line = source.lines[found[0]].replace(": ", "：", 1)
    return with_lines(source, found[0], line, over=1)


def _open_quote(chance: Random, source: Source) -> Planted | None:
    return with_field(source, "来源", f'"{value_of(source, "来源")}')


def _credit_code(chance: Random, source: Source) -> Planted | None:
    """The last character of a code is its check."""
    key = "行政相对人统一社会信用代码"
    code = value_of(source, key)
    if len(code) != 18:
        return None
    return with_field(source, key, code[:-1] + ("1" if code[-1] != "1" else "2"))


def _fine(chance: Random, source: Source) -> Planted | None:
    amount = value_of(source, "罚款金额")
    return with_field(source, "罚款金额", f"{amount}0") if amount.isdigit() else None


def _short_period(chance: Random, source: Source) -> Planted | None:
    began = value_of(source, "开始日期")
    if not began:
        return None
    return with_field(
        source, "截止日期", f"{began[:8]}{min(28, int(began[8:]) + 9):02}", ("期限说明", "征集结果")
    )


def _ends_before(chance: Random, source: Source) -> Planted | None:
    """The end of an event before its begin, or of a time of showing before it was published."""
    return _earlier("结束时间", "开始时间", source)


def _earlier(key: str, than: str, source: Source) -> Planted | None:
    day = value_of(source, than)
    if not day or not field_at(source, key):
        return None
    if field_at(source, "报名截止"):
        # That would then be too late as well, which is told there.
        return None
    return with_field(source, key, f"{int(day[:4]) - 1}{day[4:]}")


def _taken(key: str) -> Plant:
    """The value of another record of the column: told at the one or the other."""

    def plant(chance: Random, source: Source) -> Planted | None:
        folder = source.path.partition("/")[0]
        others = [
            other
            for other in source.others.values()
            if other.path.startswith(f"{folder}/")
            and other.path != source.path
            and other.kind == source.kind
            and is_shown(other)
            and value_of(other, key)
            and other.path.endswith(".md")
            and ".en." not in other.path
        ]
        if not others or not value_of(source, key) or ".en." in source.path:
            return None
        other = chance.choice(others)
        planted = with_field(source, key, value_of(other, key))
        found = field_at(other, key)
        assert found
        here, there = Place(source.path, planted.line), Place(other.path, found[0] + 1)
        return planted._replace(places=frozenset({here, there}))

    return if_shown(plant)


def _far_ahead(chance: Random, source: Source) -> Planted | None:
    """Of a record to which nothing links: such links are dead until then, and are told of. And
    without other dates, which would be before it.
    """
    keys = {line.partition(":")[0] for line in source.lines[: body_index(source)]}
    if mentions(source) or {key for key in keys if OTHER_DATE.search(key)} != {"发布日期"}:
        return None
    return with_field(source, "发布日期", f"20{chance.randrange(29, 36)}-03-01 09:00")


def _reviewed(chance: Random, source: Source) -> Planted | None:
    """Some day after it was published and before today."""
    day = value_of(source, "更新日期")[:10] or value_of(source, "发布日期")[:10]
    if not day or day >= LAST_MONTH:
        return None
    return with_field(source, "复核日期", LAST_MONTH)


def _lapsed(chance: Random, source: Source) -> Planted | None:
    """Told where it says 有效."""
    found = field_at(source, "有效性")
    days = [value_of(source, key)[:10] for key in ("成文日期", "施行日期", "发布日期", "更新日期")]
    if not found or value_of(source, "有效性") != "有效" or max(days) >= LAST_MONTH:
        return None
    return with_field(source, "有效期至", LAST_MONTH)._replace(line=found[0] + 1)


def _long_shown(chance: Random, source: Source) -> Planted | None:
    """Told where it says how long it is shown, which is longer than a trifle may be."""
    found = field_at(source, "公示截止期")
    if not found:
        return None
    return with_field(source, "失信程度", "轻微")._replace(line=found[0] + 1)


def _person(chance: Random, source: Source) -> Planted | None:
    if value_of(source, "行政相对人类别") != "自然人":
        return None
    return with_field(source, "行政相对人名称", name(chance))


def _loosely(chance: Random, source: Source) -> Planted | None:
    """The same day in words."""
    written = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d)", value_of(source, "发布日期"))
    if not written:
        return None
    year, month, day, time = written.groups()
    value = chance.choice(
        [f"{year}年{int(month)}月{int(day)}日 {time}", f"{year}/{month}/{day} {time}"]
    )
    return with_field(source, "发布日期", value)


def _wrong_day(chance: Random) -> str:
    return chance.choice(["2026-13-01 09:00", "2026-02-30 09:00", "去年三月", "2026-06-31 10:00"])


SORTS = (
    sort("缺少必填项", "field-required", _without("标题", "来源", "发布日期")),
    sort("没有写审核的人", "field-advised", _without("初审", "复审", "终审")),
    sort("字段名写错", "key-unknown", _misspelt),
    sort("一项写了两次", "key-repeated", _twice),
    sort("字段后面是全角冒号", "front-matter-repair", _wide_colon),
    sort("引号不成对", "front-matter", _open_quote),
    sort("没有这一天", "value", _set("发布日期", _wrong_day)),
    sort("日期写得不规范", "value-repair", _loosely),
    sort("更新早于发布", "date-order", lambda _, s: _earlier("更新日期", "发布日期", s)),
    sort("活动结束早于开始", "date-order", _ends_before, "event"),
    sort("年份写到两年以后", "far-ahead", _far_ahead),
    sort(
        "文号格式",
        "value",
        _set(
            "文号",
            lambda c: c.choice(
                ["云综执[2026]3号", "云综执〔2026〕第3号", "云综执〔26〕3号", "云综执〔2026〕03号"]
            ),
        ),
        "policy",
    ),
    sort("信用代码的校验码", "value", _credit_code, "penalty"),
    sort("罚款金额与内容不符", "fine", _fine, "penalty"),
    sort("公示超过最长期限", "publicity-limit", _long_shown, "penalty"),
    sort("征求意见不足30日", "consultation-period", _short_period, "consultation"),
    sort(
        "相关稿件不存在",
        "reference",
        _set("相关稿件", lambda _: "[news/meiyou-zhe-pian]", new=True),
    ),
    sort("附件不存在", "dead-file", _set("附件", lambda _: "[files/meiyou.pdf]", new=True)),
    sort("复核日期已过", "review-due", if_shown(_reviewed)),
    sort("有效期已过还写有效", "outdated", if_shown(_lapsed), "policy"),
    sort("索引号与别的文件相同", "index-number-taken", _taken("索引号"), "policy"),
    sort("文号与别的文件相同", "document-number-taken", _taken("文号"), "policy"),
    sort("标题与别的稿件相同", "title-taken", _taken("标题"), "news policy notice case reply"),
    sort("自然人没有隐去名字", "masked-name", _person, "penalty"),
    sort(
        "领域不在词表里",
        "field-vocabulary",
        _set("领域", lambda _: "街面次序"),
        "case penalty reply",
    ),
    sort(
        "网址名与别的稿件相同",
        "address-taken",
        if_shown(lambda c, s: _same_address(c, s)),
        "news notice case",
    ),
)


def _same_address(chance: Random, source: Source) -> Planted | None:
    """Published first has the address: the other is told."""
    folder, _, file = source.path.partition("/")
    others = [
        each
        for each in source.others.values()
        if each.path.startswith(f"{folder}/") and each.path.endswith(".md")
        and each.path != source.path and not each.path.endswith(".en.md")
        and value_of(each, "发布日期") < value_of(source, "发布日期") and is_shown(each)
    ]  # fmt: skip
    if not others or file.endswith(".en.md"):
        return None
    other = chance.choice(others)
    slug = other.path.partition("/")[2].removesuffix(".md")
    planted = with_field(source, "网址名", value_of(other, "网址名") or slug)
    return planted._replace(needs=frozenset({other.path}))
