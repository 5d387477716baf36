"""The manifest of a site, and comparing a folder or a server with it."""

from __future__ import annotations

import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plugins.integrity import (
    MANIFEST,
    Difference,
    UnreachableError,
    parse_manifest,
    verify_address,
    verify_folder,
    write_manifest,
)
from plugins.integrity.manifest import written

SITE = {"index.html": "甲", "news/a b.html": "乙", "news/附件 (1)#%.csv": "丙", ".nojekyll": ""}


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "site"
    for path, text in SITE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


class Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def address(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_it_lists_every_file_sorted_and_not_itself(folder):
    write_manifest(folder)
    first = (folder / MANIFEST).read_bytes()
    assert write_manifest(folder) == parse_manifest(first.decode())
    assert (folder / MANIFEST).read_bytes() == first
    names = [line[66:] for line in first.decode().splitlines()]
    assert names == sorted(SITE)


def test_sha256sum_reads_it(folder):
    (folder / "zeilen\num\\bruch.txt").write_text("丁", encoding="utf-8")
    write_manifest(folder)
    command = ["sha256sum", "--check", "--strict", "--quiet", MANIFEST]
    assert subprocess.run(command, cwd=folder, capture_output=True).returncode == 0
    (folder / "index.html").write_text("别的", encoding="utf-8")
    assert subprocess.run(command, cwd=folder, capture_output=True).returncode == 1


def test_names_with_line_breaks_come_back(folder):
    manifest = {"a\nb\\n.txt": "0" * 64, "甲.txt": "1" * 64}
    assert parse_manifest(written(manifest)) == manifest


@pytest.mark.parametrize("line", ["a.html", "0" * 63 + "  a.html", "0" * 64 + "  "])
def test_a_line_that_is_none_is_named(line):
    with pytest.raises(ValueError, match="第 2 行不是“校验值  文件名”"):
        parse_manifest(f"{'0' * 64}  a\n{line}\n")


def spoil(folder):
    (folder / "index.html").write_text("改", encoding="utf-8")
    (folder / "news/a b.html").unlink()
    (folder / "shell.php").write_text("加", encoding="utf-8")


def test_a_folder(folder):
    manifest = write_manifest(folder)
    assert not verify_folder(folder, manifest)
    spoil(folder)
    assert verify_folder(folder, manifest) == Difference(
        changed=("index.html",), added=("shell.php",), lost=("news/a b.html",)
    )


def test_what_the_host_adds_is_no_difference(folder):
    manifest = write_manifest(folder)
    (folder / "CNAME").write_text("a", encoding="utf-8")
    (folder / ".nojekyll").unlink()
    assert not verify_folder(folder, manifest)


def test_a_server(folder, address):
    manifest = write_manifest(folder)
    done, pauses = [], []
    difference = verify_address(address, manifest, lambda *at: done.append(at), pauses.append)
    assert not difference
    assert done == [(1, 3), (2, 3), (3, 3)]
    assert len(pauses) == 3, "a pause after each request"
    spoil(folder)
    assert verify_address(address, manifest, pause=pauses.append) == Difference(
        changed=("index.html",), lost=("news/a b.html",)
    )


def test_a_server_that_does_not_answer(folder):
    pauses = []
    with pytest.raises(UnreachableError, match=r"打不开 http://127\.0\.0\.1:1/index\.html："):
        verify_address("http://127.0.0.1:1", {"index.html": "0" * 64}, pause=pauses.append)
    assert pauses == [2.0, 4.0]
