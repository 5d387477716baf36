"""A record as a Markdown file: with our front matter, and as a plain article for the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bench.corpus.body import body
from bench.corpus.fields import fields
from bench.corpus.plan import Plan, Stub, attached_news

SUMMARY = 100
MARKS = re.compile(r"\*\*|!?\[([^\]]*)\]\([^)]*\)|\[\^\d\]")
OUR_LINK = re.compile(r"\]\(/([a-z]+/[a-z0-9-]+)\.md\)")
ATTACHMENT = "files/biao.csv"


@dataclass(frozen=True)
class CorpusRecord:
    stub: Stub
    keywords: tuple[str, ...]
    body: str
    fields: dict[str, Any]

    @property
    def summary(self) -> str:
        """The beginning of the text, for the others. Ours derives its summary itself."""
        first = next(part for part in self.body.split("\n\n") if not part.startswith("#"))
        return MARKS.sub(r"\1", first)[:SUMMARY]

    @property
    def plain_body(self) -> str:
        """The text with links to pages: the other generators do not resolve links to files."""
        return OUR_LINK.sub(r"](/\1.html)", self.body)

    @property
    def links(self) -> set[str]:
        """The files of the records that the text links to."""
        return {f"{id}.md" for id in OUR_LINK.findall(self.body)}


def records(plan: Plan) -> Iterator[CorpusRecord]:
    for index, stub in enumerate(plan.stubs):
        chance = stub.chance(plan.seed, "keywords")
        keywords = tuple(chance.sample(stub.topic["keywords"], chance.randint(2, 3)))
        attached = {"附件": [{"文件": ATTACHMENT, "名称": "检查次数表"}]}
        more = attached if stub is attached_news(plan) else {}
        yield CorpusRecord(stub, keywords, body(plan, index), {**fields(plan, stub), **more})


def for_us(record: CorpusRecord) -> str:
    stub = record.stub
    head = {
        "标题": stub.title,
        "发布日期": f"{stub.published:%Y-%m-%d %H:%M}",
        "来源": "办公室",
        "初审": "甲",
        "复审": "乙",
        "终审": "丙",
        "关键词": f"[{', '.join(record.keywords)}]",
        **record.fields,
    }
    return f"---\n{''.join(_row(key, value) for key, value in head.items())}---\n\n{record.body}"


def _row(key: str, value: Any) -> str:
    if not isinstance(value, list):
        return f"{key}: {value}\n"
    return f"{key}:\n" + "".join(f"  - {_item(item)}\n" for item in value)


def _item(item: Any) -> str:
    if not isinstance(item, dict):
        return str(item)
    return "\n    ".join(f"{key}: {value}" for key, value in item.items())


def for_hugo(record: CorpusRecord) -> str:
    """Plain values need no quotes: the words have no colons and no quotation marks."""
    tags = f"tags: [{', '.join(record.keywords)}]"
    return _article(record, record.stub.published.isoformat(), tags)


def for_pelican(record: CorpusRecord) -> str:
    tags = f"tags: {', '.join(record.keywords)}"
    return _article(record, _minute(record.stub.published), tags)


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _article(record: CorpusRecord, date: str, tags: str) -> str:
    head = f"title: {record.stub.title}\ndate: {date}\nsummary: {record.summary}\n{tags}\n"
    return f"---\n{head}---\n\n{record.plain_body}"
