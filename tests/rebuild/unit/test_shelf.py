"""A shelf gives back what was put on it, or says that it can't."""

import random

import pytest

from plugins.rebuild.bodies import Damaged
from plugins.rebuild.shelf import Shelf, write

VALUES = {"news/甲.md": b"\x00\xff" * 9, "b": b"", "c": b"3"}


@pytest.fixture
def file(tmp_path):
    write(tmp_path / "shelf", VALUES)
    return tmp_path / "shelf"


def test_what_was_written_comes_back(file):
    shelf = Shelf(file)
    assert (dict(shelf), shelf.all(), len(shelf)) == (VALUES, VALUES, 3)
    assert [shelf.place(key) for key in VALUES] == [0, 1, 2]
    assert ("b" in shelf, "d" in shelf) == (True, False)


def test_an_empty_one(tmp_path):
    write(tmp_path / "shelf", {})
    for shelf in (Shelf(), Shelf(tmp_path / "shelf")):
        assert (dict(shelf), shelf.all(), len(shelf)) == ({}, {}, 0)


def test_what_is_laid_on_it_takes_the_place_of_what_is_there(file):
    shelf = Shelf(file, {"c": b"new"})
    shelf.lay("d", b"4")
    now = VALUES | {"c": b"new", "d": b"4"}
    assert (dict(shelf), shelf.all(), len(shelf)) == (now, now, 4)
    assert Shelf(file).all() == VALUES


@pytest.mark.parametrize("seed", range(5))
def test_any_changed_byte_and_any_length_are_noticed(file, seed):
    whole = file.read_bytes()
    chance = random.Random(seed)
    for place in range(len(whole)):
        changed = bytes([whole[place] ^ chance.randrange(1, 256)])
        file.write_bytes(whole[:place] + changed + whole[place + 1 :])
        assert is_refused(file), place
        file.write_bytes(whole[:place])
        assert is_refused(file), place


def is_refused(file):
    try:
        Shelf(file).all()
    except Damaged:
        return True
    return False


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(Damaged):
        Shelf(tmp_path / "none")
