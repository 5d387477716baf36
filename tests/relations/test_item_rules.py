"""What is wrong with the items of data files, in words that an office understands."""

import pytest

from plugins.records.loading import load_library
from plugins.relations import build_graph
from plugins.relations.cross_record_rules import check_columns
from tests.content_folder import TINY, make_content, record
from tests.relations.test_citations import NOW

PATH = "shixiang/items.yml"
ITEM = (TINY / PATH).read_text(encoding="utf-8")
WHOM = (
    "name: 该找谁\ndescription: 说明。\nkeywords: [电话]\nColumnType: 互动交流\nkind: whom\n"
    "group: open\nclock: 365\nowner: 办公室\norder: 9\ndata: topics.yml\n"
)
TOPIC = (
    "- {事情: 井盖没了, 类别: 路面, 找谁: 养护单位, 电话: '12345', 时限: 30分钟, 先备好: 路名}\n"
)


def found(tmp_path, files, path=PATH):
    library = load_library(make_content(tmp_path, files))
    graph = build_graph(library, NOW)
    findings = [*library.findings, *check_columns(library, graph, NOW)]
    return [(each.rule, each.severity.value, each.line, each.message, each.hint)
            for each in findings if each.path == path]  # fmt: skip


def with_line(line):
    return ITEM.replace("  通俗说法:", f"  {line}\n  通俗说法:", 1)


def test_nothing_is_wrong(tmp_path):
    assert found(tmp_path, {}) == []


def test_an_unknown_typical_case(tmp_path):
    (one,) = found(tmp_path, {PATH: with_line("典型案例: dongtai/meiyou")})
    assert one[:4] == ("reference", "error", 4, "占用道路摆摊：典型案例：没有稿件“dongtai/meiyou”")


def test_a_reference_is_told_in_its_own_item(tmp_path):
    """The item above names a longer one, and one that is there."""
    first = with_line("相关稿件: dongtai/xin-lu")
    second = with_line("相关稿件: dongtai/xin").replace("占用道路摆摊", "占用道路堆物")
    second = second.replace("zhandao-baitan", "zhandao-duiwu")
    files = {PATH: first + second, "dongtai/xin-lu.md": record("新路通车")}
    (one,) = (each for each in found(tmp_path, files) if "没有稿件" in each[3])
    assert one[3] == "占用道路堆物：相关稿件：没有稿件“dongtai/xin”"
    assert one[2] == len(first.splitlines()) + 4


def test_a_typical_case_of_a_wrong_kind(tmp_path):
    files = {PATH: with_line("典型案例: dongtai/xin"), "dongtai/xin.md": record("新路通车")}
    (one,) = found(tmp_path, files)
    assert one[3] == "占用道路摆摊：典型案例：“新路通车”是工作动态，不能填在这里"
    assert one[4] == "改填典型案例、行政处罚公示、回应关切类型的稿件"


def test_an_unknown_record_to_see_next(tmp_path):
    (one,) = found(tmp_path, {PATH: with_line("相关稿件: zhengce/meiyou")})
    assert one[3] == "占用道路摆摊：相关稿件：没有稿件“zhengce/meiyou”"


def test_no_address(tmp_path):
    (one,) = found(tmp_path, {PATH: ITEM.replace("  网址名: zhandao-baitan\n", "")})
    assert one[:2] == ("matter-page", "warning")
    assert one[3] == "占用道路摆摊：没有写“网址名”，这个事项没有自己的页面"
    assert one[4].startswith("写小写字母、数字、连字符，如 网址名: zhandao-shetan")


def test_an_address_that_can_not_be_one(tmp_path):
    (one,) = found(tmp_path, {PATH: ITEM.replace("zhandao-baitan", "占道摆摊")})
    assert one[:2] == ("value", "error")
    assert one[3] == "占用道路摆摊：网址名“占道摆摊”只能用小写字母、数字和连字符"


def test_plain_words_that_are_missing(tmp_path):
    text = ITEM.replace("  怎样避免: 到疏导点去\n  不服怎么办: 申请行政复议\n", "")
    (one,) = found(tmp_path, {PATH: text})
    assert one[3:] == (
        "占用道路摆摊：页面上缺少“怎样避免”、“不服怎么办”", "用大白话写，一句一行"
    )  # fmt: skip


def test_two_with_one_name_and_one_address(tmp_path):
    name, address = found(tmp_path, {PATH: ITEM + ITEM})
    lines = len(ITEM.splitlines())
    assert name[:4] == (
        "address-taken", "error", lines + 1, "有两个事项的“事项名称”都是“占用道路摆摊”"
    )  # fmt: skip
    assert address[:4] == (
        "address-taken", "error", lines + 2,
        "占用道路摆摊：网址名“zhandao-baitan”与“占用道路摆摊”的相同",
    )  # fmt: skip


class TestWhom:
    def of(self, tmp_path, topics):
        files = {"dianhua/_column.yml": WHOM, "dianhua/topics.yml": topics}
        return found(tmp_path, files, "dianhua/topics.yml")

    def test_nothing_is_wrong(self, tmp_path):
        assert self.of(tmp_path, TOPIC) == []

    @pytest.mark.parametrize("number", ["8801234", "1234", "0599-123", "12345678901", "打12345"])
    def test_a_number_that_can_not_be_dialled(self, tmp_path, number):
        (one,) = self.of(tmp_path, TOPIC.replace("12345", number))
        assert one[:2] == ("value", "error")
        assert one[3] == f"井盖没了：电话 第 1 项：“{number}”不是能拨打的电话号码"
        assert (
            one[4] == "写区号和号码，如 0599-0001000；分机写成 0599-0001000转8；短号如 12345、110"
        )

    @pytest.mark.parametrize(
        "number", ["0599-0001000", "０５９９－０００１０００", "110、0599-0001000 转 8"]
    )
    def test_numbers_that_can(self, tmp_path, number):
        found = self.of(tmp_path, TOPIC.replace("12345", number))
        assert [each for each in found if each[0] != "word-sign"] == []

    def test_no_number(self, tmp_path):
        (one,) = self.of(tmp_path, TOPIC.replace(", 电话: '12345'", ""))
        assert one[3] == "井盖没了：缺少“电话”"

    def test_a_link_that_leads_nowhere(self, tmp_path):
        (one,) = self.of(tmp_path, TOPIC.replace("}", ", 相关: /shixiang/meiyou.html}"))
        assert one[:2] == ("dead-link", "error")
        assert one[3].startswith("井盖没了：")

    def test_a_link_to_the_page_of_a_matter(self, tmp_path):
        topic = TOPIC.replace("}", ", 相关: /shixiang/zhandao-baitan.html}")
        assert self.of(tmp_path, topic) == []

    def test_the_same_thing_twice(self, tmp_path):
        (one,) = self.of(tmp_path, TOPIC + TOPIC)
        assert one[3] == "有两个事项的“事情”都是“井盖没了”"


def test_a_text_may_link_to_a_matter(tmp_path):
    text = record("新", "见[摆摊](/shixiang/zhandao-baitan.html)和[别的](/shixiang/meiyou.html)。")
    library = load_library(make_content(tmp_path, {"dongtai/xin.md": text}))
    (dead,) = build_graph(library, NOW).findings
    assert (dead.rule, dead.path) == ("dead-link", "dongtai/xin.md")
    assert "meiyou" in dead.message
