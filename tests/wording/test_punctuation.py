"""Signs and blanks."""

import pytest

from tests.wording.samples import found, messages, told


@pytest.mark.parametrize(
    ("text", "severity", "message", "hint"),
    [
        ("市容,环境", "info", "汉字旁边的“,”是半角", "写全角“，”"),
        ("注意:本周停水", "info", "汉字旁边的“:”是半角", "写全角“：”"),
        ("停水;停电", "info", "汉字旁边的“;”是半角", "写全角“；”"),
        ("可以吗?可以", "info", "汉字旁边的“?”是半角", "写全角“？”"),
        ("欢迎!大家", "info", "汉字旁边的“!”是半角", "写全角“！”"),
        ('写明"占道"两字', "info", '汉字旁边的引号是直引号："占道"', "写“占道”"),
        ("等等...", "info", "“...”不是省略号", "写“……”"),
        ("等等。。。", "info", "“。。。”不是省略号", "写“……”"),
        ("等等…", "info", "“…”不是省略号", "写“……”"),
        ("城市--家园", "info", "“--”不是破折号", "写“——”"),
        ("太好了！！", "warning", "标点“！！”重复了", "留一个"),
        ("停水，，停电", "warning", "标点“，，”重复了", "留一个"),
        ("停水，。", "warning", "标点“，。”重复了", "留一个"),
        ("《甲》、《乙》", "info", "并列的书名号、引号之间一般不用顿号", "删去“、”"),
        ("“甲”、“乙”", "info", "并列的书名号、引号之间一般不用顿号", "删去“、”"),
        ("共有１２件", "info", "“１２”是全角", "写半角“12”"),
        ("停水 ，停电", "info", "标点前面有空格", "删去空格"),
        ("本市今天上午全面启 动夜间施工噪声整治工作。", "info", "“启 动”中间有空格", "写“启动”"),
    ],
)
def test_a_sign_in_another_form_is_told_with_the_right_one(text, severity, message, hint):
    assert told(text) == [("word-sign", severity, message, hint)]


def test_half_width_brackets_are_told_one_by_one():
    assert messages("云汀市(本市)的") == ["汉字旁边的“(”是半角", "汉字旁边的“)”是半角"]


@pytest.mark.parametrize(
    "right",
    [
        "上午8:30", "1,000元", "杭州—云汀", "甲——乙", "等等……", "真的？！",
        "《甲》（试行）、《乙》",
        "A, B", "第一条 为了加强城市市容和环境卫生管理，制定本办法。",
        "张 三", "１．总则", "一、 甲",
        "姓 名", "真。”", "《甲》和《乙》", "目录......12",
    ],
)  # fmt: skip
def test_signs_that_are_right(right):
    assert messages(right) == []


def test_the_place_is_that_of_the_sign():
    (finding,) = found("第一行\n市容,环境")
    assert (finding.line, finding.column) == (2, 3)
