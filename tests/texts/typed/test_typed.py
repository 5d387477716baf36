"""Texts as clerks type them, and the HTML that citizens get. None of these has a finding."""

import pytest

from plugins.texts.converter import Converter
from plugins.texts.typed import read_typed

TABLE = "甲 乙/1 2"


@pytest.fixture(scope="module")
def convert():
    return Converter().convert


def paragraphs(*texts):
    return "\n".join(f"<p>{text}</p>" for text in texts)


def numbered(*items):
    inside = "\n".join(f"<li>{item}</li>" for item in items)
    return f'<ul class="numbered" role="list">\n{inside}\n</ul>'


def cells(html):
    """The rows of the only table: `甲 乙/1 2`."""
    assert html.count("<table>") == 1
    rows = html.partition("<table>")[2].split("</tr>")[:-1]
    return "/".join(" ".join(part.split("</t")[0] for part in _cells_of(row)) for row in rows)


def _cells_of(row):
    return [
        part.partition(">")[2]
        for part in row.replace("<td", "<th").split("<th")[1:]
        if part[0] in "> "
    ]


PARAGRAPHS = {
    "full-width spaces": "　　甲。\n　　乙。",
    "four spaces": "    甲。\n\n    乙。",
    "a Tab": "\t甲。\n\t乙。",
    "no-break spaces": "\xa0\xa0\xa0\xa0甲。\n\xa0\xa0\xa0\xa0乙。",
    "one line each": "甲。\n乙。",
    "spaces at the end": "甲。　　\n乙。\t",
}


@pytest.mark.parametrize("source", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_a_line_that_is_a_paragraph(convert, source):
    body = convert(source)
    assert (body.html, body.notes) == (paragraphs("甲。", "乙。"), ())


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("甲乙丙，\n丁戊。", paragraphs("甲乙丙，丁戊。")),
        ("甲\n　　乙\n丙", paragraphs("甲", "乙丙")),
        ("地址：青禾路1号\n电话：8123", paragraphs("地址：青禾路1号", "电话：8123")),
        ("说明如下：\n甲乙。", paragraphs("说明如下：", "甲乙。")),
        ("甲\n---\n乙", "<p>甲</p>\n<hr>\n<p>乙</p>"),
        ("甲\n————\n乙", "<p>甲</p>\n<hr>\n<p>乙</p>"),
        ("　　　　甲\n\n乙\n\n丙\n\n丁\n\n戊\n\n己\n\n庚", paragraphs(*"甲乙丙丁戊己庚")),
        (
            "甲\n\n　　　　　　　　　　（通讯员 乙）",
            '<p>甲</p>\n<p class="align-right">（通讯员 乙）</p>',
        ),
    ],
)
def test_where_a_paragraph_begins(convert, source, html):
    body = convert(source)
    assert (body.html, body.notes) == (html, ())


@pytest.mark.parametrize(
    "number", ["一、", "（一）", "(一)", "1．", "1、", "（1）", "①", "1.", "第一条　"]
)
def test_an_official_number_begins_a_paragraph(convert, number):
    body = convert(f"有关事项\n{number}甲")
    assert (body.html, body.notes) == (paragraphs("有关事项", f"{number}甲"), ())


