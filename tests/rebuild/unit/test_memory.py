"""What a build leaves for the next: whole, or nothing; and which files of the output are ours."""

import pytest

from plugins.rebuild.bodies import Damaged
from plugins.rebuild.memory import Memory, folder_for

HEAD = {"content": {"news/a.md": (3, 10, 11)}, "since": 5, "until": 9}
PARTS = {"rows": {"news/a.md": (b"\x00\xff", None)}, "traces": [1, "甲", (2.5, True)]}
OUTPUTS = {"index.html", "news/2026/a.html"}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache/memory"


def saved(folder, head=HEAD, parts=PARTS, outputs=OUTPUTS):
    Memory(folder, "me").save(head, parts, {}, outputs)


def files_of(folder, beginning):
    return [file for file in folder.iterdir() if file.name.startswith(beginning)]


def flipped(whole):
    """`whole` with each of its bytes changed, one at a time."""
    for place in range(len(whole)):
        yield whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]


class TestKeeping:
    def test_what_was_kept_comes_back(self, folder):
        saved(folder)
        memory = Memory(folder, "me")
        assert {name: memory.head[name] for name in HEAD} == HEAD
        assert {name: memory.part(name) for name in PARTS} == PARTS
        assert memory.known_outputs() == OUTPUTS
        assert memory.why_none == ""

    def test_at_first_there_is_nothing(self, folder):
        memory = Memory(folder, "me")
        assert (memory.head, memory.part("rows")) == (None, None)
        assert (memory.known_outputs(), memory.was_interrupted) == (set(), False)
        assert memory.why_none == "没有可用的上次结果"
        assert not folder.exists()

    def test_parts_and_outputs_that_are_not_given_stay(self, folder):
        saved(folder)
        Memory(folder, "me").save({"since": 6}, {"traces": [2]}, {}, None)
        memory = Memory(folder, "me")
        assert memory.head["since"] == 6
        assert (memory.part("rows"), memory.part("traces")) == (PARTS["rows"], [2])
        assert memory.known_outputs() == OUTPUTS

    def test_what_nothing_needs_any_more_is_deleted(self, folder):
        saved(folder)
        names = sorted(file.name for file in folder.iterdir())
        saved(folder)
        assert len(list(folder.iterdir())) == len(names)
        assert len(files_of(folder, "part-")) == len(PARTS)

    def test_until_the_head_is_written_the_old_one_stands(self, folder, monkeypatch):
        saved(folder)

        def full(*_):
            raise OSError("no space left")

        memory = Memory(folder, "me")
        with monkeypatch.context() as patch, pytest.raises(OSError):
            patch.setattr("plugins.rebuild.memory.secrets.token_hex", full)
            memory.save({"since": 6}, {"rows": {}, "traces": []}, {}, {"index.html"})
        kept = Memory(folder, "me")
        assert kept.head["since"] == 5
        assert {name: kept.part(name) for name in PARTS} == PARTS


SHELF = {"a": b"1", "b": b"22", "c": b""}


class TestShelves:
    def test_a_shelf_comes_back(self, folder):
        Memory(folder, "me").save(HEAD, {}, {"rows": SHELF}, ())
        memory = Memory(folder, "me")
        assert dict(memory.shelf("rows")) == SHELF
        assert (dict(memory.shelf("traces")), dict(Memory(folder, "me2").shelf("rows"))) == ({}, {})

    def test_what_is_laid_on_it_comes_back_and_the_file_stays(self, folder):
        wide = {str(number): bytes([number]) for number in range(100)}
        Memory(folder, "me").save(HEAD, {}, {"rows": wide, "traces": SHELF}, ())
        files = sorted(files_of(folder, "shelf-"))
        for number in (3, 4):
            memory = Memory(folder, "me")
            shelf = memory.shelf("rows")
            shelf.lay(str(number), b"new")
            memory.save(HEAD, {}, {"rows": shelf}, None)
        memory = Memory(folder, "me")
        assert dict(memory.shelf("rows")) == wide | {"3": b"new", "4": b"new"}
        assert dict(memory.shelf("traces")) == SHELF
        assert sorted(files_of(folder, "shelf-")) == files

    def test_much_that_is_laid_on_it_is_put_into_the_file(self, folder):
        Memory(folder, "me").save(HEAD, {}, {"rows": SHELF}, ())
        files = files_of(folder, "shelf-")
        memory = Memory(folder, "me")
        memory.shelf("rows").lay("b", b"new")
        memory.save(HEAD, {}, {"rows": memory.shelf("rows")}, None)
        shelf = Memory(folder, "me").shelf("rows")
        assert (dict(shelf), shelf.laid) == (SHELF | {"b": b"new"}, {})
        assert len(files_of(folder, "shelf-")) == 1
        assert files_of(folder, "shelf-") != files

    @pytest.mark.parametrize("told", ["", "said"])
    def test_settings_as_they_were_told_are_as_good_as_the_program(self, folder, told):
        Memory(folder, "me", "said").save(HEAD, {}, {}, ())
        assert (Memory(folder, "another", told).head is None) == (told == "")
        assert Memory(folder, "", "said").head["program"] == "me"
        assert Memory(folder, "", "other").head is None
        assert Memory(folder, "", "").head is None


