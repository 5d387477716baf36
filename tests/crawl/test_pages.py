"""Each rule about one page: one thing of a correct page is changed, and just that is found."""

from __future__ import annotations

import re

import pytest

from plugins.findings import Severity

ARTICLE, LIST, HOME = "dongtai/2026/xin.html", "dongtai/index.html", "index.html"
TWIN = "zh-hant/dongtai/2026/xin.html"


def test_a_correct_site_has_nothing(site):
    assert site.crawl() == []


# Page, what is replaced (once), by what, rule, words of the message, words of the hint, and
# what stands at the place that is named ("" for the start of the file).
WRONG = [
    # Site tags
    (ARTICLE, r'<meta name="SiteName"[^>]*>\n', "", "tag-site", "网页没有 SiteName 标签",
     '<meta name="SiteName" content="青禾县综合行政执法局网站">（多半由 content/bureau.yml 生成）',
     ""),
    (ARTICLE, r'(?<="SiteName" content=")[^"]*', "", "tag-site", "SiteName 标签是空的",
     "每个网页写一次",
     '<meta name="SiteName"'),
    (ARTICLE, r'(?<="SiteName" content=")[^"]*', "null", "tag-site",
     "SiteName 标签的内容是“null”，不是真实内容", "每个网页写一次", '<meta name="SiteName"'),
    (ARTICLE, r'(?<="SiteName" content=")[^"]*', "齐齐哈尔市", "tag-site",
     "SiteName 是“齐齐哈尔市”，与 bureau.yml 不一样", "应是“青禾县综合行政执法局网站”",
     '<meta name="SiteName"'),
    (TWIN, r'(?<="SiteName" content=")[^"]*', "青禾縣", "tag-site", "SiteName 是“青禾縣”",
     "应是“青禾縣綜合行政執法局網站”", '<meta name="SiteName"'),
    (HOME, r'(?<="SiteDomain" content=")[^"]*', "gxq.cq.gov.cn", "tag-site",
     "SiteDomain 是“gxq.cq.gov.cn”", "应是“zfj.qinghe.gov.cn”", '<meta name="SiteDomain"'),
    (HOME, r'(?<="SiteIDCode" content=")[^"]*', "33999900", "tag-site",
     "SiteIDCode“33999900”不是网站标识码的格式", "10 位数字", '<meta name="SiteIDCode"'),
    (HOME, r'(?<="SiteIDCode" content=")[^"]*', "3399990002", "tag-site",
     "SiteIDCode 是“3399990002”", "应是“3399990001”", '<meta name="SiteIDCode"'),
    ("404.html", r'"SiteName"', '"sitename"', "tag-site", "标签名“sitename”大小写不对",
     "每个网页写一次", '<meta name="sitename"'),
    (HOME, r'(<meta name="SiteIDCode"[^>]*>)', '<meta name="SiteIDCode" content="3399990001">\n'
     '<meta  name="SiteIDCode" content="3399990001">', "tag-site", "SiteIDCode 标签写了 2 次",
     "每个网页写一次", '<meta  name="SiteIDCode"'),
    # Column tags
    (LIST, r'<meta name="ColumnType"[^>]*>\n', "", "tag-column", "网页没有 ColumnType 标签",
     "栏目页和稿件页都写一次 ColumnType（多半由 content/dongtai/_column.yml 生成）", ""),
    (ARTICLE, r'(?<="ColumnDescription" content=")[^"]*', " ", "tag-column",
     "ColumnDescription 标签是空的", "栏目页和稿件页都写一次", '<meta name="ColumnDescription"'),
    ("dongtai/page/2.html", r'<meta name="ColumnKeywords"[^>]*>\n', "", "tag-column",
     "网页没有 ColumnKeywords 标签", "栏目页和稿件页都写一次", ""),
    (LIST, r'(?<="ColumnName" content=")[^"]*', "别的", "tag-column",
     "ColumnName 是“别的”，与 _column.yml 的名称不一样", "应是“巡查日记”",
     '<meta name="ColumnName"'),
    (LIST, r'(?<="ColumnType" content=")[^"]*', "杂七杂八", "tag-column",
     "ColumnType“杂七杂八”不在附件列出的栏目类型之内", "工作动态", '<meta name="ColumnType"'),
    # Article tags
    (ARTICLE, r'<meta name="ArticleTitle"[^>]*>\n', "", "tag-article", "网页没有 ArticleTitle 标签",
     "每篇稿件的网页写一次 ArticleTitle（多半由 content/dongtai/xin.md 生成）", ""),
    (ARTICLE, r'(?<="ArticleTitle" content=")[^"]*', "街面", "tag-article",
     "ArticleTitle“街面”与网页上的标题“街面整治”不一样", "同一个标题", '<meta name="ArticleTitle"'),
    (ARTICLE, r'(?<="PubDate" content=")[^"]*', "2026-03-01 09:00:00", "tag-article",
     "PubDate“2026-03-01 09:00:00”格式不对", "24 小时制，没有秒", '<meta name="PubDate"'),
    (ARTICLE, r'(?<="PubDate" content=")[^"]*', "2026-03-02 09:00", "tag-article",
     "PubDate 是“2026-03-02 09:00”，网页上显示的是“2026-03-01 09:00”", "同一个时间",
     '<meta name="PubDate"'),
    (ARTICLE, r'>2026-03-01 09:00</time>', "></time>", "tag-article", "网页上没有显示发布时间",
     "同一个时间", '<meta name="PubDate"'),
    (ARTICLE, r'(?<="ContentSource" content=")[^"]*', "别处", "tag-article",
     "ContentSource“别处”没有显示在网页上", "写明来源", '<meta name="ContentSource"'),
    (TWIN, r'<meta name="PubDate"[^>]*>\n', "", "tag-article", "网页没有 PubDate 标签",
     "写一次 PubDate", ""),
    (ARTICLE, r'<meta name="Keywords"[^>]*>\n', "", "tag-optional", "网页没有 Keywords",
     "<meta name=", ""),
    (ARTICLE, r'<meta name="Description"[^>]*>\n', "", "tag-optional", "网页没有 Description",
     "<meta", ""),
    (ARTICLE, r'(?<="Url" content=")[^"]*', "/dongtai/2026/xin.html", "tag-address",
     "Url“/dongtai/2026/xin.html”不是完整的网址", "https://zfj.qinghe.gov.cn/", '<meta name="Url"'),
    (ARTICLE, r'(?<=rel="canonical" href=")[^"]*',
     "https://zfj.qinghe.gov.cn/dongtai/2026/jiu.html",
     "tag-address", "不是这个网页的网址", "应是 https://zfj.qinghe.gov.cn/dongtai/2026/xin.html",
     '<link rel="canonical"'),
    # Title and language
    (ARTICLE, r"<title>[^<]*", "<title>街面整治", "page-title", "网页的标题（title）是“街面整治”",
     "应是“街面整治-巡查日记-青禾县综合行政执法局网站”", "<title"),
    (ARTICLE, r"<title>[^<]*</title>", "", "page-title", "网页没有标题（title）",
     "标题-栏目-青禾县", ""),
    (HOME, r"<title>[^<]*", "<title>首页", "page-title", "是“首页”",
     "应是“青禾县综合行政执法局网站”", "<title"),
    (LIST, r"<title>[^<]*", "<title>巡查日记", "page-title", "是“巡查日记”", "应是“巡查日记-青禾县",
     "<title"),
    (ARTICLE, r'<html lang="zh-CN"', "<html", "page-language", "没有写语言（lang）", 'lang="zh-CN"',
     "<html"),
    (TWIN, r'<html lang="zh-Hant"', '<html lang="zh-CN"', "page-language", "写的是 lang=“zh-CN”",
     'lang="zh-Hant"', "<html"),
    # Footer
    (ARTICLE, r"<footer.*</footer>", "", "footer-missing", "网页没有底部功能区", "写明七项", ""),
    (ARTICLE, r'(?<=method=show&amp;id=)[0-9A-F]*', "F" * 32, "footer-mark",
     "与 bureau.yml 的编号不一样", "应是 https://bszs.conac.cn/", '<a href="https://bszs'),
    (ARTICLE, r'<li><a href="https://bszs.conac.cn.*?</li>', "", "footer-mark",
     "没有党政机关网站标识的链接", "链接到 https://bszs.conac.cn/", "<footer"),
    (ARTICLE, r"/assets/party-government[^\"]*", "/assets/red_error.png", "footer-mark",
     "图片是 red_error.png", "机构编制部门", '<img src="/assets/red_error'),
    (ARTICLE, r'<li><a href="https://zfwzgl.*?</li>', "", "footer-mistake",
     "没有“我为政府网站找错”的入口", "site_code=3399990001", "<footer"),
    (ARTICLE, r"zfwzgl.www.gov.cn", "pucha.kaipuyun.cn", "footer-mistake",
     "链接到停用的网址“https://pucha.kaipuyun.cn/", "换成 https://zfwzgl.www.gov.cn/",
     '<a href="https://pucha'),
    (ARTICLE, r"site_code=\d+", "site_code=3399990002", "footer-mistake",
     "找错入口的标识码是“3399990002”", "应是 3399990001", '<a href="https://zfwzgl'),
    (ARTICLE, r"(?<=&amp;url=)[^\"]*", "https%3A//zfj.qinghe.gov.cn/", "footer-mistake",
     "找错入口说的网址是“https://zfj.qinghe.gov.cn/”", "url= 应是", '<a href="https://zfwzgl'),
    (ARTICLE, r"网站标识码：3399990001", "", "footer-code", "网页底部没有网站标识码",
     "写“网站标识码：3399990001”",
     "<footer"),
    (ARTICLE, r"网站标识码：3399990001", "网站标识码：3399990009", "footer-code",
     "网站标识码是“3399990009”", "应是 3399990001", "<footer"),
    (ARTICLE, r'(?<=footer-organiser">)青禾县综合行政执法局(?=</p>)', "县局", "footer-organiser",
     "没有写主办单位“青禾县综合行政执法局”", "写明主办单位", "<footer"),
    (ARTICLE, r"青禾县禾苗路1号", "禾苗路", "footer-organiser", "没有写地址“青禾县禾苗路1号”",
     "写明", "<footer"),
    (ARTICLE, r"浙ICP备00000001号", "浙ICP备", "footer-icp", "没有ICP备案编号“浙ICP备00000001号”",
     "https://beian.miit.gov.cn/", "<footer"),
    (ARTICLE, r"https://beian.miit.gov.cn/", "https://www.gov.cn/", "footer-icp",
     "没有链接到工业和信息化部的备案网站", "https://beian.miit.gov.cn/", "<footer"),
    (ARTICLE, r"浙公网安备33999900000001号", "浙公网安备", "footer-police",
     "没有公安备案编号“浙公网安备33999900000001号”", "https://beian.mps.gov.cn/", "<footer"),
    (ARTICLE, r"code=33999900000001", "code=1", "footer-police", "没有链接到自己的备案页",
     "code=33999900000001", "<footer"),
    (ARTICLE, r"网站地图</a></li>", "地点</a></li>", "footer-sitemap", "没有站点地图的链接",
     "sitemap.html",
     "<footer"),
    # Lists
    (LIST, r'<span class="date".*?</span>', "", "list-date", "列表里“", "没有日期的视为不更新",
     "<li"),
    # Accessibility
    (ARTICLE, r"<h1[^>]*>(.*?)</h1>", "<p>街面整治</p>", "page-heading", "没有一级标题 <h1>",
     "写成 <h1>",
     "<main"),
    (ARTICLE, r"<p>正文。</p>", "<h1 class=x>再来</h1>", "page-heading",
     "网页有 2 个一级标题 <h1>，如“再来”",
     "只留", "<h1 class=x"),
    (ARTICLE, r"<p>正文。</p>", "<h4>小</h4>", "page-heading",
     "标题跳了级：<h2>“过程”后面是 <h4>“小”",
     "改成 <h3>", "<h4>小"),
    (ARTICLE, r'<img alt="街面"', "<img", "page-image", "图片“/images/jie.jpg”没有 alt 文字",
     "写明图里有什么",
     '<img src="/images/jie'),
    (ARTICLE, r'<img alt="街面"', '<img alt="IMG_2031.jpg"', "page-image",
     "alt 是文件名“IMG_2031.jpg”",
     "写明图里有什么", '<img alt="IMG'),
    (ARTICLE, r">说明</a>", "></a>", "page-link-text", '链接 <a href="/files/biao.pdf"> 没有文字',
     "写上链接到什么", '<a href="/files/biao.pdf"'),
    (ARTICLE, r">说明</a>", ">点击这里</a>", "page-link-text", "链接的文字只有“点击这里”",
     "写出链接到什么",
     '<a href="/files/biao.pdf"'),
    (ARTICLE, r"<thead>.*?</thead>", "", "page-table", "没有表头单元格", "<th>", "<table"),
    (ARTICLE, r"<p>正文。</p>", "<input name=a>", "page-form",
     '输入框 <input name="a"> 没有说明文字', "label",
     "<input name=a"),
    (ARTICLE, r"<p>正文。</p>", '<p id="过程">正文。</p>', "page-id", "两处 id=“过程”",
     "每个 id 只用一次",
     '<p id="过程"'),
    (ARTICLE, r"<p>正文。</p>", '<p aria-describedby="wu">正文。</p>', "page-id",
     "aria-describedby=“wu”指的元素不在这一页", "改成这一页里有的", "<p aria-described"),
    (ARTICLE, r"<p>正文。</p>", '<iframe src="/"></iframe>', "page-frame",
     '<iframe src="/"> 没有 title',
     "写明里面是什么", "<iframe"),
    (ARTICLE, r"<p>正文。</p>", "<button></button>", "page-button", "按钮 <button> 没有文字",
     "aria-label",
     "<button></"),
    (ARTICLE, r"<p>正文。</p>",
     "<!-- 空 -->" + "<p>甲乙丙丁戊</p>" * 2 + "<p>正文。</p><h6>一</h6>",
     "page-heading", "后面是 <h6>“一”", "改成 <h3>", "<h6>一"),
]  # fmt: skip
WARNINGS = {"tag-optional", "page-weight"}
SOFT = ("不在附件列出的栏目类型", "alt 是文件名", "链接的文字只有")


