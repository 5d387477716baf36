"""Links and references that lead nowhere: what an editor reads, and what is suggested."""

import re

import pytest

from plugins.relations import TargetKind
from tests.states.moment_site import HOST, KINDS, MomentSite, One, column_code, sample

AT = "2026-03-10 09:00"
OTHERS = {
    "news/kaizhan-xuncha": sample("news", "## 第一节\n\n文。\n\n## 第二节\n\n文。", 标题="巡查"),
    "news/mingtian": sample("news", 标题="明天的", 发布日期="2026-03-11 09:00"),
    "notice/zhuyi": sample("notice", 标题="注意"),
    "notice/cuo": sample("notice", 标题="有错误的", 来源=None),
    "notice/wancuo": sample("notice", 标题="明天的错", 来源=None, 发布日期="2026-03-11 09:00"),
    "notice/caocuo": sample("notice", 标题="草稿的错", 来源=None, 状态="草稿"),
}
LINKS = [
    ("/news/kaizhan-xunchb.md", "没有稿件“news/kaizhan-xunchb”", "是不是“news/kaizhan-xuncha”？"),
    (
        "/notice/kaizhan-xuncha.md",
        "没有稿件“notice/kaizhan-xuncha”",
        "是不是“news/kaizhan-xuncha”？",
    ),
    ("/news/qq.md", "没有稿件“news/qq”", "写成 栏目/网址名"),
    ("/news/mingtian.md", "稿件“明天的”还没有发布", "等它发布后再引用，或先删去这一项"),
    (
        "/news/kaizhan-xuncha.md#第三节",
        "“巡查”里没有“#第三节”这个位置",
        "是不是“#第二节”？",
    ),
    (
        "/news/kaizhan-xuncha.md#q",
        "“巡查”里没有“#q”这个位置",
        "核对那篇稿件的小标题",
    ),
    ("/notice/cuo.md", "稿件 notice/cuo 有错误，没有读入", "先改正那篇稿件的错误"),
    *(
        (
            f"/notice/{name}.md",
            f"稿件“{title}”还没有发布，而且有错误",
            "先改正那篇稿件的错误，等它发布后再引用，或先删去这一项",
        )
        for name, title in (("wancuo", "明天的错"), ("caocuo", "草稿的错"))
    ),
    (
        "qnews/kaizhan-xuncha.md",
        "没有稿件“news/qnews/kaizhan-xuncha”",
        "是不是“news/kaizhan-xuncha”？",
    ),
    ("#q", "本页没有“#q”这个位置", "核对小标题"),
    ("#我的结", "本页没有“#我的结”这个位置", "是不是“#我的节”？"),
    ("#", "链接是空的", "写明链接到哪里"),
    (
        "ftp://a.example/",
        "不认识的链接“ftp://a.example/”",
        "以 https:// 开头，或写本站稿件、文件的路径",
    ),
    (f"{HOST}/x.html", f"“{HOST}/x.html”是本站的网页地址", "写本站稿件或文件的路径，如 /news/x.md"),
    (
        f"{HOST}/news/2026/kaizhan-xuncha.html",
        f"“{HOST}/news/2026/kaizhan-xuncha.html”是本站的网页地址",
        "本站稿件写成 /news/kaizhan-xuncha.md",
    ),
    (
        "/news/2026/kaizhan-xuncha.html",
        "“/news/2026/kaizhan-xuncha.html”是网页地址",
        "本站稿件写成 /news/kaizhan-xuncha.md",
    ),
    ("/files/q.pdf", "没有文件“/files/q.pdf”", "核对路径；附件在 /files/，图片在 /images/"),
    ("/files/xunchb.csv", "没有文件“/files/xunchb.csv”", "是不是“/files/xuncha.csv”？"),
]


@pytest.mark.parametrize(("link", "message", "hint"), LINKS)
def test_a_dead_link(link, message, hint):
    one = One("news", AT, {}, OTHERS, f"## 我的节\n\n见[此]({link})。")
    found = [each[1:] for each in one.findings if each[2] == "news/ben.md"]
    assert found == [("dead-link", "news/ben.md", message, hint)]


FILES = {"files/附件1.xlsx", "files/a#1.csv", "files/什么?.csv", "files/100%.csv", "files/a b.csv",
         "files/photo1.jpg", "files/photos/Photo2.JPG"}  # fmt: skip