@pytest.mark.parametrize(
    "items",
    [
        ("（一）甲；", "（二）乙。"), ("一、甲", "二、乙", "三、丙"), ("1．甲", "2．乙"),
        ("１、甲", "２、乙"),
        ("（1）甲", "（2）乙"), ("①甲", "②乙"), ("1.甲", "2.乙"), ("第一条　甲", "第二条　乙"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n　　"])
def test_a_sequence_of_official_numbers_is_a_list_with_the_numbers_as_typed(
    convert, items, between
):
    body = convert(between.join(items))
    assert (body.html, body.notes) == (numbered(*items), ())


def test_levels_of_official_numbers(convert):
    inner = numbered("1.乙", "2.丙")
    expected = numbered(f"（一）甲：\n{inner}\n", "（二）丁。")
    assert convert("（一）甲：\n1.乙\n2.丙\n（二）丁。").html == expected


@pytest.mark.parametrize(
    "source", ["（二）甲\n（三）乙", "（一）甲\n（三）乙", "一、甲\n\n乙\n\n二、丙", "（一）甲"]
)
def test_numbers_that_are_no_sequence_stay_paragraphs(convert, source):
    assert convert(source).html == paragraphs(*source.replace("\n\n", "\n").split("\n"))


@pytest.mark.parametrize("text", ["3D. 打印", "5号. 甲", "1a. b"])
def test_what_only_looks_like_a_number_is_text(convert, text):
    body = convert(f"{text}\n\n{text}")
    assert (body.html, body.notes) == (paragraphs(text, text), ())


@pytest.mark.parametrize("text", ["2026. 11. 20", "1986.", "1986. 甲", "2026.11.20公布"])
def test_a_year_is_no_item_of_a_list(convert, text):
    body = convert(text)
    assert (body.html, body.notes) == (paragraphs(text), ())


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("甲：\n- 乙\n- 丙", "<p>甲：</p>\n<ul>\n<li>乙</li>\n<li>丙</li>\n</ul>"),
        ("甲\n1. 乙\n2. 丙", "<p>甲</p>\n<ol>\n<li>乙</li>\n<li>丙</li>\n</ol>"),
        ("-　甲\n-\xa0乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("•\t甲\n•\t乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("\uf0b7 甲\n\uf0b7 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("● 甲\n●乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("-甲\n-乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("1.\t甲\n2.\t乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"),
        ("- 甲\n  - 乙\n- 丙", "<ul>\n<li>甲<ul>\n<li>乙</li>\n</ul>\n</li>\n<li>丙</li>\n</ul>"),
        ("1. 甲\n   - 乙", "<ol>\n<li>甲<ul>\n<li>乙</li>\n</ul>\n</li>\n</ol>"),
        ("- 甲\n\n　　乙", "<ul>\n<li>甲</li>\n</ul>\n<p>乙</p>"),
        ("甲\n> 乙\n> 丙", "<p>甲</p>\n<blockquote>\n<p>乙丙</p>\n</blockquote>"),
        ("＞ 甲", "<blockquote>\n<p>甲</p>\n</blockquote>"),
    ],
)  # fmt: skip
def test_lists_and_quotes(convert, source, html):
    body = convert(source)
    assert (body.html, body.notes) == (html, ())


@pytest.mark.parametrize(
    "source",
    [
        "甲\t乙\n1\t2",
        "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
        "｜甲｜乙｜\n｜---｜---｜\n｜1｜2｜",
        "| 甲 | 乙 |\n| —— | －－ |\n| 1 | 2 |",
        "| 甲 | 乙 |\n| --- |\n| 1 | 2 |",
        "| 甲 | 乙 |\n| 1 | 2 |",
        "　　| 甲 | 乙 |\n　　| --- | --- |\n　　| 1 | 2 |",
    ],
)
@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("上文：\n", ""), ("", "\n下文。"), ("上\n", "\n下")]
)
def test_tables(convert, source, before, after):
    body = convert(before + source + after)
    assert (cells(body.html), body.notes) == (TABLE, ())
    assert body.html.startswith("<p>上") == bool(before)
    assert body.html.endswith("</p>") == bool(after)


def test_a_bar_in_a_tabbed_cell_is_a_bar(convert):
    assert cells(convert("甲|乙\t丙\n1\t2").html) == "甲|乙 丙/1 2"


def test_columns_keep_their_alignment(convert):
    html = convert("甲｜乙\n：---：｜---：\n1｜2").html
    assert '<td class="align-center">1</td>\n<td class="align-right">2</td>' in html


SHOWN = [
    "李**、王**", "李**、王**，电话138****0001", "李**与王**签订协议",
    "赵*、钱*另案处理", "当事人张*明", "王*、李*（化名）",
    "欧阳**到场",
    "手机138****0001", "电话138***0001", "车牌云A*2**8", "5*3*2米", "3*4=12*5", "长*宽*高", "A*B",
    "浙A**123，罚款200元", "李**驾驶浙A**123号车", "张**诉李**案",
    "支持*.doc、*.docx、*.pdf", "*标注项必填；带*号为重点", "请点*号键，再按*结束",
    "*注：以实际为准",
    "____年__月__日", "第__页 共__页",
    "（2）*（3）", "{共3人}", "甲{{乙}}", "[注]: 由本局解释", "[1]:《青禾县志》", "[甲]乙",
    "姓名：________",
    "____年____月____日", "附件（另发）", "#12号楼", "#文明养犬#倡议", "C:\\附件", "1~3日", "a_b_c",
]  # fmt: skip


@pytest.mark.parametrize("text", SHOWN)
@pytest.mark.parametrize("place", ["{}", "甲，{}。", "- {}", "## {}", "正文\n\n{}\n\n正文"])
def test_characters_that_are_text(convert, text, place):
    source = place.replace("{}", text)
    body = convert(source)
    assert f"{text}" in body.html
    assert [note for note in body.notes if "{{" not in text] == []


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (">18周岁可申请", "&gt;18周岁可申请"), (">=5万元", "&gt;=5万元"),
        ("执行<PM2.5标准>", "执行&lt;PM2.5标准&gt;"), ("<B类区域>", "&lt;B类区域&gt;"),
        ("<a>类<b>类", "&lt;a&gt;类&lt;b&gt;类"), ("</b>甲", "&lt;/b&gt;甲"),
        ("面积<50平方米，>10平方米", "面积&lt;50平方米，&gt;10平方米"), ("<?甲", "&lt;?甲"),
    ],
)  # fmt: skip
def test_angle_brackets_that_are_text(convert, source, html):
    body = convert(source)
    assert (body.html, body.notes, body.forbidden) == (f"<p>{html}</p>", (), ())


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("**甲**", "<strong>甲</strong>"), ("**甲 **", "<strong>甲</strong>"),
        ("** 甲**", "<strong>甲</strong>"), ("＊＊甲＊＊", "<strong>甲</strong>"),
        ("于**3月1日**起", "于<strong>3月1日</strong>起"),
        ("请**注意：**甲", "请<strong>注意：</strong>甲"),
        ("**张三**到场", "<strong>张三</strong>到场"),
        ("~~甲~~", "<del>甲</del>"), ("*甲*", "<em>甲</em>"),
        ("[甲]（https://a.example/）", '<a href="https://a.example/">甲</a>'),
        ("[甲] (/a.md)", '<a href="/a.md">甲</a>'), ("［甲］（/a.md）", '<a href="/a.md">甲</a>'),
        ("[甲](/a.md）", '<a href="/a.md">甲</a>'), ("[甲](#乙)", '<a href="#乙">甲</a>'),
        ("甲（乙）", "甲（乙）"), ("[甲]（乙）", "[甲]（乙）"),
        ("[甲][乙]\n\n[乙]: /a.md", '<a href="/a.md">甲</a>'),
        ("见https://a.example/b?c。下", '见<a href="https://a.example/b?c">https://a.example/b?c</a>。下'),
        ("（https://a.example/）", '（<a href="https://a.example/">https://a.example/</a>）'),
        ("(https://a.example/_(c))", '(<a href="https://a.example/_(c)">https://a.example/_(c)</a>)'),
        ("https://a.example, 甲", '<a href="https://a.example">https://a.example</a>, 甲'),
    ],
)  # fmt: skip
def test_markup_with_one_reading(convert, source, html):
    body = convert(source)
    assert (body.html, body.notes) == (f"<p>{html}</p>", ())


