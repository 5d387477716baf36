"""What all kinds have in common: draft, scheduled, shown, expired; and what an editor is told."""

import pytest
from bs4 import BeautifulSoup

from tests.states.moment_site import KINDS, One, one_id, sample

DATED = {kind for kind in KINDS if kind not in {
    "statute", "task", "guide", "volunteer", "campaign", "slogan", "page",
}}  # fmt: skip
WITH_DATA = {"night_work", "statute", "case", "penalty", "event"}
EXPIRED = ("stop", "本稿件已于2026年3月6日过期，仅供查阅。")
EXPIRES = {"下线日期": "2026-03-06"}


def everywhere(kind):
    # The event of the sample is over by then.
    home = "" if kind == "event" else "home "
    return f"page list {home}feed search {'data ' if kind in WITH_DATA else ''}map"


def is_somewhere(one):
    """Whether any list, feed, data file or page names the record."""
    column = one.id.partition("/")[0]
    paths = [
        f"{column}/index.html", "index.html", "sitemap.html", "sitemap.xml", "data/search.json",
        "feeds/site.json", f"feeds/{column}.json", f"feeds/{column}.atom.xml",
        f"data/{column}.json", f"data/{column}.csv", f"{column}/all.ics", f"{column}/past.html",
        f"{column}/archive.html",
    ]  # fmt: skip
    return [path for path in paths if path in one.planned and "唯一的" in one.text(path)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_is_nowhere(kind):
    one = One(kind, "2026-03-06 09:00", {"状态": "草稿", "标题": "唯一的稿件"})
    assert one.places(one.id) == ""
    assert is_somewhere(one) == []
    path = f"{one_id(kind)}.md"
    assert one.announcements == [f"草稿 1 篇，不发布：{path}"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_marked_as_published_is_shown(kind):
    one = One(kind, "2026-03-06 09:00", {"状态": "发布"})
    assert one.places(one.id) == everywhere(kind)
    assert one.announcements == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("at", ["2026-03-01 08:59", "2026-03-01 08:59:59"])
def test_what_is_scheduled_is_nowhere_until_its_moment(kind, at):
    one = One(kind, at, {"标题": "唯一的稿件"})
    assert one.places(one.id) == ""
    assert is_somewhere(one) == []
    path = f"{one_id(kind)}.md"
    assert one.announcements == [f"定时：2026-03-01 09:00 发布 {path}《唯一的稿件》"]


@pytest.mark.parametrize("kind", KINDS)
def test_it_has_its_page_from_that_moment_on(kind):
    one = One(kind, "2026-03-01 09:00:00")
    year = "2026/" if kind in DATED else ""
    code, slug = one_id(kind).split("/")
    assert one.address(one.id) == f"{code}/{year}{slug}.html"
    assert one.announcements == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_last_second_before_it_expires(kind):
    one = One(kind, "2026-03-06 23:59:59", EXPIRES)
    assert one.places(one.id) == everywhere(kind)
    assert EXPIRED not in one.banner(one.id)


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_expired_keeps_its_page_and_says_so(kind):
    one = One(kind, "2026-03-07 00:00:00", EXPIRES)
    assert one.places(one.id) == ("page map" if kind == "penalty" else "page search map")
    assert one.banner(one.id)[0] == EXPIRED
    assert one.card(one.id).expired


def test_several_drafts_and_scheduled_records():
    others = {
        "news/a": sample("news", 标题="甲", 发布日期="2026-04-02 09:00"),
        "news/b": sample("news", 标题="乙", 发布日期="2026-04-01 08:05"),
        "notice/c": sample("notice", 标题="丙", 状态="草稿"),
        "news/d": sample("news", 标题="丁", 状态="草稿", 发布日期="2026-04-01 09:00"),
        "news/e": sample("news", 标题="戊", 来源=None),
    }
    one = One("news", "2026-03-06 09:00", {}, others)
    assert one.announcements == [
        "定时：2026-04-01 08:05 发布 news/b.md《乙》",
        "定时：2026-04-02 09:00 发布 news/a.md《甲》",
        "草稿 2 篇，不发布：news/d.md、notice/c.md",
        "有 1 篇稿件因错误没有放上网站。",
    ]
    assert one.words("news/index.html", ".entry__title") == ["本稿"]


def preview_banner(one):
    html = one.text("index.html")
    _, _, rest = html.partition('data-element="preview-notice">')
    return "".join(BeautifulSoup(rest.partition("</p>")[0], "lxml").get_text().split()) or None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, None),
        # A warning stops no publish.
        ({"初审": None}, None),
        (
            {"来源": None, "初审": None},
            "这是预览，1个文件有错误，改好才能发布。没有显示：news/ben.md。逐个查看",
        ),
        (
            {"相关稿件": "news/meiyou"},
            "这是预览，1个文件有错误，改好才能发布。显示了，但有错误：news/ben.md。逐个查看",
        ),
    ],
)
def test_the_banner_of_a_preview_with_errors(fields, expected):
    assert preview_banner(One("news", "2026-03-06 09:00", fields)) == expected


