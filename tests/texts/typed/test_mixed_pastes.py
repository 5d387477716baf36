"""Pastes of Word, PDF and mail: lists of two kinds, neighbouring strong passages, pages."""

import pytest

from plugins.texts.converter import Converter
from tests.texts.typed.test_typed import cells, paragraphs


@pytest.fixture(scope="module")
def convert():
    return Converter().convert


INNER = "<ol>\n<li>甲<ul>\n<li>乙</li>\n<li>丙</li>\n</ul>\n</li>\n<li>丁</li>\n</ol>"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("1. 甲\n- 乙\n- 丙\n2. 丁", INNER),
        ("- 甲\n1. 乙\n2. 丙\n- 丁",
         "<ul>\n<li>甲<ol>\n<li>乙</li>\n<li>丙</li>\n</ol>\n</li>\n<li>丁</li>\n</ul>"),
        ("1. 甲\n\n- 乙", "<ol>\n<li>甲</li>\n</ol>\n<ul>\n<li>乙</li>\n</ul>"),
        ("**重要****通知**", "<p><strong>重要通知</strong></p>"),
        ("关于**一是****二是****三是**的", "<p>关于<strong>一是二是三是</strong>的</p>"),
        ("电话**138****0001**", "<p>电话<strong>138****0001</strong></p>"),
        ("**李****到场**", "<p><strong>李****到场</strong></p>"),
        ("`` <!-- `` 甲 `` --> ``", "<p><code>&lt;!--</code> 甲 <code>--&gt;</code></p>"),
        ("`<!--`甲`-->`", "<p><code>&lt;!--</code>甲<code>--&gt;</code></p>"),
        ("> 甲\n>\n\n乙", "<blockquote>\n<p>甲</p>\n</blockquote>\n<p>乙</p>"),
        ("&nbsp;&nbsp;&nbsp;甲。\n&emsp;&emsp;乙&nbsp;丙。", paragraphs("甲。", "乙&nbsp;丙。")),
        ("· 甲\n• 乙\n- 丙", "<ul>\n<li>甲</li>\n<li>乙</li>\n<li>丙</li>\n</ul>"),
        ("· 甲\n· 乙", paragraphs("· 甲", "· 乙")),
        ("上文\n\n★━━━━━★\n\n━━━━★━━━━", "<p>上文</p>\n<hr>\n<hr>"),
        ("★★★ 甲", "<p>★★★ 甲</p>"),
        ('![“甲”](/images/a.png "乙")',
         '<figure><img alt="甲" src="/images/a.png"><figcaption>乙</figcaption>\n</figure>'),
        ('!["甲"](/images/a.png)', '<figure><img alt="甲" src="/images/a.png"></figure>'),
        ("见[办\n法](/dongtai/a.md)和[乙]\n(/dongtai/b.md)。",
         '<p>见<a href="/dongtai/a.md">办法</a>和<a href="/dongtai/b.md">乙</a>。</p>'),
        ("见[1]\n(2026年)。", paragraphs("见[1]", "(2026年)。")),
        ("自2026年\n11月20日起至12月31\n日止，投入1,\n250万元，检查3\n00余处。",
         "<p>自2026年11月20日起至12月31日止，投入1,250万元，检查300余处。</p>"),
        ("2026年11月\n20日，召开会议", "<p>2026年11月20日，召开会议</p>"),
        ("2026年11月\n20日 甲\n21日 乙", paragraphs("2026年11月", "20日 甲", "21日 乙")),
        ("电话：0571-\n88888888",
         '<p>电话：<a class="phone" href="tel:0571-88888888">0571-88888888</a></p>'),
        ("https://a.example/art/\nart_1.html见",
         '<p><a href="https://a.example/art/art_1.html">https://a.example/art/art_1.html</a>见</p>'),
        ("《市容\n管理条例》第十\n六条规定", "<p>《市容管理条例》第十六条规定</p>"),
        ("第一项\n六条措施", paragraphs("第一项", "六条措施")),
        ("* 甲\n*乙\n*丙", "<ul>\n<li>甲</li>\n<li>乙</li>\n<li>丙</li>\n</ul>"),
        ("*甲*乙\n*丙", paragraphs("<em>甲</em>乙", "*丙")),
        ("*注：甲\n*乙", paragraphs("*注：甲", "*乙")),
        ("![甲](/images/a.png =300x200)", '<figure><img alt="甲" src="/images/a.png"></figure>'),
        ("甲<br>　　乙", "<p>甲<br>　　乙</p>"),
        ("附件：[收费表.docx](/files/a.docx)",
         '<p>附件：<a href="/files/a.docx">收费表.docx</a></p>'),
        ("中山路12\n元和路3", paragraphs("中山路12", "元和路3")),
        ("2026\n月度报表", paragraphs("2026", "月度报表")),
        ("[img]https://a.example/a.png[甲]",
         '<p>[img]<a href="https://a.example/a.png">https://a.example/a.png</a>[甲]</p>'),
        (">\n> 甲\n>\n> 乙", "<blockquote>\n<p>甲</p>\n<p>乙</p>\n</blockquote>"),
    ],
)  # fmt: skip
def test_a_paste_with_one_reading(convert, source, html):
    body = convert(source)
    assert (body.html, body.notes) == (html, ())