SLIPS = [
    ("/files/Photo1.JPG", "没有文件“/files/Photo1.JPG”", "是不是“/files/photo1.jpg”？"),
    ("photo1.jpg", "没有文件“photo1.jpg”", "是不是“/files/photo1.jpg”？"),
    ("/images/photo2.jpg", "没有文件“/images/photo2.jpg”", "是不是“/files/photos/Photo2.JPG”？"),
    ("附件1.xlsx", "没有文件“附件1.xlsx”", "是不是“/files/附件1.xlsx”？"),
    ("附件１.xlsx", "没有文件“附件１.xlsx”", "是不是“/files/附件1.xlsx”？"),
    ("/files/A%20b.csv", "没有文件“/files/A b.csv”", "是不是“/files/a%20b.csv”？"),
    (
        "C:\\Users\\王\\附件1.xlsx",
        "“C:\\Users\\王\\附件1.xlsx”是自己电脑上的位置，别人打不开",
        "写成 /files/附件1.xlsx",
    ),
    (
        "file:///D:/表.et",
        "“file:///D:/表.et”是自己电脑上的位置，别人打不开",
        "把文件放进 files/，写成 /files/文件名",
    ),
    ("files\\附件1.xlsx", "“files\\附件1.xlsx”里的斜线方向反了", "写成 /files/附件1.xlsx"),
    ("files\\x.pdf", "“files\\x.pdf”里的斜线方向反了", "写成 /files/x.pdf"),
    ("www.gov.cn", "网址“www.gov.cn”前面缺少“https://”", "写成 https://www.gov.cn"),
    ("flk.npc.gov.cn/a?b", "网址“flk.npc.gov.cn/a?b”前面缺少“https://”",
     "写成 https://flk.npc.gov.cn/a?b"),
    ("www.gov.cn:8080/a", "网址“www.gov.cn:8080/a”前面缺少“https://”",
     "写成 https://www.gov.cn:8080/a"),
    ("192.168.1.5/oa", "“https://192.168.1.5/oa”是内部地址，外面的人打不开",
     "换成公开的网址，或删去链接"),
    ("http://10.0.0.8/oa", "“http://10.0.0.8/oa”是内部地址，外面的人打不开",
     "换成公开的网址，或删去链接"),
    ("http//www.gov.cn", "网址“http//www.gov.cn”的开头写错了", "写成 https://www.gov.cn"),
    ("htps://www.gov.cn/a", "网址“htps://www.gov.cn/a”的开头写错了", "写成 https://www.gov.cn/a"),
    ("hhtp：//www.gov.cn", "网址“hhtp：//www.gov.cn”的开头写错了", "写成 https://www.gov.cn"),
    ("data:image/png;base64,iVBORw0KGgo=",
     "图片的数据直接写在了正文里（“data:image/…”），网页上不显示",
     "把图片存成文件放进 images/，写成 ![图里有什么](/images/文件名)"),
    ("htp://a", "不认识的链接“htp://a”", "以 https:// 开头，或写本站稿件、文件的路径"),
    ("/news/2025/kaizhan-xuncha.html", "“/news/2025/kaizhan-xuncha.html”是网页地址",
     "本站稿件写成 /news/kaizhan-xuncha.md"),
    ("/news/kaizhan-xuncha.html", "“/news/kaizhan-xuncha.html”是网页地址",
     "本站稿件写成 /news/kaizhan-xuncha.md"),
    ("tel:０５７１-１２３４５", "电话链接“tel:０５７１-１２３４５”里有全角字符",
     "写成 tel:0571-12345"),
    ("电话：12345", "“电话：12345”是电话号码，前面缺少“tel:”", "写成 tel:12345"),
    ("邮箱a@b.cn", "“邮箱a@b.cn”是邮箱，前面缺少“mailto:”", "写成 mailto:a@b.cn"),
    ("tel：12345", "“tel：12345”里的冒号是全角的", "写成 tel:12345"),
    ("mailto：a@b.cn", "“mailto：a@b.cn”里的冒号是全角的", "写成 mailto:a@b.cn"),
    ("tel:", "电话链接“tel:”写得不对", "写成 tel:12345 或 tel:0571-12345678 的样子"),
    ("mailto:张三", "邮箱链接“mailto:张三”写得不对", "写成 mailto:zhzf@yunting.gov.cn 的样子"),
    ("a@b.cn", "“a@b.cn”是邮箱，前面缺少“mailto:”", "写成 mailto:a@b.cn"),
    ("0571-8765 4321", "“0571-8765 4321”是电话号码，前面缺少“tel:”", "写成 tel:0571-87654321"),
    (
        "http://127.0.0.1:8000/news/2026/kaizhan-xuncha.html",
        "“http://127.0.0.1:8000/news/2026/kaizhan-xuncha.html”是在自己电脑上预览的网址，别人打不开",
        "本站稿件写成 /news/kaizhan-xuncha.md",
    ),
    (
        "http://localhost:8000/notice/",
        "“http://localhost:8000/notice/”是在自己电脑上预览的网址，别人打不开",
        "写成 /notice/",
    ),
    (
        "http://127.0.0.1:8000/q",
        "“http://127.0.0.1:8000/q”是在自己电脑上预览的网址，别人打不开",
        "写本站稿件或文件的路径，如 /news/x.md",
    ),
]  # fmt: skip


