"""Every list, page, feed and data file of a column that has become empty, in every way it can."""

import pytest

from tests.states.moment_site import KINDS, MomentSite, One, column_code, words_of

AT = "2026-03-06 09:00"
# What leaves a column without a listed record; the last three keep the record's own page.
WAYS = {
    "no record": None,
    "a draft": {"状态": "草稿"},
    "scheduled": {"发布日期": "2026-04-01 09:00"},
    "an error": {"来源": None},
    "expired": {"下线日期": "2026-03-05"},
    "withdrawn": {"撤回": "\n  日期: 2026-03-05\n  理由: 决定被撤销"},
    "over": {"公示截止期": "2026-03-05"},
}
OF_PENALTIES = {"withdrawn", "over"}


def site_with(kind, way):
    if way == "no record":
        return MomentSite(AT, {})
    return One(kind, AT, WAYS[way])


def cases():
    return [
        (kind, way)
        for kind in KINDS
        for way in WAYS
        if way not in OF_PENALTIES or kind == "penalty"
    ]


@pytest.mark.parametrize(("kind", "way"), cases())
def test_all_outputs_of_an_empty_column_are_made(kind, way):
    one = site_with(kind, way)
    code = column_code(kind)
    made = {path: one.text(path) for path in one.planned if not path.startswith("assets/")}
    index = made[f"{code}/index.html"]
    assert index.count("<main") == 1
    assert f"{KINDS[kind].label}" in index
    assert one.json(f"feeds/{code}.json")["items"] == [] or way in OF_PENALTIES
    assert made[f"feeds/{code}.atom.xml"].startswith("<?xml")
    if way not in OF_PENALTIES | {"expired"}:
        assert one.json("data/search.json") == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_citizen_is_told_that_a_column_is_empty(kind):
    one = MomentSite(AT, {})
    said = words_of(one.main(f"{column_code(kind)}/index.html"))
    label = KINDS[kind].label
    nothing = f"这里将发布{label}。现在还没有内容，可拨打12345咨询。"
    assert ("本月没有安排活动。" if kind == "event" else nothing) in said