@pytest.mark.parametrize(("path", "pattern", "new", "rule", "message", "hint", "place"), WRONG)
def test_what_is_wrong_on_a_page(site, path, pattern, new, rule, message, hint, place):
    site.substitute(path, pattern, new)
    found = [each for each in site.crawl() if not _follows(each, pattern)]
    assert {each.rule for each in found} == {rule}, [each.message for each in found]
    assert {each.path for each in found} == {path}
    told = next(each for each in found if message in each.message)
    assert hint in told.hint
    is_soft = rule in WARNINGS or any(words in told.message for words in SOFT)
    assert told.severity is (Severity.WARNING if is_soft else Severity.ERROR)
    text = (site.folder / path).read_text(encoding="utf-8").split("\n")
    assert text[told.line - 1][told.column - 1 :].startswith(place)
    assert place or (told.line, told.column) == (1, 1)


def _follows(found, pattern):
    """What the same change spoils under another rule, as it should."""
    pairs = {
        "<h1[^>]*>(.*?)</h1>": {"tag-article", "page-title"},
        "zfwzgl.www.gov.cn": {"lapsed-host", "link-prompt"},
        '/assets/party-government[^\\"]*': {"page-link"},
        '(?<=rel="canonical" href=")[^"]*': {"footer-mistake"},
    }
    return found.rule in pairs.get(pattern, ())


