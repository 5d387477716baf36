"""The links of a text, written for the page on which it stands."""

from html import unescape

import pytest
from bs4 import BeautifulSoup

from plugins.records import reader
from tests.content_folder import make_content, record
from tests.site.site_at import outputs


def body(tmp_path, markdown, **options):
    pages = outputs(tmp_path, {"dongtai/xin.md": record("新", markdown)}, **options)
    return str(pages["dongtai/2026/xin.html"].view["record"]["body"])


def test_links_to_records_are_relative_in_a_preview(tmp_path):
    html = body(tmp_path, "见[办法](/zhengce/jiemian-banfa.md)。")
    assert html == '<p>见<a href="../../zhengce/2026/jiemian-banfa.html">办法</a>。</p>'


def test_and_begin_at_the_root_when_published(tmp_path):
    html = body(tmp_path, "见[办法](/zhengce/jiemian-banfa.md)。", relative=False)
    assert html == '<p>见<a href="/zhengce/2026/jiemian-banfa.html">办法</a>。</p>'


def test_a_government_host_is_linked_directly(tmp_path):
    html = body(tmp_path, "[国务院](https://www.gov.cn/)")
    assert html == '<p><a href="https://www.gov.cn/" rel="noopener">国务院</a></p>'


def test_another_host_leads_through_its_prompt(tmp_path):
    html = body(tmp_path, "[报](https://a.example/?x=1&y=2)")
    assert 'href="../../leaving/' in html
    assert 'data-external="https://a.example/?x=1&amp;y=2"' in html
    assert 'rel="external noopener noreferrer"' in html
    assert "（外部网站）" in html


def test_a_dead_link_is_no_link(tmp_path):
    html = body(tmp_path, "[文](/meiyou/a.md)")
    assert html == '<p><span class="dead-link">文</span></p>'


def test_an_image_has_its_size_and_loads_late(tmp_path):
    html = body(tmp_path, "看：![标志](/images/emblem.svg)")
    assert 'src="../../images/emblem.svg" width="32" height="32" loading="lazy"' in html


def test_an_address_in_raw_html_is_rewritten_too(tmp_path):
    html = body(tmp_path, "<p>见<a href='/zhengce/jiemian-banfa.md'>办法</a></p>")
    assert 'href="../../zhengce/2026/jiemian-banfa.html"' in html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("[话](tel:12345)", '<p><a href="tel:12345">话</a></p>'),
        ("## 节\n\n[节](#节)", '<p><a href="#节">节</a></p>'),
        ("[表](/files/xuncha.csv)", '<p><a href="../../files/xuncha.csv">表</a></p>'),
        ("[栏](/zhengce/)", '<p><a href="../../zhengce/index.html">栏</a></p>'),
        (
            "<p>见<a class='x' href='/files/xuncha.csv' target='_blank' rel='me' id='y'>表</a></p>",
            '<p>见<a href="../../files/xuncha.csv" id="y">表</a></p>',
        ),
        ("<p>见<img alt='甲' src='/images/meiyou.svg'></p>", "<p>见</p>"),
    ],
)
def test_what_becomes_of_a_link(tmp_path, written, html):
    assert html in body(tmp_path, written)


def test_a_text_with_a_link_and_an_image(tmp_path):
    html = body(tmp_path, "[办法](/zhengce/jiemian-banfa.md)：\n\n![标志](/images/emblem.svg)")
    assert 'href="../../zhengce/2026/jiemian-banfa.html"' in html
    assert 'src="../../images/emblem.svg"' in html


def test_a_link_to_a_place_of_another_record(tmp_path):
    files = {"dongtai/jiu.md": record("旧", "## 小节\n\n文。")}
    files["dongtai/xin.md"] = record("新", "[小节](jiu.md#小节)")
    pages = outputs(tmp_path, files)
    html = str(pages["dongtai/2026/xin.html"].view["record"]["body"])
    assert html == '<p><a href="jiu.html#小节">小节</a></p>'


