"""The facts of a statute's record, derived from the source, each with its certainty.

通过日期 is the first adoption; 公布日期 and 施行日期 are those of the text in force (the last
revision of the whole), as in the national database; 修改日期 are all changes since then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from plugins.clauses.numerals import day_in
from plugins.statutes import issuers, subjects
from plugins.statutes.history import Enactment, enactments, with_version
from plugins.statutes.source import SourceText

NATION = "中华人民共和国"
STARTS = re.compile(
    r"本(?:法|条例|规定|办法|细则|规则|决定)自(?P<when>[^。；，]{2,24}?)起?(?:施行|实施|执行)"
)
THAT_DAY = re.compile(r"[公发颁]布之日")
YEAR = re.compile(r"(\d{4})年")
FIRST_CLAUSE = re.compile(r"^[\s　]*第一条[\s　]*(?P<text>\S.*?)\s*$", re.MULTILINE)
SENTENCE_END = re.compile(r"[。\n]")
REPEALED = re.compile(r"《((?:[^《》]|〈[^〉]*〉)+)》")


class Certainty(StrEnum):
    STATED = "stated"
    INFERRED = "inferred"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Fact:
    """`why` explains in Chinese where an inferred or guessed value comes from."""

    value: Any
    certainty: Certainty = Certainty.STATED
    why: str = ""


Facts = Mapping[str, Fact]


def derive(source: SourceText, folder: str, vocabulary: Sequence[str], today: date) -> Facts:
    """Facts by the field names of the model Statute. `folder` is the file's in the collection."""
    enacted = with_version(enactments(source.events), source.version)
    issuer = issuers.issuer(source.events, source.title)
    level = _level(issuer, folder, source.title)
    promulgated = _promulgated(enacted, level.value, today)
    effective = _effective(source, promulgated)
    facts = {
        "title": Fact(source.title),
        "short_title": Fact(source.title.removeprefix(NATION)),
        "level": level,
        "issuer": Fact(issuer) if issuer else _usual_issuer(level.value, source.title),
        "document_number": Fact(_text_in_force(enacted).number if enacted else None),
        "adopted": _adopted(enacted, promulgated),
        "promulgated": promulgated,
        "effective": effective,
        "amended": _amended(enacted),
        "validity": _validity(effective, today),
        "fields": _fields(source, vocabulary),
        "summary": Fact(match["text"] if (match := FIRST_CLAUSE.search(source.body)) else None),
    }
    if facts["short_title"].value == source.title:
        del facts["short_title"]
    return {name: fact for name, fact in facts.items() if fact.value}


def states_its_start(body: str) -> bool:
    """Whether the text has the clause on when it takes effect, nearly always its last."""
    return STARTS.search(body) is not None


def repealed_titles(body: str) -> tuple[str, ...]:
    """The titles of the statutes that this one repeals: 《甲》、《乙》同时废止."""
    return tuple(
        title
        for sentence in SENTENCE_END.split(body)
        if "同时废止" in sentence
        for title in REPEALED.findall(sentence.partition("同时废止")[0])
    )


def _text_in_force(enacted: Sequence[Enactment]) -> Enactment:
    """The enactment of the whole text; later ones changed only parts of it."""
    return next((step for step in reversed(enacted) if step.whole), enacted[0])


def _level(issuer: str | None, folder: str, title: str) -> Fact:
    if issuer:
        return Fact(issuers.level(issuer))
    usual = issuers.usual_level(folder, title)
    if usual:
        return Fact(usual, Certainty.INFERRED, "按文件所在文件夹或标题")
    return Fact("行政规范性文件", Certainty.GUESSED, "看不出效力级别，暂填最低一级")


def _usual_issuer(level: str, title: str) -> Fact:
    value, why = issuers.usual(level, title)
    return Fact(value, Certainty.INFERRED if level == "行政法规" else Certainty.GUESSED, why)


def _promulgated(enacted: Sequence[Enactment], level: str, today: date) -> Fact:
    if not enacted:
        return Fact(today, Certainty.GUESSED, "原文没有任何日期，暂填导入当日")
    step = _text_in_force(enacted)
    if step.published:
        why = "按文件名所记的版本日期"
        return (
            Fact(step.published, Certainty.INFERRED, why) if step.inferred else Fact(step.published)
        )
    if level == "法律" and step.adopted:
        return Fact(step.adopted, Certainty.INFERRED, "法律一般在通过当日由主席令公布")
    if step.last_day:
        word = "批准" if step.approved == step.last_day else "通过"
        return Fact(step.last_day, Certainty.GUESSED, f"原文没有写公布日期，暂填{word}日期")
    known = [step.last_day for step in enacted if step.last_day]
    day = min(known, default=today)
    return Fact(day, Certainty.GUESSED, "原文没有写公布日期，暂填已知最早的日期")


def _adopted(enacted: Sequence[Enactment], promulgated: Fact) -> Fact:
    first = enacted[0].adopted if enacted and enacted[0].whole else None
    return Fact(first if first and first <= promulgated.value else None)


def _effective(source: SourceText, promulgated: Fact) -> Fact:
    """From the statute's own clause, else from the head; never before its publication."""
    starts = [match["when"] for match in STARTS.finditer(source.body)]
    when = starts[-1] if starts else ""
    if THAT_DAY.search(when):
        return Fact(promulgated.value, promulgated.certainty, f"自{when}起施行，随公布日期")
    stated = day_in(when) or _start_in_head(source)
    year = YEAR.match(when)
    if not stated and year:
        stated = max(date(int(year[1]), 1, 1), promulgated.value)
        return Fact(stated, Certainty.GUESSED, f"原文只写了自{when}起施行，暂填 {stated}")
    if not stated:
        return Fact(promulgated.value, Certainty.GUESSED, "原文没有写施行日期，暂填公布日期")
    if stated < promulgated.value:
        why = f"原文写明自 {stated} 起施行，早于公布日期，暂填公布日期"
        return Fact(promulgated.value, Certainty.GUESSED, why)
    return Fact(stated)


def _start_in_head(source: SourceText) -> date | None:
    starts = [event.day for event in source.events if event.day and event.text.endswith("施行")]
    return max(starts, default=None)


def _amended(enacted: Sequence[Enactment]) -> Fact:
    changes = enacted[1:] if enacted and enacted[0].whole else enacted
    days = sorted({step.day for step in changes if step.day})
    if any(step.inferred and step.day == step.published for step in changes):
        why = "最后一次修改没有写在文首，按文件名所记的版本日期"
        return Fact(days, Certainty.INFERRED, why)
    return Fact(days)


def _validity(effective: Fact, today: date) -> Fact:
    if effective.value > today:
        return Fact("尚未生效", effective.certainty, effective.why or "施行日期未到")
    return Fact("现行有效", Certainty.INFERRED, "来源没有写已修改或废止")


def _fields(source: SourceText, vocabulary: Sequence[str]) -> Fact:
    if subjects.is_general(source.title):
        return Fact(list(vocabulary), Certainty.INFERRED, "行政行为的一般规定，各领域都适用")
    named = subjects.by_title(source.title, vocabulary)
    if named:
        return Fact(named, Certainty.INFERRED, "按标题用词")
    near = subjects.by_text(source.body, vocabulary)
    if near:
        return Fact([near], Certainty.GUESSED, "标题看不出领域，暂按正文用词")
    return Fact(list(vocabulary[:1]), Certainty.GUESSED, "看不出领域，暂填第一个")
