"""A site changes only when all of it is there; what is ours is removed, and nothing else."""

import os

import pytest

from plugins.incremental.snapshot import take_snapshot
from plugins.incremental.staging import Staging


def write(folder, *paths):
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, encoding="utf-8")


def paths_in(folder):
    """Files and folders."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*"))


@pytest.fixture
def output(tmp_path):
    return tmp_path / "site/output"


def opened(output):
    staging = Staging(output, take_snapshot(output))
    staging.open()
    return staging


class TestPutting:
    def test_the_output_does_not_change_before_the_commit(self, output):
        write(output, "a.html")
        staging = opened(output)
        staging.put("a.html", b"new")
        staging.put("b/c.html", b"other")
        assert paths_in(output) == ["a.html"]
        assert (output / "a.html").read_bytes() == b"a.html"

    def test_it_gives_the_size_and_time_that_the_file_will_have(self, output):
        staging = opened(output)
        size, modified = staging.put("a.html", b"new")
        staging.commit()
        found = (output / "a.html").stat()
        assert (size, modified) == (3, found.st_mtime_ns) == (found.st_size, modified)

    def test_the_same_bytes_are_not_written(self, output):
        write(output, "a.html")
        before = take_snapshot(output)
        staging = opened(output)
        assert staging.put("a.html", b"a.html") is None
        assert paths_in(output.parent / ".output.building") == []
        assert take_snapshot(output) == before

    def test_other_bytes_of_the_same_length_are(self, output):
        write(output, "a.html")
        staging = opened(output)
        assert staging.put("a.html", b"A.html") is not None
        staging.commit()
        assert (output / "a.html").read_bytes() == b"A.html"

    def test_a_file_that_went_since_the_look_is_written(self, output):
        write(output, "a.html")
        staging = opened(output)
        (output / "a.html").unlink()
        assert staging.put("a.html", b"a.html") is not None


class TestCommitting:
    def test_the_staged_file_itself_is_moved(self, output):
        write(output, "b/a.html")
        staging = opened(output)
        staging.put("b/a.html", b"new")
        staged = (output.parent / ".output.building/b/a.html").stat().st_ino
        with (output / "b/a.html").open("rb") as reader:
            staging.commit()
            # Who reads the old file reads all of it.
            assert reader.read() == b"b/a.html"
        assert (output / "b/a.html").stat().st_ino == staged
        assert (output / "b/a.html").read_bytes() == b"new"

    def test_folders_are_made(self, output):
        staging = opened(output)
        for path in ["a/b/c.html", "a/b/d.html", "e.html"]:
            staging.put(path, b"x")
        staging.commit()
        staging.clear()
        assert paths_in(output) == ["a", "a/b", "a/b/c.html", "a/b/d.html", "e.html"]

    def test_what_is_there_beside_it_stays(self, output):
        write(output, "a/b/own-notes.txt", "c.html")
        staging = opened(output)
        for path in ["a/b/c.html", "a/d/e.html", "c.html"]:
            staging.put(path, b"x")
        staging.commit()
        files = ["a/b/c.html", "a/b/own-notes.txt", "a/d/e.html", "c.html"]
        assert [path for path in paths_in(output) if "." in path] == files
        assert (output / "a/b/own-notes.txt").read_text() == "a/b/own-notes.txt"
        assert (output / "c.html").read_bytes() == b"x"

    def test_a_file_gives_way_to_a_folder_and_a_folder_to_a_file(self, output):
        write(output, "news", "about/index.html")
        staging = opened(output)
        staging.put("news/index.html", b"x")
        staging.put("about", b"y")
        staging.remove(["news", "about/index.html"])
        staging.commit()
        assert paths_in(output) == ["about", "news", "news/index.html"]


class TestRemoving:
    def test_folders_that_become_empty_go_and_no_others(self, output):
        write(output, "a/b/c.html", "d/e/f.html", "d/own-notes.txt")
        (output / "own").mkdir()
        opened(output).remove(["a/b/c.html", "d/e/f.html"])
        assert paths_in(output) == ["d", "d/own-notes.txt", "own"]

    def test_what_is_gone_already_is_no_mistake(self, output):
        write(output, "a.html", "b/own-notes.txt")
        opened(output).remove(["b/gone.html", "c/gone.html"])
        assert paths_in(output) == ["a.html", "b", "b/own-notes.txt"]

    def test_the_output_folder_itself_stays(self, output):
        write(output, "a.html")
        opened(output).remove(["a.html"])
        assert output.is_dir()
        assert paths_in(output) == []

    def test_a_link_is_removed_and_not_what_it_leads_to(self, output):
        write(output.parent, "precious.txt")
        output.mkdir()
        (output / "a.html").symlink_to(output.parent / "precious.txt")
        opened(output).remove(["a.html"])
        assert paths_in(output) == []
        assert (output.parent / "precious.txt").exists()

    def test_a_folder_in_the_place_of_a_file_is_left(self, output):
        write(output, "a.html/own-notes.txt")
        opened(output).remove(["a.html"])
        assert paths_in(output) == ["a.html", "a.html/own-notes.txt"]

    def test_a_folder_that_is_a_link_is_left(self, output):
        write(output.parent, "elsewhere/a.html")
        output.mkdir()
        (output / "files").symlink_to(output.parent / "elsewhere")
        opened(output).remove(["files/a.html"])
        assert os.readlink(output / "files") == str(output.parent / "elsewhere")


def test_leftovers_of_a_killed_build_are_cleared(output):
    killed = opened(output)
    killed.put("a.html", b"half")
    write(output.parent / ".output.building", "0-7", "folder/x")
    staging = opened(output)
    assert paths_in(output.parent / ".output.building") == []
    staging.put("a.html", b"whole")
    staging.commit()
    staging.clear()
    assert paths_in(output.parent) == ["output", "output/a.html"]


class TestTheStagingPlace:
    def test_it_is_beside_what_an_output_that_is_a_link_leads_to(self, output):
        disk = output.parent / "disk/www"
        disk.mkdir(parents=True)
        output.symlink_to(disk)
        staging = opened(output)
        staging.put("a.html", b"x")
        assert paths_in(disk.parent / ".www.building") == ["a.html"]
        staging.commit()
        staging.clear()
        assert paths_in(disk.parent) == ["www", "www/a.html"]

    def test_it_is_inside_an_output_that_is_a_file_system_of_its_own(self, output, monkeypatch):
        write(output, "b.html")
        monkeypatch.setattr(os.path, "ismount", lambda path: path == output)
        self.written_inside(output)

    def test_it_is_inside_an_output_that_nothing_may_be_put_beside(self, output, monkeypatch):
        write(output, "b.html")
        monkeypatch.setattr(os, "access", lambda path, mode: path != output.parent)
        self.written_inside(output)

    def written_inside(self, output):
        staging = opened(output)
        staging.put("a.html", b"x")
        assert paths_in(output.parent) == [
            "output", "output/.building", "output/.building/a.html", "output/b.html"
        ]  # fmt: skip
        staging.commit()
        staging.clear()
        assert paths_in(output.parent) == ["output", "output/a.html", "output/b.html"]
