"""A clause followed through the versions of its statute, whatever its number is in each."""

from plugins.clauses import Clause, ClauseNumber
from plugins.clauses.model import Part
from plugins.statutes.clause_history import clause_histories

NOISE = "　夜间不得进行产生环境噪声污染的建筑施工作业，抢修抢险的除外。"
STALLS = "　流动摊贩应当在划定的疏导点经营，收摊时打扫干净。"
NUMBERS = "　摊位应当编号，编号挂在看得见的地方。"


def version(*texts):
    clauses = []
    for value, text in enumerate(texts, 1):
        number = ClauseNumber(value)
        words = number.label + text
        clauses.append(Clause(number, number.label, (), (Part("", words),)))
    return clauses


def labels(histories):
    return [[clause.label if clause else None for clause in history] for history in histories]


def test_a_clause_keeps_its_history_when_its_number_changes():
    versions = [version(NOISE, STALLS), version(NUMBERS, NOISE, STALLS), version(NOISE, STALLS)]
    assert labels(clause_histories(versions)) == [
        ["第一条", "第二条", "第一条"],
        ["第二条", "第三条", "第二条"],
        [None, "第一条", None],
    ]


def test_of_dropped_clauses_the_latest_comes_first():
    versions = [version(NOISE, STALLS), version(NUMBERS), version("　本办法自公布之日起施行。")]
    assert labels(clause_histories(versions)) == [
        [None, None, "第一条"],
        [None, "第一条", None],
        ["第一条", None, None],
        ["第二条", None, None],
    ]


def test_one_version_has_one_stage_for_each_clause():
    assert labels(clause_histories([version(NOISE)])) == [["第一条"]]
