"""What the deployment manual tells a server to do agrees with what the pages themselves say."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")


def test_the_header_is_the_policy_of_the_pages_and_what_only_a_header_can_say():
    head = (ROOT / "theme/templates/parts/head.html").read_text(encoding="utf-8")
    policies = re.findall(r'"Content-Security-Policy" content="([^"]+)"', head)
    everything, scripts = (p.replace("{{ scripts_from }}", "*:*/assets/") for p in policies)
    header = re.search(r'Content-Security-Policy "([^"]+)"', TEXT)[1]
    assert header == f"{everything}; frame-ancestors 'none', {scripts}"


def test_every_setting_it_names_is_read_somewhere():
    source = (ROOT / "publishconf.py").read_text(encoding="utf-8") + "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "plugins").rglob("*.py")
    )
    named = re.findall(r"^\| `([A-Z_]+)` \|", TEXT, re.M)
    assert len(named) == 5
    assert [name for name in named if name not in source] == []


def test_the_script_that_switches_a_site_stops_at_the_first_failure():
    script = TEXT.split("#!/bin/sh\n")[1].split("```")[0].splitlines()
    commands = [line for line in script if line and not line.startswith("#")]
    assert commands[0] == "set -eu"
    assert commands[-1] == "mv -T next current"
