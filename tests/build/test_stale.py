"""Outputs whose source is gone are removed; nothing else is touched."""

import json

from plugins.build.stale import remove_stale


def write(folder, *paths):
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")


def paths_in(folder):
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*"))


def test_what_the_last_build_wrote_and_this_one_did_not(tmp_path):
    output, memory = tmp_path / "output", tmp_path / "memory"
    write(output, "a.html", "b/c.html", "own-notes.txt")
    assert remove_stale(output, memory, ["a.html", "b/c.html"]) == []
    assert remove_stale(output, memory, ["a.html"]) == ["b/c.html"]
    assert paths_in(output) == ["a.html", "own-notes.txt"]


def test_each_output_folder_has_its_own_memory(tmp_path):
    memory = tmp_path / "memory"
    for name in ("one", "two"):
        write(tmp_path / name, "a.html")
    remove_stale(tmp_path / "one", memory, ["a.html"])
    assert remove_stale(tmp_path / "two", memory, []) == []
    assert paths_in(tmp_path / "two") == ["a.html"]


def test_a_damaged_memory_deletes_nothing_outside(tmp_path):
    output, memory = tmp_path / "output", tmp_path / "memory"
    write(output, "a.html")
    write(tmp_path, "precious.txt")
    remove_stale(output, memory, ["a.html"])
    (note,) = memory.iterdir()
    note.write_text(json.dumps(["../precious.txt", str(tmp_path / "precious.txt"), 7]))
    remove_stale(output, memory, [])
    assert (tmp_path / "precious.txt").exists()
    note.write_text("not json")
    assert remove_stale(output, memory, []) == []
