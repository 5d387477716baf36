"""What is new since the last build stands on top, in builds and in checks."""

import pytest

from plugins.build.fresh import fresh_findings
from plugins.commands import check
from plugins.findings import Finding, Severity
from plugins.findings.listing import HEADINGS
from tests.build.test_session import options, run  # noqa: F401
from tests.content_folder import record

A = Finding("heading", Severity.WARNING, "a.md", "甲")
B = Finding("body", Severity.ERROR, "b.md", "乙")
STATS = {"a.md": (1, 1, 1), "b.md": (1, 1, 1)}


@pytest.mark.parametrize(
    ("known", "now", "fresh"),
    [
        (None, STATS, set()),
        ([], STATS, {A, B}),
        ([A], STATS, {B}),
        ([A, B], STATS, set()),
        # A file just saved is looked at as a whole.
        ([A, B], STATS | {"a.md": (1, 2, 2)}, {A}),
        ([A, B], {"b.md": (1, 1, 1)}, {A}),
    ],
)
def test_what_is_new(known, now, fresh):
    before = [found.as_tuple for found in known] if known is not None else None
    assert fresh_findings([A, B], before, STATS, now) == fresh


OLD = record("旧", "[没有](/files/meiyou.pdf)")
NEW = record("新", "![](/images/emblem.svg)")


def said(capsys):
    return [line.rpartition("content/")[2] for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def edited(options, capsys):  # noqa: F811
    """A site with a mistake, built, and then another record with a milder one."""
    (options.content / "dongtai/jiu.md").write_text(OLD, encoding="utf-8")
    run(options)
    assert HEADINGS[0] not in said(capsys)
    (options.content / "dongtai/xin.md").write_text(NEW, encoding="utf-8")
    return options


def test_a_build_tells_the_new_first_and_a_repeated_one_has_no_news(edited, capsys):
    run(edited)
    lines = said(capsys)
    assert [lines[0], lines[2]] == [*HEADINGS]
    assert lines[1].startswith("dongtai/xin.md:9:5: 提醒 image-alt ")
    assert lines[3].startswith("dongtai/jiu.md:9:6: 错误 dead-link ")
    run(edited)
    assert said(capsys)[0].startswith("dongtai/jiu.md:9:6: 错误 dead-link ")


def test_a_file_that_is_saved_again_is_on_top(edited, capsys):
    run(edited)
    capsys.readouterr()
    text = OLD.replace("[没有]", "又：[没有]")
    (edited.content / "dongtai/jiu.md").write_text(text, encoding="utf-8")
    run(edited)
    lines = said(capsys)
    assert [lines[0], lines[2]] == [*HEADINGS]
    assert lines[1].startswith("dongtai/jiu.md")


def test_a_check_compares_with_the_last_build(edited, capsys):
    where = ["-o", str(edited.output), "--cache", str(edited.cache)]
    check.main([str(edited.content), *where])
    lines = said(capsys)
    assert [lines[0], lines[2]] == [*HEADINGS]
    assert lines[1].startswith("dongtai/xin.md")
    # It leaves the stored results as they are: the next build continues from them.
    run(edited)
    assert "上次留下的结果已损坏" not in capsys.readouterr().out


@pytest.mark.parametrize("damage", [b"", b"no database"])
def test_a_check_without_a_readable_build_has_no_news(edited, capsys, damage):
    [file] = edited.cache.glob("*.sqlite")
    file.write_bytes(damage)
    where = ["-o", str(edited.output), "--cache", str(edited.cache)]
    assert check.main([str(edited.content), *where]) == 1
    assert HEADINGS[0] not in said(capsys)