@pytest.mark.parametrize(
    "source", ["＃＃ 甲", "＃＃甲", "##　甲", "　## 甲", "##甲", "## 甲", "  ## 甲"]
)
def test_headings(convert, source):
    assert convert(source).html == '<h2 id="甲">甲</h2>'


def test_an_image_with_full_width_signs(convert):
    assert (
        convert("！[甲]（/images/a.png）").html
        == '<figure><img alt="甲" src="/images/a.png"></figure>'
    )


@pytest.mark.parametrize("definition", ["[^1] 乙", "[^1]：乙", "[^1]:乙", "[^1]: 乙", "　[^1]: 乙"])
def test_a_footnote_with_a_slip(convert, definition):
    body = convert(f"甲[^1]\n\n{definition}")
    assert '<li id="fn:1">\n<p>乙' in body.html
    assert body.notes == ()


def test_a_salutation_stands_at_the_margin(convert):
    html = convert("各区综合行政执法局，局属各单位：\n　　现通知如下。").html
    assert html == '<p class="salutation">各区综合行政执法局，局属各单位：</p>\n<p>现通知如下。</p>'
    assert "salutation" not in convert("现通知如下。\n\n甲：\n\n乙。").html
    assert "salutation" not in convert("一、要求：\n\n乙。").html
    assert "salutation" not in convert("甲：\n\n- 乙").html


