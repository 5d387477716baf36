"""Lines that are not wrapped ones stay lines; those of a text cut at one width are joined."""

import pytest

from plugins.texts.converter import Converter


@pytest.fixture(scope="module")
def convert():
    return Converter().convert


LISTS = {
    "roads": ("中山路", "人民路", "解放路"),
    "names": ("张三", "李四", "欧阳明"),
    "remarks in brackets": ("中山路（东段）", "人民路（西段）"),
    "labels without a colon": ("时间 9点至17点", "地点 市民中心"),
    "telephones": ("青禾中队 86012345", "云溪中队 86012346"),
    "Latin": ("Opening hours", "From nine to five"),
    "long names without a mark": (
        "云汀市中心城区中山路人行道改造提升工程（一期）",
        "云汀市青禾区人民路雨污分流改造工程项目",
        "云汀市云溪区解放路夜景照明提升改造工程",
    ),
    "wide lines of one width": (
        "张三，中山路社区网格员，负责中山路沿线，电话86012345",
        "李四，人民路社区网格员，负责人民路，电话86012346",
        "王五，解放路社区网格员，负责解放路沿线，电话86012347",
    ),
    "a short line above a wide one": (
        "整治行动启动",
        "11月26日，市综合行政执法局在市民广场启动冬季市容整治行动，二十支中队参加。",
    ),
    "addresses of links count nothing": ("[甲乙](/dongtai/a-very-long-name.md)在东", "丙丁在西"),
}


@pytest.mark.parametrize("lines", LISTS.values(), ids=LISTS)
def test_lines_of_a_list_without_signs_stay_lines(convert, lines):
    body = convert("\n".join(lines))
    assert (body.html.count("<p>"), body.notes) == (len(lines), ())


def test_below_an_indented_line_too(convert):
    assert convert("　　整治路段\n中山路\n人民路").html.count("<p>") == 3


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("- 中山路\n人民路\n- 解放路", "<li>中山路<br>\n人民路</li>"),
        ("1. 办理地点\n   市民中心一楼", "<li>办理地点<br>\n  市民中心一楼</li>"),
        ("> 春风十里\n> 不如归去", "<p>春风十里<br>\n不如归去</p>"),
        ("甲[^1]\n\n[^1]: 《青禾县志》\n市局供稿", "<p>市局供稿</p>"),
        ("中山路  \n人民路", "<p>中山路<br>\n人民路</p>"),
    ],
)
def test_lines_of_an_item_or_a_quote_stay_lines(convert, source, html):
    body = convert(source)
    assert html in body.html
    assert body.notes == ()


WRAPPED = {
    "a comma at the end": "中山路、\n人民路，\n解放路",
    "a mark at the start": "中山路\n、人民路",
    "an open bracket": "整治路段（中山路、\n人民路）",
    "one character a line": "通\n知",
    "one width": (
        "为进一步规范全市市容环境卫生秩序，提升城市\n精细化管理水平，按照市委市政府统一部署，\n"
        "决定开展专项整治。"
    ),
    "one width with Latin words": (
        "为进一步规范全市市容环境卫生秩序，请登录\n"
        "https://a.example/ 提出意见，截止11月30日\n下班时。"
    ),
    "English": (
        "The service centre is open from nine to five, also on Saturdays, except on\n"
        "public holidays. Please bring the decision and a document that shows who\nyou are."
    ),
    "an item of one width": (
        "- 为进一步规范全市市容环境卫生秩序，提升城市\n精细化管理水平，按照市委市政府统一部署。"
    ),
}


@pytest.mark.parametrize("source", WRAPPED.values(), ids=WRAPPED)
def test_a_wrapped_paragraph_is_joined(convert, source):
    body = convert(source)
    assert body.html.count("<p>") + body.html.count("<li>") == 1
    assert "<br>" not in body.html
    assert body.notes == ()
