"""What the lists, the home page and the map of the site make of each kind."""

import pytest

from tests.states.moment_site import KINDS, One, column_code, sample

AT = "2026-03-06 09:00"
# Tables and panels take the whole width.
WIDE = {"penalty", "night_work", "task", "guide", "volunteer", "campaign", "slogan"}
WITHOUT_SUMMARIES = {"notice", "policy", "statute", "penalty", "reply", "slogan", "disclosure"}
ON_MAP = {"task", "guide", "campaign", "page"}
HOME = {
    "news": ["home-part", "beside__main"],
    "notice": ["home-part", "beside__more"],
    "case": ["home-part", "elder-hide"],
    "campaign": ["home-part", "elder-hide"],
    "guide": ["home-part", "elder-hide"],
}
# Those that stand on the home page otherwise than in a section of their column.
SECTIONS = {
    "consultation": [["now"], ["home-part"]],
    "task": [["opening"]],
    "event": [],
}
# What these cite they apply.
APPLYING = {"case", "penalty", "policy", "reply"}


def the_one(kind):
    return One(kind, AT, {"摘要": "唯一的摘要"})


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "event"])
def test_a_list(kind):
    one = the_one(kind)
    path = f"{column_code(kind)}/index.html"
    (shown,) = one.select(path, "[class^=list]")
    assert shown["class"] == (["list"] if kind in WIDE else ["list", "margin"])
    assert ("唯一的摘要" in shown.get_text()) is (kind not in WITHOUT_SUMMARIES)


@pytest.mark.parametrize("kind", KINDS)
def test_its_place_on_the_home_page(kind):
    one = the_one(kind)
    address = f'href="/{one.address(one.id)}"'
    sections = [each for each in one.select("index.html", "section") if address in str(each)]
    expected = SECTIONS.get(kind, [HOME.get(kind, ["home-part"])])
    assert [each["class"] for each in sections] == expected
    assert bool(one.select("index.html", ".epigraph")) is (kind == "slogan")


@pytest.mark.parametrize("kind", KINDS)
def test_the_map_names_what_lasts(kind):
    one = the_one(kind)
    assert (one.address(one.id) in one.text("sitemap.html")) is (kind in ON_MAP)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "statute"])
def test_who_applies_what_is_cited(kind):
    law = sample("statute", "第一条　甲。\n\n第二条　乙。", 标题="云汀市街面条例")
    body = "## 2026-03-01 09:30 开始\n\n" if kind == "story" else ""
    body += "《云汀市街面条例》第二条。"
    if kind == "case":
        body = None
    one = One(kind, AT, {}, {"statute/law": law}, body)
    assert bool(one.select("statute/law.html", ".applied")) is (kind in APPLYING)
