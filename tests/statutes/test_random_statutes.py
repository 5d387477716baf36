"""Whatever its numbering, a statute that goes in comes out: every character, clause and number."""

import re
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.clock import CHINA
from plugins.commands.import_statutes import import_statutes
from plugins.findings import Severity
from plugins.records.frontmatter import split
from plugins.statutes.source import visible
from plugins.texts.converter import Converter
from tests.statutes.random_statutes import bodies

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)
HEAD = "# 云汀市灯条例\n\n2019年5月7日 云汀市人民代表大会常务委员会通过\n\n"
MARKUP = re.compile(r"^[ 　]*(?:- )?#*|\*\*|__|&emsp;", re.M)
FRONTS = (
    HEAD + "<!-- INFO END -->\n\n",
    HEAD,
    "---\ntitle: 云汀市灯条例\n通过日期: 2019-05-07\n---\n\n",
    "<!-- 采集于某处 -->\n" + HEAD,
)
slowly = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def shape(clause):
    """How many items each paragraph of a clause has."""
    return [len(part.parts) for part in clause.paragraphs]


def wanted_shape(clause):
    shape = []
    for is_item, _ in clause.lines:
        if is_item:
            shape[-1] += 1
        else:
            shape.append(0)
    return shape


def imported(files):
    """The text of the record's body, and the findings."""
    with tempfile.TemporaryDirectory() as folder:
        origin, into = Path(folder, "from"), Path(folder, "statutes")
        for name, text in files.items():
            file = origin / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        done = import_statutes(origin, into, NOW)
        (record,) = [file.read_text("utf-8") for file in into.glob("*.md")]
        return split(record, "x.md").body, done.findings


def check(body, statute):
    """The text on the page is that of the source; so are clauses, numbers, paragraphs, items."""
    converted = Converter().convert(body, statute=True)
    assert [clause.number.value for clause in converted.clauses] == [
        clause.number for clause in statute.clauses
    ]
    assert [shape(clause) for clause in converted.clauses] == [
        wanted_shape(clause) for clause in statute.clauses
    ]
    page = visible(BeautifulSoup(converted.html, "html.parser").get_text())
    assert page.endswith(visible(MARKUP.sub("", statute.text)))


@slowly
@given(statute=bodies(), front=st.sampled_from(FRONTS))
def test_a_file_of_a_collection(statute, front):
    body, findings = imported({"云汀市灯条例.md": front + statute.text})
    assert [found for found in findings if found.severity is Severity.ERROR] == []
    check(body, statute)


@slowly
@given(statute=bodies(is_markdown=False))
def test_a_file_of_plain_text(statute):
    body, _ = imported({"云汀市灯条例.txt": "云汀市灯条例\n\n" + statute.text})
    check(body, statute)


@slowly
@given(statute=bodies())
def test_what_an_editor_pastes_into_a_record(statute):
    check(statute.text, statute)


@slowly
@given(data=st.data(), count=st.integers(2, 5))
def test_a_code_in_several_files(data, count):
    parts, first = [], 1
    for _ in range(count):
        parts.append(data.draw(bodies(first=first, most=8)))
        first = parts[-1].clauses[-1].number + 1
    files = {
        f"灯法典/{number}-第{number}编.md": f"# 云汀市灯法典\n\n{part.text}"
        for number, part in enumerate(parts, 1)
    }
    body, findings = imported(files)
    assert [found for found in findings if found.severity is Severity.ERROR] == []
    converted = Converter().convert(body, statute=True)
    assert [clause.number.value for clause in converted.clauses] == list(range(1, first))
    page = visible(BeautifulSoup(converted.html, "html.parser").get_text())
    at = 0
    for part in parts:
        at = page.index(visible(MARKUP.sub("", part.text)), at)


@pytest.mark.parametrize("missing", [0, 1, 2])
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_without_one_of_its_files_a_code_is_an_error_or_ends_early(missing, data):
    parts, first = [], 1
    for _ in range(3):
        parts.append(data.draw(bodies(first=first, most=5)))
        first = parts[-1].clauses[-1].number + 1
    files = {
        f"灯法典/{number}-第{number}编.md": f"# 云汀市灯法典\n\n{part.text}"
        for number, part in enumerate(parts)
        if number != missing
    }
    if missing == 2:
        body, _ = imported(files)
        assert (
            len(Converter().convert(body, statute=True).clauses) == parts[2].clauses[0].number - 1
        )
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        done = import_statutes(Path(folder), Path(folder, "statutes"), NOW)
    assert done.new == 0
    assert "statute-parts" in [each.rule for each in done.findings]
