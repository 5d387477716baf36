"""What stands between the name of a statute and the clause: parts of it, brackets, 的."""

from __future__ import annotations

import re

from plugins.clauses.numerals import NUMERAL

# 民法典合同编, 刑法分则, 第三章第一节.
PART = (
    r"(?:(?:总则|分则|附则|通则|合同|物权|人格权|婚姻家庭|继承|侵权责任|典型合同|准合同)(?:分?编)?"
    rf"|第{NUMERAL}{{1,4}}(?:分编|编|章|节))"
)
PARTS = re.compile(rf"\s{{0,2}}{PART}{{0,4}}\s{{0,2}}")
PARTS_BEFORE = re.compile(rf"{PART}{{0,4}}(?:中的|的|中)?$")
OF = re.compile(r"(?:中的|的|中|之)(?=第)")
BRACKETS = re.compile(
    r"\s{0,2}[（(](?P<inside>[^（）()]{0,80}(?:[（(][^（）()]{0,40}[）)][^（）()]{0,40})?)[）)]"
)
BRACKETS_BEFORE = re.compile(r"[（(](?P<inside>[^（）()]{0,60})[）)]$")
DEFINITION = re.compile(
    r"(?:以下简称为?|以下称为?|下称|简称为?)\s{0,2}[：:]?\s{0,2}[《“\"「]{0,2}"
    r"(?P<name>[^《》“”\"「」，,；;]{1,60})"
)
# （2021年修订）, （试行）, （国务院令第198号） belong to the title before them.
OF_TITLE = re.compile(r"修订|修正|试行|\d{4}|令|第\s?\d{1,4}\s?号|号$|通过|公布|施行|失效|废止")


def after_parts(text: str, position: int) -> int:
    """Behind 合同编, 分则 or 第三章, if they stand at `position`."""
    parts = PARTS.match(text, position)
    return parts.end() if parts else position


def end_of_name(text: str, position: int) -> int:
    """Where a name must end for the clause at `position` to be its own."""
    while position and text[position - 1].isspace():
        position -= 1
    parts = PARTS_BEFORE.search(text, max(0, position - 24), position)
    position = parts.start() if parts else position
    brackets = BRACKETS_BEFORE.search(text, max(0, position - 62), position)
    if brackets and (OF_TITLE.search(brackets["inside"]) or DEFINITION.search(brackets["inside"])):
        return brackets.start()
    return position


def without_brackets(title: str) -> str:
    """A title without （试行）, （二） at its end."""
    return BRACKETS_BEFORE.sub("", title)
