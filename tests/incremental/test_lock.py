"""One build at a time; a build that was killed keeps nobody waiting."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.incremental.lock import BusyError, exclusive, lock_for

ROOT = Path(__file__).resolve().parents[2]
HOLDING = """
import sys, time
from pathlib import Path
from plugins.incremental.lock import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock."""
    command = [sys.executable, "-c", HOLDING, str(tmp_path / "memory/lock")]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_process_is_told_at_once(tmp_path, holder):
    started = time.monotonic()
    with pytest.raises(BusyError), exclusive(tmp_path / "memory/lock"):
        pass
    assert time.monotonic() - started < 1


def test_another_place_is_free(tmp_path, holder):
    with exclusive(tmp_path / "other/lock"):
        pass


def test_the_lock_of_a_killed_process_is_free(tmp_path, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with exclusive(tmp_path / "memory/lock"):
        pass


def test_the_lock_is_free_after_its_block_even_a_failed_one(tmp_path):
    for _ in range(2):
        with pytest.raises(ValueError), exclusive(tmp_path / "memory/lock"):
            raise ValueError
    with exclusive(tmp_path / "memory/lock"):
        pass


def test_a_second_hold_in_one_process_is_refused_and_leaves_the_first(tmp_path):
    with exclusive(tmp_path / "lock"):
        for _ in range(2):
            with pytest.raises(BusyError), exclusive(tmp_path / "lock"):
                pass


def test_the_lock_of_a_folder_lies_neither_in_it_nor_beside_it(tmp_path):
    assert not lock_for(tmp_path / "output").is_relative_to(tmp_path)


def test_the_lock_of_a_folder_is_the_same_however_it_is_written(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "output")
    wanted = lock_for(tmp_path / "output")
    assert {lock_for(tmp_path / name) for name in ("link", "x/../output")} == {wanted}
    assert lock_for(tmp_path / "other") != wanted
