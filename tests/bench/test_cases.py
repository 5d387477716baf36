"""Every edit changes what it says, differently in every round, and says what must be shown."""

import re
import shutil

import pytest

from bench.cases import (
    CASES,
    DATE,
    LIVE_EDITS,
    Shown,
    attachment_replaced,
    base_template,
    date_changed,
    fresh_clone,
    midnight,
    new_record,
    newest_title,
    nothing,
    one_body,
    one_title,
    record_deleted,
    unmet,
)
from bench.measure import CommandError
from bench.ours import BUILT, Workspace, workspace


@pytest.fixture
def scratch(corpus, tmp_path):
    folder, manifest = corpus
    shutil.copytree(folder / "ours", tmp_path / "ours")
    return workspace(tmp_path, manifest)


def files(workspace: Workspace):
    return {
        file: file.read_bytes()
        for folder in (workspace.content, workspace.theme)
        for file in folder.rglob("*")
        if file.is_file()
    }


def changed(workspace: Workspace, apply, turn):
    """The files that differ, were added or were deleted."""
    before = files(workspace)
    apply(workspace, turn)
    after = files(workspace)
    return [file for file in before.keys() | after if before.get(file) != after.get(file)]


EDITS = [case for case in CASES if case.apply not in (nothing, midnight, fresh_clone)]


@pytest.mark.parametrize("case", EDITS, ids=lambda case: case.name)
def test_an_edit_changes_exactly_one_file_every_time(scratch, case):
    folder = scratch.theme if case.apply is base_template else scratch.content
    for turn in range(3):
        (file,) = changed(scratch, case.apply, turn)
        assert file.is_relative_to(folder)


@pytest.mark.parametrize("case", EDITS, ids=lambda case: case.name)
def test_an_edit_leads_to_a_state_that_never_was(scratch, case):
    seen = {frozenset(files(scratch).items())}
    for turn in range(3):
        case.apply(scratch, turn)
        state = frozenset(files(scratch).items())
        assert state not in seen
        seen.add(state)


@pytest.mark.parametrize("case", EDITS, ids=lambda case: case.name)
def test_an_edit_names_something_that_the_site_must_show(scratch, case):
    assert case.apply(scratch, 0)


@pytest.mark.parametrize("apply", [one_body, one_title, newest_title, base_template])
def test_the_text_that_must_be_shown_is_the_text_that_was_written(scratch, apply):
    shown, *_ = apply(scratch, 0)
    assert any(shown.text in text.decode() for text in files(scratch).values())


def test_a_text_and_a_title_are_not_edited_in_the_same_record(scratch):
    edited = {apply: changed(scratch, apply, 1)[0] for apply in (one_body, one_title, newest_title)}
    assert len(set(edited.values())) == len(edited)


def test_a_new_record_is_the_newest_and_has_a_title_of_its_own(scratch):
    others = files(scratch)
    (file,) = changed(scratch, new_record, 0)
    text = file.read_text(encoding="utf-8")
    assert file not in others
    dates = [found[1] for other in others.values() if (found := DATE.search(_text(other)))]
    assert DATE.search(text)[1] > max(dates)
    title = re.search("^标题: (.+)$", text, re.M)[1]
    assert not any(title in _text(other) for other in others.values())


def test_the_newest_title_is_that_of_the_record_that_was_added_last(scratch):
    (added,) = changed(scratch, new_record, 0)
    assert changed(scratch, newest_title, 0) == [added]


def test_a_deleted_record_is_linked_from_nowhere(scratch):
    (file,) = changed(scratch, record_deleted, 0)
    assert not file.exists()
    assert not any(f"/{file.name})" in _text(other) for other in files(scratch).values())


def test_a_corpus_without_records_to_delete_is_an_error(scratch):
    with pytest.raises(CommandError, match="may be deleted"):
        record_deleted(scratch, len(scratch.manifest.removable))


def test_a_changed_date_moves_a_record_past_others_of_its_column_and_not_to_another_year(scratch):
    def order():
        column = (scratch.content / "news").glob("news-*.md")
        return sorted(column, key=lambda file: DATE.search(file.read_text(encoding="utf-8"))[1])

    before, page = order(), None
    (file,) = changed(scratch, date_changed, 0)
    assert order().index(file) != before.index(file)
    page = scratch.page(file.relative_to(scratch.content).as_posix())
    assert f"/{DATE.search(file.read_text(encoding='utf-8'))[1][:4]}/" in page


def test_a_replaced_attachment_has_another_size_and_the_same_name(scratch):
    (file,) = changed(scratch, attachment_replaced, 0)
    (shown,) = attachment_replaced(scratch, 1)
    assert file == scratch.content / scratch.manifest.attachment
    assert shown.text == f"{file.stat().st_size} 字节"


def test_an_editor_at_the_preview_changes_texts_and_titles_and_adds_records():
    assert [*LIVE_EDITS.values()] == [one_body, one_title, new_record]


@pytest.mark.parametrize("apply", [nothing, midnight, fresh_clone])
def test_the_others_change_no_file(scratch, apply):
    assert changed(scratch, apply, 0) == []


def test_midnight_moves_the_clock_by_a_day(scratch):
    midnight(scratch, 0)
    midnight(scratch, 1)
    assert (scratch.now - BUILT).days == 2
    assert scratch.environ == {"SOURCE_DATE_EPOCH": str(int(BUILT.timestamp()) + 2 * 86_400)}


def test_a_fresh_clone_makes_every_file_new(scratch):
    before = {file: file.stat().st_mtime_ns for file in files(scratch)}
    fresh_clone(scratch, 0)
    assert all(file.stat().st_mtime_ns > time for file, time in before.items())


class TestUnmet:
    """A build that ignored an edit is noticed."""

    def test_a_text_that_must_be_shown(self, tmp_path):
        expected = (Shown("page.html", "new"),)
        assert "no page" in unmet(expected, tmp_path)
        (tmp_path / "page.html").write_text("old")
        assert "does not show new" in unmet(expected, tmp_path)
        (tmp_path / "page.html").write_text("old and new")
        assert unmet(expected, tmp_path) is None

    def test_a_text_that_must_be_gone(self, tmp_path):
        expected = (Shown("list.html", "old", gone=True),)
        assert unmet(expected, tmp_path) is None
        (tmp_path / "list.html").write_text("old")
        assert "still shows old" in unmet(expected, tmp_path)
        (tmp_path / "list.html").write_text("new")
        assert unmet(expected, tmp_path) is None

    def test_a_page_that_must_be_gone(self, tmp_path):
        expected = (Shown("page.html", gone=True),)
        assert unmet(expected, tmp_path) is None
        (tmp_path / "page.html").write_text("")
        assert "still there" in unmet(expected, tmp_path)
        assert unmet((Shown("page.html"),), tmp_path) is None

    def test_the_first_of_several(self, tmp_path):
        (tmp_path / "a.html").write_text("a")
        expected = (Shown("a.html", "a"), Shown("b.html", "b"), Shown("c.html", "c"))
        assert unmet(expected, tmp_path) == "there is no page b.html"

    def test_nothing_is_expected(self, tmp_path):
        assert unmet((), tmp_path) is None


def _text(content: bytes) -> str:
    return content.decode(errors="replace")