def test_an_article_without_any_tag_is_known_by_its_source(site):
    for name in ("ArticleTitle", "PubDate", "ContentSource"):
        site.substitute(ARTICLE, rf'<meta name="{name}"[^>]*>\n', "")
    site.edit(ARTICLE, '"og:type" content="article"', '"og:type" content="website"')
    assert [each.message for each in site.crawl()] == [
        f"网页没有 {name} 标签" for name in ("ArticleTitle", "ContentSource", "PubDate")
    ]


def test_a_blank_column_is_told_with_its_words(site):
    for path, words in ((LIST, "栏目建设中"), ("zh-hant/dongtai/index.html", "欄目建設中")):
        site.substitute(path, r'<div class="list.*</main>', f"<p>{words}</p></main>")
    found = site.crawl()
    assert {each.rule for each in found} == {"column-blank"}
    assert found[0].message == "栏目“巡查日记”是空白的：只有“建设中”"
    assert "补充稿件" in found[0].hint and "content/dongtai/_column.yml" in found[0].hint
    site.edit(LIST, "<p>栏目建设中</p>", "")
    assert site.crawl()[0].message == "栏目“巡查日记”是空白的：没有内容"


@pytest.mark.parametrize(
    ("data", "why"), [(b"\xff\xfe<html>", "不是 UTF-8 编码"), (b"", "是空的或不是 HTML")]
)
def test_a_page_that_cannot_be_read(site, data, why):
    (site.folder / ARTICLE).write_bytes(data)
    told = next(each for each in site.crawl() if each.rule == "page-unreadable")
    assert (told.path, told.message) == (ARTICLE, f"网页读不了：{why}")
    assert "重新生成网站" in told.hint


