"""`scripts/venv.sh` on machines that lack one thing or another."""

import pytest

from tests.scripts.commands import Machine

PYTHON = """\
case "$*" in
    *version_info\\ \\<*) {new} ;;
    *ensurepip*) {ensurepip} ;;
    *-venv*) echo python3.11-venv ;;
    --version) echo "Python {version}" ;;
    "-m venv --clear .venv") mkdir .venv ;;
    *) exit 99 ;;
esac
"""


def python(version="3.11.2", ensurepip="true"):
    new = "true" if int(version.split(".")[1]) >= 11 else "false"
    return PYTHON.format(new=new, ensurepip=ensurepip, version=version)


@pytest.fixture
def machine(tmp_path):
    machine = Machine(tmp_path, "mkdir")
    machine.pretend("id", "echo 1000")
    return machine


def venv(machine, **environment):
    done = machine.run("sh", "scripts/venv.sh", **environment)
    return done.returncode, done.stdout + done.stderr, (machine.project / ".venv").exists()


def test_a_python_that_is_new_enough_makes_the_environment(machine):
    machine.pretend("python3", python())
    assert venv(machine) == (0, "创建 .venv（Python 3.11.2）\n", True)


def test_an_old_python_is_named_with_what_to_do(machine):
    machine.pretend("python3", python("3.9.6"))
    code, said, made = venv(machine)
    assert (code, made) == (1, False)
    assert "Python 3.11" in said and "现有：Python 3.9.6" in said and "brew install" in said


def test_a_newer_python_beside_an_old_one_is_taken(machine):
    machine.pretend("python3", python("3.9.6"))
    machine.pretend("python3.12", python("3.12.1"))
    assert venv(machine) == (0, "创建 .venv（Python 3.12.1）\n", True)


def test_a_python_that_is_asked_for_is_the_only_one_tried(machine):
    machine.pretend("python3", python())
    machine.pretend("other", python("3.10.1"))
    code, said, _ = venv(machine, PYTHON="other")
    assert (code, "现有：Python 3.10.1" in said) == (1, True)


def test_no_python_at_all_is_said(machine):
    code, said, _ = venv(machine)
    assert (code, "没有找到 python3" in said) == (1, True)


class TestDebian:
    """Debian's python3 comes without ensurepip, which the package python3.11-venv adds."""

    def test_as_root_the_package_is_installed(self, machine):
        machine.pretend("python3", python(ensurepip='test -e "$HOME/ensurepip"'))
        machine.pretend("id", "echo 0")
        machine.pretend(
            "apt-get", 'case "$*" in *install*python3.11-venv) : >"$HOME/ensurepip"; esac'
        )
        code, _, made = venv(machine, HOME=str(machine.project))
        assert (code, made) == (0, True)
        assert [call.split()[:2] for call in machine.calls if call.startswith("apt-get")] == [
            ["apt-get", "update"],
            ["apt-get", "install"],
        ]

    def test_not_as_root_the_command_is_named(self, machine):
        machine.pretend("python3", python(ensurepip="false"))
        machine.pretend("apt-get", "true")
        code, said, made = venv(machine)
        assert (code, made) == (1, False)
        assert "sudo apt-get update && sudo apt-get install -y python3.11-venv" in said
        assert not any(call.startswith("apt-get") for call in machine.calls)

    def test_an_installation_that_fails_stops_here(self, machine):
        machine.pretend("python3", python(ensurepip="false"))
        machine.pretend("id", "echo 0")
        machine.pretend("apt-get", "exit 100")
        assert venv(machine)[0::2] == (100, False)
