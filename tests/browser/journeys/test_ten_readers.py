"""Ten people who need something, each with a phone in the hand: how many taps and screens it takes
from the home page. The numbers are what a reader has patience for; the site keeps within them.
"""

from __future__ import annotations


def test_somebody_fined_this_morning_knows_until_when(reader):
    one = reader()
    one.tap("收到处罚怎么办")
    one.read("缴纳罚款15日内，申请行政复议60日内，提起行政诉讼6个月内")
    one.took(taps=1, screens=0.5)
    one.tap("算一算到哪一天")
    one.fill("哪一天", "2026-11-20")
    one.read("缴纳罚款", "2026年12月7日", "申请行政复议", "2027年1月19日")
    one.took(taps=3, screens=1)


def test_and_what_to_do_when_there_is_no_money(reader):
    one = reader()
    one.tap("收到处罚怎么办")
    one.read("到期前申请分期")
    one.fetch("分期缴纳罚款申请书")
    one.took(taps=2, screens=5)


def test_a_shopkeeper_who_wants_to_hang_a_sign(reader):
    one = reader()
    one.tap("挂招牌")
    one.read("要多久", "要花多少钱", "怎么办", "要准备什么")
    one.call("0599-0001066")
    one.took(taps=2, screens=2)


def test_a_neighbour_of_a_building_site_at_night(reader):
    one = reader()
    one.tap("听潮街道")
    one.read("桂坊路松子巷口", "22:00至次日6:00", "2026年11月24日")
    one.took(taps=1, screens=1)
    one.tap("首页")
    one.tap("投诉噪声")
    one.call("12345")
    one.took(taps=4, screens=1)


def test_a_resident_with_renovation_rubbish_without_javascript(reader):
    one = reader(java_script_enabled=False)
    one.tap("清运装修垃圾")
    one.read("48小时内上门", "分三类装袋")
    one.call("0599-0001066")
    one.took(taps=2, screens=2)


def test_a_grandmother_calls_12345(reader):
    one = reader(elder=True)
    one.call("12345")
    one.took(taps=1, screens=0)


def test_the_owner_of_a_dog_in_traditional_characters(reader):
    one = reader(home="zh-hant/index.html")
    one.tap("養狗辦證")
    one.read("登記不收費", "滿3月齡", "30日內登記")
    one.fetch("養犬登記申請表")
    one.took(taps=2, screens=3)


def test_a_newcomer_with_a_dog_in_english(reader):
    one = reader()
    one.tap("English")
    one.tap("Keep a dog")
    one.read("At once; online 2 working days", "Registration is free", "within 30 days")
    one.took(taps=2, screens=3)


def test_a_journalist_looks_for_penalties_figures_and_whom_to_ask(reader):
    one = reader()
    one.tap("查处罚决定")
    one.tap("行政处罚公示")
    one.read("云汀市驰越土石方运输有限公司", "5000元")
    one.took(taps=2, screens=4)
    one.tap("数据开放")
    one.read("行政处罚公示")
    one.tap("首页")
    one.tap("该找谁")
    one.tap("对本局有意见")
    one.read("记者采访、核实消息")
    one.call("0599-0001011")
    one.took(taps=7, screens=6)


def test_an_inspector_of_disclosure_with_a_keyboard(keyboard):
    one = keyboard()
    for column in ("政府信息公开指南", "政府信息公开年报", "依申请公开", "关于本局"):
        one.tap("全部栏目")
        one.tap(column)
    one.tap("负责人信息")
    one.read("党委书记、局长")
    one.took(taps=9, screens=3)
    assert one.keys <= 150


def test_a_lawyer_looks_for_a_clause_and_its_version(reader):
    one = reader()
    one.ask("市容环境卫生管理办法")
    one.tap("云汀市市容环境卫生管理办法")
    one.read("现行有效", "2022年3月1日起施行")
    one.tap("目录")
    one.tap("第三章")
    one.read("招牌实行一店一牌")
    one.took(taps=5, screens=1)


def test_a_stall_keeper_asks_why_she_was_fined(reader):
    one = reader(elder=True)
    one.ask("早餐摊")
    one.tap("关于早餐摊被罚款50元的答复")
    one.read("第十六条")
    one.took(taps=3, screens=5)