class Paths(dict):
    """An asset of any name, without a file."""

    paths = tuple(sorted(FILES))

    def get(self, path):
        return path if path in FILES else None

    def is_refused(self, path):
        return False


def resolved(link):
    one = One("news", AT, {}, OTHERS, "文。")
    resolver = one.site.graph.link_resolver
    resolver._library.assets = Paths()
    return resolver.resolve(link, one.site.by_id["news/ben"])


@pytest.mark.parametrize(("link", "message", "hint"), SLIPS)
def test_what_was_meant_by_something_else_than_an_address(link, message, hint):
    target = resolved(link)
    assert (target.kind, target.reason, target.hint) == (TargetKind.DEAD, message, hint)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("/files/a#1.csv", "files/a%231.csv"),
        ("/files/a%231.csv", "files/a%231.csv"),
        ("/files/什么?.csv", "files/什么%3F.csv"),
        ("/files/100%.csv", "files/100%25.csv"),
        ("/files/100%25.csv#p2", "files/100%25.csv#p2"),
        ("/files/a%20b.csv?x=1", "files/a b.csv"),
    ],
)
def test_a_file_of_any_name(link, address):
    target = resolved(link)
    assert (target.kind, target.full_address) == (TargetKind.ASSET, address)


@pytest.mark.parametrize(
    "link",
    ["tel:12345", "tel:0571-8765%204321".replace("%20", " "), "tel:+86-571-12345;ext=1",
     "mailto:a@b.gov.cn", "mailto:a@b.cn?subject=信"],
)  # fmt: skip
def test_telephones_and_mail(link):
    assert resolved(link).kind is TargetKind.OTHER


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("/", "index.html"),
        ("..", "index.html"),
        ("/index.html", "index.html"),
        ("/search.html", "search.html"),
        ("/search.html?q=噪声", "search.html?q=噪声"),
        ("/sitemap.html", "sitemap.html"),
        ("/data/", "data/index.html"),
        ("/feeds/site.atom.xml", "feeds/site.atom.xml"),
        ("/feeds/news.json", "feeds/news.json"),
    ],
)
def test_pages_and_feeds_that_every_site_has(link, address):
    target = resolved(link)
    assert (target.kind, target.full_address) == (TargetKind.PAGE, address)


# Addresses that change with the number of records, with the words of a file, or with the program.
UNSTEADY = re.compile(
    r".*/page/\d+\.html|leaving/.*|assets/.*|.*\.qr\.svg|.*/compare/.*|preview/.*"
    r"|404\.html|data/search\.json|files/.*|images/.*|[\w-]+/[a-z]+-[a-z-]+\.html"
)


def test_every_steady_output_can_be_linked_to():
    """By the address that a reader would copy, but for records, which are named by their files."""
    samples = {f"{column_code(kind)}/ben": sample(kind) for kind in KINDS}
    law = sample("statute", "第一条　文。", 标题="云汀市街面条例")
    site = MomentSite(AT, {**samples, "statute/tiaoli": law})
    resolver = site.site.graph.link_resolver
    records = {entry.address for entry in site.library.entries.values()}
    outputs = {path for path in site.planned if not UNSTEADY.fullmatch(path)} - records
    assert {
        "data/penalty.csv", "sitemap.xml", "news/2026.html", "event/2026-03.html", "event/all.ics",
        "event/past.html", "event/2026/ben.ics", "statute/pinyin.html", "statute/tiaoli.txt",
        "data/citations.csv",
    } <= outputs  # fmt: skip
    found = {path: resolver.resolve_address(f"/{path}") for path in outputs}
    assert {path: target.kind for path, target in found.items() if target.address != path} == {}


@pytest.mark.parametrize(
    "link",
    ["/news/2025.html", "/page/2026.html", "/event/2025-12.html", "/event/2026.html",
     "/news/2026-03.html", "/news/2026/kaizhan-xuncha.ics", "/data/news.csv", "/news/pinyin.html",
     "/news/2027.html", "/q/2026.html"],
)  # fmt: skip
def test_pages_of_lists_that_are_not_there(link):
    assert resolved(link).kind is TargetKind.DEAD


