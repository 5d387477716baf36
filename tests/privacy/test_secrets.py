"""Markings of secrecy, and texts that only speak of secrets."""

import pytest

from tests.privacy.samples import found, in_plain, rules

HINT = "先按保密审查的程序核对，能公开的换成公开的文本；不能公开的马上撤下，报告本单位保密机构"


@pytest.mark.parametrize(
    ("written", "marking"),
    [
        ("秘密★1年", "秘密★1年"),
        ("机密★", "机密★"),
        ("绝密 ★ 长期", "绝密 ★ 长期"),
        ("**秘**密★十年", "秘密★十年"),
        ("机密\n\n关于执法的通知", "机密"),
        ("关于执法的通知〔密〕", "〔密〕"),
        ("内部资料 注意保存", "内部资料 注意保存"),
        ("内部文件，不得外传", "内部文件，不得外传"),
        ("（内部资料）", "（内部资料）"),
        ("不得公开", "不得公开"),
        ("本材料仅供内部参考", "仅供内部参考"),
        ("（此件不公开）", "（此件不公开）"),
    ],
)
def test_markings(written, marking):
    (only,) = found(written)
    assert (only.rule, str(only.severity)) == ("secret-marking", "error")
    assert only.message == f"有密级或内部文件的标志“{marking}”，不能公开"
    assert (only.hint, only.line, only.column) == (HINT, 4, only.column)


@pytest.mark.parametrize(
    "written",
    [
        "《中华人民共和国保守国家秘密法》",
        "涉及国家秘密、商业秘密、个人隐私的，不得公开。",
        "国家秘密的密级分为绝密、机密、秘密三级。",
        "内部资料不作为处罚依据",
        "属于内部事务信息，不予公开。",
        "（此件公开发布）",
        "评分★★★",
        "通知\n\n000012",
    ],
)
def test_texts_about_secrets(written):
    assert rules(written) == []


@pytest.mark.parametrize("written", ["000012", "000012\n关于执法的通知", "\n000012 \n\n机关"])
def test_the_number_of_a_copy_stands_first(written):
    (only,) = found(written)
    assert (only.rule, str(only.severity), only.hint) == ("secret-marking", "error", HINT)
    assert only.message == "文首单独一行的“000012”像份号，有份号的多是涉密文件"
    assert only.line == 4 + (written[0] == "\n")
    assert [each.message for each in in_plain(written)] == [only.message]
