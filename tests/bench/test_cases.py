"""An edit changes what it says, and something else every time."""

import shutil

import pytest

from bench.cases import CASES, Shown, base_template, fresh_clone, midnight, missing, nothing
from bench.ours import BUILT, Scene, scene


@pytest.fixture
def scratch(corpus, tmp_path):
    folder, manifest = corpus
    shutil.copytree(folder / "ours", tmp_path / "ours")
    return scene(tmp_path, manifest)


def files(scene: Scene):
    return {
        file: file.read_bytes()
        for folder in (scene.content, scene.theme)
        for file in folder.rglob("*")
        if file.is_file()
    }


def changed(scene: Scene, apply, turn):
    before = files(scene)
    apply(scene, turn)
    return [file for file, text in files(scene).items() if before[file] != text]


EDITS = [case for case in CASES if case.apply not in (nothing, midnight, fresh_clone)]


@pytest.mark.parametrize("case", EDITS, ids=lambda case: case.name)
def test_an_edit_changes_exactly_one_file_every_time(scratch, case):
    folder = scratch.theme if case.apply is base_template else scratch.content
    for turn in range(3):
        (file,) = changed(scratch, case.apply, turn)
        assert file.is_relative_to(folder)


@pytest.mark.parametrize("case", EDITS, ids=lambda case: case.name)
def test_an_edit_writes_what_was_never_there(scratch, case):
    seen = set()
    for turn in range(3):
        case.apply(scratch, turn)
        state = frozenset(files(scratch).items())
        assert state not in seen
        seen.add(state)


@pytest.mark.parametrize("case", EDITS, ids=lambda case: case.name)
def test_what_an_edit_wrote_is_what_the_site_must_show(scratch, case):
    shown = case.apply(scratch, 0)
    assert any(shown.text in text.decode() for text in files(scratch).values())


def test_a_text_and_a_title_are_not_edited_in_the_same_record(scratch):
    edited = {apply: changed(scratch, apply, 1)[0] for apply in (case.apply for case in EDITS[:3])}
    assert len(set(edited.values())) == len(edited)


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


def test_a_build_that_missed_an_edit_is_noticed(tmp_path):
    shown = Shown("news/page.html", "new")
    assert "no page" in missing(shown, tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / shown.page).write_text("old")
    assert "does not show new" in missing(shown, tmp_path)
    (tmp_path / shown.page).write_text("old and new")
    assert missing(shown, tmp_path) is None
    assert missing(None, tmp_path) is None
