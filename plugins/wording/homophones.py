"""Words that sound like a term and are written otherwise: 综合行正执法局.

A text is written in the signs of its sounds, and the terms, written so too, are looked for at once.
Characters with several readings: the text is searched once for each rank of reading. A term is
entered with one character in any of its readings and the others in the same rank as the text, so
one wrong character is found whatever its reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from plugins.findings import Severity
from plugins.wording.exact import is_excepted
from plugins.wording.hits import Hit
from plugins.wording.sounds import MOST_READINGS, encoded, readings_of


class Term(NamedTuple):
    """`rule` is said of what sounds like it."""

    written: str
    severity: Severity
    rule: str
    exceptions: tuple[str, ...] = ()


class Homophones:
    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = list({term.written: term for term in terms}.values())
        self._right = {term.written for term in self._terms}
        self._searches: list[AhoCorasick] = []
        self._owners: list[list[Term]] = []
        readings: dict[str, list[str]] = {}
        for rank in range(MOST_READINGS):
            owners: dict[str, Term] = {}
            for term in self._terms:
                plain = encoded(term.written, rank)
                owners.setdefault(plain, term)
                for place, character in enumerate(term.written):
                    found = readings.get(character)
                    if found is None:
                        found = readings[character] = readings_of(character)
                    for sign in found if len(found) > 1 else ():
                        owners.setdefault(plain[:place] + sign + plain[place + 1 :], term)
            self._searches.append(AhoCorasick(list(owners), matchkind=MatchKind.Standard))
            self._owners.append(list(owners.values()))

    def find(self, text: str) -> Iterator[Hit]:
        said = set()
        for rank, search in enumerate(self._searches):
            signs = encoded(text, rank)
            owners = self._owners[rank]
            for index, start, end in search.find_matches_as_indexes(signs, overlapping=True):
                term = owners[index]
                if text.startswith(term.written, start) or (start, end) in said:
                    continue
                if self._is_slip(text, start, end, term):
                    said.add((start, end))
                    yield _hit(text[start:end], start, end, term)

    def _is_slip(self, text: str, start: int, end: int, term: Term) -> bool:
        """Whether most characters are those of the term, and the others no other right word."""
        written = text[start:end]
        wrong = sum(one != other for one, other in zip(written, term.written, strict=True))
        if wrong > max(1, len(written) // 3) or written in self._right:
            return False
        return not is_excepted(text, start, end, term.exceptions)


def _hit(written: str, start: int, end: int, term: Term) -> Hit:
    message, hint = f"“{written}”应为“{term.written}”", f"改成“{term.written}”"
    return Hit(term.rule, term.severity, start, end, message, hint)
