"""Chinese text through Python-Markdown."""

import pytest

from plugins.texts.chinese import ChineseExtension
from plugins.texts.converter import Converter, create_markdown


def html(source):
    return Converter().convert(source).html


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("汉字\n汉字", "<p>汉字汉字</p>"),
        ("逗号，\n“引号”", "<p>逗号，“引号”</p>"),
        ("汉字\n**强调**\n汉字", "<p>汉字<strong>强调</strong>汉字</p>"),
        ("**强调**\n**又强调**", "<p><strong>强调</strong><strong>又强调</strong></p>"),
        ("2024年\n12月", "<p>2024年12月</p>"),
        ("English\nwords", "<p>English\nwords</p>"),
        ("- 甲\n  乙", "<ul>\n<li>甲乙</li>\n</ul>"),
        ("> 引\n> 文", "<blockquote>\n<p>引文</p>\n</blockquote>"),
        ("换行  \n这里", "<p>换行<br>\n这里</p>"),
        ("`代\n码`", "<p><code>代\n码</code></p>"),
    ],
)
def test_line_ends_beside_chinese_vanish(source, expected):
    """Of lines that are one paragraph; which are, is another question (`typed/wrapped.py`)."""
    assert create_markdown(ChineseExtension()).convert(source) == expected


def test_line_ends_in_code_blocks_stay():
    assert html("```\n甲\n乙\n```") == "<pre><code>甲\n乙\n</code></pre>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("见**“词”**后", "<p>见<strong>“词”</strong>后</p>"),
        ("**《条例》**第三条", "<p><strong>《条例》</strong>第三条</p>"),
        ("请**注意：**带证", "<p>请<strong>注意：</strong>带证</p>"),
        ("（*试行*）办法", "<p>（<em>试行</em>）办法</p>"),
        ("**一、总则。**二、", "<p><strong>一、总则。</strong>二、</p>"),
    ],
)
def test_emphasis_beside_chinese_punctuation(source, expected):
    assert html(source) == expected


def test_a_table_scrolls_by_keyboard_and_has_no_inline_style():
    converted = html("| 项目 | 数 |\n|---|---:|\n| 甲 | 1 |")
    assert (
        '<div aria-label="表格，可以左右滑动" class="table-scroll" role="group" tabindex="0">'
        in converted
    )
    assert '<th scope="col">项目</th>' in converted
    assert '<td class="align-right">1</td>' in converted
    assert "style=" not in converted


def test_an_image_alone_is_a_figure_with_its_caption():
    assert html('![图](/images/a.svg "图1 流程")') == (
        '<figure><img alt="图" src="/images/a.svg"><figcaption>图1 流程</figcaption>\n</figure>'
    )


def test_one_converter_leaves_nothing_behind():
    converter = Converter()
    first = converter.convert("文[^1]\n\n[^1]: 注\n\n# 一级")
    second = converter.convert("另一篇")
    assert first.demoted
    assert second.html == "<p>另一篇</p>"
    assert not second.demoted


def test_words_for_a_summary_leave_out_tables_headings_and_notes():
    body = Converter().convert("## 标题\n\n正文[^1]。\n\n| 甲 |\n|---|\n| 乙 |\n\n[^1]: 注。")
    assert body.text == "正文。"