def test_a_link_is_found_where_it_stands_and_not_where_its_words_do():
    one = One(
        "news",
        AT,
        {},
        OTHERS,
        "拨打12345。\n\n[热线](12345)、[另](<x 1.pdf>)\n\n[三][三]\n\n[三]: q.md",
    )
    found = [(f.line, f.column, f.message) for f in one.site.graph.findings]
    head = sample("news").count("\n") - sample("news").partition("\n---\n")[2].count("\n")
    assert found == [
        (head + 3, 6, "“12345”是电话号码，前面缺少“tel:”"),
        (head + 3, 18, "没有文件“x 1.pdf”"),
        (head + 7, 6, "没有稿件“news/q”"),
    ]


def test_a_feed_of_no_column_leads_nowhere():
    assert resolved("/feeds/nws.json").kind is TargetKind.DEAD


REFERENCES = [
    ("news/kaizhan-xunchb", "没有稿件“news/kaizhan-xunchb”", "是不是“news/kaizhan-xuncha”？"),
    ("巡查", "没有稿件“巡查”", "是不是“news/kaizhan-xuncha”？写网址名，不写标题"),
    ("mingtia", "没有稿件“mingtia”", "是不是“news/mingtian”？"),
    ("zhuyi", "没有稿件“zhuyi”", "是不是“notice/zhuyi”？"),
    ("nws/qqqqq", "没有稿件“nws/qqqqq”", "写成 栏目/网址名"),
    ("nws/kaizhan-xunchb", "没有稿件“nws/kaizhan-xunchb”", "是不是“news/kaizhan-xuncha”？"),
]


@pytest.mark.parametrize(("reference", "message", "hint"), REFERENCES)
def test_a_reference_to_nothing(reference, message, hint):
    one = One("news", AT, {"相关稿件": reference}, OTHERS)
    found = [each[1:] for each in one.findings if each[2] == "news/ben.md"]
    assert found == [("reference", "news/ben.md", f"相关稿件：{message}", hint)]


@pytest.mark.parametrize(
    ("link", "kind", "address", "external"),
    [
        (
            "news/kaizhan-xuncha.md#第一节",
            TargetKind.RECORD,
            "news/2026/kaizhan-xuncha.html",
            False,
        ),
        ("/news/", TargetKind.COLUMN, "news/index.html", False),
        ("news/index.html", TargetKind.COLUMN, "news/index.html", False),
        ("/files/xuncha.csv", TargetKind.ASSET, "files/xuncha.csv", False),
        ("http://a.example/", TargetKind.EXTERNAL, "http://a.example/", True),
        ("https://a.example/", TargetKind.EXTERNAL, "https://a.example/", True),
        ("news/mingtian.md", TargetKind.DEAD, "", False),
    ],
)
def test_an_address_from_outside_any_record(link, kind, address, external):
    one = One("news", AT, {}, OTHERS)
    target = one.site.graph.link_resolver.resolve_address(link)
    assert (target.kind, target.address, target.external) == (kind, address, external)
    fragment = link.partition("#")[2]
    assert target.full_address == (f"{address}#{fragment}" if fragment else address)


def test_the_title_of_a_target():
    resolver = One("news", AT, {}, OTHERS).site.graph.link_resolver
    assert resolver.resolve_address("news/kaizhan-xuncha.md").title == "巡查"
    assert resolver.resolve_address("/news/").title == "工作动态"


@pytest.mark.parametrize("link", ["//a.example/x", "http://a.example/x", "https://a.example/x"])
def test_a_link_out_of_the_site(link):
    one = One("news", AT, {}, OTHERS, f"见[此]({link})。")
    assert one.findings == [each for each in one.findings if each[2] != "news/ben.md"]
    (anchor,) = one.select(one.address(one.id), ".record a.external, .external")[:1]
    assert anchor["data-external"] == link


def test_a_record_that_is_published_this_second_can_be_named():
    others = {"news/xian": sample("news", 标题="现在的", 发布日期="2026-03-10 09:00")}
    one = One("news", AT, {"相关稿件": "news/xian"}, others, "[此](/news/xian.md)")
    assert one.findings == []


def test_a_record_with_an_error_is_a_dependency_by_its_moment_and_state():
    """What is said of a link to it changes when its time has come, or it is no draft any more."""

    def fingerprint(**fields):
        others = {"news/b": sample("news", 标题="有错误的", 来源=None, **fields)}
        site = MomentSite(AT, {"news/a": sample("news"), **others}).site
        return site.graph.link_resolver.fingerprint_of("news/b")

    waiting = fingerprint(发布日期="2026-03-11 09:00")
    assert waiting == fingerprint(发布日期="2026-03-11 09:00")
    assert len({waiting, fingerprint(), fingerprint(状态="草稿"), None}) == 4
