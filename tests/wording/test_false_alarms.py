"""What is said of texts that are right: the sample content and real statutes."""

import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from bench.wording import wording_times
from plugins.bureau import load_bureau
from plugins.findings import Severity
from plugins.texts.prose import prose_of_data, prose_of_record
from plugins.wording import WordLists, check_wording

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
CORPUS = Path(os.environ.get("CORPUS") or ROOT / "../shared/corpus/laws")


@cache
def lists():
    columns = [
        yaml.safe_load(file.read_text(encoding="utf-8"))["name"]
        for file in CONTENT.glob("*/_column.yml")
    ]
    return WordLists.of(load_bureau(CONTENT)[0], columns)


def read(file):
    source = file.read_text(encoding="utf-8")
    if file.suffix == ".yml":
        return prose_of_data(source)
    end = source.find("\n---\n", 4) if source.startswith("---\n") else -1
    return prose_of_record(source, source[: end + 1].count("\n") + 2 if end > 0 else 1)


def test_nothing_is_said_of_the_sample():
    files = [*sorted(CONTENT.rglob("*.md")), *sorted(CONTENT.rglob("*.yml"))]
    assert len(files) > 300
    said = [
        (finding.path, finding.line, finding.message)
        for file in files
        for finding in check_wording(
            file.relative_to(CONTENT).as_posix(), read(file), lists(), None
        )
    ]
    assert said == []


@pytest.mark.corpus
@pytest.mark.skipif(
    not CORPUS.is_dir(), reason=f"没有真实法规文本的文件夹 {CORPUS}（用环境变量 CORPUS 指明）"
)
def test_of_real_statutes_no_error_is_said_and_no_warning_but_of_old_words():
    """The warnings are 帐户 and the like in texts of 1987, 1999 and 2021, official as they are."""
    findings = [
        finding
        for file in sorted(CORPUS.rglob("*.md"))
        for finding in check_wording(file.name, read(file), lists(), None)
    ]
    by_severity = Counter(finding.severity for finding in findings)
    assert by_severity[Severity.ERROR] == 0
    warnings = [finding for finding in findings if finding.severity is Severity.WARNING]
    assert {finding.rule for finding in warnings} == {"word-confusion"}
    assert all("帐" in finding.message for finding in warnings), warnings
    assert len(warnings) == 8


def test_a_record_takes_about_half_a_millisecond():
    """Measured: 0.6 ms for 1,200 characters, 45 ms for the lists; a loaded machine takes longer."""
    texts = [read(file) for file in sorted(CONTENT.rglob("*.md"))]
    times = min(
        (wording_times(load_bureau(CONTENT)[0], (), texts) for _ in range(3)),
        key=lambda each: each.record,
    )
    assert 0 < times.record < 3
    assert times.lists < 300
