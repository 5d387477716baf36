"""Plain text and Word files: every character that goes in is in the record that comes out."""

from datetime import datetime

import pytest
from bs4 import BeautifulSoup

from plugins.clock import CHINA
from plugins.findings import Severity
from plugins.records.frontmatter import split
from plugins.records.kinds import KINDS
from plugins.records.validate import validate
from plugins.statutes.files import read_file
from plugins.statutes.importer import draft, record
from plugins.statutes.source import visible
from plugins.texts.converter import Converter
from tests.statutes.word_files import add_list, add_numbered, data_of, document

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)
LINES = """云汀市城市照明条例

（2019年5月7日云汀市第三届人民代表大会常务委员会第九次会议通过
2019年8月1日某省第十三届人民代表大会常务委员会第十三次会议批准）

目　　录
第一章　总　　则……1
第二章　附　　则……2

为了点灯，特制定本条例。

第一章　总　　则
　　第一条　本条例所称灯，是指：
　　（一）路灯，包括：
　　1．杆灯；
　　2．壁灯；
　　（二）景观灯。
　　前款规定以外的灯<3瓦，不适用本条例*。
　　第二条　灯要亮。
第二章　附　　则
　　第三条　本条例自2019年8月20日起施行。
附件：云汀市路灯名录
路名 | 盏数
"""
# The brackets of the 题注, which the page shows as a list.
NOT_SHOWN = visible(LINES).replace("（2019年5月7日", "2019年5月7日").replace("批准）", "批准")


def imported(data, path):
    source = read_file(data, path)
    made = draft(source.text, path, ["市政"], NOW.date(), source.asides)
    return record(made, NOW), [*source.findings, *made.findings]


def shown(text):
    head = split(text, "x.md")
    body = Converter().convert(head.body, statute=True)
    words = BeautifulSoup(body.html, "html.parser").get_text()
    return visible(head.located.data["标题"] + words), body


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (LINES.encode(), "条例.txt"),
        (LINES.encode("gbk"), "条例.txt"),
        (data_of(document(*LINES.split("\n"))), "条例.docx"),
    ],
    ids=["utf-8", "gbk", "word"],
)
class TestOneStatuteInEveryForm:
    def test_all_its_characters_are_on_the_page(self, data, path):
        words, body = shown(imported(data, path)[0])
        assert words == NOT_SHOWN
        assert [clause.anchor for clause in body.clauses] == ["c1", "c2", "c3"]
        assert [visible(heading.text) for heading in body.headings] == ["第一章总则", "第二章附则"]

    def test_its_record_is_accepted_and_has_the_facts_of_its_note(self, data, path):
        text, _ = imported(data, path)
        model, findings = validate(KINDS["statute"], split(text, "x.md").located, "x.md")
        assert [each for each in findings if each.severity is Severity.ERROR] == []
        assert (model.issuer, str(model.adopted), str(model.effective)) == (
            "云汀市人民代表大会常务委员会",
            "2019-05-07",
            "2019-08-20",
        )
        assert model.summary == "本条例所称灯，是指："

    def test_what_fits_no_clause_is_named(self, data, path):
        _, findings = imported(data, path)
        named = {each.message for each in findings if each.rule in KEPT}
        assert named == {
            "目录（3 行）照原样保留为普通文字，没有当作章节标题",
            "第一条之前的文字“为了点灯，特制定本条例。”已照原样保留",
            "“附件：云汀市路灯名录”不属于任何一条，已照原样保留",
            "“路名 | 盏数”不属于任何一条，已照原样保留",
        }


KEPT = {"statute-contents", "statute-preamble", "statute-stray"}


def test_a_word_file_whose_clauses_are_numbered_by_word_has_them():
    made = document("照明条例", "（2019年5月7日会议通过）")
    add_list(made, ("chineseCountingThousand", "第%1条"), ("chineseCounting", "（%2）"))
    add_numbered(made, "灯：")
    add_numbered(made, "路灯；", 1)
    add_numbered(made, "壁灯。", 1)
    add_numbered(made, "本条例自2019年8月20日起施行。")
    words, body = shown(imported(data_of(made), "条例.docx")[0])
    assert [clause.anchor for clause in body.clauses] == ["c1", "c2"]
    assert [part.anchor for part in body.clauses[0].paragraphs[0].parts] == ["c1p1i1", "c1p1i2"]
    assert words.endswith("第一条灯：（一）路灯；（二）壁灯。第二条本条例自2019年8月20日起施行。")


def test_words_beside_the_text_stand_with_the_note():
    made = document("照明条例", "（2019年5月7日会议通过）", "第一条 灯。")
    made.sections[0].footer.paragraphs[0].text = "云汀市司法局印"
    text, _ = imported(data_of(made), "条例.docx")
    assert "\n- 2019年5月7日会议通过\n- 云汀市司法局印\n\n第一条 灯。" in text
