"""HTML of editors: what stays has one meaning, what goes is named."""

import html5lib
import pytest
from bs4 import BeautifulSoup

from plugins.texts.html_cleaner import ATTRIBUTES, EVERYWHERE, TAGS, clean_html, forbidden_markup

# What readers of HTML have disagreed about, and what each of them would have run.
HOSTILE = [
    ("字<!--><script src=/files/x.js></script> -->", ["<script"]),
    ("字<!---><script>x()</script>-->", ["<script"]),
    ("字<!--a--!><script>x()</script>-->", ["<script"]),
    ("<![CDATA[><script>x()</script>]]>", ["<script"]),
    ("<? ><script>x()</script>?>", ["<script"]),
    ('<xmp><p title="</xmp><meta http-equiv=refresh content=0;url=https://e.example/>"></p></xmp>',
     ["<xmp", "<meta"]),
    ('<noscript><p title="</noscript><img src=x onerror=x()>"></noscript>', ["<noscript"]),
    ('<textarea><p title="</textarea><img src=x onerror=x()>">', ["<textarea", "onerror="]),
    ("<title><img src=x onerror=x()></title>", ["<title"]),
    ("<svg><style><img src=x onerror=x()></style></svg>", ["<svg", "<style", "onerror="]),
    ('<math><mtext><table><mglyph><style><!--</style>'
     '<img title="--&gt;&lt;img src=1 onerror=x()&gt;">',
     ["<math", "<mtext", "<mglyph", "<style"]),
    ("<form><button formaction=javascript:x()>按</button></form>", ["<form", "<button"]),
    ("<p/onclick=x()>甲</p>", ["onclick="]),
    ("<a href=' java\tscript:x()'>甲</a>", ["javascript:x()"]),
    ('<a href="JAVASCRIPT&colon;x()">甲</a>', ["JAVASCRIPT:x()"]),
    ("<a href=data:text/html,x>甲</a>", ["data:text/html,x"]),
    ("<a href=' feed:x()'>甲</a>", ["feed:x()"]),
    ("<img src=weixin:a alt=甲>", ["weixin:a"]),
    ("<iframe srcdoc='<script>x()</script>'></iframe>", ["<iframe"]),
    ("<base href=//e.example>", ["<base"]),
    ("<link rel=stylesheet href=//e.example>", ["<link"]),
    ("<video src=x onerror=x()></video>", ["<video"]),
    ("<template><script>x()</script></template>", ["<template"]),
    ("<plaintext>甲", ["<plaintext"]),
    ("<h1>甲</h1>", ["<h1"]),
    ("<p style=position:fixed>甲</p>", ["style="]),
    ("<body onload=x()>甲</body>", ["onload="]),
    ("<html background=//e.example><p>甲</html>", ["background="]),
    ("<div role=banner tabindex=9>甲</div>", ["role=", "tabindex="]),
    ("<p id=main>甲</p>", ['id="main"']),
    ("<p id=a>甲</p><p id=a>乙</p>", ['id="a"']),
    # Non-characters, which stand for signs during the conversion; and what readers don't see.
    ("<p title='&#xFDD1; onclick=x()'>甲</p>", ["&#xFDD1;"]),
    ("<p title='&#0064977 onclick=x()'>甲</p>", ["&#0064977"]),
    ("<p id='ma&#x1FFFE;in'>甲</p>", ["&#x1FFFE;"]),
    ("甲&#x202e;乙&ZeroWidthSpace;丙", ["&#x202e;", "&ZeroWidthSpace;"]),
    ("甲&#0;乙&#xD800;丙&#1114112;丁", ["&#0;", "&#xD800;", "&#1114112;"]),
]  # fmt: skip


@pytest.mark.parametrize(("html", "named"), HOSTILE)
def test_what_runs_frames_or_submits_goes_and_is_named(html, named):
    assert set(named) <= set(forbidden_markup(html))
    assert is_sound(clean_html(html))


