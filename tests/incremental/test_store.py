"""The store keeps what a build left, and counts as empty when it may be something else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.incremental.store import Store, StoreError, database_for, decode, encode

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file(tmp_path):
    """A database that a build of the program `one` left."""
    file = tmp_path / "cache/a.sqlite"
    store = Store(file, "one")
    store.set_meta("report", ("nothing found",))
    store.set_manifest(["index.html", "news/a.html"])
    store.seal()
    return file


def opened(file, program="one", forget=False):
    store = Store(file, program, forget)
    try:
        return store.why_empty, store.meta("report"), store.manifest()
    finally:
        store.seal()


LEFT = {"index.html", "news/a.html"}


def test_the_next_build_finds_what_the_last_one_left(file):
    assert opened(file) == ("", ("nothing found",), LEFT)


@pytest.mark.parametrize(
    ("program", "forget", "why"),
    [("two", False, "程序、设置或依赖有改动"), ("one", True, "按要求不用上次的结果")],
)
def test_of_another_program_only_the_manifest_is_used(file, program, forget, why):
    assert opened(file, program, forget) == (why, None, LEFT)
    assert opened(file, program) == ("", None, LEFT)


def test_without_a_file_there_is_nothing(tmp_path):
    assert opened(tmp_path / "b.sqlite") == ("没有可用的上次结果", None, set())


def flip(data):
    return data[:-100] + bytes([data[-100] ^ 1]) + data[-99:]


@pytest.mark.parametrize(
    "damage",
    [flip, lambda data: data[: len(data) // 2], lambda _: b"x" * 5000, lambda _: b""],
    ids=["a bit", "cut", "garbage", "empty"],
)
def test_a_file_that_somebody_changed_counts_as_damaged(file, damage):
    file.write_bytes(damage(file.read_bytes()))
    why, report, _ = opened(file)
    assert (why, report) == ("上次留下的结果已损坏", None)
    assert opened(file)[0] == ""


def test_of_a_file_that_can_still_be_read_the_manifest_is_used(file):
    file.write_bytes(file.read_bytes())
    assert opened(file) == ("上次留下的结果已损坏", None, LEFT)
    store = Store(file, "one")
    store.reset("damaged")
    store.seal()
    assert opened(file)[2] == LEFT


def test_times_in_whole_seconds_as_archives_have_them_are_trusted(file):
    stat = file.stat()
    os.utime(file, ns=(stat.st_mtime_ns, stat.st_mtime_ns // 10**9 * 10**9))
    assert opened(file)[0] == ""


def test_a_transaction_that_is_not_ended_leaves_the_last_state(file):
    store = Store(file, "one")
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.set_meta("report", ("half",))
        raise ZeroDivisionError
    store.close()
    assert opened(file)[1] == ("nothing found",)


def test_a_process_that_is_killed_in_a_transaction_leaves_the_last_state(file):
    code = """
import os, sys
from pathlib import Path
from plugins.incremental.store import Store
store = Store(Path(sys.argv[1]), "one")
with store.transaction():
    store.set_meta("report", ("half",))
    os.kill(os.getpid(), 9)
"""
    killed = subprocess.run([sys.executable, "-c", code, str(file)], cwd=ROOT, check=False)
    assert killed.returncode == -9
    assert opened(file)[1] == ("nothing found",)


def test_a_value_is_stored_only_when_it_is_another_one(file):
    store = Store(file, "one")
    before = store.execute("SELECT total_changes()").fetchone()
    store.update_meta({"report": ("nothing found",)})
    assert store.execute("SELECT total_changes()").fetchone() == before
    store.update_meta({"report": ("found",), "new": 1})
    assert (store.meta("report"), store.meta("new")) == (("found",), 1)


def test_forgetting_the_nodes_keeps_what_it_is_told_to_keep(file):
    store = Store(file, "one")
    store.set_meta("other", 1)
    store.execute("INSERT INTO edge VALUES (1, 2)")
    store.forget_nodes(["program", "report"])
    assert (store.meta("other"), store.meta("report")) == (None, ("nothing found",))
    assert store.execute("SELECT count(*) FROM edge").fetchone() == (0,)
    assert opened(file) == ("", ("nothing found",), LEFT)


def test_a_path_outside_of_the_output_is_never_ours(file):
    store = Store(file, "one")
    store.add_to_manifest(["../secret", "/etc/passwd", "a/../../b", "c.html"])
    store.seal()
    assert opened(file)[2] == {*LEFT, "c.html"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_reads_what_was_committed(file):
    store = Store(file, "one")
    store.meta("report")
    child = os.fork()
    if not child:
        found = store.execute("SELECT count(*) FROM manifest").fetchone()
        os._exit(0 if found == (2,) else 1)
    assert os.waitpid(child, 0)[1] == 0
    store.seal()


def test_the_database_is_found_again_after_output_and_cache_were_moved_together(tmp_path):
    one, two = tmp_path / "one", tmp_path / "somewhere/else"
    names = {database_for(at / "cache", at / "output").name for at in (one, two)}
    assert len(names) == 1
    assert database_for(one / "cache", one / "other").name not in names


@pytest.mark.parametrize("value", [None, 1, "字", b"x", (1, ("a", None)), {"a": [1, 2]}])
def test_a_value_comes_back_as_it_was_and_not_at_all_when_it_is_damaged(value):
    data = encode(value)
    assert decode(data) == value
    for place in range(len(data)):
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        with pytest.raises(StoreError):
            decode(changed)
