"""Pastes of Word, PDF and mail: lists of two kinds, neighbouring strong passages, pages."""

import pytest

from plugins.texts.converter import Converter
from tests.texts.typed.test_typed import paragraphs


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
