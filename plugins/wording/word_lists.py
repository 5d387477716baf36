"""All that is looked for, made once a process: the program's rows, the office's, known names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.bureau import Bureau
from plugins.findings import Severity
from plugins.wording.exact import ExactWords
from plugins.wording.homophones import Homophones, Term
from plugins.wording.leaders import Leaders
from plugins.wording.rows import NAME, SHORTEST_TERM, TERM, WordRow, program_rows
from plugins.wording.titles import title_terms

# Names of sections and columns that are common words: 办公室 sounds like 办公时(间).
SHORTEST_NAME = 4


class WordLists:
    def __init__(self, exact: ExactWords, homophones: Homophones, leaders: Leaders) -> None:
        self.exact = exact
        self.homophones = homophones
        self.leaders = leaders

    @classmethod
    def of(
        cls, bureau: Bureau | None, columns: Iterable[str] = (), office: Iterable[WordRow] = ()
    ) -> WordLists:
        """`columns` are the names of columns, `office` the rows of its list."""
        office = tuple(office)
        rows = _in_force(office)
        terms = [
            Term(row.written, row.severity, _rule_of(row), row.exceptions)
            for row in rows
            if row.kind in (NAME, TERM) and row.severity
        ]
        known = {row.key[1] for row in office if row.severity is None}
        names = [term for term in _names(bureau, columns) if term.written not in known]
        homophones = Homophones([*title_terms(), *names, *terms])
        return cls(ExactWords(rows), homophones, Leaders(bureau, office))


def _in_force(office: tuple[WordRow, ...]) -> list[WordRow]:
    """The program's rows but for those that the office replaces or switches off, and its own."""
    replaced = {row.key for row in office}
    kept = [row for row in program_rows() if row.key not in replaced]
    return [*kept, *(row for row in office if row.severity)]


def _rule_of(row: WordRow) -> str:
    rule = "word-homophone"
    if row.kind == NAME:
        rule = "word-name"
    return rule


def _names(bureau: Bureau | None, columns: Iterable[str]) -> Iterator[Term]:
    if bureau:
        organs = [bureau.name, bureau.short_name, bureau.organiser, bureau.site_name]
        organs += [section.name for section in bureau.sections]
        for name in organs:
            if len(name) >= SHORTEST_NAME:
                yield Term(name, Severity.ERROR, rule="word-name")
        for leader in bureau.leaders:
            if len(leader.name) >= SHORTEST_TERM:
                yield Term(leader.name, Severity.ERROR, rule="word-leader")
    for name in columns:
        if len(name) >= SHORTEST_NAME:
            yield Term(name, Severity.WARNING, rule="word-homophone")
