"""Statutes about the text of others, annexes and tables: what is not their own."""

import pytest

from plugins.clauses.citations import CitationScanner
from plugins.clauses.citations.amendments import subject_of
from plugins.records.record_citations import citations_of_html
from plugins.texts.converter import Converter
from tests.clauses.citations.found import clauses, target

DECISION = "关于修改《云汀市养犬条例》的决定"


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        (DECISION, "云汀市养犬条例"),
        ("云汀市人民政府关于修改〈云汀市养犬办法〉的决定", "云汀市养犬办法"),
        ("关于修改《云汀市养犬条例》第三条、第五条的决定", "云汀市养犬条例"),
        ("关于修改《云汀市养犬条例》等三件地方性法规的决定", None),
        ("关于修改《甲条例》和《乙条例》的决定", None),
        ("关于修改部分行政法规的决定", None),
        ("中华人民共和国刑法修正案（十一）", "中华人民共和国刑法"),
        ("关于执行《中华人民共和国刑法》确定罪名的补充规定", "中华人民共和国刑法"),
        ("云汀市养犬条例", None),
    ],
)
def test_the_statute_that_a_title_is_about(title, subject):
    assert subject_of(title) == subject


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、将第五条修改为：“第五条　养犬应当登记。”", ["云汀市养犬条例#c5"]),
        (
            "二、增加一条，作为第二十二条之一：“第二十二条之一　违反本条例第五条的，警告。”",
            ["云汀市养犬条例#c22z1", "云汀市养犬条例#c5"],
        ),
        ("三、删去第八条第二款。", ["云汀市养犬条例#c8p2"]),
        ("本决定自公布之日起施行。", []),
    ],
)
def test_a_decision_cites_what_it_amends(text, expected):
    assert [cited for _, cited in clauses(text, statute=True, title=DECISION)] == expected


def test_a_decision_about_several_statutes_cites_none_of_its_own():
    title = "关于修改《甲条例》等三件地方性法规的决定"
    blocks = ("一、将第五条修改为：“第五条　依照本条例第三条处理。”", "二、删去第八条。")
    assert clauses(*blocks, statute=True, title=title) == []


def test_offences_are_those_of_the_code():
    title = "关于执行《中华人民共和国刑法》确定罪名的补充规定"
    blocks = ("依照第二百三十二条、第二百三十三条确定。",)
    assert [cited for _, cited in clauses(*blocks, statute=True, title=title)] == [
        "刑法#c232",
        "刑法#c233",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "依照附录第四条计算。",
        "依照附件第四条计算。",
        "依照附件1第四条计算。",
        "依照该公约第四条办理。",
        "依照公司章程第四条办理。",
        "增加一条，作为第四条之一。",
        "依照云汀市养犬条例第四条、第五条处理。",
    ],
)
def test_what_is_not_the_statutes_own(text):
    assert clauses(text, statute=True, title="某办法") == []


TEXT = """\
第一条　为了整洁，制定本办法。

第二条　违反第一条的，警告。

| 依据 | 罚款 |
| --- | --- |
| 第一条、第二条 | 五十元 |
| 本办法第二条 | 五十元 |

## 附件

第一条　依照第二条计算，违反前款的除外。

违反前款和本办法第二条的除外。
"""


def test_a_table_and_an_annex_of_a_statute():
    html = Converter().convert(TEXT, statute=True).html
    scanner = CitationScanner(True, "某办法")
    found = [
        (block.text[citation.start : citation.end], target(citation))
        for block, citation in citations_of_html(html, scanner, True)
    ]
    assert found == [("第一条", "#c1"), ("本办法第二条", "#c2"), ("本办法第二条", "#c2")]


def test_a_number_beyond_the_last_clause_goes_on_with_the_other_statute():
    scanner = CitationScanner(True, "关于办理某类案件的解释")
    scanner.surroundings.last_clause = 15
    text = "有刑法第二百八十条规定的行为，或者有第二百八十一条规定的行为的，依照第三条处理。"
    assert [target(citation) for citation in scanner.scan(text)] == [
        "刑法#c280",
        "刑法#c281",
        "#c3",
    ]
    assert [target(citation) for citation in scanner.scan("依照第二百八十一条处理。")] == ["#c281"]
