"""What may be wrong with a citation, in words for the editor."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from plugins.clauses import ClauseNumber
from plugins.clauses.citations import TITLE_ENDINGS
from plugins.findings import Severity, nearest
from plugins.records.kinds import RecordModel
from plugins.relations.statutes import bare_title
from plugins.relations.text_of_day import Doubt
from plugins.relations.versions import Version, Work


class CitationProblem(NamedTuple):
    """A problem of a citation, the same for all records. `{text}` in `message` is filled in."""

    rule: str
    severity: Severity
    message: str
    hint: str


def unknown_title(title: str, titles: Collection[str]) -> Iterator[CitationProblem]:
    """Why the library has no statute of that title; `titles` are those it has. Of a slip the rules
    about words tell.
    """
    # Imported here: few titles are unknown, and the lists of words take a while to load.
    from plugins.wording import is_slip

    title = bare_title(title)
    if is_slip(title):
        return
    message = f"法规库里没有《{title}》"
    meant = _with_right_ending(title, titles)
    if meant:
        yield CitationProblem(
            "citation-misspelt", Severity.WARNING, message, f"是不是《{meant}》？"
        )
        return
    if not title.endswith(TITLE_ENDINGS):
        return
    close = nearest(title, titles, 0.85)
    # Of equal length and similar: a typing error, not another statute.
    if close and len(close) == len(title):
        yield CitationProblem(
            "citation-misspelt", Severity.WARNING, message, f"是不是《{close}》？"
        )
    else:
        yield CitationProblem("statute-unknown", Severity.INFO, message, "可在法规库补建记录")


def _misspelt(message: str, meant: str) -> CitationProblem:
    return CitationProblem("citation-misspelt", Severity.WARNING, message, f"是不是《{meant}》？")


def _with_right_ending(title: str, titles: Iterable[str]) -> str | None:
    """The title of the library of which the last word is written wrong: 办去 for 办法."""
    if title.endswith(TITLE_ENDINGS):
        return None
    for ending in TITLE_ENDINGS:
        last = title[-len(ending) :]
        differing = sum(one != other for one, other in zip(last, ending, strict=False))
        if len(ending) > 1 and len(last) == len(ending) and differing == 1:
            meant = title.removesuffix(last) + ending
            if meant in titles:
                return meant
    return None


def repealed_by_then(work: Work, day: date) -> CitationProblem:
    message = f"《{work.title}》已于 {work.repealed_on(day)} 废止，本稿件的日期是 {day}"
    hint = "核对应当适用的法规；从旧从轻的，填写“适用法规日期”"
    return CitationProblem("citation-repealed", Severity.WARNING, message, hint)


def other_text(
    version: Version, day: date, doubt: Doubt, kind: type[RecordModel]
) -> CitationProblem:
    title = bare_title(version.record.title)
    severity = Severity.INFO if kind.historical else Severity.WARNING
    if doubt == Doubt.NOT_HELD:
        message = f"本站没有收录《{title}》在 {day} 施行的文本，链接指到相近的文本"
        hint = "补录当时的文本"
        if "law_day" in kind.model_fields:
            hint += "；适用别的日期的文本的，填写“适用法规日期”"
    else:
        message = (
            f"《{title}》在 {version.since} 修改，没有写明从哪天起施行，"
            f"本稿件的日期是 {day}，链接可能指到还没有施行的条文"
        )
        hint = "在这部法规的稿件里填写“本版施行日期”"
    return CitationProblem("text-of-day", severity, message, hint)


def other_edition(version: Version, edition: str, kind: type[RecordModel]) -> CitationProblem:
    """The library lacks the text that the writer names: `edition` is its year, or 修订前 …."""
    title = bare_title(version.record.title)
    named = f"{edition}年的" if edition.isdecimal() else f"{edition}的"
    severity = Severity.INFO if kind.historical else Severity.WARNING
    message = f"本站没有收录《{title}》{named}文本，链接指到相近的文本：“{{text}}”"
    hint = "补录这个文本；已经收录的，在法规稿件里填写“修改日期”"
    return CitationProblem("text-of-day", severity, message, hint)


def missing_clause(title: str, number: ClauseNumber, last: ClauseNumber) -> CitationProblem:
    """`last` is the last clause of the text."""
    message = f"《{title}》没有这一条：“{{text}}”"
    hint = f"这部法规到第 {last.value} 条为止" if number > last else "核对条文序号"
    return CitationProblem("clause-missing", Severity.WARNING, message, hint)