class TestForgetting:
    def test_another_program_starts_anew(self, folder):
        saved(folder)
        memory = Memory(folder, "another")
        assert (memory.head, memory.part("rows")) == (None, None)
        assert memory.why_none == "程序、设置或依赖有改动"
        assert memory.known_outputs() == OUTPUTS

    def test_who_asks_to_forget_starts_anew_and_knows_its_files(self, folder):
        saved(folder)
        memory = Memory(folder, "me", forget=True)
        assert (memory.head, memory.part("rows")) == (None, None)
        assert memory.why_none == "按要求不用上次的结果"
        assert memory.known_outputs() == OUTPUTS

    def test_what_is_saved_after_it_stands_alone(self, folder):
        saved(folder)
        Memory(folder, "another").save({"since": 6}, {"rows": {}}, {}, {"index.html"})
        memory = Memory(folder, "another")
        assert (memory.head["since"], memory.part("rows")) == (6, {})
        assert memory.known_outputs() == {"index.html"}
        assert len(files_of(folder, "part-")) == 1


class TestDamage:
    def test_any_changed_byte_of_the_head_and_any_length_are_noticed(self, folder):
        saved(folder)
        head = folder / "head"
        whole = head.read_bytes()
        for damaged in (*flipped(whole), *(whole[:length] for length in range(len(whole)))):
            head.write_bytes(damaged)
            memory = Memory(folder, "me")
            assert (memory.head, memory.why_none) == (None, "没有可用的上次结果")
        head.write_bytes(whole + b"\x00")
        assert Memory(folder, "me").head is None

    @pytest.mark.parametrize("name", sorted(PARTS))
    def test_any_changed_byte_of_a_part_and_any_length_are_noticed(self, folder, name):
        saved(folder)
        (part,) = files_of(folder, f"part-{name}-")
        whole = part.read_bytes()
        for damaged in (*flipped(whole), *(whole[:length] for length in range(len(whole)))):
            part.write_bytes(damaged)
            with pytest.raises(Damaged):
                Memory(folder, "me").part(name)

    def test_a_missing_part_is_noticed_and_the_others_are_there(self, folder):
        saved(folder)
        files_of(folder, "part-rows-")[0].unlink()
        memory = Memory(folder, "me")
        with pytest.raises(Damaged):
            memory.part("rows")
        assert memory.part("traces") == PARTS["traces"]

    def test_a_folder_in_the_place_of_the_head_is_no_head(self, folder):
        (folder / "head").mkdir(parents=True)
        assert Memory(folder, "me").head is None


class TestKnownOutputs:
    def test_they_survive_the_loss_or_damage_of_any_one_file(self, folder):
        saved(folder)
        for file in sorted(folder.iterdir()):
            whole = file.read_bytes()
            file.unlink()
            assert Memory(folder, "me").known_outputs() == OUTPUTS, file.name
            file.write_bytes(whole[::-1])
            assert Memory(folder, "me").known_outputs() == OUTPUTS, file.name
            file.write_bytes(whole)

    def test_what_a_killed_build_was_about_to_write_is_known(self, folder):
        saved(folder)
        Memory(folder, "me").intend({"index.html", "news/2026/b.html"})
        memory = Memory(folder, "me")
        assert memory.known_outputs() == OUTPUTS | {"news/2026/b.html"}
        assert memory.was_interrupted

    def test_a_build_that_came_to_its_end_intends_nothing_more(self, folder):
        memory = Memory(folder, "me")
        memory.intend({"news/2026/b.html"})
        memory.save(HEAD, PARTS, {}, {"index.html"})
        memory = Memory(folder, "me")
        assert (memory.known_outputs(), memory.was_interrupted) == ({"index.html"}, False)

    def test_what_the_last_build_wrote_and_this_one_did_not_is_known_no_more(self, folder):
        saved(folder)
        saved(folder, outputs={"index.html"})
        assert Memory(folder, "me").known_outputs() == {"index.html"}

    def test_nothing_outside_the_output_folder_is_ever_known(self, folder):
        outside = ["/etc/passwd", "../precious.txt", "a/../../precious.txt", "..", 7, None]
        Memory(folder, "me").save(HEAD, PARTS, {}, ["index.html", "a..b/..c.html"])
        memory = Memory(folder, "me")
        for path in outside:
            memory.intend([path])
            assert memory.known_outputs() == {"index.html", "a..b/..c.html"}

    def test_each_output_folder_has_its_own(self, tmp_path):
        one = folder_for(tmp_path / "cache", tmp_path / "one")
        two = folder_for(tmp_path / "cache", tmp_path / "two")
        saved(one)
        assert Memory(two, "me").known_outputs() == set()
        assert one.parent == two.parent == tmp_path / "cache"

    def test_a_folder_is_the_same_however_it_is_written(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "link").symlink_to(tmp_path / "one")
        wanted = folder_for(tmp_path / "cache", tmp_path / "one")
        for written in ("one", "two/../one", "link"):
            assert folder_for(tmp_path / "cache", tmp_path / written) == wanted
