"""Faults of built pages, as a change of the theme, a plugin or an intruder makes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from bench.gate.model import PAGE, Place, Planted, Source, sort

Plant = Callable[[Random, Source], Planted | None]


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _changed(pattern: str, new: str, line: int = 0) -> Plant:
    """A match is replaced; told on its line, or on `line`."""
    compiled = re.compile(pattern, re.S)

    def plant(chance: Random, source: Source) -> Planted | None:
        found = [*compiled.finditer(source.text)]
        if not found:
            return None
        match = chance.choice(found)
        text = source.text[: match.start()] + match.expand(new) + source.text[match.end() :]
        return Planted(text.encode(), line or _line(text, match.start()))

    return plant


def _in_main(*elements: str) -> Plant:
    """One of these elements more, on a line of its own at the end of the main part."""

    def plant(chance: Random, source: Source) -> Planted | None:
        at = source.text.rfind("</main>")
        if at < 0:
            return None
        element = chance.choice(elements)
        text = f"{source.text[:at]}\n{element}\n{source.text[at:]}"
        return Planted(text.encode(), _line(text, at + 1))

    return plant


def _in_footer(pattern: str, new: str) -> Plant:
    """All that matches in the footer is changed; told where the footer begins."""

    def plant(chance: Random, source: Source) -> Planted | None:
        at = source.text.rfind("<footer")
        changed, times = re.subn(pattern, new, source.text[at:], flags=re.S)
        if at < 0 or not times:
            return None
        return Planted((source.text[:at] + changed).encode(), _line(source.text, at))

    return plant


def _gone(chance: Random, source: Source) -> Planted | None:
    """The page is gone: told where pages, feeds and data link to it."""
    if not MAY_GO.match(source.path):
        return None
    link = re.compile(rf"(?<!zh-hant)/{re.escape(source.path)}|\"{re.escape(source.path)}")
    places = frozenset(
        Place(other.path, number)
        for other in source.others.values()
        if other.path != source.path and source.path in other.text
        for number, line in enumerate(other.lines, 1)
        if link.search(line)
    )
    return Planted(None, places=places) if places else None


def _unless_leaving(plant: Plant) -> Plant:
    """Not on the prompt itself, which leads out of the site."""
    return lambda chance, source: None if "leaving/" in source.path else plant(chance, source)


def _meta(name: str) -> str:
    return rf'<meta name="{name}" content="[^"]*">\n'


HOST = "casino.example"
# Some articles: a page of a list would take all others with it. Calendars
# break the addresses of events over two lines.
MAY_GO = re.compile(r"(?:news|cases|dongtai)/\d{4}/[\w-]+\.html")
SORTS = (
    sort(
        "网页缺网站标签",
        "tag-site",
        _changed(_meta("(?:SiteName|SiteDomain|SiteIDCode)"), "", 1),
        PAGE,
    ),
    sort(
        "网站标识码写错",
        "tag-site",
        _changed(r'(?<="SiteIDCode" content=")\d+', "3399000099"),
        PAGE,
    ),
    sort(
        "网页缺栏目标签",
        "tag-column",
        _changed(_meta("Column(?:Name|Type|Keywords|Description)"), "", 1),
        PAGE,
    ),
    sort(
        "稿件页缺标签",
        "tag-article",
        _changed(_meta("(?:ArticleTitle|PubDate|ContentSource)"), "", 1),
        PAGE,
    ),
    sort(
        "PubDate与网页不一样",
        "tag-article",
        _changed(r'(?<="PubDate" content=")[^"]*', "2020-02-02 02:02"),
        PAGE,
    ),
    sort("标签是占位的字", "tag-site", _changed(r'(?<="SiteName" content=")[^"]*', "null"), PAGE),
    sort(
        "网页缺关键词或说明",
        "tag-optional",
        _changed(_meta("(?:Keywords|Description)"), "", 1),
        PAGE,
    ),
    sort(
        "网址标签写错",
        "tag-address",
        _changed(r'(?<="Url" content=")[^"]*', "https://a.example/"),
        PAGE,
    ),
    sort("网页标题不对", "page-title", _changed(r"(?<=<title>)[^<]+", "无标题"), PAGE),
    sort("网页没有写语言", "page-language", _changed(r'<html lang="[^"]*"', "<html"), PAGE),
    sort(
        "没有底部功能区",
        "footer-missing",
        _changed(r"<footer class=\"footer\">.*</footer>", "", 1),
        PAGE,
    ),
    sort("底部没有ICP备案编号", "footer-icp", _in_footer(r"浙ICP[^<]*", "备案"), PAGE),
    sort("底部没有公安备案", "footer-police", _in_footer(r"浙公[^<]*", "备案"), PAGE),
    sort(
        "底部的标识码写错", "footer-code", _in_footer(r"(?<=[：: ])\d{10}(?=<)", "3399000099"), PAGE
    ),
    sort("底部没有地址或电话", "footer-organiser", _in_footer(r"0599-\d{7}", "（略）"), PAGE),
    sort(
        "底部没有党政机关标识",
        "footer-mark",
        _in_footer(r'<li><a href="https://bszs\.conac\.cn.*?</a></li>', ""),
        PAGE,
    ),
    sort(
        "底部没有找错入口",
        "footer-mistake",
        _in_footer(r'<li><a href="https://zfwzgl\.www\.gov\.cn.*?</a></li>', ""),
        PAGE,
    ),
    sort(
        "底部没有网站地图",
        "footer-sitemap",
        _in_footer(r'<li><a href="[^"]*sitemap\.html"[^>]*>[^<]*</a></li>', ""),
        PAGE,
    ),
    sort(
        "隐藏的链接",
        "hidden-link",
        _in_main(
            f'<a href="https://{HOST}/" style="display:none">游戏</a>',
            f'<div style="position:absolute;left:-9999px"><a href="https://{HOST}/">游戏</a></div>',
            f'<a href="https://{HOST}/" style="font-size:0">游戏</a>',
            f'<a href="https://{HOST}/"></a>',
            f'<p style="color:#fff"><a href="https://{HOST}/">游戏</a></p>',
            f'<a href="https://{HOST}/" style="opacity: 0">游戏</a>',
            f'<p hidden><a href="https://{HOST}/">游戏</a></p>',
        ),
        PAGE,
    ),
    sort(
        "网页图片没有alt",
        "page-image",
        _in_main(
            '<img src="/images/emblem.svg">',
            '<p><img src="/images/emblem.svg" width="9" height="9"></p>',
        ),
        PAGE,
    ),
    sort(
        "网页标题跳级", "page-heading", _in_main("<h6>附带的说明</h6>", "<h1>又一个标题</h1>"), PAGE
    ),
    sort(
        "网页里指到没有的位置",
        "page-anchor",
        _in_main(
            '<p><a href="#meiyou-zhege">到附件去</a></p>',
            '<p><a href="/#meiyou-zhege">到首页的附件去</a></p>',
        ),
        PAGE,
    ),
    sort(
        "网页里指到没有的网页",
        "page-link",
        _in_main(
            '<p><a href="/meiyou/zhege.html">附带的说明</a></p>',
            '<p><a href="/meiyou/">附带的栏目</a></p>',
        ),
        PAGE,
    ),
    sort("网页没了，链接还在", "page-link", _gone, PAGE),
    sort(
        "向别的网站取内容",
        "foreign-request",
        _in_main(
            '<script src="https://cdn.example/a.js"></script>',
            '<img src="https://cdn.example/a.jpg" alt="街面">',
            '<iframe src="https://cdn.example/" title="地图"></iframe>',
            '<p style="background:url(https://cdn.example/a.png)">说明</p>',
            '<link rel="stylesheet" href="https://cdn.example/a.css">',
        ),
        PAGE,
    ),
    sort(
        "链接到关停的域名",
        "lapsed-host",
        _in_main('<p><a href="https://pucha.kaipuyun.cn/" rel="noopener">旧的入口</a></p>'),
        PAGE,
    ),
    sort(
        "像政府网站的域名",
        "link-host",
        _in_main(
            '<p><a href="https://www.gov-cn.example/" rel="noopener">办事大厅</a></p>',
            '<p><a href="https://yunting.gov.cn.example/" rel="noopener">办事大厅</a></p>',
            '<p><a href="http://203.0.113.9/" rel="noopener">办事大厅</a></p>',
            '<p><a href="https://www.gov.cn@a.example/" rel="noopener">办事大厅</a></p>',
        ),
        PAGE,
    ),
    sort(
        "离开网站没有提示",
        "link-prompt",
        _unless_leaving(
            _in_main('<p><a href="https://news.example.org/1" rel="noopener">媒体的报道</a></p>')
        ),
        PAGE,
    ),
    sort(
        "网页链接没有说清",
        "page-link-text",
        _in_main(
            '<p><a href="/">点击这里</a></p>',
            '<p><a href="/">更多</a></p>',
            '<p><a href="/"></a></p>',
        ),
        PAGE,
    ),
    sort("一页里重复的id", "page-id", _in_main('<p id="main">附带</p>'), PAGE),
    sort(
        "网页表格没有表头",
        "page-table",
        _in_main("<table><tr><td>甲</td><td>一</td></tr></table>"),
        PAGE,
    ),
    sort("输入框没有说明", "page-form", _in_main('<form action="/"><input name="x"></form>'), PAGE),
    sort(
        "按钮没有文字", "page-button", _in_main('<button type="button" class="x"></button>'), PAGE
    ),
)
