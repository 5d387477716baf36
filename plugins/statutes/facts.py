"""The facts of a statute's record, derived from the source, each with its certainty.

通过日期 is the first adoption; 公布日期 and 施行日期 are those of the text in force (the last
revision of the whole), as in the national database; 修改日期 are all changes since then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from plugins.clauses.heads import is_name
from plugins.clauses.labels import CLAUSE, clause_number
from plugins.clauses.numerals import day_in
from plugins.records.kinds.statute import LEVELS
from plugins.statutes import issuers, levels, subjects
from plugins.statutes.history import Enactment, enactments, with_version
from plugins.statutes.source import DOCUMENT_NUMBER, SourceText
from plugins.statutes.titles import NATION, bare_title

NAMES = (
    "法|法典|条例|规定|办法|细则|规则|决定|解释|通知|意见|批复|规程|规范|标准|通则|准则|制度|公告"
    "|修正案"
)
STARTS = re.compile(
    rf"本(?:(?:实施|暂行|单行|试行|自治){{0,2}}(?:{NAMES})|司法解释)(?:自|从|于)"
    r"(?P<when>[^。；，]{2,24}?)起?(?:正式)?(?:施行|实施|执行|生效)"
)
# Without its own name, at the end of the text: 自2020年1月1日起施行。
STARTS_AT_END = re.compile(
    r"(?:自|从)(?P<when>[^。；，]{2,24}?)起(?:正式)?(?:施行|实施|执行|生效)[。；）)]?$"
)
LAST_LINES = 3
THAT_DAY = re.compile(r"(?:[公发颁]布|印发)之日")
STARTED = re.compile(r"(?:施行|实施|执行|生效)[）)]?$")
YEAR = re.compile(r"(\d{4})年")
# A text that began earlier than its publication by more is an older text, published anew.
RETROACTIVE = timedelta(days=365)
SENTENCE_END = re.compile(r"[。\n]")
REPEALED = re.compile(r"《((?:[^《》]|〈[^〉]*〉)+)》")


class Certainty(StrEnum):
    STATED = "stated"
    INFERRED = "inferred"
    GUESSED = "guessed"
    # Asked for: the source doesn't say, and nothing is put in its place.
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Fact:
    """`why` explains in Chinese where an inferred or guessed value comes from."""

    value: Any
    certainty: Certainty = Certainty.STATED
    why: str = ""


Facts = Mapping[str, Fact]


def derive(
    source: SourceText, folders: Sequence[str], vocabulary: Sequence[str], today: date
) -> Facts:
    """Facts by the field names of the model Statute.

    `folders` are those around the file, the nearest first. `today` only tells what is in effect by
    now: it is no date of the statute. A day that isn't known is a fact without a value.
    """
    enacted = with_version(enactments(source.events), source.version)
    stated = source.stated
    issuer = issuers.issuer(source.events, source.title) or stated.get("issuer")
    number = (_text_in_force(enacted).number if enacted else None) or _number_in_head(source)
    number = number or stated.get("document_number")
    level = _level(issuer, number, bare_title(source.title), folders, stated.get("level"))
    days = _days(source, enacted, level.value)
    facts = {
        "title": Fact(source.title),
        "short_title": Fact(bare_title(source.title).removeprefix(NATION)),
        "level": level,
        "issuer": Fact(issuer) if issuer else _usual_issuer(level.value, source.title),
        "document_number": Fact(number),
        **days,
        "validity": _validity(days["effective"], today),
        "unverified": _unverified(days),
        "fields": _fields(source, vocabulary),
        "summary": Fact(_first_clause(source.body)),
    }
    if facts["short_title"].value == source.title:
        del facts["short_title"]
    return {
        name: fact
        for name, fact in facts.items()
        if fact.value or fact.certainty is Certainty.MISSING
    }


def known(facts: Facts, name: str) -> Any:
    """The value of a fact; None where it isn't known."""
    return facts[name].value if name in facts else None


