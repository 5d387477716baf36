"""What is announced, and what is said when it was not done."""

from datetime import date, datetime

import pytest

from plugins.clock import CHINA
from plugins.inspection import Due, check_clocks, falls_due, lapses
from plugins.records.loading import load_library
from tests.content_folder import make_content, record

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)


def library_of(tmp_path, files, edits=()):
    content = make_content(tmp_path, files)
    for path, old, new in edits:
        file = content / path
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))
    return load_library(content, NOW)


def on(day):
    return datetime.combine(day, NOW.timetz())


REVIEWED = {"dongtai/a.md": record("甲", 复核日期="2026-12-05")}


class TestRecords:
    DUE = Due(date(2026, 12, 5), "核对内容", "《甲》", "dongtai/a.md", "办公室", "review-due")

    @pytest.mark.parametrize(
        ("day", "announced"),
        [
            (date(2026, 11, 20), False),
            (date(2026, 11, 21), True),
            (date(2026, 12, 5), True),
            (date(2026, 12, 6), False),
        ],
    )
    def test_within_so_many_days_and_not_after(self, tmp_path, day, announced):
        library = library_of(tmp_path, REVIEWED)
        assert (self.DUE in falls_due(library, on(day), 14)) is announced

    def test_drafts_fall_due_never(self, tmp_path):
        files = {"dongtai/a.md": record("甲", 复核日期="2026-12-05", 状态="草稿")}
        library = library_of(tmp_path, files)
        due = falls_due(library, on(date(2026, 12, 1)), 14)
        assert "dongtai/a.md" in {record.path for record in library.drafts}
        assert "dongtai/a.md" not in {each.path for each in due}


def test_a_column_falls_due_on_the_last_day_of_its_clock(tmp_path):
    files = {"dongtai/a.md": record("甲", published="2026-11-20 09:00")}
    library = library_of(tmp_path, files, [("dongtai/_column.yml", "clock: 3650", "clock: 14")])
    (due,) = falls_due(library, NOW, 14)
    assert due == Due(
        date(2026, 12, 4),
        "发布新的内容",
        "栏目“巡查日记”",
        "dongtai/_column.yml",
        "办公室",
        "column-stale",
    )


def test_an_acceptance_is_to_be_looked_at_again(tmp_path):
    value = "\n  - 规则: dead-link\n    理由: 下周发布\n    至: 2026-11-30"
    files = {"dongtai/a.md": record("甲", 接受=value)}
    wide = "accepted:\n  - rule: page-weight\n    reason: 地图\n    until: 2026-12-01\nthresholds:"
    library = library_of(tmp_path, files, [("bureau.yml", "thresholds:", wide)])
    task, rule = "接受的检查结果到期，重新核对", "acceptance-ended"
    assert falls_due(library, NOW, 14) == [
        Due(date(2026, 11, 30), task, "dead-link", "dongtai/a.md", "办公室", rule),
        Due(date(2026, 12, 1), task, "page-weight", "bureau.yml", "", rule),
    ]


class TestEveryYear:
    """A column whose report is due by the end of January."""

    EDITS = (("dongtai/_column.yml", "clock: 3650", "clock: 3650\nyearly: 01-31"),)
    DUE = Due(
        date(2027, 1, 31),
        "发布 2026 年度的",
        "栏目“巡查日记”",
        "dongtai/_column.yml",
        "办公室",
        "yearly-late",
    )

    def late(self, library, day):
        return [each for each in check_clocks(library, on(day)) if each.rule == "yearly-late"]

    def test_it_is_announced_and_then_found(self, tmp_path):
        library = library_of(tmp_path, {}, self.EDITS)
        assert falls_due(library, on(date(2027, 1, 16)), 14) == []
        assert falls_due(library, on(date(2027, 1, 17)), 14) == [self.DUE]
        assert falls_due(library, on(date(2027, 1, 31)), 14) == [self.DUE]
        assert self.late(library, date(2027, 1, 31)) == []
        (found,) = self.late(library, date(2027, 2, 1))
        assert (found.path, str(found.severity)) == ("dongtai/_column.yml", "warning")
        assert found.message == (
            "栏目“巡查日记”（办公室）应在 2027-01-31 前发布 2026 年度的，最近一篇是 2026-07-05"
        )
        assert found.hint == "今天就发布；日期是上级定的，改不了的不要改 _column.yml"

    def test_not_when_this_years_is_there(self, tmp_path):
        files = {"dongtai/a.md": record("甲", published="2027-01-10 09:00")}
        library = library_of(tmp_path, files, self.EDITS)
        assert falls_due(library, on(date(2027, 1, 20)), 14) == []
        assert self.late(library, date(2027, 2, 1)) == []

    def test_early_in_the_year_it_is_announced_in_the_old_one(self, tmp_path):
        edits = [(path, old, new.replace("01-31", "01-05")) for path, old, new in self.EDITS]
        (due,) = falls_due(library_of(tmp_path, {}, edits), on(date(2026, 12, 25)), 14)
        assert (due.day, due.task) == (date(2027, 1, 5), "发布 2026 年度的")


def test_documents_that_lapse_are_a_list_of_their_own(tmp_path):
    edits = [("zhengce/jiemian-banfa.md", "有效性: 有效", "有效性: 有效\n有效期至: 2027-01-31")]
    library = library_of(tmp_path, {}, edits)
    (due,) = lapses(library, NOW, 90)
    task = "有效期届满：发布新的文件、宣布延长，或任其失效"
    assert (due.day, due.task, due.path) == (date(2027, 1, 31), task, "zhengce/jiemian-banfa.md")
    assert lapses(library, NOW, 60) == []
    assert due not in falls_due(library, NOW, 90)
