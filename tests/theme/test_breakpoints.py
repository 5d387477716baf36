"""The widths at which pages change are spelled once, and mean the same to styles and scripts."""

import re
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "theme/static"
NAMES = STATIC / "css/breakpoints.css"
DEFINITION = re.compile(r"^@custom-media (--[\w-]+) (.+);$", re.M)
# `width`, `min-width` and `max-width`, with a length or compared with one.
A_WIDTH = re.compile(r"@media[^{]*\bwidth\b[^{]*")
ASKED = re.compile(r'matchMedia\("([^"]*width[^"]*)"\)')


def defined() -> dict[str, str]:
    return dict(DEFINITION.findall(NAMES.read_text("utf-8")))


def test_no_other_style_sheet_spells_a_width():
    spelled = {
        file.name: found
        for file in (STATIC / "css").rglob("*.css")
        if (found := A_WIDTH.findall(file.read_text("utf-8")))
    }
    assert spelled == {}


def test_every_name_is_used_and_explained():
    comment = NAMES.read_text("utf-8").partition("*/")[0]
    others = "".join(f.read_text("utf-8") for f in (STATIC / "css").rglob("*.css") if f != NAMES)
    assert defined()
    for name in defined():
        assert f" * {name}: " in comment
        assert f"({name})" in others


def test_scripts_ask_for_a_width_that_has_a_name():
    asked = [q for f in (STATIC / "js").rglob("*.js") for q in ASKED.findall(f.read_text("utf-8"))]
    assert asked
    assert set(asked) <= set(defined().values())
