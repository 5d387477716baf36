"""What can't be read with certainty: where it is, and what an editor is told."""

import pytest

from plugins.findings import Severity
from plugins.texts.converter import Converter

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.fixture(scope="module")
def notes():
    converter = Converter()
    return lambda source: converter.convert(source).notes


TABLE = "| 甲 | 乙 |\n| --- | --- |\n"
HTML_HINT = "删去，只用 Markdown"
DEPTH_HINT = "分成几段，或改用小标题"
DEPTH = "列表或引文套了 6 层以上，不会照样显示"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            f"{TABLE}| 1 | 2 | 3 |",
            ("table-cells", ERROR, 2, "3", "表格这一行有 3 格，表头只有 2 格，多出的“3”不会显示",
             "补上表头，或并入前面的格；格子里要用竖线的写 \\|"),
        ),
        (
            f"甲\n\n{TABLE}| 1 |",
            ("table-cells", WARNING, 4, "", "表格这一行只有 1 格，表头有 2 格，后面的格会是空的",
             "空着的格也要写竖线：| 甲 |  |"),
        ),
        (
            "甲[^1]\n\n[^1]: 乙\n\n[^1]: 丙",
            ("footnote", ERROR, 4, "[^1]", "脚注 [^1] 的出处写了两次", "并成一条，或换一个编号"),
        ),
        (
            "甲\n\n[^9]: 乙",
            ("footnote", WARNING, 2, "[^9]", "正文里没有地方写 [^9]，这条脚注没有着落",
             "在正文相应的地方写 [^9]，或删去这一行"),
        ),
        (
            "甲\n\n" + "**乙**" * 4_001,
            ("markup-many", WARNING, 2, "",
             "这一段有 20005 字，读者读不下去，里面的标记也不会生效", "用空行分成几段"),
        ),
        (
            "```\n" * 1_001,
            ("markup-many", WARNING, 0, "", "正文里有 1001 处“```”或“~~~”，太多了，都会照样显示",
             "代码作为附件放 files/"),
        ),
        (
            "甲\n\n乙 <!-- 丙\n\n丁",
            ("markup-forbidden", ERROR, 2, "<!--", "注释 <!-- 没有收尾，后面的文字都不会显示",
             "在注释后面写 -->，或删去 <!--"),
        ),
        (
            "甲\n\n</div></article>",
            ("markup-forbidden", ERROR, 2, "</div>",
             "网页代码“</div>”“</article>”没有另一半，后面的内容会错位", HTML_HINT),
        ),
        (
            "<div>" * 5,
            ("markup-forbidden", ERROR, 0, "<div>",
             "网页代码“<div>”“<div>”“<div>”“<div>”等“”没有另一半，后面的内容会错位", HTML_HINT),
        ),
        (
            "甲\n\n" + "<div>" * 40 + "</div>" * 40,
            ("markup-deep", ERROR, 2, "<div>", "网页代码套了 40 层", HTML_HINT),
        ),
        (
            f"<span title=\"{'甲' * 2000}\">乙</span>",
            ("markup-deep", ERROR, 0, f"<span title=\"{'甲' * 7}", "一段网页代码有 2015 个字符",
             HTML_HINT),
        ),
        (
            "\n".join("    " * level + "- 甲" for level in range(9)),
            ("markup-deep", ERROR, 6, "- 甲", DEPTH, DEPTH_HINT),
        ),
        ("1. " * 9, ("markup-deep", ERROR, 0, ("1. " * 9)[:20], DEPTH, DEPTH_HINT)),
        ("> " * 9 + "甲", ("markup-deep", ERROR, 0, "> " * 9 + "甲", DEPTH, DEPTH_HINT)),
    ],
)  # fmt: skip
def test_a_slip_that_is_found(notes, source, expected):
    assert notes(source) == (expected,)


LEFT_OVER = {
    "strong": ("甲**乙", "**", "这里的加重没有写对，“**”会原样显示在网页上",
               "加重的话在同一段里，两边各写两个星号，里面不留空格：**要紧的话**"),
    "link": ("[甲](/a b", "](", "这里的链接没有写对，“](”会原样显示在网页上",
             "链接写成 [文字](地址)，用半角括号，中间不留空格"),
    "image": ("![甲]", "![", "这里的图片没有写对，“![”会原样显示在网页上",
              "图片写成 ![图里有什么](/images/文件名)"),
    "note": ("甲[^7]", "[^", "这里的脚注没有写对，“[^”会原样显示在网页上",
             "文末另起一行写 [^1]: 出处；没有出处就删去"),
    "item": ("-甲", "-", "行首的“-”会原样显示在网页上", "是列表的，每项一行，以“- ”开头"),
    "template": ("::: warning", ":::", "“:::”像是别的系统的标记，会原样显示在网页上",
                 "删去；是要填的内容就填上"),
    "fence": ("```\n甲", "```", "这里的“```”会原样显示在网页上", "删去；表示范围写“～”"),
    "rule": ("====\n甲", "====", "这里的“====”会原样显示在网页上",
             "小标题写成 ## 小标题；横线单独一行写 ---"),
    "blank": ("甲　　乙", "　　", "这里用连着的空格对齐，手机上会错位", "分行写，或改成表格"),
    "heading": ("甲 ## 乙", "##", "这里的“##”会原样显示在网页上", "小标题单独一行，写成 ## 小标题"),
    "table": ("| --- | --- |", "| ---", "这里的表格没有写对，“| ---”会原样显示在网页上",
              "表格上下各空一行，第二行写 | --- | --- |，每行格数一样"),
    "page number": ("- 3 -", "- 3 -", "“- 3 -”像是页码，会显示在网页上",
                    "删去，连同页眉、页脚；上下两行是一句话的接起来"),
    "Tab": ("甲\t乙", "\t", "这里用制表符对齐，网页上会挤在一起", "分行写，或改成表格"),
}  # fmt: skip


@pytest.mark.parametrize("name", LEFT_OVER)
def test_markup_that_is_left_over(notes, name):
    source, mark, message, hint = LEFT_OVER[name]
    told = ("markup-left-over", WARNING, 2, mark, message, f"{hint}；就要这样显示的，不用管")
    assert notes(f"上文。\n\n{source}") == (told,)


@pytest.mark.parametrize("numbers", ["1 2 4", "1 2 2", "3 5"])
def test_a_number_that_would_change(notes, numbers):
    source = "\n".join(f"{number}. 甲" for number in numbers.split())
    (note,) = notes(source)
    assert (note.rule, note.severity) == ("list-number", ERROR)
    *_, before, last = map(int, numbers.split())
    assert note.message == f"这一项写的是“{last}.”，网页上会显示“{before + 1}.”"
    assert note.hint == f"写成 {before + 1}.；编号就要这样的，写成“{last}．”（全角点）"


@pytest.mark.parametrize("numbers", ["1 2 3", "3 4", "1 1 1"])
def test_numbers_that_stay(notes, numbers):
    assert notes("\n".join(f"{number}. 甲" for number in numbers.split())) == ()


@pytest.mark.parametrize("mark", ["!!! note", "{% raw %}", "{{甲}}", "[TOC]", "{: .甲}", "{#甲}"])
def test_marks_of_other_systems_are_left_over(notes, mark):
    assert [note.rule for note in notes(f"{mark}")] == ["markup-left-over"]


def test_at_most_twenty_marks_of_a_text_are_named(notes):
    assert len(notes("甲**乙\n\n" * 30)) == 20