@pytest.mark.parametrize(
    ("at", "due"),
    [("2026-03-06 23:59:59", False), ("2026-03-07 00:00:00", True)],
)
def test_a_review_is_due_on_the_day_after(at, due):
    message = "复核日期 2026-03-06 已过"
    hint = "核对内容，改正后写新的复核日期"
    expected = [("warning", "review-due", "guide/ben.md", message, hint)]
    one = One("guide", at, {"复核日期": "2026-03-06"}, LAW)
    assert one.findings == (expected if due else [])


LAW = {"statute/law": sample("statute", "第一条　甲。\n\n第二条　乙。", 标题="云汀市街面条例")}


def test_a_normative_document_wants_an_interpretation():
    fields = {"规范性文件": "是"}
    message, hint = "规范性文件没有政策解读", "写一篇解读，“解读对象”填 policy/ben"
    missing = [("warning", "interpretation-missing", "policy/ben.md", message, hint)]
    at = "2026-03-06 09:00"
    assert One("policy", at, fields).findings == missing
    assert One("policy", at, {"规范性文件": "否"}).findings == []
    assert One("policy", at, {**fields, "有效性": "失效"}).findings == []
    others = {"interpretation/j": sample("interpretation", 解读对象="policy/ben")}
    assert One("policy", at, fields, others).findings == []


def test_two_documents_with_one_number():
    others = {"policy/b": sample("policy", 标题="另一份", 文号="云综执〔2026〕2号")}
    number = "11339900MB0000123G/2026-00001"
    assert One("policy", "2026-03-06 09:00", {}, others).findings == [
        (
            "error", "index-number-taken", "policy/b.md",
            f"索引号“{number}”与 policy/ben.md 相同", "每份文件一个索引号",
        ),
        (
            "error", "index-number-taken", "policy/ben.md",
            f"索引号“{number}”与 policy/b.md 相同", "每份文件一个索引号",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["case", "penalty", "guide", "reply", "statute"])
def test_a_field_that_the_bureau_does_not_have(kind):
    one = One(kind, "2026-03-06 09:00", {"领域": "街面秩"}, LAW if kind != "statute" else {})
    assert one.findings == [
        (
            "error",
            "field-vocabulary",
            f"{one_id(kind)}.md",
            "领域“街面秩”不在 bureau.yml 的执法领域之内",
            "是不是“街面秩序”？可填：街面秩序、水务",
        )
    ]


@pytest.mark.parametrize(
    ("fields", "notes"),
    [
        ({}, ["0条", "0条", "0条", "0条", "1条，更新于2026-03-01"]),
        ({"更新日期": "2026-03-02 09:00"}, ["0条", "0条", "0条", "0条", "1条，更新于2026-03-02"]),
        # A column may have nothing on its lists: at its beginning, or when all has expired.
        ({"状态": "草稿"}, ["0条"] * 5),
        ({"下线日期": "2026-03-05"}, ["0条"] * 5),
    ],
)
def test_the_page_of_open_data(fields, notes):
    one = One("event", "2026-03-06 09:00", fields)
    assert one.words("data/index.html", ".section-head__note") == notes


@pytest.mark.parametrize(("fields", "count"), [({}, 1), (EXPIRES, 0), ({"状态": "草稿"}, 0)])
def test_the_map_of_the_site(fields, count):
    """It counts what stands on lists, and names the records of lasting kinds."""
    one = One("guide", "2026-03-07 09:00", fields)
    row = next(
        tag for tag in one.select("sitemap.html", ".map__columns > li") if "办事指南" in tag.text
    )
    assert list(row.stripped_strings) == ["办事指南", f"{count}条", *["本稿"] * count]
    one = One("news", "2026-03-07 09:00", fields)
    row = next(
        tag for tag in one.select("sitemap.html", ".map__columns > li") if "工作动态" in tag.text
    )
    assert list(row.stripped_strings) == ["工作动态", f"{count}条"]
