"""What many rows say together, put right after an edit without a look at the others."""

import pytest

from plugins.build.rows import ENTRY, Reading, Sums, digest


class Rows:
    """Readings of records, some of them read again."""

    def __init__(self, before, now=()):
        self._before, self._now = before, {**before, **dict(now)}

    def row(self, path):
        return self._now[path]

    def before(self, path):
        return self._before[path]


class Record:
    def __init__(self, path):
        self.path = path


class Site:
    """`lists` are the ids on the lists of columns; a record that is on none stands by itself."""

    def __init__(self, lists, others=()):
        self.lists = lists
        self._listed = {id for ids in lists.values() for id in ids}
        self.by_id = {id: Record(f"{id}.md") for id in (*self._listed, *others)}

    def on_lists(self, record):
        return record.path.removesuffix(".md") in self._listed


def row(entry, data):
    pieces = (("card", b"c", None), ("row", data, None))
    empty = dict.fromkeys(Reading._fields)
    return Reading(**{**empty, "pieces": pieces, ENTRY: digest(entry)})


LISTS = {"news": ["news/a", "news/b"], "cases": ["cases/a"]}
BEFORE = {
    "news/a.md": row(b"a", b"1"),
    "news/b.md": row(b"b", b"2"),
    "cases/a.md": row(b"c", b"3"),
    "cases/old.md": row(b"d", b"4"),
}
SITE = Site(LISTS, ["cases/old"])


@pytest.mark.parametrize(
    "now",
    [
        {},
        {"news/a.md": row(b"new", b"1")},
        {"news/a.md": row(b"a", b"new")},
        {"news/a.md": row(b"x", b"y"), "cases/a.md": row(b"z", b"3")},
        {"cases/old.md": row(b"new", b"new")},
        # Two that change places are not what they were.
        {"news/a.md": row(b"b", b"2"), "news/b.md": row(b"a", b"1")},
    ],
)
def test_moved_is_what_it_would_be_anew(now):
    rows = Rows(BEFORE, now)
    held = Sums.of(Rows(BEFORE), SITE).plain
    edited = {path.removesuffix(".md") for path in now}
    moved, anew = Sums(held).moved(rows, SITE, edited), Sums.of(rows, SITE)
    assert moved.plain == anew.plain
    listed = {name for name in edited if name != "cases/old"}
    assert (moved.plain != held) == bool(listed)


def test_the_order_is_nothing_to_it():
    turned = Site({code: ids[::-1] for code, ids in reversed(LISTS.items())}, ["cases/old"])
    assert Sums.of(Rows(BEFORE), turned).plain == Sums.of(Rows(BEFORE), SITE).plain


def test_data_is_summed_by_column_and_entries_over_all():
    before, after = (
        Sums.of(Rows(BEFORE, now), SITE).plain for now in ({}, {"news/a.md": row(b"a", b"new")})
    )
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"rows news"}
    assert set(before) == {"rows news", "rows cases", "entries"}
