"""Links: dead ones, pretended hosts, hidden ones, and requests to other sites."""

from __future__ import annotations

import pytest

from plugins.findings import Severity

ARTICLE = "dongtai/2026/xin.html"
PLACE = "<p>正文。</p>"


def with_link(site, markup, path=ARTICLE):
    site.edit(path, PLACE, markup)


DEAD = [
    ("/dongtai/2026/xinn.html", "page-link", "指到的网页或文件不存在",
     "是不是“/dongtai/2026/xin.html”？"),
    ("/Dongtai/2026/xin.html", "page-link", "大小写不一样，服务器上打不开",
     "写成 /dongtai/2026/xin.html"),
    ("../../images/JIE.jpg", "page-link", "大小写不一样", "写成 /images/jie.jpg"),
    ("/dongtai", "page-link", "链接“/dongtai”少了最后的“/”", "以“/”结尾：dongtai/"),
    ("/images/", "page-link", "没有首页 index.html 的文件夹", "链接到文件夹里的网页"),
    ("/files/没有.pdf", "page-link", "链接“/files/没有.pdf”指到的网页或文件不存在",
     "改成存在的网页或文件"),
    ("https://zfj.qinghe.gov.cn/wu/", "page-link", "https://zfj.qinghe.gov.cn/wu/", "删去链接"),
    ("#过城", "page-anchor", "目标网页里没有“#过城”这个位置", "是不是“#过程”？"),
    ("jiu.html#zzzz", "page-anchor", "目标网页里没有“#zzzz”这个位置", "换成那一页里有的位置"),
]  # fmt: skip


@pytest.mark.parametrize(("href", "rule", "message", "hint"), DEAD)
def test_a_dead_link(site, href, rule, message, hint):
    with_link(site, f'<p>甲<a href="{href}">乙丙丁</a></p>')
    told = site.only()
    assert (told.rule, told.path, told.severity) == (rule, ARTICLE, Severity.ERROR)
    assert message in told.message
    assert hint in told.hint and "多半由 content/dongtai/xin.md 生成" in told.hint
    assert (told.line, told.column) == (site.line_of(ARTICLE, "乙丙丁"), 5)


@pytest.mark.parametrize(
    "href", ["", "#", "#top", "#过程", "#%E8%BF%87%E7%A8%8B", "/", "../", "jiu.html?a=1#过程",
             "/files/biao.pdf#page=2", "tel:12345", "mailto:a@qinghe.gov.cn", "#:~:text=甲"],
)  # fmt: skip
def test_a_link_that_leads_somewhere(site, href):
    with_link(site, f'<p><a href="{href}">乙丙丁</a></p>')
    assert site.crawl() == []


@pytest.mark.parametrize(
    "markup",
    ['<img alt="" src="/wu.png">', '<img alt="" src="/images/jie.jpg" srcset="/wu.png 2x">',
     '<video poster="/wu.png"></video>', '<object data="/wu.png"></object>',
     '<p style="background: url(/wu.png)">甲</p>', "<style>p{background:url('/wu.png')}</style>",
     '<audio src="/wu.png"></audio>', '<iframe title="甲" src="/wu.png"></iframe>',
     '<script src="/wu.png"></script>',
     '<script type="application/ld+json">{"image": "https://zfj.qinghe.gov.cn/wu.png"}</script>',
     '<form action="/wu.png"></form>', '<svg><use href="/wu.png"/></svg>'],
)  # fmt: skip
def test_every_attribute_with_an_address(site, markup):
    with_link(site, markup)
    told = site.only()
    assert told.rule == "page-link" and "/wu.png”指到的网页或文件不存在" in told.message
    assert told.line == site.line_of(ARTICLE, "/wu.png")


def test_addresses_in_the_head(site):
    site.edit(ARTICLE, "</title>", '</title><meta http-equiv="refresh" content="3; url=/wu/">')
    site.edit(ARTICLE, 'href="/feeds/dongtai.json"', 'href="/feeds/dongtal.json"')
    found = {each.message: each.hint for each in site.crawl()}
    assert found.pop("链接“/wu/”指到的网页或文件不存在")
    ((message, hint),) = found.items()
    assert message == "链接“/feeds/dongtal.json”指到的网页或文件不存在"
    assert "是不是“/feeds/dongtai.json”？" in hint


