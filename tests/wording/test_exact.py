"""Slips, words to avoid, superlatives and variant characters."""

import pytest

from tests.wording.samples import messages, told


@pytest.mark.parametrize(
    ("wrong", "right", "severity"),
    [
        ("攻府", "政府", "error"),
        ("领导小姐", "领导小组", "error"),
        ("齐齐哈市", "齐齐哈尔市", "error"),
        ("执罚人员", "执法人员", "error"),
        ("中共人民共和国", "中华人民共和国", "error"),
        ("中华人民大和国", "中华人民共和国", "error"),
        ("布署", "部署", "warning"),
        ("渡假", "度假", "warning"),
        ("既使", "即使", "warning"),
        ("座落", "坐落", "warning"),
        ("幅射", "辐射", "warning"),
        ("秸杆", "秸秆", "warning"),
        ("截止到", "截至", "warning"),
        ("帐户", "账户", "warning"),
        ("投拆", "投诉", "warning"),
        ("报导", "报道", "info"),
    ],
)
def test_a_slip_is_told_with_what_is_right(wrong, right, severity):
    assert told(f"有关{wrong}，见下。") == [
        ("word-confusion", severity, f"“{wrong}”应为“{right}”", f"改成“{right}”")
    ]


@pytest.mark.parametrize(
    "right",
    [
        "截止到期日", "满座落泪", "责令外运", "公布署名", "抄录相关信息", "违规犯错", "部份额",
        "情形、疫情行程", "给与会人员",
        "面对像他", "依法款项", "防犯罪", "和协会", "中华人民共和国",
        "按装修规定", "慈善自治", "固定单位", "蓬帐", "上拆除的", "提交待审", "通报导致",
    ],
)  # fmt: skip
def test_where_it_is_part_of_other_words_nothing_is_said(right):
    assert messages(right) == []


def test_a_word_to_avoid_is_told_with_what_to_write_and_why():
    (only,) = told("推进“一带一路”战略")
    assert only[:3] == ("word-caution", "error", "不宜用““一带一路”战略”")
    assert only[3].startswith("写““一带一路”倡议”（")


@pytest.mark.parametrize(
    "wrong", ["港澳台等国家", "前苏联", "残废人", "世贸组织成员国", "建国以来"]
)
def test_formulations_that_are_certain(wrong):
    assert [each[0] for each in told(f"在{wrong}中")] == ["word-caution"]


def test_a_superlative_of_the_advertising_law():
    assert told("本市最先进的设备") == [
        ("word-superlative", "warning", "“最先进”是绝对化的说法",
         "删去，或写清楚根据什么、在什么范围里")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "right",
    [
        "最高人民法院", "最低生活保障", "最高限速", "最高级别", "国家级开发区", "最佳时间",
        "不得使用“国家级”“最高级”“最佳”等用语", "世界第一次", "最好提前预约",
    ],
)  # fmt: skip
def test_what_is_no_superlative(right):
    assert messages(right) == []


def test_variant_and_foreign_characters():
    assert told("公共厕所的窓户") == [("word-traditional", "warning", "“窓”不是规范汉字", "写“窗”")]
