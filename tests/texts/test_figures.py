"""A line 图：… above a list or a table makes a figure of it, and every word stays a word."""

import re

import pytest
from bs4 import BeautifulSoup

from plugins.findings import Severity
from plugins.texts.converter import Converter
from plugins.texts.nets import words_of
from tests.texts.judge import Judge

TABLE = "| 类别 | 件数 | 占比 |\n|---|---|---|\n| 市容 | 1,200件 | 75% |\n| 噪声 | 400件 | −25% |"


@pytest.fixture(scope="module", params=["direct", "markdown"])
def convert(request):
    return Converter(direct=request.param == "direct").convert


def figure_of(converted):
    (figure,) = BeautifulSoup(converted.html, "html.parser").select("figure")
    return figure


def said(converted):
    return [(n.rule, n.severity, n.number, n.words, n.message, n.hint) for n in converted.notes]


class TestFlow:
    """图：流程 above a list: steps in their order, each with its name."""

    TEXT = (
        "图：流程，装修垃圾怎么清运\n\n1. 告知：开工前告诉物业。\n2. 分拣装袋\n"
        "3. **报价**：先报价，后装车\n"
    )

    def test_the_steps_keep_their_words_and_get_names(self, convert):
        converted = convert(self.TEXT)
        figure = figure_of(converted)
        assert figure["class"] == ["figure", "figure--flow"]
        assert figure.figcaption.get_text() == "装修垃圾怎么清运"
        assert figure.ol["role"] == "list"
        assert [li.get_text() for li in figure.select("li")] == [
            "告知：开工前告诉物业。", "分拣装袋", "报价：先报价，后装车",
        ]  # fmt: skip
        assert [b.get_text() for b in figure.select(".figure__name")] == ["告知：", "报价："]
        assert converted.notes == ()

    def test_a_title_is_not_needed(self, convert):
        figure = figure_of(convert("## 四步\n\n图：流程\n\n1. 甲：一\n2. 乙：二"))
        assert figure.figcaption is None

    def test_a_fork_is_a_list_below_a_step(self, convert):
        figure = figure_of(
            convert("图：流程\n\n1. 有点吗？\n    - 有：投放到点\n    - 没有：预约上门\n2. 付费")
        )
        assert [li.get_text() for li in figure.select("ol > li > ul > li")] == [
            "有：投放到点", "没有：预约上门",
        ]  # fmt: skip
        assert len(figure.select("ol > li")) == 2

    def test_a_list_with_dots_becomes_one_with_numbers(self, convert):
        assert figure_of(convert("图：流程\n\n- 甲\n- 乙")).find("ol")

    @pytest.mark.parametrize("name", ["流程", "流程图", "步骤", "步骤图"])
    @pytest.mark.parametrize("sign", ["：", ":", "： "])
    def test_other_words_for_it(self, convert, name, sign):
        assert "figure--flow" in figure_of(convert(f"图{sign}{name}\n\n1. 甲\n2. 乙"))["class"]

    def test_as_pasted_from_word(self, convert):
        """No blank line, indented, and the numbers of official texts."""
        converted = convert("　　图：流程\n1、甲：一\n2、乙：二")
        figure = figure_of(converted)
        assert [li.get_text() for li in figure.select("li")] == ["1、甲：一", "2、乙：二"]
        assert converted.notes == ()
        figure = figure_of(convert("图：流程\n1. 甲\n2. 乙"))
        assert [li.get_text() for li in figure.select("li")] == ["甲", "乙"]


class TestPoints:
    """图：要点 above a list: a card for each."""

    def test_each_item_is_a_card(self, convert):
        figure = figure_of(convert("图：要点，外出四件事\n\n- 束绳：不超过1.5米\n- 挂牌\n"))
        assert figure["class"] == ["figure", "figure--points"]
        assert figure.figcaption.get_text() == "外出四件事"
        assert [li.get_text() for li in figure.select("ul > li")] == ["束绳：不超过1.5米", "挂牌"]

    def test_only_the_next_list_belongs_to_it(self, convert):
        html = convert("图：要点\n\n- 甲\n- 乙\n\n丙\n\n- 丁").html
        assert len(BeautifulSoup(html, "html.parser").select("figure li")) == 2

    def test_links_and_notes_stay(self, convert):
        converted = convert("图：要点\n\n- [甲](/a.md)：乙[^1]\n- 丙\n\n[^1]: 丁")
        assert figure_of(converted).a["href"] == "/a.md"
        assert {link.target for link in converted.links} >= {"/a.md", "#fn:1"}


