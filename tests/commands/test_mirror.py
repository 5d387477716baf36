"""Bringing a built site to the folder that is served."""

import os

import pytest

from plugins.commands.mirror import mirror, why_not


def write(folder, **files):
    for name, text in files.items():
        file = folder / name.replace("__", "/").replace("_html", ".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def built(tmp_path):
    return write(tmp_path / "built", index_html="新", news__a_html="甲")


@pytest.fixture
def shown(tmp_path):
    return write(tmp_path / "shown", index_html="旧", news__a_html="甲", old__b_html="乙")


def test_the_target_ends_up_with_the_same_files(built, shown):
    assert mirror(built, shown) == 2
    assert sorted(p.relative_to(shown).as_posix() for p in shown.rglob("*")) == [
        "index.html",
        "news",
        "news/a.html",
    ]
    assert (shown / "index.html").read_text(encoding="utf-8") == "新"


def test_a_file_with_the_same_content_is_not_touched(built, shown):
    os.utime(shown / "news/a.html", (1, 1))
    mirror(built, shown)
    assert (shown / "news/a.html").stat().st_mtime == 1


def test_a_difference_counts_even_with_the_same_size_and_time(built, shown):
    for folder in (built, shown):
        os.utime(folder / "index.html", (1, 1))
    mirror(built, shown)
    assert (shown / "index.html").read_text(encoding="utf-8") == "新"


def test_a_difference_counts_even_if_the_last_build_looked_the_same_from_outside(tmp_path):
    built, shown = write(tmp_path / "built", a="新"), tmp_path / "shown"
    for text in ("新", "旧"):
        write(built, a=text)
        os.utime(built / "a", (1, 1))
        mirror(built, shown)
        os.utime(shown / "a", (1, 1))
        mirror(built, shown)
    assert (shown / "a").read_text(encoding="utf-8") == "旧"


def test_a_folder_may_become_a_file_and_a_file_a_folder(tmp_path):
    built = write(tmp_path / "built", a="文件", b__c="文件")
    shown = write(tmp_path / "shown", a__c="文件", b="文件")
    mirror(built, shown)
    assert (shown / "a").is_file() and (shown / "b/c").is_file()


def test_nothing_to_do_is_said(built, tmp_path):
    mirror(built, tmp_path / "shown")
    assert mirror(built, tmp_path / "shown") == 0


class TestWhyNot:
    """A folder that holds anything but a built site is never cleared."""

    def test_a_new_an_empty_and_a_built_folder_may_be_used(self, tmp_path, shown):
        (tmp_path / "empty").mkdir()
        for name in ("missing", "empty", "shown"):
            assert why_not(tmp_path / name, [tmp_path / "content"]) is None

    @pytest.mark.parametrize("output", ["content", "content/site", "."])
    def test_an_output_that_holds_or_lies_in_the_sources_is_refused(self, tmp_path, output):
        assert "重叠" in why_not(tmp_path / output, [tmp_path / "content"])

    def test_a_folder_with_other_files_is_refused(self, tmp_path):
        write(tmp_path / "documents", letter="亲爱的")
        assert "别的文件" in why_not(tmp_path / "documents", [tmp_path / "content"])

    def test_a_file_is_refused(self, tmp_path):
        write(tmp_path, letter="亲爱的")
        assert "是一个文件" in why_not(tmp_path / "letter", [tmp_path / "content"])