def last_day(facts: Facts) -> date | None:
    """The last day of enactment, by which two versions differ; else the day of effect."""
    days = [known(facts, "adopted"), known(facts, "promulgated"), *(known(facts, "amended") or ())]
    effective: date | None = known(facts, "effective")
    return max((day for day in days if day), default=effective)


def states_its_start(body: str) -> bool:
    """Whether the text has the clause on when it takes effect, nearly always its last."""
    return _start_in_text(body) != ""


def _start_in_text(body: str) -> str:
    """When the text says that it takes effect: 2020年1月1日, 公布之日; "" if it doesn't."""
    starts = [match["when"] for match in STARTS.finditer(body)]
    if starts:
        return starts[-1]
    ends = [line.strip() for line in body.rstrip().split("\n") if line.strip()][-LAST_LINES:]
    found = [match["when"] for line in ends if (match := STARTS_AT_END.search(line))]
    return found[-1] if found else ""


def repealed_titles(body: str) -> tuple[str, ...]:
    """The titles of the statutes that this one repeals: 《甲》、《乙》同时废止."""
    return tuple(
        title
        for sentence in SENTENCE_END.split(body)
        if "同时废止" in sentence
        for title in REPEALED.findall(sentence.partition("同时废止")[0])
    )


def _number_in_head(source: SourceText) -> str | None:
    """A document number that stands alone in the head."""
    found = (DOCUMENT_NUMBER.fullmatch(part.text) for part in source.leftovers if part.is_number)
    return next((match["number"] for match in found if match), None)


def _text_in_force(enacted: Sequence[Enactment]) -> Enactment:
    """The enactment of the whole text; later ones changed only parts of it."""
    return next((step for step in reversed(enacted) if step.whole), enacted[0])


def _level(
    issuer: str | None, number: str | None, title: str, folders: Sequence[str], stated: str | None
) -> Fact:
    if stated in LEVELS:
        return Fact(stated)
    if issuer:
        value, why = levels.level(issuer, number, title)
        if why and levels.of_folders(folders) == value:
            return Fact(value, Certainty.INFERRED, "按文件所在文件夹")
        return Fact(value, Certainty.GUESSED, why) if why else Fact(value)
    usual = levels.usual(folders, title)
    if usual:
        return Fact(usual, Certainty.INFERRED, "按文件所在文件夹或标题")
    return Fact("行政规范性文件", Certainty.GUESSED, "看不出效力级别，暂填最低一级")


def _usual_issuer(level: str, title: str) -> Fact:
    value, why = issuers.usual(level, title)
    return Fact(value, Certainty.INFERRED if level == "行政法规" else Certainty.GUESSED, why)


def _days(source: SourceText, enacted: Sequence[Enactment], level: str) -> dict[str, Fact]:
    """The days of the statute. Its own clause on its start overrides all that is only inferred."""
    promulgated = _promulgated(enacted, level, source.stated.get("promulgated"))
    effective = _effective(source, promulgated)
    amended = _amended(enacted)
    if promulgated.value and effective.value and effective.value < promulgated.value:
        # An older text with a newer day beside it, or a slip: the text's own day stands.
        later = promulgated
        promulgated = _published_before(enacted, effective.value, later.value)
        if later.value - effective.value > RETROACTIVE and later.value not in amended.value:
            why = f"{later.value} 晚于正文写明的施行日期，当作修改"
            amended = Fact(sorted({*amended.value, later.value}), Certainty.INFERRED, why)
    return {
        "adopted": _adopted(enacted, promulgated, source.stated.get("adopted")),
        "promulgated": promulgated,
        "effective": effective,
        "amended": amended,
    }