@pytest.mark.parametrize(
    "words",
    [
        "甲 href=",
        "甲 href='/zhengce/jiemian-banfa.md'",
        "href=&quot;/zhengce/jiemian-banfa.md&quot;",
        "甲 rel=",
    ],
)
def test_what_looks_like_an_address_in_a_title_is_none(tmp_path, words):
    link = f'<a title="{words}" href="https://a.example/" lang=" rel=">报</a>'
    html = body(tmp_path, f"{link}[办法](/zhengce/jiemian-banfa.md)")
    (anchor, own) = BeautifulSoup(html, "html.parser").find_all("a")
    assert anchor["data-external"] == "https://a.example/"
    assert anchor["href"].startswith("../../leaving/")
    assert (anchor["title"], anchor["lang"]) == (unescape(words), " rel=")
    assert own["href"] == "../../zhengce/2026/jiemian-banfa.html"


@pytest.mark.parametrize("words", ["甲 src=", "甲 src='/images/emblem.svg'"])
def test_nor_is_one_in_the_words_of_a_picture(tmp_path, monkeypatch, words):
    # A picture from elsewhere is an error; here the record is shown in spite of it.
    monkeypatch.setattr(reader, "has_errors", lambda findings: False)
    html = body(
        tmp_path,
        f'<img alt="{words}" src="/images/emblem.svg">'
        f'<img alt="{words}" src="https://a.example/a.png">',
    )
    (picture,) = BeautifulSoup(html, "html.parser").find_all("img")
    assert (picture["alt"], picture["src"]) == (words, "../../images/emblem.svg")


def test_a_host_that_the_bureau_trusts_is_linked_directly(tmp_path):
    text = (make_content(tmp_path / "a") / "bureau.yml").read_text()
    files = {
        "bureau.yml": f"{text}trusted_hosts: [paper.example]\n",
        "dongtai/xin.md": record("新", "[报](https://paper.example/1)"),
    }
    html = str(outputs(tmp_path / "b", files)["dongtai/2026/xin.html"].view["record"]["body"])
    assert html == '<p><a href="https://paper.example/1" rel="noopener">报</a></p>'


DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>图</title>'
    '<path d="M0 0h4" stroke="currentColor" fill="var(--teal,#0f5257)"/></svg>'
)


def test_a_drawing_stands_in_the_page_with_its_words(tmp_path):
    text = record("新", '看：\n\n![一条"线"](/images/xian.svg "图注")')
    files = {"dongtai/xin.md": text, "images/xian.svg": DRAWING}
    html = str(outputs(tmp_path, files)["dongtai/2026/xin.html"].view["record"]["body"])
    assert html == (
        '<p>看：</p>\n<figure><svg class="drawing" role="img" aria-label="一条&quot;线&quot;"'
        ' width="40" height="20" viewBox="0 0 40 20">'
        '<path d="M0 0h4" stroke="currentColor" fill="var(--teal)"></path></svg>'
        "<figcaption>图注</figcaption>\n</figure>"
    )


def test_the_drawing_of_a_record_stands_above_its_text(tmp_path):
    head = {"图片": "\n  文件: images/xian.svg\n  说明: 一条<线>"}
    files = {"dongtai/xin.md": record("新", "文。", **head), "images/xian.svg": DRAWING}
    view = outputs(tmp_path, files)["dongtai/2026/xin.html"].view["record"]
    start = '<svg class="drawing" role="img" aria-label="一条&lt;线&gt;" width="40" height="20" '
    assert view["drawing"].startswith(start)


def test_a_feed_has_the_image(tmp_path):
    files = {"dongtai/xin.md": record("新", "![线](/images/xian.svg)"), "images/xian.svg": DRAWING}
    feed = outputs(tmp_path, files)["feeds/dongtai.json"].content.decode()
    assert "<svg" not in feed
    assert "/images/xian.svg" in feed
