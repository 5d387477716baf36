"""`scripts/chromium.sh` on machines that lack one thing or another."""

import pytest

from tests.scripts.commands import Machine

COMMAND = "sudo apt-get update && sudo apt-get install -y chromium fonts-noto-cjk"


@pytest.fixture
def machine(tmp_path):
    """A machine with a Chinese font and without a browser, used by an ordinary person."""
    machine = Machine(tmp_path, "chmod")
    machine.pretend("id", "echo 1000")
    machine.pretend("fc-list", "echo Noto Serif CJK SC")
    return machine


def chromium(machine, **environment):
    done = machine.run("sh", "scripts/chromium.sh", **environment)
    return done.returncode, done.stdout.strip(), done.stderr


@pytest.mark.parametrize(
    "name", ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]
)
def test_a_browser_that_is_there_is_found(machine, name):
    file = machine.pretend(name, "true")
    assert chromium(machine) == (0, str(file), "")


def test_the_one_without_windows_is_preferred(machine):
    machine.pretend("chromium", "true")
    file = machine.pretend("chromium-headless-shell", "true")
    assert chromium(machine) == (0, str(file), "")


def test_another_one_may_be_named(machine, tmp_path):
    machine.pretend("chromium", "true")
    file = machine.pretend("my chrome", "true")
    assert chromium(machine, CHROMIUM=str(file)) == (0, str(file), "")


def test_a_named_one_that_is_not_there_is_said(machine):
    machine.pretend("chromium", "true")
    code, path, said = chromium(machine, CHROMIUM="/opt/chrome")
    assert (code, path) == (1, "")
    assert "CHROMIUM=/opt/chrome 不可用" in said and COMMAND in said


def test_without_a_browser_the_command_is_named(machine):
    machine.pretend("apt-get", "true")
    code, path, said = chromium(machine)
    assert (code, path) == (1, "")
    assert "缺少：chromium\n" in said and COMMAND in said
    assert not any(call.startswith("apt-get") for call in machine.calls)


def test_without_a_chinese_font_pages_would_be_empty_boxes(machine):
    machine.pretend("chromium", "true")
    machine.pretend("fc-list", "true")
    code, _, said = chromium(machine)
    assert (code, "缺少：fonts-noto-cjk" in said) == (1, True)


def test_as_root_both_are_installed(machine):
    machine.pretend("id", "echo 0")
    machine.pretend(
        "apt-get",
        f'case "$*" in *install*) echo "#!" >"{machine.bin}/chromium"; '
        f'chmod +x "{machine.bin}/chromium"; esac',
    )
    code, path, _ = chromium(machine)
    assert (code, path) == (0, str(machine.bin / "chromium"))
    packages = "chromium fonts-noto-cjk"
    assert f"apt-get install -y -qq --no-install-recommends {packages}" in machine.calls


def test_an_installation_that_brings_no_browser_is_said(machine):
    machine.pretend("id", "echo 0")
    machine.pretend("apt-get", "true")
    code, path, said = chromium(machine)
    assert (code, path) == (1, "")
    assert COMMAND in said