SIGNED_AS_TYPED = "云汀市综合行政执法局\n2026年11月27日"
SIGNED = '<p class="signature">云汀市综合行政执法局</p>\n<p class="signature">2026年11月27日</p>'


@pytest.mark.parametrize(
    "end",
    [
        "云汀市综合行政执法局\n\n2026年11月27日", "云汀市综合行政执法局\n2026年11月27日",
        "　　　　　　　　　　　云汀市综合行政执法局\n　　　　　　　　　　　　2026年11月27日",
        "                        云汀市综合行政执法局\n                    2026年11月27日",
    ],
)  # fmt: skip
def test_signature_and_date_stand_at_the_right(convert, end):
    body = convert(f"特此通告。\n\n{end}")
    assert (body.html, body.notes) == (f"<p>特此通告。</p>\n{SIGNED}", ())


def test_several_sign_and_a_remark_follows(convert):
    html = convert("甲。\n\n市公安局\n\n市司法局\n\n二〇二六年三月一日\n\n（此件公开发布）").html
    assert html.count('<p class="signature">') == 3
    assert html.endswith("<p>（此件公开发布）</p>")


@pytest.mark.parametrize("source", ["甲。\n\n2026年3月1日\n\n乙。\n\n丙。", "2026年3月1日"])
def test_a_date_in_between_is_no_signature(convert, source):
    assert "signature" not in convert(source).html


def test_attachments_keep_their_numbers(convert):
    expected = '<p>附件：1. 甲</p>\n<p class="attached">2. 乙</p>\n<p class="attached">3. 丙</p>'
    assert convert("附件：1. 甲\n　　　2. 乙\n　　　3. 丙").html == expected
    assert convert(f"附件：1. 甲\n　　　2. 乙\n\n{SIGNED_AS_TYPED}").html.endswith(
        f'<p class="attached">2. 乙</p>\n{SIGNED}'
    )


def test_comments_never_leave_the_build(convert):
    body = convert("甲<!-- 王五 -->乙\n\n<!--\n丙\n-->\n\n丁<!-->戊<!--->己<!-- --!>庚")
    assert (body.html, body.notes) == (paragraphs("甲乙", "丁戊己庚"), ())


def test_code_stays_as_it_is(convert):
    code = "李** <b>\n　　甲\n| 乙 |"
    html = convert(f"```\n{code}\n```").html
    assert html == f"<pre><code>{code.replace('<', '&lt;').replace('>', '&gt;')}\n</code></pre>"
    assert convert("`李**、王**`").html == "<p><code>李**、王**</code></p>"


def test_correct_markdown_is_not_changed(convert):
    source = (
        "甲乙\n\n## 丙\n\n- 丁\n    - 戊\n\n1. 己\n2. 庚\n\n| 甲 | 乙 |\n| --- | ---: |\n| 1 | 2 |"
    )
    assert read_typed(source)[0] == source


