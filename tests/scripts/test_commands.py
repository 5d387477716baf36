"""The machine of these tests changes nothing of the real one."""

from __future__ import annotations

from tests.scripts.commands import Machine


def test_a_pretended_command_leaves_the_real_one_alone(tmp_path):
    real = tmp_path / "real"
    real.write_text("real", encoding="utf-8")
    machine = Machine(tmp_path)
    (machine.bin / "tool").symlink_to(real)
    machine.pretend("tool", "echo pretended")
    assert real.read_text(encoding="utf-8") == "real"
    assert machine.run("tool").stdout == "pretended\n"
