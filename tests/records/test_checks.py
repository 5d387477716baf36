"""Findings about pictures, about empty sections, and about what was pasted into a text."""

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


@pytest.mark.parametrize("address", ["/&#9;/img.example/a.png", "ht&#10;tps://img.example/a.png"])
def test_a_picture_from_elsewhere_behind_what_browsers_ignore(address):
    (one,) = found(f"<img src='{address}' alt=甲>")
    assert one[3:5] == (
        "image-elsewhere",
        "图片在别的网站上（img.example），那边一改，这里就看不到了",
    )


@pytest.mark.parametrize("data", ["data:image/png;base64,iVBO", "DATA:Image/svg+xml,a"])
def test_a_picture_that_is_written_into_the_text(data):
    assert found(f"文。\n\n<p>图</p><img src='{data}' alt=甲><script>乙</script>")[0] == (
        11,
        19,
        Severity.ERROR,
        "markup-forbidden",
        "图片的数据直接写在了正文里（“data:image/…”），网页上不显示",
        "把图片存成文件放进 images/，写成 ![图里有什么](/images/文件名)",
    )


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


@pytest.mark.parametrize(
    "alt", ["图片", "图1", "如图", "微信图片_20261101", "IMG_0021", "照片", "photo 3", "a.jpg"]
)
def test_an_alternative_text_that_says_nothing(alt):
    assert found(f"![{alt}](/images/a.svg)") == [
        (
            9,
            len(alt) + 5,
            Severity.WARNING,
            "image-alt",
            f"图片“/images/a.svg”的替代文字“{alt}”没有说图里有什么",
            "写成 ![图里有什么](路径)",
        )
    ]


@pytest.mark.parametrize("alt", ["图书馆门口的摊位", "照片墙前的队员", "流程图：预约、装袋"])
def test_an_alternative_text_that_says_something(alt):
    assert found(f"![{alt}](/images/a.svg)") == []


def test_a_section_with_nothing_under_its_heading():
    filled = (
        "## 基本案情\n\n文。\n\n## 法律规定\n\n### 依据\n\n文。\n\n## 处理结果\n\n## 案例启示\n"
    )
    body = filled.replace("### 依据\n\n", "")
    said = findings_of(
        text_of(body, 领域="市容环卫", 决定日期="2026-02-01", 引用法规="《甲》第一条"), "case"
    )
    assert [
        (each.line, each.severity, each.message, each.hint)
        for each in said
        if each.rule == "section"
    ] == [
        (20, Severity.ERROR, "“处理结果”一节是空的", "在这个小标题下面写正文"),
        (22, Severity.ERROR, "“案例启示”一节是空的", "在这个小标题下面写正文"),
    ]


@pytest.mark.parametrize("word", ["无", "没有", "否", "/", "N/A", "暂无"])
@pytest.mark.parametrize("label", ["作者", "摘要", "附件", "相关稿件", "复核日期", "图片"])
def test_nothing_written_in_words(label, word):
    (said,) = findings_of(text_of(**{label: word}))
    assert (said.rule, said.severity, said.line) == ("value-repair", Severity.WARNING, 8)
    assert said.message == f"“{label}”写的是“{word}”，已按没有填写处理"
    assert said.hint == "没有就删去这一行"


def test_a_choice_may_be_no():
    assert [
        each for each in findings_of(text_of(规范性文件="否"), "policy") if "规范性" in each.message
    ] == []
