"""An office's own list: what it may say, and what is said of bad rows."""

import pytest

from plugins.wording import read_office_list
from tests.wording.samples import HEAD, messages, told


def problems(rows, head=HEAD):
    _, findings = read_office_list((head + rows).encode(), "words.csv")
    return [(each.line, each.message, each.hint) for each in findings]


def test_an_office_adds_a_name_a_term_a_slip_and_a_word_to_avoid():
    rows = (
        "名称,听潮公园,,,,,,\n术语,潮汐泊位,,,,,,\n错词,听朝路,听潮路,错误,,,,\n慎用,钉子户,,,,,,\n"
    )
    assert told("听朝公园、潮夕泊位、听朝路、钉子户", rows) == [
        ("word-name", "error", "“听朝公园”应为“听潮公园”", "改成“听潮公园”"),
        ("word-homophone", "warning", "“潮夕泊位”应为“潮汐泊位”", "改成“潮汐泊位”"),
        ("word-confusion", "error", "“听朝路”应为“听潮路”", "改成“听潮路”"),
        ("word-caution", "warning", "不宜用“钉子户”", "换一种说法"),
    ]


def test_an_office_switches_a_row_of_the_program_off_with_a_reason():
    assert messages("布署", "错词,布署,,关闭,,旧地名,李某,2026-11-23\n") == []
    assert messages("占到经营", "术语,占道经营,,关闭,,试,,\n") == []


def test_an_office_changes_severity_and_exceptions_of_a_row():
    (only,) = told("布署", "错词,布署,部署,错误,布署街,,,\n")
    assert only[1] == "error"
    assert messages("布署街", "错词,布署,部署,错误,布署街,,,\n") == []


@pytest.mark.parametrize(
    ("row", "message", "hint"),
    [
        ("错字,甲乙,丙丁", "没有“错字”这种类型", "是不是“错词”？"),
        ("错词,,部署", "没有填“写法”", "填词；没有内容的行删去"),
        ("错词,甲乙,", "错词“甲乙”没有填“应为”",
         "填正确的写法；只是不许用的，类型写“慎用”"),
        ("错词,甲乙,甲乙", "“甲乙”的“写法”和“应为”一样", "“写法”填错的，“应为”填对的"),
        ("术语,罚款,", "“罚款”太短，同音的词太多",
         "术语至少 3 个字；写错的样子可以写成错词"),
        ("错词,甲乙,丙丁,严重", "程度不能是“严重”", "可填：错误、提醒、提示、关闭，空着也可以"),
        ("错词,甲乙,,关闭,,不要", "程序的词表里没有错词“甲乙”，不用关闭",
         "核对类型和写法，或删去这一行"),
        ("错词,布署,,关闭", "关闭“布署”没有写理由", "在“说明”里写为什么"),
        ("领导,钱望舒,", "领导“钱望舒”没有填职务", "“写法”填姓名，“应为”填职务"),
        ("领导,钱望舒,局长,,,,,,去年,", "“自”的日期“去年”读不懂", "写成 2026-03-01"),
        ("领导,钱望舒,局长,,,,,,2026/3/1,2025-1-1", "“至”2025-01-01 早于“自”2026-03-01",
         "核对这两个日期"),
        ("错词,甲乙,丙丁,,,一,,,,,,多", "这一行的格子比第一行多",
         "格子里有逗号的，给整格加上半角双引号"),
    ],
)  # fmt: skip
def test_a_bad_row_is_left_out_and_told_at_its_line(row, message, hint):
    rows, _ = read_office_list(f"{HEAD}错词,戊己,庚辛\n{row}\n".encode(), "words.csv")
    assert [each.written for each in rows] == ["戊己"]
    assert problems(f"错词,戊己,庚辛\n{row}\n") == [(3, message, hint)]


def test_a_row_that_stands_twice():
    assert problems("错词,甲乙,丙丁\n错词,甲乙,戊己\n") == [(3, "“甲乙”和第 2 行重复", "只留一行")]
    assert problems("领导,钱望舒,局长\n领导,钱望舒,副局长\n") == []


def test_a_head_without_the_columns_it_needs_or_with_others():
    assert problems("", "类型,词\n") == [
        (1, "第一行没有“写法”这一列", "第一行写 类型,写法,应为,程度,例外,说明,谁加的,日期")
    ]
    assert problems("", "类型,写法,备注,说名\n") == [
        (
            1,
            "没有“备注”这一列，已略过",
            "可用的列：类型、写法、应为、程度、例外、说明、谁加的、日期、自、至",
        ),
        (1, "没有“说名”这一列，已略过", "是不是“说明”？"),
    ]


def test_empty_rows_are_left_out_in_silence():
    assert problems(",,,\n\n") == []


def test_the_list_is_read_as_excel_saves_it():
    plain = HEAD + "错词,甲乙,丙丁\n"
    with_mark, findings = read_office_list(b"\xef\xbb\xbf" + plain.encode(), "words.csv")
    assert [each.written for each in with_mark] == ["甲乙"] and findings == []
    old, (finding,) = read_office_list(plain.encode("gbk"), "words.csv")
    assert [each.written for each in old] == ["甲乙"]
    assert (finding.rule, finding.severity.value) == ("word-list", "warning")
    assert finding.message == "词表是 GBK 编码，已按 GBK 读取"
    assert finding.hint == "另存为“CSV UTF-8（逗号分隔）”"


def test_a_file_that_is_no_text_is_told():
    rows, findings = read_office_list(b"\xff\xff\xff", "words.csv")
    assert rows == []
    assert findings[0].message == "词表既不是 UTF-8，也不是 GBK 编码，读不出来"
