"""A value comes back just as it was put there, or is damaged; never another one."""

import pytest

from plugins.rebuild.bodies import Bodies, Damaged

VALUES = [b"", b"a", "城市管理".encode(), bytes(range(256)) * 300]


@pytest.fixture
def bodies(tmp_path):
    bodies = Bodies(tmp_path / "memory")
    yield bodies
    bodies.close()


def write(bodies, name, values):
    writer = bodies.writer(name)
    places = [writer.add(value) for value in values]
    writer.close()
    return places


def test_values_come_back_in_any_order(bodies):
    first, second = write(bodies, "bodies-1", VALUES), write(bodies, "bodies-2", VALUES[::-1])
    read = [bodies.read(place) for place in [*second, *first[::-1]]]
    assert read == VALUES[::-1] * 2


def test_they_come_back_to_the_next_who_opens_the_folder(bodies, tmp_path):
    places = write(bodies, "bodies-1", VALUES)
    other = Bodies(tmp_path / "memory")
    assert [other.read(place) for place in places] == VALUES
    other.close()


def test_a_file_cut_short_is_damaged_from_there_on(bodies, tmp_path):
    places = write(bodies, "bodies-1", [b"abc", b"defg"])
    (tmp_path / "memory/bodies-1").write_bytes(b"abcdef")
    assert bodies.read(places[0]) == b"abc"
    with pytest.raises(Damaged):
        bodies.read(places[1])


def test_any_flipped_bit_damages_the_value_it_is_in_and_no_other(bodies, tmp_path):
    first, second = write(bodies, "bodies-1", [b"abc", b"defg"])
    file = tmp_path / "memory/bodies-1"
    whole = file.read_bytes()
    for place in range(len(whole)):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[place] ^= 1 << bit
            file.write_bytes(flipped)
            hit, spared = (first, second) if place < 3 else (second, first)
            with pytest.raises(Damaged):
                bodies.read(hit)
            assert bodies.read(spared) == (b"defg" if place < 3 else b"abc")


def test_a_missing_file_is_damaged(bodies, tmp_path):
    (place,) = write(bodies, "bodies-1", [b"abc"])
    (tmp_path / "memory/bodies-1").unlink()
    with pytest.raises(Damaged):
        bodies.read(place)


def test_files_that_nothing_points_to_are_deleted_and_others_left(bodies, tmp_path):
    for name in ("bodies-1", "bodies-2"):
        write(bodies, name, [b"abc"])
    (tmp_path / "memory/head").write_bytes(b"")
    bodies.keep_only({"bodies-2"})
    assert sorted(file.name for file in (tmp_path / "memory").iterdir()) == ["bodies-2", "head"]