def is_sound(html: str) -> bool:
    """Whether a browser reads what is written: nothing but what the list allows, all of it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(html)
    for element in tree.iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag in TAGS, element.tag
        allowed = EVERYWHERE | ATTRIBUTES.get(element.tag, set()) | {"class"}
        assert set(element.attrib) <= allowed, element.attrib
    return clean_html(html) == html


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p>甲</div></p>", "<p>甲</p>"),
        ("<b>甲", "<b>甲</b>"),
        ("<p>甲<p>乙", "<p>甲</p><p>乙</p>"),
        ("<a href=x>甲", '<a href="x">甲</a>'),
        ("<A HREF='x' >甲</A>", '<a href="x">甲</a>'),
        ("<td>甲", "甲"),
        ("</main></body></html>甲", "甲"),
        ("甲 < 乙 & 丙", "甲 &lt; 乙 &amp; 丙"),
        ('<p class="MsoNormal preview" align=center>甲</p>', '<p>甲</p>'),
        ('<img name="querySelector" alt="x" src="/images/emblem.svg">',
         '<img alt="x" src="/images/emblem.svg">'),
        ("甲<!-- 乙 -->丙", "甲丙"),
        ("甲&nbsp;&#8217;&#128;&amp;#xFDD1;&unknown;", "甲&nbsp;’€&amp;#xFDD1;&amp;unknown;"),
        ('<div role="group" tabindex="0" aria-label="甲">乙</div>',
         '<div role="group" tabindex="0" aria-label="甲">乙</div>'),
        ("<html><body><p>甲</p></body></html>", "<p>甲</p>"),
        # Where such links lead is said of the link.
        ("<a href=weixin://a>甲</a>", '<a href="weixin://a">甲</a>'),
        ("<a HREF = 'htps://www.gov.cn/'>甲</a>", '<a href="htps://www.gov.cn/">甲</a>'),
    ],
)  # fmt: skip
def test_what_stays_is_balanced_and_quoted(html, clean):
    assert clean_html(html) == clean
    assert list(forbidden_markup(html)) == []


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p id=a>甲</p><p id=a>乙</p>", '<p id="a">甲</p><p>乙</p>'),
        ("<p id=main>甲</p><p id=c1>乙</p>", '<p>甲</p><p id="c1">乙</p>'),
        ("<p title='a&#xFDD1; b'>甲</p>", '<p title="a\ufffd b">甲</p>'),
        ("甲&#x202E;乙&#x2028;丙&#x2F00;", "甲乙 丙一"),
        ("<div role=main tabindex=1>甲</div>", "<div>甲</div>"),
    ],
)
def test_what_goes_leaves_the_rest(html, clean):
    assert clean_html(html) == clean
    assert list(forbidden_markup(html)) != []


@pytest.mark.parametrize("tag", sorted(TAGS))
def test_every_allowed_tag_stays_in_its_place(tag):
    inside = {"col": "<table><colgroup><col></colgroup></table>"}.get(tag)
    wrapped = {
        "li": "<ul><li>甲</li></ul>",
        "dt": "<dl><dt>甲</dt></dl>",
        "dd": "<dl><dd>甲</dd></dl>",
        "summary": "<details><summary>甲</summary></details>",
        "figcaption": "<figure><figcaption>甲</figcaption></figure>",
        "rt": "<ruby>甲<rt>乙</rt></ruby>",
        "rp": "<ruby>甲<rp>乙</rp></ruby>",
        "caption": "<table><caption>甲</caption></table>",
        "colgroup": "<table><colgroup></colgroup></table>",
        "thead": "<table><thead><tr><th>甲</th></tr></thead></table>",
        "tbody": "<table><tbody><tr><td>甲</td></tr></tbody></table>",
        "tfoot": "<table><tfoot><tr><td>甲</td></tr></tfoot></table>",
        "table": "<table><tbody><tr><td>甲</td></tr></tbody></table>",
        "tr": "<table><tbody><tr><td>甲</td></tr></tbody></table>",
        "th": "<table><tbody><tr><th>甲</th></tr></tbody></table>",
        "td": "<table><tbody><tr><td>甲</td></tr></tbody></table>",
    }
    void = {"br", "hr", "img", "wbr"}
    html = inside or wrapped.get(tag) or (f"<{tag}>" if tag in void else f"<{tag}>甲</{tag}>")
    assert clean_html(html) == html
    assert BeautifulSoup(clean_html(html), "html.parser").find(tag)