def test_a_heavy_page(site):
    bureau = site.content / "bureau.yml"
    words = "".join(chr(0x4E00 + n * 7919 % 20000) for n in range(60_000))
    site.edit(ARTICLE, "<p>正文。</p>", f"<p>{words}</p>")
    text = bureau.read_text(encoding="utf-8")
    try:
        bureau.write_text(text.replace("  page_size: 5", "  page_size: 5\n  page_kb: 90"), "utf-8")
        told = site.only()
    finally:
        bureau.write_text(text, encoding="utf-8")
    assert told.rule == "page-weight" and told.severity is Severity.WARNING
    assert re.fullmatch(r"网页连样式和脚本有 \d+ KB（压缩后），超过 90 KB", told.message)
    assert "把长文分成几篇" in told.hint


def test_heavy_pictures(site):
    (site.folder / "images/jie.jpg").write_bytes(b"\xff" * 4_000_000)
    told = next(each for each in site.crawl() if each.path == ARTICLE)
    assert re.fullmatch(r"网页连图片有 39\d\d KB，超过 3072 KB", told.message)
    assert "缩小或减少图片" in told.hint


def test_a_missing_name_of_the_column_is_no_wrong_title(site):
    site.substitute(ARTICLE, r'<meta name="ColumnName"[^>]*>\n', "")
    found = site.only()
    assert (found.rule, found.message) == ("tag-column", "网页没有 ColumnName 标签")
