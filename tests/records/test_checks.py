"""Findings about what a text shows from elsewhere, and about what was pasted into it."""

import pytest

from plugins.findings import Severity
from tests.records.record_text import findings_of, text_of


def found(body):
    return [
        (each.line, each.column, each.severity, each.rule, each.message, each.hint)
        for each in findings_of(text_of(body))
    ]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://img.example/a.png?wx_fmt=png", "img.example"),
        ("//img.example/a.png", "img.example"),
        ("HTTP://IMG.example/a.png", "img.example"),
    ],
)
def test_a_picture_from_elsewhere(address, host):
    assert found(f"文。\n\n![甲]({address})") == [
        (
            11,
            6,
            Severity.ERROR,
            "image-elsewhere",
            f"图片在别的网站上（{host}），那边一改，这里就看不到了",
            "把图片存进 images/，写成 ![图里有什么](/images/文件名)",
        )
    ]


@pytest.mark.parametrize(
    ("html", "program"),
    [
        ('<section label="Powered by 135editor.com"><p>甲</p></section>', "135编辑器"),
        ('<section style="a:b" data-from="xiumi.us"><p>甲</p></section>', "秀米"),
        ('<p class="MsoNormal" style="margin:0">甲</p>', "Word"),
        ('<section style="a:b" data-mpa-x="1">甲</section>', "微信公众号"),
        ('<p style="a:b" data-wps-id="1">甲</p>', "WPS"),
    ],
)
def test_a_paste_is_one_finding_that_names_the_program(html, program):
    (one,) = found(html)
    assert one[2:4] == (Severity.ERROR, "markup-forbidden")
    assert one[4].startswith(f"正文里有从{program}粘贴来的网页代码（“")
    assert one[4].endswith("种），不能使用")
    assert one[5] == "删去，重新“粘贴为纯文本”（Ctrl+Shift+V），再加小标题、图片和表格"


def test_other_html_is_named_tag_by_tag():
    assert found('<font color="red">甲</font><script>乙</script>') == [
        (
            9,
            at,
            Severity.ERROR,
            "markup-forbidden",
            f"正文里有网页代码“{word}”，不能使用",
            "只用 Markdown 写正文；样式由模板统一",
        )
        for at, word in ((1, "<font"), (27, "<script"))
    ]
