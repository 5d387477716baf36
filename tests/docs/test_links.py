"""Every manual leads only to files, headings and commands that there are."""

import re
from pathlib import Path

import pytest

from plugins.records.kinds import KINDS

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
TARGETS = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)[1]

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)


def prose(document):
    """A document without its fenced blocks and code, whose links are examples."""
    text = re.sub(r"^ *```.*?^ *```", "", document.read_text(encoding="utf-8"), flags=re.M | re.S)
    return re.sub(r"`[^`\n]*`", lambda code: re.sub(r"[\[\]()]", "", code[0]), text)


def anchors(document):
    """The anchors GitHub gives to the headings of a document."""
    headings = re.findall(r"^#+ (.+)$", prose(document), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@every_document
def test_links_between_documents_lead_somewhere(document):
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(document)):
        if re.match(r"https?:|mailto:|tel:|/", target):
            continue
        path, _, fragment = target.partition("#")
        other = document.parent / path if path else document
        assert other.exists(), target
        assert not fragment or fragment in anchors(other), target


@every_document
def test_every_make_target_named_exists(document):
    named = re.findall(r"make ([a-z][a-z-]*)", document.read_text(encoding="utf-8"))
    assert set(named) <= set(TARGETS.split())


def test_the_readmes_count_the_kinds_rightly():
    assert len(KINDS) == 22
    assert "Twenty-two kinds" in DOCUMENTS[0].read_text(encoding="utf-8")
    assert "二十二种类型" in DOCUMENTS[1].read_text(encoding="utf-8")


def test_every_document_is_listed_in_both_readmes():
    for readme in DOCUMENTS[:2]:
        text = readme.read_text(encoding="utf-8")
        assert [file.name for file in DOCUMENTS[2:] if f"docs/{file.name}" not in text] == []
