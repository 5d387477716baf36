"""A place in a file is read the same with and without `pread`."""

import os

import pytest

from plugins.rebuild.reading_at import open_to_read, read_at


@pytest.mark.parametrize("has_pread", [True, False])
def test_a_place_is_read(tmp_path, monkeypatch, has_pread):
    if not has_pread:
        monkeypatch.delattr(os, "pread")
    (tmp_path / "a").write_bytes(b"0123\r\n\x1a789")
    handle = open_to_read(tmp_path / "a")
    assert [read_at(handle, 3, 4), read_at(handle, 4, 0), read_at(handle, 9, 7)] == [
        b"\r\n\x1a", b"0123", b"789"
    ]  # fmt: skip
    os.close(handle)
