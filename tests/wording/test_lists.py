"""The program's lists: each row can be used, is explained, and contradicts no other."""

import csv

import pytest

from plugins.wording import read_office_list
from plugins.wording.exact import is_excepted
from plugins.wording.rows import COLUMNS, LISTS, NAME, TERM, program_rows
from plugins.wording.sound_table import table_text
from plugins.wording.sounds import TABLE, readings_of
from tests.wording.samples import messages

FILES = sorted(LISTS.glob("*.csv"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_list_is_in_the_format_of_an_office_and_has_no_bad_row(file):
    _, findings = read_office_list(file.read_bytes(), file.name)
    assert findings == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_row_says_where_it_comes_from(file):
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert tuple(rows[0]) == COLUMNS
    assert [row["写法"] for row in rows if not row["说明"] or not row["程度"]] == []


def test_there_are_as_many_as_an_office_needs():
    kinds = [row.kind for row in program_rows()]
    assert kinds.count("错词") >= 250
    assert kinds.count("名称") + kinds.count("术语") >= 300


def test_no_term_is_found_fault_with_by_another_row():
    wrong = {
        row.written: messages(row.written)
        for row in program_rows()
        if row.kind in (NAME, TERM) and messages(row.written)
    }
    assert wrong == {}


def test_what_is_said_to_be_right_is_right():
    wrong = {row.right: messages(row.right) for row in program_rows() if messages(row.right)}
    assert wrong == {}


def test_an_exception_does_not_swallow_its_own_row():
    swallowed = [
        row.written
        for row in program_rows()
        if is_excepted(row.written, 0, len(row.written), row.exceptions)
    ]
    assert swallowed == []


def test_the_table_of_sounds_is_that_of_pypinyin():
    assert TABLE.read_text(encoding="utf-8") == table_text()


def test_a_character_without_reading_is_its_own_sign():
    assert readings_of("《") == ["《"]
    assert len(readings_of("重")) == 2