def test_a_link_of_the_frame_is_told_of_the_theme(site):
    site.edit(ARTICLE, '<a href="/search.html">', '<a href="/sarch.html">')
    told = site.only()
    assert "是不是“/search.html”？" in told.hint
    assert "theme/templates/parts/ 和 content/bureau.yml" in told.hint


def test_a_page_that_is_gone_is_told_by_all_that_link_to_it(site):
    (site.folder / "dongtai/2026/jiu.html").unlink()
    found = site.crawl()
    assert {each.rule for each in found} == {"page-link"}
    assert {ARTICLE, "sitemap.xml", "data/search.json", "feeds/dongtai.json"} <= {
        each.path for each in found
    }


HOSTS = [
    ("https://gov-cn.com/", "link-host", "域名 gov-cn.com 像政府网站，但不是",
     "以 .gov.cn 或 .政务 结尾"),
    ("https://zj.gov.cn.evil.example/", "link-host", "域名 zj.gov.cn.evil.example 像政府网站",
     "核对"),
    ("https://www.g0v.cn/", "link-host", "域名 www.g0v.cn 像政府网站", "核对"),
    ("https://hzgov.cn/", "link-host", "容易被当成政府网站（不是以 .gov.cn 结尾）", "核对"),
    ("https://www.gov.cn@evil.example/", "link-host", "里有“@”，实际打开的是 evil.example",
     "重新复制"),
    ("https://8.8.8.8/", "link-host", "用的是IP地址，没有域名", "换成域名"),
    ("https://аpple.example/", "link-host", "混用了几种文字", "trusted_hosts"),
    ("https://例子.example/", "link-host", "混用了几种文字", "trusted_hosts"),
    ("https://例子.公司/", "link-host", "的域名“例子.公司”（xn--", "trusted_hosts"),
    ("https://www.lapsed.example/a", "lapsed-host", "的域名 www.lapsed.example 已经关停或失效",
     "lapsed_hosts"),
    ("http://121.43.68.40/", "lapsed-host", "的域名 121.43.68.40 已经关停", "lapsed_hosts"),
    ("https://[::1", "link-host", "网址“https://[::1”写得不对，打不开", "从浏览器的地址栏重新复制"),
]  # fmt: skip


@pytest.mark.parametrize(("href", "rule", "message", "hint"), HOSTS)
def test_a_host_that_is_not_what_it_seems(site, href, rule, message, hint):
    """Also behind the prompt before leaving, which a link of a text has."""
    with_link(site, f'<p><a href="/" data-external="{href}">乙丙丁</a></p>')
    told = site.only()
    assert (told.rule, told.severity) == (rule, Severity.ERROR)
    assert message in told.message and hint in told.hint
    assert told.line == site.line_of(ARTICLE, "乙丙丁")


@pytest.mark.parametrize("host", ["www.gov.cn", "a.zj.gov.cn", "青禾.政务", "bszs.conac.cn"])
def test_a_government_host_needs_no_prompt(site, host):
    with_link(site, f'<p><a rel="noopener" href="https://{host}/">乙丙丁</a></p>')
    assert site.crawl() == []


def test_a_link_that_leaves_without_a_prompt(site):
    with_link(site, '<p><a rel="noopener" href="https://news.example.org/2">乙丙丁</a></p>')
    told = site.only()
    assert told.rule == "link-prompt" and "不是政府网站，点击时没有离开本网站的提示" in told.message
    assert "即将离开本网站" in told.hint and "trusted_hosts" in told.hint


def test_a_link_that_gives_the_other_site_a_hold_on_this_one(site):
    with_link(site, '<p><a href="https://www.gov.cn/">乙丙丁</a></p>')
    told = site.only()
    assert told.message == "外部链接“https://www.gov.cn/”没有 rel=“noopener”"
    assert "加上 rel=“noopener”" in told.hint