def test_a_figure_inside_of_a_figure_stays_a_list(convert):
    converted = convert("图：流程\n\n1. 甲\n\n    图：要点\n\n    - 乙\n    - 丙\n\n2. 丁")
    html = BeautifulSoup(converted.html, "html.parser")
    assert len(html.select("figure")) <= 1
    assert "".join(html.get_text().split()).endswith("甲图：要点乙丙丁")


def test_a_long_line_takes_no_time(convert):
    """Separators without end: the patterns read each of them once."""
    for text in ("，" * 20_000, "，甲" * 10_000, "：" * 20_000):
        html = convert(f"> 图：流程{text}\n").html
        assert words_of(html).count("甲") == text.count("甲")


class TestBars:
    """图：条形 above a table: a bar beside each number, the table is the chart."""

    def test_the_first_numbers_get_bars(self, convert):
        converted = convert(f"图：条形，市容占四分之三\n\n{TABLE}")
        figure = figure_of(converted)
        assert figure["class"] == ["figure", "figure--bars"]
        assert figure.figcaption.get_text() == "市容占四分之三"
        assert [th.get_text() for th in figure.select("thead th")] == ["类别", "件数", "占比"]
        assert [th["scope"] for th in figure.select("tbody th")] == ["row", "row"]
        assert [rect["width"] for rect in figure.select("td svg rect")] == ["100%", "33.3%"]
        labels = [span["data-label"] for span in figure.select("td > .bar__value")]
        assert labels == ["件数", "占比"] * 2
        assert [td.get_text() for td in figure.select("td")] == ["1,200件", "75%", "400件", "−25%"]
        assert [td["class"] for td in figure.select("td")] == [["bar"], ["align-right"]] * 2
        assert [th.get("class") for th in figure.select("thead th")] == [
            None, ["align-right"], ["align-right"],
        ]  # fmt: skip
        assert all(svg["aria-hidden"] == "true" for svg in figure.select("svg"))
        assert "style" not in str(figure)
        assert converted.notes == ()

    def test_columns_in_one_unit_have_one_scale(self, convert):
        table = "| 月 | 2025年 | 2026年 |\n|---|---|---|\n| 3月 | 50 | 100 |\n| 4月 | — | 25 |"
        figure = figure_of(convert(f"图：条形，翻了一番\n\n{table}"))
        assert [rect["width"] for rect in figure.select("rect")] == ["50%", "100%", "25%"]

    def test_a_sum_has_no_bar(self, convert):
        table = "| 类别 | 件数 |\n|---|---|\n| 甲 | 10 |\n| 乙 | 20 |\n| 合计 | 30 |"
        figure = figure_of(convert(f"图：条形，乙多\n\n{table}"))
        assert [rect["width"] for rect in figure.select("rect")] == ["50%", "100%"]
        assert figure.select("tr")[-1].get_text().split() == ["合计", "30"]

    def test_a_footnote_is_not_a_part_of_the_number(self, convert):
        table = "| 类别 | 件数 |\n|---|---|\n| 甲 | 10[^1] |\n| 乙 | 20 |\n\n[^1]: 丙"
        assert len(figure_of(convert(f"图：条形，乙多\n\n{table}")).select("rect")) == 2

    @pytest.mark.parametrize("name", ["条形", "条形图", "横条图", "柱状图", "柱形图", "柱形"])
    def test_other_words_for_it(self, convert, name):
        assert "figure--bars" in figure_of(convert(f"图：{name}，甲\n\n{TABLE}"))["class"]


