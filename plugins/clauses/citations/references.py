"""The grammar of references: 第X条第X款第X项, lists (第27、28条) and ranges of them.

A *chain* is one run such as 第三条第二款第（五）、（六）项; chains are joined by 、, 和 or 至.
What a chain leaves out is taken from the reference before it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from plugins.clauses.citations.model import WHOLE_STATUTE, Reference
from plugins.clauses.citations.parts import after_parts
from plugins.clauses.labels import WIDE_DIGITS, ClauseNumber
from plugins.clauses.numerals import NUMERAL, matched_number

# The highest numbers of real statutes have four digits (民法典第一千二百六十条).
NUMBER = rf"(?:{NUMERAL}{{1,12}}|[\d０-９]{{1,4}})"
FIRST = rf"[（(]?\s{{0,2}}(?P<number>{NUMBER})\s{{0,2}}[）)]?"
IN_BRACKETS = rf"[（(]?\s{{0,2}}{NUMBER}\s{{0,2}}[）)]?"
JOIN = r"(?:、?\s{0,2}(?:以及|或者|和|及|与|或|至|到|－|—|-|～|~)|、)"
CONJUNCTION = re.compile(rf"\s{{0,2}}{JOIN}\s{{0,2}}")
RANGE_SIGNS = {"至", "到", "－", "—", "-", "～", "~"}
# One or more numbers of one level: 第三条, 第27、28条, 第（五）、（六）项.
STEP = re.compile(
    # 第 may be left out behind 条 and 款: 第五十条（二）项, 第67条1款.
    r"(?:第\s{0,2}|(?<=[条款])(?=[（(])|(?<=条)(?=\d{1,2}[款项])"
    # Also behind another clause: 第六十三条、六十四条.
    rf"|(?<=条[、至到])(?=(?:{NUMERAL}{{2,12}}|\d{{1,4}})条)|(?<=项、)(?=\d{{1,4}}条))"
    rf"{FIRST}(?P<more>(?:\s{{0,2}}{JOIN}\s{{0,2}}第?\s{{0,2}}{IN_BRACKETS}){{0,20}})"
    r"\s{0,2}"
    rf"(?P<unit>条(?!例|件|形|目|约(?!定))|款(?!项|式|待)|项(?!目)|目(?!标|录|的|前))"
    rf"(?:(?<=条)之(?P<inserted>{NUMERAL}{{1,3}}))?"
)
IS_NUMBER = re.compile(NUMBER)
# 第一百二十条之一、之二.
INSERTED = re.compile(rf"之(?P<inserted>{NUMERAL}{{1,3}})(?!{NUMERAL})")
BLANKS = {" ", "　"}
LEVELS = {"条": 0, "款": 1, "项": 2, "目": 3}
# Behind 第一条, 第二条: what is counted there is no clause (第一条意见, 第二条河).
COUNTED = re.compile(
    r"意见|建议|道路|马路|街|路|河|线|船|鱼|狗|犬|信息|消息|留言|评论|微博|短信|新闻|理由"
    r"|底线|红线|防线|公约|规矩|巷|便道|公交|经验|措施|生产|高速|地铁|轨道|跑道|产品"
)


class Found(NamedTuple):
    """`text[start:end]` is one reference; `through` is the last clause of a range."""

    start: int
    end: int
    reference: Reference
    through: ClauseNumber | None = None


def references(
    text: str, position: int, start: int, base: Reference = WHOLE_STATUTE, finer_than: int = -1
) -> list[Found]:
    """The references at `position` and those joined to them; empty if there is none.

    The first one begins at `start`, which may be before `position`. `base` is what it adds to:
    with `finer_than=0` (条) only a 款, 项 or 目 can follow.
    """
    return joined(text, _chain(text, position, start, base, finer_than))


def joined(text: str, found: list[Found]) -> list[Found]:
    """References with those that conjunctions join to the last of them."""
    while found:
        last = found[-1]
        conjunction = CONJUNCTION.match(text, last.end)
        if not conjunction:
            break
        following = _following(text, conjunction.end(), last.reference)
        if not following:
            # 第二条、第三条公约: what is counted last is counted before as well.
            counted = STEP.match(text, conjunction.end())
            return [] if counted and COUNTED.match(text, counted.end()) else found
        through = following[0].reference.clause
        if conjunction[0].strip("、 \t") in RANGE_SIGNS and through != last.reference.clause:
            found[-1] = last._replace(through=through)
        found += following
    return found


def _following(text: str, position: int, previous: Reference) -> list[Found]:
    """The chain behind a conjunction, or the second number of 第十条之一、之二."""
    inserted = INSERTED.match(text, position)
    if inserted and previous.clause and previous.clause.inserted:
        clause = ClauseNumber(previous.clause.value, _number(inserted["inserted"]))
        return [Found(position, inserted.end(), Reference(clause))]
    # 总则编第一百四十三条、物权编第二百零九条.
    return _chain(text, after_parts(text, position), position, previous, -1)


def _chain(text: str, position: int, start: int, base: Reference, level: int) -> list[Found]:
    found: list[Found] = []
    end = position
    while step := STEP.match(text, end) or (end > position and _behind_blank(text, end)):
        finer = LEVELS[step["unit"]]
        if finer <= level:
            break
        level, above = finer, base
        base = _with(above, level, _number(step["number"]))
        if step["more"]:
            ends = step.end("number")
            for number in IS_NUMBER.finditer(text, *step.span("more")):
                following = _with(above, level, _number(number[0]))
                stop = _closed(text, ends)
                is_range = level == 0 and not RANGE_SIGNS.isdisjoint(text[stop : number.start()])
                found.append(Found(start, stop, base, following.clause if is_range else None))
                start, ends, base = _opened(text, number.start()), number.end(), following
        if step["inserted"] and base.clause:
            base = Reference(ClauseNumber(base.clause.value, _number(step["inserted"])))
        end = step.end()
    if end == position or COUNTED.match(text, end):
        return []
    found.append(Found(start, end, base))
    return found


def _behind_blank(text: str, end: int) -> re.Match[str] | None:
    """第三条　第一款: the next step behind a blank."""
    return STEP.match(text, end + 1) if text[end : end + 1] in BLANKS else None


def _with(above: Reference, level: int, number: int) -> Reference:
    """`above` down to the level before `level`, and `number` there."""
    if level == 0:
        return Reference(ClauseNumber(number))
    if level == 1:
        return Reference(above.clause, number)
    if level == 2:
        return Reference(above.clause, above.paragraph, number)
    return Reference(above.clause, above.paragraph, above.item, number)


def _closed(text: str, position: int) -> int:
    """Behind the bracket that closes a number, if there is one."""
    return position + (text[position : position + 1] in {"）", ")"})


def _opened(text: str, position: int) -> int:
    """Before the bracket or 第 that opens a number."""
    while text[position - 1] in "（(第":
        position -= 1
    return position


@lru_cache(maxsize=1024)
def _number(text: str) -> int:
    """Cached, because the same few numbers are cited again and again."""
    return matched_number(text.translate(WIDE_DIGITS))
