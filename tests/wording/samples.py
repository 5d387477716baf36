"""A small bureau, its lists, and what is found in a text."""

from datetime import date
from functools import cache
from types import SimpleNamespace

from plugins.texts.prose import prose_of_plain, prose_of_record
from plugins.wording import WordLists, check_wording, read_office_list

HEAD = "类型,写法,应为,程度,例外,说明,谁加的,日期,自,至\n"
BUREAU = SimpleNamespace(
    name="云汀市综合行政执法局",
    short_name="市综合执法局",
    organiser="云汀市综合行政执法局",
    site_name="云汀市综合行政执法局",
    sections=[SimpleNamespace(name="市容环卫科"), SimpleNamespace(name="办公室")],
    leaders=[
        SimpleNamespace(name="周砚秋", post="党委书记、局长"),
        SimpleNamespace(name="陈疏桐", post="党委副书记、副局长"),
        SimpleNamespace(name="沈既明", post="党委委员、副局长"),
        SimpleNamespace(name="方舟", post="党委委员、总工程师"),
    ],
)
COLUMNS = ("通知公告", "执法信息")


@cache
def lists(rows=""):
    office, problems = read_office_list((HEAD + rows).encode(), "words.csv")
    assert problems == []
    return WordLists.of(BUREAU, COLUMNS, office)


def found(text, rows="", day=date(2026, 11, 23), path="news/a.md"):
    return check_wording(path, prose_of_plain(text), lists(rows), day)


def told(text, rows="", **more):
    """Rule, severity, message and hint of each finding."""
    return [
        (each.rule, each.severity.value, each.message, each.hint)
        for each in found(text, rows, **more)
    ]


def messages(text, rows="", **more):
    return [each.message for each in found(text, rows, **more)]


def in_record(source, body_line):
    return check_wording("news/a.md", prose_of_record(source, body_line), lists(), None)