@pytest.mark.parametrize(
    "lines",
    [
        ("一、工作目标", "确保道路畅通，到2026年底覆盖率达到95%"),
        ("（一）加强领导", "成立领导小组，由局长任组长"),
        ("**1．加强领导**", "成立领导小组，由局长任组长"),
        ("有关事项通知如下:", "请各单位抓好落实"), ("- 甲。", "结束语另起一行"),
        ("办理地点：政务中心三楼", "咨询电话：12345"), ("姓　名：张三", "住　址：青禾路"),
        ("问：怎么处理", "答：装袋后堆放"), ("【时间】11月28日", "【地点】广场"),
        ("办理时间：9:00至17:00", "（法定节假日除外）"),
        ("－甲项", "－乙项"), ("★甲", "▲乙"), ("1）身份证", "2）户口本"), ("1.1 甲", "1.2 乙"),
        ("⑴甲", "⑵乙"), ("A、甲", "B、乙"), ("第一、甲", "第二、乙"), ("1，甲", "2，乙"),
        ("往期推荐", "[日记](/dongtai/riji-1.md)"),
        ("活动现场", "11月26日，城管队员走进校园，为师生上了一堂垃圾分类课"),
        ("一、\t总体要求", "二、\t工作任务"), ("第一条\t甲", "第二条\t乙"),
    ],
)  # fmt: skip
def test_two_lines_that_are_two_things(convert, lines):
    html = convert("\n".join(lines)).html
    assert html.count("<p>") + html.count("<li>") == 2


def test_a_text_cut_at_one_width_is_joined(convert):
    source = (
        "为进一步规范全市市容环境卫生秩序，提升城市\n精细化管理水平，按照市委市政府统一部署，决\n"
        "定开展专项整治\n各单位要高度重视，精心组织，确保各项任务按\n期完成"
    )
    assert convert(source).html.count("<p>") == 2


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("序号\t路段\n1\t中山路\n\t解放路\n2\t人民路", "序号 路段/1 中山路/ 解放路/2 人民路"),
        ("甲\t乙\t丙\n中山路\t张三\n解放路\t王五\t1", "甲 乙 丙/中山路 张三 /解放路 王五 1"),
        ("类别\t标准\n合计\t3元\t含税", "类别 标准 /合计 3元 含税"),
        ("序号\t路段\n一、主城区\n1\t中山路", "序号 路段/一、主城区 /1 中山路"),
    ],
)  # fmt: skip
def test_rows_of_a_pasted_table_that_lack_cells(convert, source, rows):
    body = convert(source)
    assert (cells(body.html), body.notes) == (rows, ())


@pytest.mark.parametrize("end", ["特此公告", "联系电话 8123", "附件1 整治清单", "感谢您的支持"])
def test_not_all_above_a_date_is_a_signature(convert, end):
    html = convert(f"甲。\n\n{end}\n\n2026年11月27日").html
    assert html == f'<p>甲。</p>\n<p>{end}</p>\n<p class="signature">2026年11月27日</p>'


def test_a_mask_before_a_remark_is_shown(convert):
    assert "王**（女）、**公司" in convert("王**（女）、**公司").html


def test_a_date_with_blanks_and_several_signers(convert):
    html = convert("甲。\n市公安局\n市司法局\n2026 年 11 月 27 日").html
    assert html.count('<p class="signature">') == 3


def test_a_caption_set_in_the_middle_is_a_paragraph(convert):
    assert convert("甲。\n\n　　　　　　　　图1 整治现场").html == paragraphs(
        "甲。", "图1 整治现场"
    )


def test_a_paragraph_of_any_length_shows_what_was_typed(convert):
    whole = "**乙**，" * 3_000
    assert convert(whole).html.count("<strong>") == 3_000
    longer = convert(f"## 甲\n\n{whole}丙，\n丁{whole}\n\n- **戊**").html
    assert f"<p>{whole}丙，丁{whole}</p>" in longer
    assert "<li><strong>戊</strong></li>" in longer


def test_a_long_list_keeps_its_markup(convert):
    assert convert("- **甲**\n" * 5_000).html.count("<strong>") == 5_000


def test_more_code_than_anybody_quotes_is_shown_as_typed(convert):
    assert convert("```\n甲\n```\n" * 500).html.count("<pre>") == 500
    html = convert("```\n甲\n```\n" * 501).html
    assert "<pre>" not in html
    assert html.count("```") == 1_002
