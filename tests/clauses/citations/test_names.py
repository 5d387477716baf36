"""Statutes named without 《》: those of the table, and those that a record makes clear."""

import csv

import pytest

from plugins.clauses.citations.names import FULL_TITLES, TABLE, names_in, written_out
from tests.clauses.citations.found import clauses, found

WUYE = "《云汀市物业管理服务条例》"
SHIRONG = "《云汀市市容和环境卫生管理条例》"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("被告违反劳动合同法第八十五条。", [("劳动合同法第八十五条", "劳动合同法#c85")]),
        ("其行为触犯刑法第二百六十四条。", [("刑法第二百六十四条", "刑法#c264")]),
        (
            "依照中华人民共和国行政处罚法第三十三条第一款处理。",
            [("中华人民共和国行政处罚法第三十三条第一款", "行政处罚法#c33p1")],
        ),
        (
            "依照民诉法第六十七条、刑诉法第五十五条。",
            [("民诉法第六十七条", "民事诉讼法#c67"), ("刑诉法第五十五条", "刑事诉讼法#c55")],
        ),
        (
            "刑法和刑事诉讼法第十五条另有规定。",
            [("刑事诉讼法第十五条", "刑事诉讼法#c15")],
        ),
        ("我国民法典第七条规定了诚信原则。", [("民法典第七条", "民法典#c7")]),
        ("（行政强制法第四十四条）", [("行政强制法第四十四条", "行政强制法#c44")]),
        (
            "民法典合同编第五百七十七条规定了违约责任。",
            [("民法典合同编第五百七十七条", "民法典#c577")],
        ),
        ("刑法分则第二百七十七条。", [("刑法分则第二百七十七条", "刑法#c277")]),
        (
            "根据行政处罚法的第三十二条从轻。",
            [("行政处罚法的第三十二条", "行政处罚法#c32")],
        ),
        (
            "治安管理处罚法（2012年修正）第五十八条。",
            [("治安管理处罚法（2012年修正）第五十八条", "治安管理处罚法#c58")],
        ),
        (
            "按照民诉法解释第九十条举证。",
            [
                (
                    "民诉法解释第九十条",
                    "最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释#c90",
                )
            ],
        ),
        ("依照原合同法第九十四条解除。", [("合同法第九十四条", "合同法#c94")]),
        (
            "判处中华人民共和国刑法第三百条的刑罚。",
            [("中华人民共和国刑法第三百条", "刑法#c300")],
        ),
        ("适用城市绿化条例第二十七条。", [("城市绿化条例第二十七条", "城市绿化条例#c27")]),
        (
            "依据刑法第十七条、第十八条和第十九条。",
            [
                ("刑法第十七条", "刑法#c17"),
                ("第十八条", "刑法#c18"),
                ("第十九条", "刑法#c19"),
            ],
        ),
        (
            "原告主张适用消费者权益保护法第五十五条第一款。",
            [("消费者权益保护法第五十五条第一款", "消费者权益保护法#c55p1")],
        ),
    ],
)
def test_a_statute_known_by_name(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "依照云汀市行政处罚法实施办法第三条处理。",
        "云汀市安全生产法第三条并不存在。",
        "德国刑法第三十二条规定了正当防卫。",
        "香港特别行政区维护国家安全法第三条。",
        "原刑法第一百条已经修改。",
        "原合伙企业法第三条已经修改。",
        "1979年刑法第七十九条规定了类推。",
        "共同条例第三条。",
        "应该条例第三条不合适。",
        "日本法第三条规定了别的内容。",
        "刑法是国家的基本法律。",
        "双方的劳动合同第八条约定了工资。",
        "某市城市管理办法第八条。",
    ],
)
def test_no_part_of_another_word_or_of_a_longer_title(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{WUYE}已经施行。云汀市物业管理服务条例第五条规定了职责。",
            ("云汀市物业管理服务条例第五条", "云汀市物业管理服务条例#c5"),
        ),
        (
            f"{SHIRONG}已经施行。依照市容条例第五条处理。",
            ("市容条例第五条", "云汀市市容和环境卫生管理条例#c5"),
        ),
        (
            f"{SHIRONG}刚刚修改，条例第五条加重了罚款。",
            ("条例第五条", "云汀市市容和环境卫生管理条例#c5"),
        ),
        (
            "依据《中华人民共和国行政处罚法》（以下简称处罚法），参照处罚法第六条。",
            ("处罚法第六条", "行政处罚法#c6"),
        ),
        (
            "依据中华人民共和国水土保持法（以下简称“水保法”），参照水保法第六条。",
            ("水保法第六条", "水土保持法#c6"),
        ),
    ],
)
def test_a_name_that_the_record_makes_clear(text, expected):
    assert clauses(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        f"{SHIRONG}与{WUYE}都已施行，条例第五条是哪一部不清楚。",
        f"{SHIRONG}已经施行。上海市市容条例第五条另有规定。",
        f"{SHIRONG}已经施行。应当遵守管理条例第五条。",
        f"{SHIRONG}已经施行。按照规定第五条办理。",
        f"{SHIRONG}已经施行。参照养犬条例第五条。",
        "《云汀市市容通讯》介绍了市容条例第五条。",
    ],
)
def test_a_name_that_stays_unclear(text):
    assert clauses(text) == []


def test_a_name_is_kept_for_the_whole_record():
    blocks = (f"为了贯彻{SHIRONG}，通知如下。", "一、依照市容条例第三条检查。")
    assert clauses(*blocks) == [("市容条例第三条", "云汀市市容和环境卫生管理条例#c3")]


def test_the_table_is_whole_and_without_repetitions():
    with TABLE.open(encoding="utf-8", newline="") as rows:
        table = list(csv.DictReader(rows))
    assert len(table) >= 200
    titles = [row["title"] for row in table]
    assert len(set(titles)) == len(titles)
    short = [name for row in table for name in row["short_names"].split()]
    assert len(set(short)) == len(short)
    assert not set(short) & set(titles)
    assert FULL_TITLES["民诉法"] == FULL_TITLES["民事诉讼法"] == "中华人民共和国民事诉讼法"


def test_short_names_are_written_out_and_titles_are_not_changed():
    assert written_out("民诉法") == "中华人民共和国民事诉讼法"
    assert written_out("行政处罚法") == "行政处罚法"
    assert written_out("云汀市养犬条例") == "云汀市养犬条例"


def test_the_names_in_a_text():
    assert names_in("依照民诉法第三条") == ["中华人民共和国民事诉讼法"]
