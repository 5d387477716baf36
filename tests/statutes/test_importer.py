"""One file becomes one record that the site's own reader accepts."""

from datetime import date, datetime

from plugins.clock import CHINA
from plugins.findings import Severity
from plugins.records.frontmatter import split
from plugins.records.kinds import KINDS
from plugins.records.validate import validate
from plugins.statutes.importer import draft, fact_findings, record

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)
PATH = "from/local/云汀市城市照明条例(2019-08-20).md"
TEXT = """# 云汀市城市照明条例

2019年5月7日 云汀市第三届人民代表大会常务委员会第九次会议通过

2019年8月20日 云汀市人民代表大会常务委员会公告第8号公布

<!-- INFO END -->

## 第一章 总则

第一条 为了点灯，制定本条例。

## 第二章 附则

第二条 本条例自2019年8月20日起施行。
"""
RECORD = """---
标题: 云汀市城市照明条例
发布日期: 2026-03-01 09:30
来源: 国家法律法规数据库
摘要: 为了点灯，制定本条例。
效力级别: 地方性法规
制定机关: 云汀市人民代表大会常务委员会
公布文号: 云汀市人民代表大会常务委员会公告第8号
通过日期: 2019-05-07
公布日期: 2019-08-20
施行日期: 2019-08-20
时效性: 现行有效
领域:
- 市政
---

- 2019年5月7日 云汀市第三届人民代表大会常务委员会第九次会议通过
- 2019年8月20日 云汀市人民代表大会常务委员会公告第8号公布

## 第一章 总则

第一条 为了点灯，制定本条例。

## 第二章 附则

第二条 本条例自2019年8月20日起施行。
"""


def drafted(text=TEXT, path=PATH):
    return draft(text, path, ["规划", "市政"], NOW.date())


def test_a_whole_file_becomes_this_record():
    assert record(drafted(), NOW) == RECORD


def test_the_record_reads_back_without_an_error():
    model, findings = validate(KINDS["statute"], split(RECORD, "x.md").located, "x.md")
    assert model.effective == date(2019, 8, 20)
    assert [found.severity for found in findings if found.rule != "field-advised"] == []


def test_a_title_with_marks_of_yaml_is_quoted():
    text = record(drafted(TEXT.replace("云汀市城市照明条例", "“灯: 亮”的规定 #1")), NOW)
    model, _ = validate(KINDS["statute"], split(text, "x.md").located, "x.md")
    assert model.title == "“灯: 亮”的规定 #1"


def test_a_head_without_events_leaves_no_note():
    text = "# 照明条例\n<!-- INFO END -->\n第一条 点灯。"
    assert "---\n\n第一条 点灯。" in record(drafted(text), NOW)


def test_a_regular_file_gives_one_line_on_what_was_inferred():
    found = [*drafted().findings, *fact_findings(drafted())]
    assert [(each.rule, each.severity) for each in found] == [("statute-inferred", Severity.INFO)]
    assert found[0].message == (
        "推定：时效性 现行有效（来源没有写已修改或废止）；领域 市政（按标题用词）"
    )


def test_each_guess_is_a_warning_of_its_own():
    found = fact_findings(drafted(TEXT.replace("照明", "志愿")))
    assert [each.message for each in found if each.severity is Severity.WARNING] == [
        "领域 规划（看不出领域，暂填第一个）"
    ]


def test_a_head_line_that_fits_nothing_is_in_the_note_and_reported():
    statute = drafted(
        TEXT.replace("2019年8月20日 云", "云", 1).replace("公布\n", "公布\n\n另见附件\n")
    )
    assert statute.note.split("\n")[1:] == [
        "- 云汀市人民代表大会常务委员会公告第8号公布",
        "- 另见附件",
    ]
    assert [(each.rule, each.line) for each in statute.findings] == [
        ("statute-head", 5),
        ("statute-head", 7),
    ]


def test_a_text_that_breaks_off_is_reported_at_its_end():
    statute = drafted(TEXT.partition("## 第二章")[0])
    assert [(each.rule, each.line, each.message) for each in statute.findings] == [
        ("statute-incomplete", 11, "正文到第一条为止，没有写何时施行的条文，可能不完整")
    ]


def test_a_file_without_the_marker_is_read_and_reported():
    statute = drafted(TEXT.replace("<!-- INFO END -->\n\n", ""))
    assert [each.rule for each in statute.findings] == ["statute-shape"]
    assert statute.text == drafted().text
