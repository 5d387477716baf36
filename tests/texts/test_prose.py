"""What is read of a source, and where each character of it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.texts.prose import GAP, prose_of_data, prose_of_plain, prose_of_record

HEAD = "---\n标题: 通知\n---\n"


def text_of(body):
    return prose_of_record(HEAD + body, 4).text.split(GAP, 1)[1]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("综合**行政**执法", "综合行政执法"),
        ("综合*行政*执法", "综合行政执法"),
        ("综合<em>行政</em>执法", "综合行政执法"),
        ("综合行\n政执法", "综合行政执法"),
        (r"1\*2", "1*2"),
        ("## 标题\n正文", "标题\n正文"),
        ("第一段。\n\n第二段。", "第一段。\n第二段。"),
        ("- 一\n- 二", "一\n二"),
        ("1. 一\n2. 二", "一\n二"),
        ("> 引文", "引文"),
        ("| 甲 | 乙 |", " 甲 \n 乙 "),
        ("见[指南](/guides/a.html)第二节", "见\n指南\n第二节"),
        ("![占道图](/images/a.png)", "占道图"),
        ('<img src="/images/a.png" alt="占道图">', "占道图"),
        ("见 https://a.gov.cn/b?c=330106 处", "见 \n 处"),
        ("甲<!-- 不显示 -->乙", "甲\n乙"),
        ("a_b_c", "a_b_c"),
        ("甲<br>乙", "甲\n乙"),
        ('![占道图](/images/a.png "在路口")', "占道图\n在路口"),
        ("[表](/files/a.csv '下载')见", "表\n下载\n见"),
        ('[表][1]\n\n[1]: /files/a.csv "下载"', "表\n下载"),
        ("[^1]: 出处是条例。", "出处是条例。"),
        ("[1]: 出处是条例。", "1\n: 出处是条例。"),
    ],
)
def test_a_text_without_its_markup(written, read):
    assert text_of(written) == read


def test_of_a_head_the_values_are_read_and_no_keys():
    head = (
        '---\n标题: "夜间施工"  # 备注\n附件:\n  - 名称: 表\n    文件: files/a.docx\n'
        "关键词: [噪声, 施工]\n说明: |\n  第一行\n---\n"
    )
    assert prose_of_record(head + "正文", 10).text.split(GAP) == [
        "夜间施工", "表", "files/a.docx", "噪声", "施工", "第一行", "正文"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("巡查, 街面", ["巡查", "街面"]),
        ("巡查,街面,占道", ["巡查", "街面", "占道"]),
        ("今晚,路灯检修。", ["今晚,路灯检修。"]),
        ("12345, 0599-0001000", ["12345, 0599-0001000"]),
    ],
)
def test_a_list_of_words_needs_no_brackets(written, read):
    assert prose_of_data(f"关键词: {written}\n").text.split(GAP) == read


def test_data_files_are_read_as_heads_are():
    assert prose_of_data("# 说明\n- name: 占道\n  steps:\n    - 先停\n").text == "占道\n先停"


def test_a_plain_text_is_read_as_it_is():
    prose = prose_of_plain("甲**乙\n丙")
    assert prose.text == "甲**乙\n丙"
    assert prose.position(5) == (2, 1)


def test_a_place_is_that_in_the_file():
    prose = prose_of_record(HEAD + "第一行\n综合**行\n政**执法", 4)
    assert prose.position(prose.text.index("政执法")) == (6, 1)
    assert prose.position(prose.text.index("通知")) == (2, 5)


@given(st.text(alphabet="甲乙a1 \n*_`[](){}<>/!|#-:：\"'\\=.https", max_size=80))
def test_every_character_stands_where_it_is_said_to(body):
    source = HEAD + body
    prose = prose_of_record(source, 4)
    for offset, character in enumerate(prose.text):
        if character != GAP:
            assert source[prose.source_offset(offset)] == character


def test_nothing_is_read_twice_or_out_of_order():
    prose = prose_of_record(HEAD + '甲<img alt="乙">丙**丁**\n- 戊', 4)
    places = [prose.source_offset(i) for i, c in enumerate(prose.text) if c != GAP]
    assert places == sorted(set(places))
