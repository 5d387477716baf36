"""The sample's texts and real statutes, in which nothing is wrong, and the time that it takes."""

import os
from datetime import datetime
from pathlib import Path
from time import process_time

import pytest

from plugins.clock import CHINA
from plugins.findings import Severity
from plugins.privacy import check_privacy, own_numbers
from plugins.records.loading import load_library
from plugins.texts.prose import prose_of_data, prose_of_record
from tests.privacy.samples import OWN, PENALTY

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("CORPUS") or ROOT / "../shared/corpus/laws")


def prose_of(file):
    text = file.read_text(encoding="utf-8-sig")
    if file.suffix == ".yml":
        return prose_of_data(text)
    head = text.find("\n---\n", 3)
    return prose_of_record(text, text.count("\n", 0, head + 5) + 1 if head > 0 else 1)


@pytest.fixture(scope="module")
def sample():
    """The sample's files, and what its bureau publishes of itself."""
    content = ROOT / "content"
    files = [file for suffix in ("md", "yml") for file in sorted(content.rglob(f"*.{suffix}"))]
    assert len(files) > 350
    bureau = load_library(content, datetime(2026, 11, 23, 8, tzinfo=CHINA)).valid_bureau
    return [(str(file.relative_to(content)), prose_of(file)) for file in files], own_numbers(bureau)


def test_the_sample_has_nothing_that_is_wrong_even_if_all_were_penalties(sample):
    files, own = sample
    assert [
        found for path, prose in files for found in check_privacy(path, prose, own, PENALTY)
    ] == []


def test_it_takes_half_a_millisecond_for_a_record(sample):
    """Measured 0.3 ms for 1,200 characters; the limit leaves room for a slower machine."""
    files, own = sample
    start = process_time()
    for path, prose in files:
        check_privacy(path, prose, own)
    characters = sum(len(prose.source) for _, prose in files)
    assert (process_time() - start) / characters * 1200 < 0.001


@pytest.mark.corpus
@pytest.mark.skipif(
    not CORPUS.is_dir(), reason=f"没有真实法规文本的文件夹 {CORPUS}（用环境变量 CORPUS 指明）"
)
def test_real_statutes_have_no_error():
    files = sorted(CORPUS.rglob("*.md"))
    assert len(files) > 100
    found = [
        each for file in files for each in check_privacy(file.name, prose_of(file), OWN, PENALTY)
    ]
    assert [each for each in found if each.severity is Severity.ERROR] == []
