"""What a child used is what it used itself, with its children and without its parent."""

import sys

import pytest

from bench.measure import CommandError, measure

MEGABYTES = 100
LARGE = f"text = bytearray({MEGABYTES * 1_000_000})"
SPIN = "import time\nwhile time.process_time() < 0.3: pass"


def python(code, tmp_path, **environ):
    # Without `site`, which would start the measurement of coverage in the command.
    return measure([sys.executable, "-S", "-c", code], tmp_path, environ)


def test_memory_is_that_of_the_child(tmp_path):
    assert python(LARGE, tmp_path).memory > MEGABYTES * 1_000_000


def test_memory_of_the_parent_is_not_counted(tmp_path):
    held = bytearray(2 * MEGABYTES * 1_000_000)
    assert python("", tmp_path).memory < MEGABYTES * 1_000_000
    assert held


def test_processor_time_includes_children_that_were_waited_for(tmp_path):
    code = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {SPIN!r}])"
    assert python(code, tmp_path).cpu >= 0.3


def test_an_earlier_command_is_not_counted_again(tmp_path):
    python(SPIN, tmp_path)
    python(LARGE, tmp_path)
    used = python("", tmp_path)
    assert used.cpu < 0.3 and used.memory < MEGABYTES * 1_000_000


def test_the_command_runs_in_the_folder_with_the_environment(tmp_path):
    python("import os; open('said', 'w').write(os.environ['WORD'])", tmp_path, WORD="here")
    assert (tmp_path / "said").read_text() == "here"


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path):
    with pytest.raises(CommandError, match="no such luck"):
        python("raise SystemExit('no such luck')", tmp_path)


def test_a_command_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match="no-such-command"):
        measure(["no-such-command"], tmp_path)
