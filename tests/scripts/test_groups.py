"""`make test` hands all tests of an `xdist_group` to one process: tests/groups.py."""

import re
import subprocess
import sys

from tests.scripts.commands import ROOT

# Each group is met four times, by turns: without groups they would go to both processes.
TESTS = """
import pytest

@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("name", [
    pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ("a list", "b list", "c")
])
def test_page(name, turn):
    pass
"""


def test_a_group_is_run_by_one_process(tmp_path):
    file = tmp_path / "test_pages.py"
    file.write_text(TESTS, encoding="utf-8")
    options = ["-p", "tests.groups", "-c", "/dev/null", "-n2", "--dist=loadgroup", "-v"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    ran = re.findall(r"\[(gw\d)\].* PASSED .*\[(.+)-\d\]", done.stdout)
    assert len(ran) == 12, done.stdout + done.stderr
    assert len(set(ran)) == 3, done.stdout
