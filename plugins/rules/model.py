"""A rule as it is told to people, with one input that it passes and one that it finds.

What a rule does is code elsewhere, in the package that knows what it looks at. This is all that is
said of it: `make check RULE=…` and the manual print it, and the tests run its examples.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

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
RuleName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(Strict):
    """An input, as the difference from a small site in which nothing is wrong.

    The site (`tests/rules/example_site.py`) has a column of every kind with one record in it.
    """

    # Of the record of this kind, some lines of the head (null takes one away) and the text.
    kind: str = ""
    head: dict[str, str | None] = {}
    body: str | None = None
    # The record's file is called so instead.
    name: str = ""
    # By path in the content folder: whole files (null takes one away), and what is put for what.
    files: dict[str, str | None] = {}
    edits: dict[str, dict[str, str]] = {}
    # Statutes to import, by path in their folder; without any a small one is, with the edits in it.
    sources: dict[str, str] = {}
    # Files that text can't show, by path; each the name of a function of tests/rules/made_files.py.
    made: dict[str, str] = {}
    # What such a file is.
    about: str = ""
    # Of the small site as it is built, by path: what matches a pattern is written so instead. With
    # these, `made` are files of the built site too.
    built: dict[str, dict[str, str]] = {}
    # What other sites answer, by address: a status, or the address where it leads.
    answers: dict[str, str] = {}
    # The day of the check.
    day: date | None = None
    # The finding, as `message → hint`; of a failing example only.
    says: str = ""
    # Other rules whose errors can't be kept out.
    also: list[RuleName] = []

    @property
    def is_empty(self) -> bool:
        said = (self.made, self.built, self.answers)
        return not self.is_of_content and not any(said)

    @property
    def is_of_content(self) -> bool:
        said = (self.head, self.name, self.files, self.edits, self.sources)
        return self.body is not None or any(said)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.made and not self.about:
            raise ValueError("about must say what the made files are")
        if (self.head or self.body is not None or self.name) and not self.kind:
            raise ValueError("a record needs its kind")
        return self


class Rule(Strict):
    """`basis` is the source of the rule, `means` what a finding of it says, `mend` what to do."""

    id: RuleName
    # What is right.
    title: str = Field(min_length=2)
    severities: list[Severity] = Field(min_length=1)
    # Which of several severities when, where that is no matter of course.
    when: str = ""
    scope: Scope
    basis: str = Field(min_length=2)
    sureness: list[Sureness] = Field(min_length=1)
    means: str = Field(min_length=2)
    mend: str = Field(min_length=1)
    # More for the manual, in Markdown: a table of sources, say.
    note: str = ""
    failing: Example
    passing: Example

    @model_validator(mode="after")
    def _has_examples(self) -> Self:
        if self.failing.is_empty or not self.failing.says:
            raise ValueError(f"{self.id}: the failing example has nothing in it, or says nothing")
        if self.passing.is_empty or self.passing.says:
            raise ValueError(f"{self.id}: the passing example has nothing in it, or says something")
        if self.passing == self.failing.model_copy(update={"says": ""}):
            raise ValueError(f"{self.id}: its two examples are the same")
        for example in (self.failing, self.passing):
            is_built = self.scope in (Scope.PAGE, Scope.LIVE)
            if example.is_of_content if is_built else example.built or example.answers:
                raise ValueError(f"{self.id}: an example of something else than {self.scope}")
        return self

    @property
    def severity_words(self) -> str:
        """错误、提醒, or with what makes the difference."""
        return self.when or "、".join(severity.label for severity in self.severities)
