"""Slips in addresses, tables and pastes from Word: what is read as meant, and what is found."""

import pytest

from plugins.findings import Severity
from plugins.texts.converter import Converter
from tests.texts.typed.test_typed import cells, paragraphs

SITE = '<a href="https://www.yunting.gov.cn/a">https://www.yunting.gov.cn/a</a>'
NOTICE = '<a href="https://a.example/b">通知</a>'


@pytest.fixture(scope="module")
def convert():
    return Converter().convert


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("见https：//www.yunting.gov.cn/a。", f"见{SITE}。"),
        ("见https:／／www.yunting.gov.cn／a。", f"见{SITE}。"),
        ("见https:// www.yunting.gov.cn/a", f"见{SITE}"),
        ("见https；//www．yunting．gov．cn/a，", f"见{SITE}，"),
        ("见HTTPS://a.example/b。", '见<a href="HTTPS://a.example/b">HTTPS://a.example/b</a>。'),
        ("[通知](https://a.example/b。)", NOTICE),
        ("[通知](https://a.example/b，)。", f"{NOTICE}。"),
        ("【日记】(/dongtai/a.md)", '<a href="/dongtai/a.md">日记</a>'),
        ("【日记】（/dongtai/a.md）", '<a href="/dongtai/a.md">日记</a>'),
        ("【日记】（另发）", "【日记】（另发）"),
        ("甲[1]。", "甲[1]。"), ("注意! [通知](https://a.example/b)", f"注意! {NOTICE}"),
        ("[通知][1]\n\n[1]: https://a.example/b", NOTICE),
        (r"存在C:\附件\_甲\*.doc里", r"存在C:\附件\_甲\*.doc里"),
        (r"\\server\_甲", r"\\server\_甲"),
        (r"5\*3", "5*3"),
        ("`<!--` 甲 `-->` 乙", "<code>&lt;!--</code> 甲 <code>--&gt;</code> 乙"),
        ("`<!-- 丙 -->`甲", "``甲"),
        ("<o:p></o:p>甲<o:p>乙</o:p><?xml:namespace prefix = o />", "甲乙"),
        ("<img alt=\"甲>乙\" src=\"/images/a.png\">丙",
         '<img alt="甲&gt;乙" src="/images/a.png">丙'),
    ],
)  # fmt: skip
def test_a_line_with_one_reading(convert, source, html):
    body = convert(source)
    assert (body.html, body.notes, body.forbidden) == (f"<p>{html}</p>", (), ())


def test_a_number_in_brackets_refers_to_a_note_and_is_no_link(convert):
    body = convert("甲[1]。\n\n[1]: https://www.yunting.gov.cn/a")
    assert (body.html, body.notes) == (paragraphs("甲[1]。", f"[1]: {SITE}"), ())


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("１. 甲\n２. 乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"),
        ("- [ ] 甲\n- [x] 乙", "<ul>\n<li>☐ 甲</li>\n<li>☑ 乙</li>\n</ul>"),
        ("<p align=right>甲</p>", '<p class="align-right">甲</p>'),
        ("<p id=a align='CENTER'>甲</p>", '<p class="align-center" id="a">甲</p>'),
        ("! [图](/images/a.png)", '<figure><img alt="图" src="/images/a.png"></figure>'),
        ("![图](/images/a.png “乙”)",
         '<figure><img alt="图" src="/images/a.png"><figcaption>乙</figcaption>\n</figure>'),
    ],
)  # fmt: skip
def test_a_block_with_one_reading(convert, source, html):
    body = convert(source)
    assert (
        body.html.replace(' id="a" class="align-center"', ' class="align-center" id="a"')
    ) == html
    assert body.notes == ()


ROWS = "甲 乙/1 2/3 4"
TABLES = {
    "below the rows": "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n| 3 | 4 |",
    "everywhere": "| 甲 | 乙 |\n\n| --- | --- |\n\n| 1 | 2 |\n\n| 3 | 4 |",
    "bars of Chinese": "｜甲｜乙｜\n\n｜—｜—｜\n｜1｜2｜\n\n\n｜3｜4｜",
    "without a frame": "甲 | 乙\n--- | ---\n1 | 2\n\n3 | 4",
    "Tabs": "甲\t乙\n\n1\t2\n\n3\t4",
}


@pytest.mark.parametrize("source", TABLES.values(), ids=TABLES)
def test_blank_lines_between_the_rows_of_a_table(convert, source):
    body = convert(f"上文。\n\n{source}\n\n下文。")
    assert (cells(body.html), body.notes) == (ROWS, ())


