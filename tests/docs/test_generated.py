"""The committed manuals are what the models give now: `make docs` writes them."""

from pathlib import Path

import pytest

from plugins.commands import manual

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("name", manual.MANUALS)
def test_the_committed_manual_is_what_the_models_give_now(name):
    committed = (DOCS.parent / name).read_text(encoding="utf-8")
    assert committed == manual.MANUALS[name](), f"{name} is out of date: run make docs"
