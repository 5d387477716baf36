"""The records of a site at one moment, and its calendar to the second."""

from datetime import date, timedelta

import pytest

from plugins.records.extract import IndexEntry
from tests.states.moment_site import One, moment, sample

AT = "2026-03-06 09:00"
OTHERS = {
    "news/jiu": sample("news", 标题="旧的", 发布日期="2026-02-01 09:00"),
    "news/dai": sample("news", 标题="以后的", 发布日期="2026-03-06 09:01"),
    "news/gao": sample("news", 标题="草稿", 状态="草稿"),
    "notice/xin": sample("notice", 标题="新的", 发布日期="2026-03-06 09:00"),
}


@pytest.fixture(scope="module")
def site():
    return One("news", AT, {}, OTHERS).site


def test_what_has_a_page(site):
    assert [*site.by_id] == ["notice/xin", "news/ben", "news/jiu"]
    assert len(site.by_id) == 3
    assert [record.id for record in site.records] == [*site.by_id]
    assert "news/jiu" in site.by_id
    assert "news/dai" not in site.by_id
    assert None not in site.by_id
    assert site.by_id["news/jiu"].title == "旧的"
    with pytest.raises(KeyError):
        site.by_id["news/gao"]


def test_records_of_several_columns_newest_first(site):
    assert [record.id for record in site.listed_in(site.columns)] == [
        "notice/xin",
        "news/ben",
        "news/jiu",
    ]


def test_some_records_by_column_in_the_order_of_its_list(site):
    ids = ["news/jiu", "news/dai", "notice/xin", "news/ben", "news/ben", "news/meiyou"]
    found = [(column.code, members) for column, members in site.in_list_order(ids)]
    assert found == [("news", ["news/ben", "news/jiu"]), ("notice", ["notice/xin"])]


NOW = moment(AT)
SECOND = timedelta(seconds=1)
DAY = date(2026, 3, 6)
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("asked", "past", "begun"),
    [
        (NOW - SECOND, True, True),
        (NOW, False, True),
        (NOW + SECOND, False, False),
        (DAY - ONE_DAY, True, True),
        (DAY, False, True),
        (DAY + ONE_DAY, False, False),
    ],
)
def test_past_and_begun(site, asked, past, begun):
    assert (site.is_past(asked), site.has_begun(asked)) == (past, begun)


def test_a_part_is_made_once(site):
    assert site.by_id["news/ben"] is not None
    made = []

    def make(_site, record):
        made.append(record.id)
        return record.title

    assert [site.part("row", "news/ben", make) for _ in range(2)] == ["本稿", "本稿"]
    assert made == ["news/ben"]
    site.forget_parts()
    site.part("row", "news/ben", make)
    assert made == ["news/ben"] * 2
    assert site.part_fingerprint("row", "news/dai") is None


# What lists of a column show nothing of: the path of the file, old addresses, other parts.
NOT_IN_LISTS = {"path", "moved_from", "search", "row"}


@pytest.mark.parametrize("field", IndexEntry._fields)
def test_what_a_list_depends_on(field):
    one = One("news", AT, {}, OTHERS)
    before = one.site.column_fingerprint("news")
    entry = one.library.entries["news/ben"]
    one.site._by_column["news"]["news/ben"] = entry._replace(**{field: "别的"})
    assert (one.site.column_fingerprint("news") == before) is (field in NOT_IN_LISTS)


def test_what_the_data_and_the_search_depend_on():
    one = One("news", AT, {}, OTHERS)
    site, entries = one.site, one.library.entries
    rows, search = site.rows_fingerprint("news"), site.search_fingerprint
    for identifier, listed in (("news/ben", True), ("news/dai", False)):
        for field in ("row", "search"):
            entry = entries[identifier]
            entries[identifier] = entry._replace(**{field: b"x"})
            assert (site.rows_fingerprint("news") != rows) is (listed and field == "row")
            assert (site.search_fingerprint != search) is (listed and field == "search")
            entries[identifier] = entry
