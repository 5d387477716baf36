"""The columns of the corpus and their shares of the records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Share:
    """A column; `parts` in a thousand of all records."""

    code: str
    kind: str
    name: str
    type: str
    group: str
    parts: int
    least: int = 1

    def facts(self, order: int) -> str:
        """The text of its `_column.yml`."""
        rows = {
            "name": self.name,
            "description": f"{self.name}栏目的说明，内容都是编造的。",
            "keywords": f"[{self.name}, 澄江市]",
            "ColumnType": self.type,
            "kind": self.kind,
            "group": self.group,
            "clock": 365,
            "owner": "办公室",
            "order": order,
            "home": "是",
        }
        return "".join(f"{key}: {value}\n" for key, value in rows.items())


# Statutes come first: records cite their clauses. Every corpus has some, so citations resolve.
SHARES = (
    Share("statutes", "statute", "法律法规", "政策文件", "law", 4, least=4),
    Share("news", "news", "工作动态", "工作动态", "news", 550),
    Share("notices", "notice", "通知公告", "工作动态", "news", 91),
    Share("coverage", "coverage", "媒体聚焦", "工作动态", "news", 25),
    Share("policies", "policy", "政策文件", "政策文件", "law", 40),
    Share("interpretations", "interpretation", "政策解读", "政策解读", "law", 30),
    Share("cases", "case", "典型案例", "信息公开目录", "enforcement", 40),
    Share("penalties", "penalty", "行政处罚公示", "信息公开目录", "enforcement", 100),
    Share("replies", "reply", "回应关切", "回应关切", "together", 80),
    Share("guides", "guide", "办事指南", "办事服务", "together", 10),
    Share("events", "event", "社区活动", "征集调查", "together", 20),
    Share("research", "research", "理论研讨", "工作动态", "news", 10),
)
NEWS = "news"


def counts(size: int) -> dict[str, int]:
    """How many records each column has when there are `size` in all.

    That is its share, rounded down, but at least `least`. News gets the remainder.
    """
    found = {share.code: max(share.least, size * share.parts // 1000) for share in SHARES}
    found[NEWS] += size - sum(found.values())
    if found[NEWS] < 1:
        raise ValueError(f"{size} records are too few for {len(SHARES)} columns")
    return found
