"""A large folder is read by workers, and comes out as if one process had read it."""

import shutil

from plugins.build import prepare as preparing
from plugins.build.prepare import prepare
from plugins.build.reading import MANY, read_library
from tests.build.built import NOW, ROOT
from tests.content_folder import record

ACCEPTED = "\n  - 规则: dead-link\n    理由: 下周发布\n    至: 2027-03-31"
FAULTY = {
    "news/zz-dead.md": record("死链", "见[甲](/news/mei-you-zhe-pian.md)。", 接受=ACCEPTED),
    "news/zz-broken.md": record("坏的", 复核日期="不知道"),
    "news/zz-none.md": "没有稿头",
    "news/zz-slip.md": record("错字", "统一布署。"),
    # Two with one address: it belongs to the older one.
    "news/zz-a.md": record("同址一", 网址名="zz-tong"),
    "news/zz-b.md": record("同址二", published="2026-03-02 09:00", 网址名="zz-tong"),
}


def both(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    for path, text in FAULTY.items():
        (content / path).write_text(text, encoding="utf-8")
    return content, read_library(content, NOW, many=10**9), read_library(content, NOW, many=1)


def test_workers_give_the_same_library(tmp_path):
    _, alone, shared = both(tmp_path)
    assert len(shared.entries) > 300
    for name in ("entries", "invalid", "duplicates", "record_findings", "acceptances"):
        assert getattr(shared, name) == getattr(alone, name), name
        assert getattr(shared, name), name
    assert [*shared.entries] == [*alone.entries]
    for identifier, entry in alone.entries.items():
        assert shared.records[identifier].extract == alone.records[identifier].extract
        assert shared.entry_of(entry.path) == entry


def test_a_record_is_opened_when_it_is_asked_for(tmp_path):
    _, alone, shared = both(tmp_path)
    one, other = alone.records["news/zz-slip"], shared.records["news/zz-slip"]
    assert (other.data, other.body) == (one.data, one.body)
    assert other.position_of("published") == one.position_of("published") == (3, 7)
    broken = {record.path: record for record in shared.broken}
    assert broken["news/zz-broken.md"].data.title == "坏的"


def test_the_same_is_found_and_planned(tmp_path, monkeypatch):
    content, _, _ = both(tmp_path)
    found = []
    for many in (10**9, 1):
        monkeypatch.setattr(
            preparing, "read_library", lambda where, now, many=many: read_library(where, now, many)
        )
        prepared = prepare(content, NOW, assets={})
        found.append(
            (
                sorted(each.as_tuple for each in prepared.findings),
                [output.path for output in prepared.planned],
            )
        )
    assert found[0] == found[1]
    assert {"word-confusion", "address-taken"} <= {each[0] for each in found[0][0]}


def test_few_records_need_no_worker():
    assert len([*(ROOT / "content").rglob("*.md")]) < MANY
