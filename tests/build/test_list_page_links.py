"""A link to the page of a year leads there as long as the year has a record on lists."""

from __future__ import annotations

import pytest

from tests.build.built import NOW, build, pages
from tests.content_folder import make_content, record

OLD = "dongtai/jiu.md"
IN_2025 = "2025-05-01 09:00"


@pytest.fixture
def leads(tmp_path):
    """`leads(text)`: whether the link does, once the record of 2025 is this, None for none."""
    linking = record("看去年", "[去年的](/dongtai/2025.html)")
    content = make_content(tmp_path, {"dongtai/kan.md": linking})

    def rebuild(text, now=NOW):
        if text is None:
            (content / OLD).unlink(missing_ok=True)
        else:
            (content / OLD).write_text(text, encoding="utf-8")
        build(content, tmp_path, now=now)
        html = pages(tmp_path)["dongtai/2026/kan.html"].decode()
        return '<a href="/dongtai/2025.html">去年的</a>' in html

    return rebuild


def test_as_records_come_and_go(leads):
    assert not leads(None)
    assert leads(record("旧", published=IN_2025))
    assert not leads(record("旧", published=IN_2025, 状态="草稿"))
    assert leads(record("旧", published=IN_2025))
    assert not leads(record("旧", published="2024-05-01 09:00"))
    assert not leads(None)


def test_as_time_goes_by(leads):
    """A record that expires leaves the lists without a changed file."""
    expiring = record("旧", published=IN_2025, 下线日期="2026-11-25")
    assert leads(expiring)
    assert not leads(expiring, NOW.replace(day=27))
