"""Rules about the words and the personal data of a source, whatever it is a source of.

What they look for is made once a process: the lists of words hold automata, which can't be sent to
a worker. So it is made of plain values that are known everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.bureau import BUREAU_FILE, WORDS_FILE, Bureau, Column
from plugins.findings import Finding, Severity
from plugins.privacy import OwnNumbers, TextTraits, check_privacy
from plugins.records.kinds import COLUMN_KINDS, RecordModel
from plugins.texts.prose import prose_of_data, prose_of_record
from plugins.wording import WordLists, check_wording, read_office_list

NO_TRAITS = TextTraits()


class TextRules:
    """`own` are the numbers and names of the office, which may stand in every text."""

    def __init__(
        self, bureau: Bureau | None, columns: Iterable[Column], own: OwnNumbers, words: bytes
    ) -> None:
        """`words` are the bytes of the office's list; what is wrong with it is told elsewhere."""
        rows, _ = read_office_list(words, WORDS_FILE) if words else ([], [])
        self._lists = WordLists.of(bureau, [column.name for column in columns], rows)
        self.own = own

    def check_record(
        self, path: str, text: str, body_line: int, model: RecordModel
    ) -> list[Finding]:
        """A statute is quoted as it was enacted: of its text only what can't be right is told."""
        kind, prose = type(model), prose_of_record(text, body_line)
        day = model.published.date() if model.published else None
        own = self.own.with_numbers(model.own_phones())
        found = check_wording(path, prose, self._lists, day)
        found += check_privacy(path, prose, own, kind.text_traits)
        return [each for each in found if each.severity is Severity.ERROR] if kind.is_law else found

    def check_configuration(
        self, bureau_text: str, columns: Iterable[tuple[Column, str, str]]
    ) -> list[Finding]:
        """`columns` come each with the texts of its _column.yml and of its data file."""
        found = self._check_data(BUREAU_FILE, bureau_text)
        for column, text, items in columns:
            found += self._check_data(column.path, text)
            traits = COLUMN_KINDS[column.kind].text_traits
            found += self._check_data(column.data_path, items, traits) if items else ()
        return found

    def _check_data(self, path: str, text: str, traits: TextTraits = NO_TRAITS) -> list[Finding]:
        prose = prose_of_data(text)
        found = check_wording(path, prose, self._lists, None)
        return found + check_privacy(path, prose, self.own, traits)
