"""Every real statute of the collection imports, validates, and keeps every character."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.clock import CHINA
from plugins.commands.import_statutes import import_statutes, read_drafts
from plugins.findings import Severity
from plugins.records.frontmatter import split
from plugins.records.kinds import KINDS
from plugins.records.validate import validate
from plugins.source import decode
from plugins.statutes.importer import record
from plugins.statutes.source import visible
from plugins.statutes.subjects import WORDS
from plugins.texts.converter import Converter

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("CORPUS") or ROOT / "../shared/corpus/laws")
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)
COUNT = 163

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(
        not CORPUS.is_dir(),
        reason=f"没有真实法规文本的文件夹 {CORPUS}（用环境变量 CORPUS 指明）",
    ),
]


@pytest.fixture(scope="module")
def files():
    return sorted(CORPUS.rglob("*.md"))


@pytest.fixture(scope="module")
def records(files):
    """The text of each record by its source file."""
    drafts, findings = read_drafts(files, list(WORDS), NOW)
    assert [found for found in findings if found.severity is Severity.ERROR] == []
    return {Path(draft.path): record(draft, NOW) for draft in drafts}


def test_every_file_is_placed_and_a_second_import_changes_nothing(files, tmp_path):
    into = tmp_path / "statutes"
    done = import_statutes(CORPUS, into, NOW)
    assert (done.new, done.filled, done.read) == (COUNT, 0, COUNT)
    assert Counter(found.severity for found in done.findings)[Severity.ERROR] == 0
    assert len(list(into.glob("*.md"))) == COUNT
    again = import_statutes(CORPUS, into, NOW)
    assert (again.new, again.filled) == (0, 0)


def test_every_record_validates(tmp_path):
    into = tmp_path / "statutes"
    import_statutes(CORPUS, into, NOW)
    for file in into.glob("*.md"):
        head = split(file.read_text("utf-8"), file.name)
        model, findings = validate(KINDS["statute"], head.located, file.name)
        assert model is not None, findings
        assert [f for f in (*head.findings, *findings) if f.rule != "field-advised"] == []


def test_every_visible_character_of_the_source_is_on_the_page(records):
    converter = Converter()
    for file, text in records.items():
        text_of_file, _ = decode(file.read_bytes(), file.name)
        source = re.sub(r"<!-- INFO END -->|^#+", "", text_of_file, flags=re.MULTILINE)
        head = split(text, file.name)
        page = BeautifulSoup(converter.convert(head.body).html, "html.parser")
        assert visible(head.located.data["标题"] + page.get_text()) == visible(source), file.name


def test_headings_begin_at_two_and_skip_no_level(records):
    for file, text in records.items():
        levels = [heading.level for heading in Converter().convert(split(text, "").body).headings]
        above = 1
        for level in levels:
            assert 2 <= level <= above + 1, file.name
            above = level


def test_a_site_of_all_of_them_publishes(tmp_path):
    """Imported as an editor would, into a content folder that has nothing else."""
    content, output = tmp_path / "content", tmp_path / "output"
    for path in ("bureau.yml", "images/emblem.svg", "statutes/_column.yml"):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "content" / path, content / path)
    importing = ["plugins.commands.import_statutes", str(CORPUS), "--content", str(content)]
    cache = f'CACHE_PATH="{output}-cache"'
    publishing = ["pelican", str(content), "-s", "publishconf.py", "-o", str(output), "-e", cache]
    for module, *arguments in (importing, publishing):
        result = subprocess.run(
            [sys.executable, "-m", module, *arguments], cwd=ROOT, capture_output=True, text=True
        )
        assert result.returncode == 0, result.stdout + result.stderr
    pages = (file.read_text(encoding="utf-8") for file in (output / "statutes").glob("*.html"))
    assert sum('data-element="official-block"' in page for page in pages) == COUNT