def test_an_address_in_an_attribute_is_no_link(convert):
    body = convert("<img alt='甲' src='&#9;https://a.example/a.png'> https://a.example/")
    assert body.html.count("<a ") == 1
    assert body.html.endswith('<a href="https://a.example/">https://a.example/</a></p>')


def test_a_quote_without_words_is_found_and_left_out(convert):
    body = convert("甲。\n\n>\n\n乙。\n\n>\n> \n丙。")
    assert body.html == paragraphs("甲。", "乙。", "丙。")
    assert [(note.number, note.words) for note in body.notes] == [(2, ">"), (6, ">")]


@pytest.mark.parametrize("list_line", ["1. 向所在街道", "上文"])
def test_the_words_below_a_page_number_are_not_part_of_it(convert, list_line):
    body = convert(f"{list_line}\n- 2 -\n执法队提交；")
    assert body.html.endswith(paragraphs("- 2 -", "执法队提交；"))


@pytest.mark.parametrize(
    "source",
    ["一、总体要求\t1\n二、重点任务\t3", "目　录\n\n总则\t1\n附则\t3", "## 目录\n总则\t1\n附则\t3"],
)
def test_contents_with_pages_are_found_and_no_table(convert, source):
    body = convert(source)
    assert "<table" not in body.html
    (note,) = body.notes
    assert "像是目录里的页码" in note.message


@pytest.mark.parametrize(
    "source", ["路灯\t1\n井盖\t3", "一、路灯\t5\n二、井盖\t3", "目录\n区\t数\n青禾\t2"]
)
def test_tables_with_numbers_are_no_contents(convert, source):
    body = convert(source)
    assert "<table" in body.html
    assert body.notes == ()


def test_a_row_broken_inside_of_a_cell_is_one(convert):
    body = convert("| 号 | 依据 |\n| --- | --- |\n| 1 | 《管理\n条例》 |\n| 2 | 乙 |")
    assert (cells(body.html), body.notes) == ("号 依据/1 《管理条例》/2 乙", ())


@pytest.mark.parametrize("dot", [".", "．", "、", ". "])
def test_attachments_with_any_dot_stand_below_the_first(convert, dot):
    html = convert(f"上文。\n\n附件：1{dot}甲\n　　　2{dot}乙").html
    assert html == f'<p>上文。</p>\n<p>附件：1{dot}甲</p>\n<p class="attached">2{dot}乙</p>'


def test_an_address_without_https_is_named_with_its_path(convert):
    (note,) = convert("见www.yunting.gov.cn/zhzf/a.html，").notes
    assert note.words == "www.yunting.gov.cn/zhzf/a.html"


def test_an_image_with_a_forbidden_address_is_told_once(convert):
    body = convert("![甲](data:image/png;base64,iVBORw0KGgo=)\n\n![乙]()")
    assert body.forbidden == ("data:image/png;base64,iVBORw0KGgo=",)
    assert convert("![乙]()").links == (("image", "", "乙"),)
    assert [link for link in body.links if link.alt == "甲"] == []
