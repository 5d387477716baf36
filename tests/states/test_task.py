"""A page of one task: steps, periods with their last days, whom to call."""

import pytest

from tests.states.moment_site import One

AT = "2026-09-16 09:00"
PERIODS = """
  - 事情: 缴纳罚款
    多少: 15
    单位: 日
    从哪天算: 收到决定书
    依据: 《某法》第六十七条
    说明: 扫码缴
  - 事情: 答复
    多少: 5
    单位: 工作日
    从哪天算: 申请
    依据: 本局规定
  - 事情: 起诉
    多少: 6
    单位: 个月
    从哪天算: 知道处罚
    依据: 《他法》第四十六条"""
FULL = {
    "要准备什么": "\n  - 决定书\n  - 身份证",
    "不办会怎样": "加处罚款。",
    "期限": PERIODS,
}


def page(selector, at=AT, **fields):
    one = One("task", at, fields)
    return one.words(one.address(one.id), selector)


def test_what_it_says():
    assert page("[data-element=official-block] div", **FULL) == [
        "要多久不用等",
        "要花多少钱不收费",
        "期限缴纳罚款15日内，答复5个工作日内，起诉6个月内。算一算到哪一天",
        "不办会怎样加处罚款。",
    ]
    one = One("task", AT, FULL)
    (link,) = one.select(one.address(one.id), "[data-element=official-block] a")
    assert link["href"] == "#periods"
    assert page(".record-part__title", **FULL)[:4] == ["怎么办", "期限算一算", "要准备什么", "找谁"]
    assert page(".steps li") == ["量尺寸看五点"]
    assert page(".ticks li", **FULL) == ["决定书", "身份证"]
    assert page(".helper") == ["市容科 0599-0001005工作日"]
    one = One("task", AT)
    (phone,) = one.select(one.address(one.id), ".helper a")
    assert phone["href"] == "tel:0599-0001005"


def test_forms_stand_with_what_is_needed():
    fields = {**FULL, "附件": "\n  - 文件: files/xuncha.csv\n    名称: 申请书"}
    one = One("task", AT, fields)
    titles = one.words(one.address(one.id), ".record-part__title")
    assert titles[:5] == ["怎么办", "期限算一算", "要准备什么", "附件", "找谁"]
    assert titles.count("附件") == 1


def test_what_is_not_written_has_no_part():
    assert page("[data-element=official-block] div") == ["要多久不用等", "要花多少钱不收费"]
    assert page(".record-part__title")[:2] == ["怎么办", "找谁"]
    assert page("[data-element=periods]") == []


def test_the_last_days_if_the_paper_came_today():
    """October 1 to 7 is the holiday of 2026, September 20 and October 10 are worked."""
    assert page("[data-periods=head]", **FULL) == ["2026年9月16日收到决定书的，最后一天"]
    assert page(".periods tbody th", **FULL) == ["缴纳罚款", "答复", "起诉"]
    assert page("[data-label=期限]", **FULL) == [
        "自收到决定书之日起15日内《某法》第六十七条扫码缴",
        "自申请之日起5个工作日内本局规定",
        "自知道处罚之日起6个月内《他法》第四十六条",
    ]
    assert page("[data-label=最后一天]", **FULL) == [
        "2026年10月8日",
        "2026年9月22日",
        "2027年3月16日2027年的放假安排还没有公布，按周一至周五计算",
    ]
    assert page(".periods__note", **FULL) == [
        "当天不算。最后一天是周末或者节假日的，顺延到下一个工作日。"
        "日期只在您自己的设备上计算，不会发出去。"
    ]
    assert page(".periods label", **FULL) == ["哪一天收到决定书的"]


def test_the_day_is_asked_for_by_what_happened_on_it():
    """A dog is vaccinated, and receives nothing."""
    fields = {"期限": PERIODS.replace("收到决定书", "打疫苗")}
    assert page(".periods label", **fields) == ["哪一天打疫苗的"]
    assert page("[data-periods=head]", **fields) == ["2026年9月16日打疫苗的，最后一天"]


def test_the_calculator_is_hidden_until_its_script_runs():
    one = One("task", AT, FULL)
    (section,) = one.select(one.address(one.id), ".periods")
    assert section.form.has_attr("hidden")
    assert section["data-announced"] == "2026"
    days = section["data-days"].split()
    assert {"-20261001", "+20261010", "-20250101"} <= {*days}
    assert not [day for day in days if day[1:5] not in {"2025", "2026"}]


@pytest.mark.parametrize(
    ("door", "found"), [("收到处罚决定怎么办", []), ("收到处罚决定书怎么办", ["task-door"])]
)
def test_a_door_of_nine_characters(door, found):
    one = One("task", AT, {"首页短语": door})
    rules = [(rule, message) for _, rule, _, message, _ in one.findings if rule == "task-door"]
    assert [rule for rule, _ in rules] == found
    if found:
        assert rules[0][1] == "“首页短语”有 10 个字，首页上一行放不下"


def test_a_summary_of_its_steps():
    assert One("task", AT).card("task/ben").summary == "量尺寸。要多久：不用等。"
