"""Mistakes in bureau.yml and _column.yml: each a finding at its place, with a hint."""

import pytest

from plugins.bureau.load import load_bureau
from tests.content_folder import TINY

GOOD = (TINY / "bureau.yml").read_text(encoding="utf-8")


def load(tmp_path, text):
    data = text if isinstance(text, bytes) else text.encode()
    (tmp_path / "bureau.yml").write_bytes(data)
    bureau, findings = load_bureau(tmp_path)
    return bureau, [(each.rule, each.line, each.message, each.hint) for each in findings]


def changed(old, new):
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def test_a_right_file_has_no_findings(tmp_path):
    bureau, found = load(tmp_path, GOOD)
    assert (bureau.name, found) == ("青禾县综合行政执法局", [])


def test_no_file(tmp_path):
    bureau, (found,) = load_bureau(tmp_path)
    assert bureau is None
    assert (found.path, found.message) == ("bureau.yml", "没有找到 bureau.yml")


def test_a_key_that_is_written_twice(tmp_path):
    bureau, found = load(tmp_path, GOOD + "city: 别的县\n")
    line, last = GOOD[: GOOD.index("city:")].count("\n") + 1, GOOD.count("\n") + 1
    assert found == [
        ("key-repeated", last, f"“city”写了两次（第一次在第 {line} 行）", "只保留一处")
    ]
    assert bureau is not None


def test_a_file_in_another_encoding(tmp_path):
    bureau, ((rule, _, message, _),) = load(tmp_path, GOOD.encode("gbk"))
    assert (bureau, rule) == (None, "encoding")
    assert message == "文件是 GBK/GB18030 编码，不是 UTF-8"


def test_a_key_that_is_not_known_is_compared_with_those_of_its_level(tmp_path):
    text = changed("  phone: 0599-0001000\n", "  phone: 0599-0001000\n  fone: 1\n")
    (found,) = load(tmp_path, text)[1]
    assert (found[0], found[2:]) == (
        "key-unknown",
        ("没有“contact.fone”这一项", "是不是“phone”？"),
    )


def test_a_key_like_no_other_is_answered_with_those_that_there_are(tmp_path):
    text = changed("  phone: 0599-0001000\n", "  phone: 0599-0001000\n  甲: 1\n")
    (found,) = load(tmp_path, text)[1]
    assert found[3] == "可用：address、postcode、phone、fax、email、hours、hotline"


def test_a_key_in_an_item_of_a_list(tmp_path):
    text = changed("post: 局长,", "pots: 局长,")
    found = load(tmp_path, text)[1]
    line = GOOD[: GOOD.index("post:")].count("\n") + 1
    assert ("key-unknown", line, "没有“leaders.0.pots”这一项", "是不是“post”？") in found
    assert [each[2] for each in found if each[0] == "bureau"] == [
        "leaders.0.post（职务）：缺少这一项"
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "leaders:\n  - {name: 禾田, post: 局长, duties: 主持全面工作}\n",
            "leaders: 禾田\n",
            "leaders（负责人）：应是一个列表，每项另起一行，以“- ”开头，现在是“禾田”",
        ),
        (
            "keywords: [青禾县, 综合行政执法]",
            "keywords: []",
            "keywords（网站关键词）：至少要有一项",
        ),
        ("  page_size: 5", "  page_size: 4", "thresholds.page_size（列表每页条数）：数字太小"),
        ("  page_size: 5", "  page_size: 101", "thresholds.page_size（列表每页条数）：数字太大"),
        ("  page_size: 5", "  page_size: 多", "thresholds.page_size（列表每页条数）：应是整数"),
        (
            "mark:\n  id: 0123456789ABCDEF0123456789ABCDEF\n",
            "mark: 0123\n",
            "mark（党政机关网站标识）：应写成下一级的“键: 内容”",
        ),
    ],
)
def test_a_value_of_another_form(tmp_path, old, new, message):
    bureau, found = load(tmp_path, changed(old, new))
    assert bureau is None
    assert [each[2].partition("，现在是“")[0] for each in found] == [
        message.partition("，现在是“")[0]
    ]
    assert found[0][3] == "参照文档《网站配置》填写这一项"


def test_a_key_without_a_value_is_not_written(tmp_path):
    bureau, found = load(tmp_path, changed("  hours:", "  fax:\n  email: \n  hours:"))
    assert (found, bureau.contact.fax, bureau.contact.email) == ([], None, None)
    (missing,) = load(tmp_path, changed("city: 青禾县", "city:"))[1]
    assert missing[2] == "city（城市）：缺少这一项"
    (item,) = load(tmp_path, changed("post: 局长,", "post: ,"))[1]
    assert item[2] == "leaders.0.post（职务）：缺少这一项"


def test_a_file_that_is_a_list(tmp_path):
    bureau, ((rule, _, message, _),) = load(tmp_path, "- 甲\n")
    assert (bureau, rule) == (None, "bureau")
    assert message.endswith("应写成下一级的“键: 内容”")