def _promulgated(enacted: Sequence[Enactment], level: str, stated: date | None) -> Fact:
    step = _text_in_force(enacted) if enacted else None
    if step and step.published and not step.inferred:
        return Fact(step.published)
    if stated:
        return Fact(stated)
    if step and step.published:
        return Fact(step.published, Certainty.INFERRED, "按文件名所记的版本日期")
    if step and level == "法律" and step.adopted:
        return Fact(step.adopted, Certainty.INFERRED, "法律一般在通过当日由主席令公布")
    if step and step.last_day:
        word = "批准" if step.approved == step.last_day else "通过"
        return _missing(f"来源没有写公布日期，只写了 {step.last_day} {word}")
    return _missing("来源没有写公布日期")


def _published_before(enacted: Sequence[Enactment], effective: date, later: date) -> Fact:
    """The last publication of the whole text from which it can have begun on its day."""
    days = [step.published for step in enacted if step.whole and step.published]
    earlier = [day for day in days if day <= effective]
    if earlier:
        return Fact(max(earlier))
    return _missing(f"来源写的 {later} 晚于正文写明的施行日期 {effective}")


def _missing(why: str) -> Fact:
    return Fact(None, Certainty.MISSING, why)


def _adopted(enacted: Sequence[Enactment], promulgated: Fact, stated: date | None) -> Fact:
    first = enacted[0].adopted if enacted and enacted[0].whole else None
    first = first or stated
    if first and promulgated.value and first > promulgated.value:
        return Fact(None)
    return Fact(first)


def _effective(source: SourceText, promulgated: Fact) -> Fact:
    """From the statute's own clause, else from the head; nothing is put in their place."""
    when = _start_in_text(source.body)
    if THAT_DAY.search(when):
        if promulgated.value is None:
            return _missing(f"正文写明自{when}起施行，公布日期却不详")
        return Fact(promulgated.value, promulgated.certainty, f"自{when}起施行，随公布日期")
    stated = day_in(when) or _start_in_head(source) or source.stated.get("effective")
    if stated:
        return Fact(stated)
    year = YEAR.match(when)
    first = date(int(year[1]), 1, 1) if year else None
    if first and (promulgated.value is None or first >= promulgated.value):
        return Fact(first, Certainty.GUESSED, f"正文只写了自{when}起施行，暂填 {first}")
    if when:
        return _missing(f"正文只写了自{when}起施行")
    return _missing("来源没有写施行日期")


def _start_in_head(source: SourceText) -> date | None:
    starts = [event.day for event in source.events if event.day and STARTED.search(event.text)]
    return max(starts, default=None)


def _amended(enacted: Sequence[Enactment]) -> Fact:
    changes = enacted[1:] if enacted and enacted[0].whole else enacted
    days = sorted({step.day for step in changes if step.day})
    if any(step.inferred and step.day == step.published for step in changes):
        why = "最后一次修改没有写在文首，按文件名所记的版本日期"
        return Fact(days, Certainty.INFERRED, why)
    return Fact(days)


def _validity(effective: Fact, today: date) -> Fact:
    if effective.value and effective.value > today:
        return Fact("尚未生效", effective.certainty, effective.why or "施行日期未到")
    return Fact("现行有效", Certainty.INFERRED, "来源没有写已修改或废止")


def _unverified(days: Facts) -> Fact:
    """What the page owns up to, so that the record is valid without the days."""
    labels = {"promulgated": "公布日期", "effective": "施行日期"}
    missing = [label for name, label in labels.items() if days[name].value is None]
    return Fact(f"{'、'.join(missing)}尚未核实" if missing else None)


def _first_clause(body: str) -> str | None:
    """The text of 第一条, with which most statutes say what they are for."""
    lines = [line.strip().lstrip("#").strip() for line in body.split("\n")]
    lines = [line for line in lines if line]
    for index, line in enumerate(lines):
        match = CLAUSE.match(line)
        if match and clause_number(match) == (1, 0):
            text = line[match.end() :].strip()
            following = lines[index + 1] if index + 1 < len(lines) else ""
            named = is_name(text) and following and not CLAUSE.match(following)
            return (following if named else text) or None
    return None


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
