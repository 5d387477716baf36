"""Every file once, in the order of its path's parts; a link to a folder only where asked for."""

import os
import time

from plugins.incremental.snapshot import is_link, take_snapshot


def write(folder, *paths):
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, encoding="utf-8")


def test_paths_in_the_order_of_their_parts(tmp_path):
    write(tmp_path, "b.md", "a-b/x.md", "a/z.md", "a/b/c.md", "中文/说明.md", ".hidden")
    # As whole strings, "a-b/x.md" would come before "a/…".
    paths = [".hidden", "a/b/c.md", "a/z.md", "a-b/x.md", "b.md", "中文/说明.md"]
    assert list(take_snapshot(tmp_path)) == paths


def test_a_stamp_is_size_and_times(tmp_path):
    write(tmp_path, "a.md")
    found = (tmp_path / "a.md").stat()
    expected = (4, found.st_mtime_ns, found.st_ctime_ns)
    assert take_snapshot(tmp_path) == {"a.md": expected}


def test_a_change_that_hides_behind_size_and_time_of_modification_is_seen(tmp_path):
    write(tmp_path, "a.md")
    before = take_snapshot(tmp_path)["a.md"]
    # A file system's clock may tick only every few milliseconds.
    time.sleep(0.05)
    (tmp_path / "a.md").write_text("b.md", encoding="utf-8")
    os.utime(tmp_path / "a.md", ns=(before[1], before[1]))
    after = take_snapshot(tmp_path)["a.md"]
    assert after[:2] == before[:2]
    assert after != before


def test_a_folder_that_is_missing_or_empty_has_no_files(tmp_path):
    (tmp_path / "empty/inside").mkdir(parents=True)
    assert take_snapshot(tmp_path) == {}
    assert take_snapshot(tmp_path / "none") == {}


def test_a_link_is_listed_as_a_link_wherever_it_leads(tmp_path):
    write(tmp_path, "content/a.md", "elsewhere/b.md")
    (tmp_path / "content/file").symlink_to(tmp_path / "elsewhere/b.md")
    (tmp_path / "content/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "content/itself").symlink_to(tmp_path / "content")
    (tmp_path / "content/nothing").symlink_to(tmp_path / "none")
    found = take_snapshot(tmp_path / "content")
    assert {path: is_link(stat) for path, stat in found.items()} == {
        "a.md": False,
        "file": True,
        "folder": True,
        "itself": True,
        "nothing": True,
    }


def test_links_to_folders_can_be_followed_but_not_in_a_circle(tmp_path):
    write(tmp_path, "theme/a.css", "elsewhere/b.css", "elsewhere/more/c.css")
    (tmp_path / "theme/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "theme/z.css").symlink_to(tmp_path / "elsewhere/b.css")
    (tmp_path / "theme/itself").symlink_to(tmp_path / "theme")
    (tmp_path / "theme/nothing").symlink_to(tmp_path / "none")
    (tmp_path / "elsewhere/more/back").symlink_to(tmp_path / "elsewhere")
    paths = ["a.css", "folder/b.css", "folder/more/c.css", "z.css"]
    found = take_snapshot(tmp_path / "theme", follow_links=True)
    assert list(found) == paths
    assert not any(map(is_link, found.values()))