LINK = '<a rel="noopener" href="https://www.gov.cn/">甲</a>'
HIDDEN = [
    (f'<div style="display: none">{LINK}</div>', "style 里是 display:none"),
    (f'<div style="VISIBILITY:hidden">{LINK}</div>', "style 里是 visibility:hidden"),
    (f'<div style="opacity:0">{LINK}</div>', "style 里是 opacity:0"),
    (f'<div style="font-size:0">{LINK}</div>', "字号 0 或 1 像素"),
    (f'<div style="height:1px;overflow:hidden">{LINK}</div>', "宽或高不到 2 像素"),
    (f'<div style="position:absolute;left:-9999px">{LINK}</div>', "移到了屏幕外"),
    (f'<p style="text-indent:-1000em">{LINK}</p>', "移到了屏幕外"),
    (f'<p style="background:#ffffff"><span style="color:white">{LINK}</span></p>',
     "文字和背景同色"),
    (f'<p style="color:#FFF">{LINK}</p>', "文字和背景同色"),
    (f'<p style="color:transparent">{LINK}</p>', "文字是透明的"),
    (f'<p style="clip:rect(0 0 0 0)">{LINK}</p>', "被裁掉了"),
    (f'<p style="z-index:-1">{LINK}</p>', "压在别的内容下面"),
    (f"<p hidden>{LINK}</p>", "有 hidden"),
    (f'<marquee height="1">{LINK}</marquee>', "在不到 2 像素的 marquee 里"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "how"), HIDDEN)
def test_a_hidden_link(site, markup, how):
    with_link(site, markup)
    told = site.only()
    assert (told.rule, told.severity) == ("hidden-link", Severity.ERROR)
    assert told.message == f"到 www.gov.cn 的链接“https://www.gov.cn/”是隐藏的：{how}"
    assert "网站可能被入侵，马上报告管理员" in told.hint
    assert told.line == site.line_of(ARTICLE, markup)


def test_a_link_without_a_word(site):
    with_link(site, '<p><a rel="noopener" href="https://www.gov.cn/"> </a></p>')
    found = {each.rule: each.message for each in site.crawl()}
    assert found["hidden-link"].endswith("没有文字，读者看不见")
    assert set(found) == {"hidden-link", "page-link-text"}


@pytest.mark.parametrize(
    "style",
    ["height:10px", "opacity:0.5", "left:-1px", "font-size:1.2em", "color:#fff;background:#000"],
)
def test_a_style_that_hides_nothing(site, style):
    with_link(site, f'<p style="{style}">{LINK}</p>')
    assert site.crawl() == []


FOREIGN = [
    ('<script src="https://cdn.example/a.js"></script>', "从别的网站 cdn.example 取脚本"),
    ('<link rel="stylesheet" href="//cdn.example/a.css">', "取样式、图标或字体"),
    ('<link rel="preconnect" href="https://cdn.example/">', "取样式、图标或字体"),
    ('<img alt="" src="http://zfj.qinghe.gov.cn/images/jie.jpg">',
     "从别的网站 zfj.qinghe.gov.cn 取图片"),
    ('<img alt="" src="/images/jie.jpg" srcset="https://cdn.example/a.png 2x">', "取图片"),
    ('<iframe title="图" src="https://map.example/"></iframe>', "从别的网站 map.example 取框架"),
    ("<style>@font-face{src:url(https://f.example/a.woff)}</style>", "从别的网站 f.example 取内容"),
    ('<p style="background:url(https://f.example/a.png)">甲</p>', "取内容"),
    ('<form action="https://f.example/"></form>', "表单把内容交给别的网站 f.example"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "message"), FOREIGN)
def test_a_request_to_another_site(site, markup, message):
    with_link(site, markup)
    told = site.only()
    assert (told.rule, told.severity) == ("foreign-request", Severity.ERROR)
    assert message in told.message
    assert "本网站" in told.hint


def test_the_script_of_mistakes_is_allowed(site):
    script = '<script id="_jiucuo_" sitecode="3399990001" src="https://zfwzgl.www.gov.cn/j.js">'
    with_link(site, f"{script}</script>")
    assert site.crawl() == []
    site.edit(ARTICLE, 'sitecode="3399990001"', 'sitecode="3399990009"')
    assert site.only().message == "找错入口的标识码是“3399990009”，与 bureau.yml 不一样"


def test_a_style_sheet_that_loads_from_elsewhere(site):
    (file,) = site.folder.glob("assets/site.*.css")
    path = file.relative_to(site.folder).as_posix()
    with file.open("a", encoding="utf-8") as opened:
        opened.write("\np{background:url(https://f.example/a.png)}\nq{background:url(../wu.png)}")
    found = {each.rule: each for each in site.crawl() if each.path == path}
    assert set(found) == {"foreign-request", "page-link"}
    assert (
        found["foreign-request"].message
        == "样式从别的网站 f.example 取文件：“https://f.example/a.png”"
    )
    assert "theme/static/css/" in found["foreign-request"].hint
    assert "../wu.png" in found["page-link"].message
