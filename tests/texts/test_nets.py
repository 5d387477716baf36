"""No word gets lost, and no false alarm, over all texts that there are."""

import os
import re
from pathlib import Path

import pytest

from plugins.findings import Severity
from plugins.records.frontmatter import split
from plugins.texts.converter import Converter
from plugins.texts.nets import left_over, lost_words, notes_of_nets

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("CORPUS") or ROOT / "../shared/corpus/laws")
HEAD = re.compile(r".*<!-- INFO END -->", re.S)


@pytest.fixture(scope="module")
def converter():
    return Converter()


def test_nothing_is_found_in_the_sample_records(converter):
    files = sorted((ROOT / "content").rglob("*.md"))
    assert len(files) > 200
    for file in files:
        body = split(file.read_text("utf-8"), str(file)).body
        assert converter.convert(body, statute=file.parent.name == "statutes").notes == (), file


@pytest.mark.corpus
@pytest.mark.skipif(
    not CORPUS.is_dir(), reason=f"没有真实法规文本的文件夹 {CORPUS}（用环境变量 CORPUS 指明）"
)
@pytest.mark.parametrize("statute", [True, False])
def test_nothing_is_found_in_real_statutes(converter, statute):
    """Also as if they were other texts, but for blanks that the official text has."""
    files = sorted(CORPUS.rglob("*.md"))
    assert len(files) > 100
    for file in files:
        text = HEAD.sub("", file.read_text("utf-8"))
        notes = converter.convert(text, statute).notes
        assert [note for note in notes if statute or note.words.strip()] == [], file


@pytest.mark.parametrize(
    ("source", "html", "lost"),
    [
        ("甲乙", "<p>甲乙</p>", []),
        ("甲\n乙", "<p>甲</p>", [(1, "乙")]),
        ("甲\n\n[注]: 乙丙", "<p>甲</p>", [(2, "注")]),
        ("| 甲 | 乙 | 丙 |", "<td>甲</td><td>乙</td>", [(0, "丙")]),
        ("## 甲 {共3人}", "<h2>甲</h2>", [(0, "甲 {共3人}")]),
        ("甲**乙**丙", "<p>甲<strong>乙</strong>丙</p>", []),
        ("[甲](/a.md) [乙]（https://a.example/）", "<a>甲</a> <a>乙</a>", []),
        ("![甲](/a.png \"乙\")", '<img alt="甲" src="/a.png" title="乙">', []),
        ("甲[^1]\n\n[^1]: 乙", "<p>甲<sup>1</sup></p><p>乙</p>", []),
        ("1. 甲\n2. 乙", "<ol><li>甲</li><li>乙</li></ol>", []),
        ("<b>甲</b><!-- 乙 -->", "<b>甲</b>", []),
        ("执行<PM2.5标准>", "<p>执行</p>", [(0, "执行<PM2.5标准>")]),
        ("甲 &amp; 乙&nbsp;丙", "<p>甲 &amp; 乙&nbsp;丙</p>", []),
        ("王**明", "<p>王明</p>", []),
    ],
)  # fmt: skip
def test_words_that_the_html_lacks(source, html, lost):
    assert [*lost_words(source, html)] == lost


def test_an_editor_is_told_which_words_are_lost():
    (note,) = notes_of_nets("甲\n乙丙丁", "<p>甲</p>", "<p>甲</p>")
    assert note == (
        "words-lost",
        Severity.ERROR,
        1,
        "乙丙丁",
        "“乙丙丁”在网页上不会显示",
        "这几个字被旁边的符号吞掉了：把符号改成全角，或照手册“正文怎么写”改写",
    )
    (note,) = notes_of_nets("乙" * 40, "<p>甲</p>", "<p>甲</p>")
    assert note.message == f"“{'乙' * 24}…”在网页上不会显示"


def test_what_is_shown_as_code_is_not_left_over():
    assert [*left_over("<p><code>**</code></p><pre><code>| --- |</code></pre>")] == []
    assert [*left_over("<p>甲**乙</p>")] == [("strong", "**", "乙")]
