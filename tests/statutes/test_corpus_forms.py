"""Every real statute once more as an office would keep it: plain text in GBK, and Word.

The head becomes 题注 in brackets, headings lose their marks, and 目录 stands before the text.
"""

import os
import re
from datetime import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.clock import CHINA
from plugins.source import decode
from plugins.statutes.files import read_file
from plugins.statutes.importer import draft
from plugins.statutes.source import read, visible
from plugins.statutes.subjects import WORDS
from plugins.texts.converter import Converter
from tests.statutes.word_files import data_of, document

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("CORPUS") or ROOT / "../shared/corpus/laws")
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)
# A clause is no heading, even where a file marks it as one.
HEADING = re.compile(r"^#+\s*(?=\S)(?!第\S+条\s)(.*)$", re.M)

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(
        not CORPUS.is_dir(),
        reason=f"没有真实法规文本的文件夹 {CORPUS}（用环境变量 CORPUS 指明）",
    ),
]


def as_kept(file):
    """The lines of a corpus file without any mark."""
    source = read(file.read_text("utf-8"), file.stem)
    note = "　".join(part.text for part in source.head)
    headings = [found.strip() for found in HEADING.findall(source.body)]
    contents = [f"{heading}……{page}" for page, heading in enumerate(headings, 1)]
    body = [re.sub(r"^#+\s*", "", line).strip() for line in source.body.split("\n")]
    return [
        source.title,
        f"（{note}）" if note else "",
        *(["目　　录", *contents] if contents else []),
        *(f"　　{line}" for line in body if visible(line)),
    ]


def as_text(lines):
    # A few files have characters that GBK lacks; GB18030 has all.
    return "\r\n".join(lines).encode("gb18030")


def as_word(lines):
    return data_of(document(*lines))


def imported(data, file, suffix):
    path = file.with_suffix(suffix).as_posix()
    source = read_file(data, path)
    return draft(source.text, path, list(WORDS), NOW.date(), source.asides)


# The files of a form are made once, by one process.
FORMS = [
    pytest.param((as_text, ".txt"), id="gbk", marks=pytest.mark.xdist_group("gbk")),
    pytest.param((as_word, ".docx"), id="word", marks=pytest.mark.xdist_group("word")),
]


@pytest.fixture(scope="module", params=FORMS)
def pairs(request):
    """For every file its lines, the draft of the marked file, and that of its other form."""
    form, suffix = request.param
    found = []
    for file in sorted(CORPUS.rglob("*.md")):
        lines = as_kept(file)
        marked = imported(file.read_bytes(), file, ".md")
        found.append((lines, marked, imported(form(lines), file, suffix)))
    return found


def test_title_clauses_headings_and_facts_are_those_of_the_marked_file(pairs):
    converter = Converter()
    for _, marked, kept in pairs:
        wanted, found = (converter.convert(each.text, statute=True) for each in (marked, kept))
        assert (kept.title, kept.facts) == (marked.title, marked.facts), kept.path
        assert [part.text for part in found.clauses] == [part.text for part in wanted.clauses], (
            kept.path
        )
        assert [part.text for part in found.headings] == [part.text for part in wanted.headings], (
            kept.path
        )


def test_every_visible_character_is_kept(pairs):
    converter = Converter()
    for (title, note, *body), _, kept in pairs:
        html = converter.convert(f"{kept.note}\n\n{kept.text}", statute=True).html
        page = visible(kept.title + BeautifulSoup(html, "html.parser").get_text())
        source, _ = decode("".join([title, note[1:-1], *body]).encode(), kept.path)
        assert page == visible(source), kept.path
