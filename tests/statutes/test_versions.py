"""Several statutes beside one another: names, versions, and what puts what out of force."""

from datetime import date, datetime

from plugins.clock import CHINA
from plugins.statutes.importer import draft, record
from plugins.statutes.placement import assign_names
from plugins.statutes.present import read_present

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)
TODAY = NOW.date()


def statute(title, version, start=None, last="", path=None):
    day = date.fromisoformat(start or version)
    clause = f"第二条 本法自{day.year}年{day.month}月{day.day}日起施行。{last}"
    text = f"# {title}\n\n<!-- INFO END -->\n\n第一条 点灯。\n\n{clause}"
    return draft(text, path or f"national/{title}({version}).md", ["市政"], TODAY)


def placed(*drafts, present=None):
    records = [read_present(text, f"{name}.md") for name, text in (present or {}).items()]
    placement = assign_names(drafts, "statutes", records, TODAY)
    return {item.name: item.draft for item in placement.new}, placement.findings


def values(statute, *names):
    return tuple(statute.facts[name].value if name in statute.facts else None for name in names)


def test_the_newest_version_has_the_plain_name_and_older_ones_their_day():
    items, findings = placed(statute("照明法", "2017-09-01"), statute("照明法", "2023-09-01"))
    assert sorted(items) == ["zhao-ming-fa", "zhao-ming-fa-2017-09-01"]
    assert findings == []
    old = items["zhao-ming-fa-2017-09-01"]
    assert values(old, "validity", "successor") == ("已修改", "statutes/zhao-ming-fa")
    assert values(items["zhao-ming-fa"], "validity", "successor") == ("现行有效", None)


def test_the_names_of_national_statutes_leave_the_nation_out():
    items, _ = placed(statute("中华人民共和国照明法", "2017-09-01"))
    assert list(items) == ["zhao-ming-fa"]


def test_until_the_new_version_takes_effect_the_old_one_is_the_law():
    items, _ = placed(
        statute("照明法", "2017-09-01"), statute("照明法", "2026-02-01", "2026-06-01")
    )
    assert values(items["zhao-ming-fa-2017-09-01"], "validity") == ("现行有效",)
    assert values(items["zhao-ming-fa"], "validity") == ("尚未生效",)


def test_two_titles_with_one_name_both_find_a_place():
    items, findings = placed(statute("照明法", "2017-09-01"), statute("照名法", "2020-09-01"))
    assert sorted(items) == ["zhao-ming-fa", "zhao-ming-fa-2017-09-01"]
    assert findings == []
    assert values(items["zhao-ming-fa-2017-09-01"], "validity") == ("现行有效",)


def test_versions_whose_start_cannot_be_told_apart_are_asked_about():
    old = statute("照明法（2010年修正）", "2010-01-01", "2005-01-01", "旧。", "national/旧.md")
    new = statute("照明法（2020年修正）", "2020-01-01", "2005-01-01", "新。", "national/新.md")
    items, findings = placed(old, new)
    assert values(items["zhao-ming-fa"], "title") == ("照明法（2020年修正）",)
    asked = [each for each in findings if each.rule == "statute-missing"]
    assert len(asked) == 2
    assert "按来源都从 2005-01-01 起施行" in asked[0].message
    assert asked[0].hint == "对照官方原文填写“本版施行日期”"


def test_the_same_version_twice_is_written_once():
    items, (found,) = placed(
        statute("照明法", "2017-09-01"),
        statute("照明法", "2017-09-01", path="b/照明法(2017-09-01).md"),
    )
    assert list(items) == ["zhao-ming-fa"]
    assert found.rule == "statute-present"


def test_what_a_statute_repeals_points_to_it():
    new = statute("照明法", "2021-12-24", "2022-06-05", "《中华人民共和国点灯法》同时废止。")
    items, _ = placed(statute("中华人民共和国点灯法", "1997-03-01"), new)
    names = ("validity", "repealed", "successor", "repeal_note")
    assert values(items["dian-deng-fa"], *names) == (
        "已废止",
        date(2022, 6, 5),
        "statutes/zhao-ming-fa",
        "由《照明法》废止",
    )


def test_a_title_used_again_after_the_repeal_is_not_repealed():
    new = statute("照明法", "2000-01-01", last="《点灯法》同时废止。")
    items, _ = placed(statute("点灯法", "2010-03-01"), new)
    assert values(items["dian-deng-fa"], "validity") == ("现行有效",)


def test_a_repeal_that_lies_ahead_changes_nothing_yet():
    new = statute("照明法", "2026-02-01", "2026-06-01", "《点灯法》同时废止。")
    items, _ = placed(statute("点灯法", "1997-03-01"), new)
    assert values(items["dian-deng-fa"], "validity") == ("现行有效",)


class TestPresent:
    """Records that are there already are never replaced."""

    old = statute("照明法", "2017-09-01")
    new = statute("照明法", "2023-09-01")

    def test_the_same_version_is_reported_whatever_its_name(self):
        items, (found,) = placed(self.old, present={"zm": record(self.old, NOW)})
        assert items == {}
        assert found.message == "statutes/zm.md 已经有了，没有改动它"

    def test_an_older_import_points_to_the_newer_record(self):
        items, _ = placed(self.old, present={"zhao-ming-fa": record(self.new, NOW)})
        assert values(items["zhao-ming-fa-2017-09-01"], "validity", "successor") == (
            "已修改",
            "statutes/zhao-ming-fa",
        )

    def test_a_newer_import_asks_the_editor_to_mark_the_older_record(self):
        items, (found,) = placed(self.new, present={"zhao-ming-fa": record(self.old, NOW)})
        assert list(items) == ["zhao-ming-fa-2023-09-01"]
        assert found.rule == "statute-older"
        assert "zhao-ming-fa.md 是同一法规的较早版本" in found.message

    def test_a_name_taken_by_something_else_is_left_alone(self):
        items, _ = placed(self.new, present={"zhao-ming-fa": "不是稿件"})
        assert list(items) == ["zhao-ming-fa-2023-09-01"]