def test_a_table_below_a_table_is_another(convert):
    table = "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |"
    assert convert(f"{table}\n\n{table}").html.count("<table>") == 2
    assert convert("| 甲 | 乙 |\n| 1 | 2 |\n\n| 丙 | 丁 |\n| 3 | 4 |").html.count("<table>") == 2


def test_a_row_outside_of_its_table_is_found(convert):
    (note,) = convert("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n上文。\n\n| 3 | 4 |").notes
    assert (note.rule, note.severity, note.number) == ("markup-left-over", Severity.WARNING, 6)
    assert note.message == "表格的这一行落在了表格外面，“| 3 | 4 |”会原样显示在网页上"


@pytest.mark.parametrize(
    "source",
    [
        "序号  路段  时间\n1  中山路  9点\n2  人民路  8点",
        "序号　路段　时间\n1　中山路　9点\n2　人民路　8点",
        "　　序号    路段   时间\n　　1     中山路   9点\n　　2    人民路 　8点",
    ],
)  # fmt: skip
def test_columns_of_blanks_below_a_head_are_a_table(convert, source):
    body = convert(source)
    assert (cells(body.html), body.notes) == ("序号 路段 时间/1 中山路 9点/2 人民路 8点", ())


def test_columns_of_blanks_without_a_head_are_found(convert):
    (note,) = convert("上文。\n\n中山路  9点  王*明\n人民路  8点  李*").notes
    assert (note.rule, note.number, note.words) == ("markup-left-over", 2, "  ")
    assert note.message == "这里用连着的空格对齐，网页上会挤在一起"


@pytest.mark.parametrize(
    "source",
    ["姓名：张  三", "张  三\n李  四\n王  五", "局长　张三\n主任　李四",
     "1.  甲甲\n2.  乙乙\n3.  丙丙",
     "第一条　甲\n第二条　乙", "时间　9点至17点\n地点　市民中心\n电话　12345", "甲  乙。丙  丁。"],
)  # fmt: skip
def test_blanks_that_are_no_columns(convert, source):
    body = convert(source)
    assert "<table" not in body.html
    assert body.notes == ()


@pytest.mark.parametrize(
    "words",
    ["[图片]", "【图片】", "[图片1]", "【此处插图】", "（此处插入图片）", "（图略）", "[表情]",
     "（插图）", "[视频]",
     "错误！未找到引用源", "Error! Reference", "单击此处输入文字", "××××年×月×日", "XXXX年XX月XX日",
     "xxxx年xx月"],
)  # fmt: skip
def test_placeholders_are_found(convert, words):
    (note,) = convert(f"上文。\n\n见{words}。").notes
    assert (note.rule, note.severity, note.number) == ("markup-left-over", Severity.WARNING, 2)
    assert note.message == f"“{words}”像是占位的字，会原样显示在网页上"


@pytest.mark.parametrize(
    "text",
    [
        "（图1）",
        "（见图2）",
        "【视频】城管日记",
        "（附表略）",
        "图片",
        "请在此处停车",
        "【图解】",
        "（照片由市局提供）",
    ],
)
def test_words_that_are_no_placeholders(convert, text):
    assert convert(f"上文{text}。").notes == ()


@pytest.mark.parametrize("mark", ["##", "## ", "＃＃", "　###"])
def test_a_heading_without_words_is_found_and_left_out(convert, mark):
    body = convert(f"甲。\n\n{mark}\n\n乙。")
    assert body.html == paragraphs("甲。", "乙。")
    (note,) = body.notes
    assert (note.rule, note.number) == ("markup-left-over", 2)
    assert note.message == f"“{mark.strip()}”后面没有字，网页上不会显示"


def test_an_address_without_https_is_found(convert):
    (note,) = convert("上文。\n\n请登录www.yunting.gov.cn查询").notes
    assert note == (
        "address-incomplete",
        Severity.WARNING,
        2,
        "www.yunting.gov.cn",
        "网址“www.yunting.gov.cn”前面没有 https://，点不开",
        "写成 https://www.yunting.gov.cn，打不开的写 http://",
    )


@pytest.mark.parametrize(
    "source",
    ["https://www.a.example/", "[www.a.example](https://www.a.example/)", "邮箱 a@www.a.example",
     "[官网www.a.example](https://www.a.example/)", "www是万维网"],
)  # fmt: skip
def test_an_address_that_is_a_link_is_not_found(convert, source):
    assert convert(source).notes == ()
