"""Statutes that are about the text of another one: decisions that amend it, tables of its offences.

A bare 第X条 in such a text is a clause of the other statute.
"""

from __future__ import annotations

import re

NAMED = r"[《〈](?P<named>[^《》〈〉]{2,80})[》〉]"
DECISION = re.compile(rf"关于(?:修改|修正|修订|废止|补充)(?P<several>.*?){NAMED}(?P<rest>.*)$")
AMENDMENT = re.compile(r"^(?P<named>.{2,60}?(?:法典?|条例))修正案")
OFFENCES = re.compile(rf"{NAMED}.{{0,6}}(?:确定|的)?罪名")
SEVERAL = re.compile(r"等|[《〈]|部分")
IS_AMENDING = re.compile(r"关于(?:修改|修正|修订|废止|补充).*(?:决定|规定|办法|通知)|修正案")


def changes_other_statutes(title: str) -> bool:
    """Whether a statute of that title is about the text of others."""
    return bool(IS_AMENDING.search(title) or "罪名" in title)


def subject_of(title: str) -> str | None:
    """The one statute whose clauses a statute of that title numbers; None if not to be told."""
    decision = DECISION.search(title)
    if decision:
        several = SEVERAL.search(decision["several"] + decision["rest"].partition("决定")[0])
        return None if several else decision["named"]
    amendment = AMENDMENT.search(title)
    if amendment:
        return amendment["named"]
    offences = OFFENCES.search(title)
    return offences["named"] if offences else None
