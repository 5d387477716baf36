"""A rule as it is told to people, with one input that it passes and one that it finds.

What a rule does is code elsewhere, in the package that knows what it looks at. This is all that is
said of it: `make check RULE=…`, the manual and the report for the office print it, and the tests
run its examples.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from plugins.findings import Severity


class Scope(StrEnum):
    """What a rule looks at, and so when it can find something."""

    SOURCE = "source"
    SITE = "site"
    CALENDAR = "calendar"
    PAGE = "page"
    ATTACHMENT = "attachment"
    HISTORY = "git"
    LIVE = "live"
    IMPORT = "import"

    @property
    def label(self) -> str:
        return {
            "source": "一篇稿件或一个数据文件",
            "site": "稿件之间",
            "calendar": "日历",
            "page": "生成的网页",
            "attachment": "附件和图片",
            "git": "版本历史",
            "live": "上线的网站",
            "import": "导入法规",
        }[self]


# How sure the source of a rule is: 原文 the text was read, 转载 a copy or an excerpt, 实测 tried on
# right and wrong samples, 待核 not verified, 自定 this project's own.
Sureness = Literal["原文", "转载", "实测", "待核", "自定"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(_Strict):
    """An input, as the difference from one in which nothing is wrong.

    A record of `kind` with some lines of its head replaced (null takes one away) and another
    `body`; or `files` of a content folder by path (null takes one away), and `edits` in them, by
    path what is put for what; or the HTML of a `page`; or a file that a test makes, by its name
    (`made`). `day` is the day of the check.
    """

    kind: str = "news"
    head: dict[str, str | None] = {}
    body: str | None = None
    files: dict[str, str | None] = {}
    edits: dict[str, dict[str, str]] = {}
    page: str = ""
    made: str = ""
    day: date | None = None


class Rule(_Strict):
    """`basis` is the source of the rule, `means` what a finding of it says, `mend` what to do."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    title: str
    severities: Annotated[list[Severity], Field(min_length=1)]
    # Which of several severities when, where that is no matter of course.
    when: str = ""
    scope: Scope
    basis: str
    sureness: Annotated[list[Sureness], Field(min_length=1)]
    means: str
    mend: str
    passing: Example
    failing: Example