WRONG = [
    ("图：流程\n\n甲乙。", "error", "图：流程", "“图：流程”下面没有列表，网页上画不成图",
     "空一行，下面写列表，一项一行，以“1. ”开头"),
    (f"图：要点\n\n{TABLE}", "error", "图：要点", "“图：要点”下面没有列表，网页上画不成图",
     "空一行，下面写列表，一项一行，以“1. ”开头"),
    ("图：流程", "error", "图：流程", "“图：流程”下面没有列表，网页上画不成图",
     "空一行，下面写列表，一项一行，以“1. ”开头"),
    ("图：流程，一步\n\n1. 甲", "warning", "图：流程，一步", "“图：流程”下面只有一项，不用画成图",
     "写成一段话，或者把几项分行写"),
    ("图：条形，甲\n\n- 甲\n- 乙", "error", "图：条形，甲",
     "“图：条形”下面没有表格，网页上画不成图", "空一行，下面写表格：第一列是名称，后面是数字"),
    ("图：条形，甲\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 约3件 |\n| 丁 | 4 |", "error", "图：条形，甲",
     "“图：条形”下面的表格里没有一列都是数字，画不成图",
     "每格一个数，不写“约”；单位写进表头，或紧跟在每个数后面"),
    (f"图：条形\n\n{TABLE}", "error", "图：条形", "这张图没有说它说明什么",
     "在“图：条形”后面写一句结论，如“图：条形，夏天的工单最多”"),
    (f"图：饼图，甲\n\n{TABLE}", "warning", "图：饼图，甲", "没有“饼图”这种图，网页上照原样显示",
     "写“图：流程”“图：要点”或“图：条形”"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "severity", "words", "message", "hint"), WRONG)
def test_what_an_editor_is_told(convert, text, severity, words, message, hint):
    converted = convert(f"甲。\n\n{text}")
    assert said(converted) == [("figure", Severity(severity), 2, words, message, hint)]
    shown = re.sub(r"<[^>]*>", "", converted.html)
    if "没有说" not in message:
        assert words in shown


@pytest.mark.parametrize(
    "text",
    [
        "图：张三摄影\n\n- 甲\n- 乙",
        "见图：流程\n\n1. 甲\n2. 乙",
        "图：示意图\n\n甲",
        "图：条形码\n\n甲",
        "图\n\n甲",
    ],
)
def test_what_is_no_figure(convert, text):
    converted = convert(text)
    assert "<figure" not in converted.html
    assert converted.notes == ()


def test_each_figure_of_a_text_is_told_of_at_its_own_line(convert):
    text = "图：流程\n\n1. 甲\n2. 乙\n\n图：条形\n\n丙\n\n图：要点\n\n丁"
    assert [(n.number, n.words) for n in convert(text).notes] == [(5, "图：条形"), (9, "图：要点")]


def test_text_in_is_text_out(convert):
    """Each word and sign of the list, of the table and of the title, once and in its order."""
    text = (
        "图：流程，怎么办：三步\n\n1. 甲：一，二。\n2. **乙**：三\n    - 有：四\n    - 无：五\n\n"
        f"图：条形，六\n\n{TABLE}\n\n图：要点\n\n- 丙：七\n- 丁"
    )
    shown = BeautifulSoup(convert(text).html, "html.parser").get_text()
    wanted = (
        "怎么办：三步甲：一，二。乙：三有：四无：五"
        "六类别件数占比市容1,200件75%噪声400件−25%丙：七丁"
    )
    assert "".join(shown.split()) == wanted
    assert words_of(shown) == words_of(wanted)


def test_both_conversions_agree_and_need_no_markdown():
    judge, converter = Judge(), Converter()
    for text, *_ in WRONG:
        assert converter.convert(text) == judge.convert(text)
    points = "图：要点\n\n- 甲：乙\n- 丙[丁](/a.md)"
    for text in (TestFlow.TEXT, f"图：条形，甲\n\n{TABLE}", points):
        assert converter.convert(text) == judge.convert(text)


def test_a_summary_is_made_of_the_prose(convert):
    assert convert("图：流程，甲\n\n1. 乙\n2. 丙\n\n丁戊。").text == "丁戊。"


def test_a_statute_has_no_figures():
    assert "<figure" not in Converter().convert("图：流程\n\n1. 甲\n2. 乙", statute=True).html
