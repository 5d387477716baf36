"""`-l` serves what is there, and `-r -l` also builds again whenever something is saved."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.build.test_build import NOON, ROOT, build
from tests.content_folder import make_content

PATIENCE = 120.0
PAGE = "dongtai/2026/riji-1.html"
ADDED = "又一段新的话"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Pelican forks for -r -l")


@pytest.fixture
def content(tmp_path):
    return make_content(tmp_path)


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def pelican(content, output, *flags):
    """Pelican with these flags in a process group of its own; the address at which it serves."""
    port = free_port()
    where = [str(content), "-s", str(ROOT / "pelicanconf.py"), "-o", str(output)]
    cache = ["-e", f'CACHE_PATH="{output}-cache"']
    process = subprocess.Popen(
        [sys.executable, "-m", "pelican", *where, *flags, "-p", str(port), *cache],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": NOON},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}", process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE)


def fetched(address):
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return answer.read().decode()
    except (URLError, ConnectionError):
        return ""


def wait_for(address, text, process, saved=None):
    """Wait until the page has this text; `saved` is saved again and again.

    Pelican watches the files only between two builds: it misses what is saved during one.
    """
    end = time.monotonic() + PATIENCE
    while text not in fetched(address):
        assert process.poll() is None, "Pelican has ended"
        assert time.monotonic() < end, f"{address} never says {text}"
        time.sleep(1)
        if saved:
            saved.touch()


def edit(content, text=f"\n{ADDED}。\n"):
    file = content / "dongtai/riji-1.md"
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    return file


def test_listening_serves_the_site_as_it_is_and_builds_nothing(content, tmp_path):
    output = tmp_path / "output"
    assert build(content, output).returncode == 0
    before = (output / PAGE).read_bytes()
    edit(content)
    with pelican(content, output, "-l") as (site, process):
        wait_for(f"{site}/{PAGE}", "<title>", process)
        assert ADDED not in fetched(f"{site}/{PAGE}")
    assert (output / PAGE).read_bytes() == before


@pytest.mark.parametrize("flags", [("-r", "-l"), ("-rl",), ("--autoreload", "--listen")])
def test_reloading_and_listening_serves_what_was_saved_last(content, tmp_path, flags):
    with pelican(content, tmp_path / "output", *flags) as (site, process):
        wait_for(f"{site}/{PAGE}", "<title>", process)
        wait_for(f"{site}/{PAGE}", ADDED, process, edit(content))


def test_it_goes_on_after_a_bureau_that_can_t_be_read_until_that_is_mended(content, tmp_path):
    with pelican(content, tmp_path / "output", "-r", "-l") as (site, process):
        wait_for(f"{site}/{PAGE}", "<title>", process)
        bureau = content / "bureau.yml"
        facts = bureau.read_text(encoding="utf-8")
        bureau.write_text("name: [", encoding="utf-8")
        # As long as Pelican needs to see it, most of the time.
        for _ in range(5):
            time.sleep(1)
            bureau.touch()
        bureau.write_text(facts, encoding="utf-8")
        wait_for(f"{site}/{PAGE}", ADDED, process, edit(content))
