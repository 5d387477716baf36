"""Words that are wrong as they stand: slips, words to avoid, superlatives, variant characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from plugins.wording.hits import Hit
from plugins.wording.rows import CAUTION, CONFUSION, SUPERLATIVE, VARIANT, WordRow


class ExactWords:
    """The rows of these kinds, looked for at once."""

    def __init__(self, rows: Iterable[WordRow]) -> None:
        wanted = (CONFUSION, CAUTION, SUPERLATIVE, VARIANT)
        self._rows = [row for row in rows if row.kind in wanted]
        # Overlapping, because an exception of the longest must not hide a shorter one.
        words = [row.written for row in self._rows]
        self._search = AhoCorasick(words, matchkind=MatchKind.Standard)

    def find(self, text: str) -> Iterator[Hit]:
        for index, start, end in self._search.find_matches_as_indexes(text, overlapping=True):
            row = self._rows[index]
            if not is_excepted(text, start, end, row.exceptions):
                yield _hit(row, start, end)


def is_excepted(text: str, start: int, end: int, exceptions: Iterable[str]) -> bool:
    """Whether one of the exceptions overlaps these characters."""
    return any(
        text.find(word, max(0, start - len(word) + 1), end + len(word) - 1) >= 0
        for word in exceptions
    )


def _hit(row: WordRow, start: int, end: int) -> Hit:
    severity, right = row.severity, row.right
    assert severity is not None, row
    if row.kind == SUPERLATIVE:
        message = f"“{row.written}”是绝对化的说法"
        hint = f"写“{right}”" if right else "删去，或写清楚根据什么、在什么范围里"
        return Hit("word-superlative", severity, start, end, message, hint)
    if row.kind == CAUTION:
        message = f"不宜用“{row.written}”"
        hint = f"写“{right}”" if right else "换一种说法"
        hint += f"（{row.note}）" if row.note else ""
        return Hit("word-caution", severity, start, end, message, hint)
    if row.kind == VARIANT:
        message = f"“{row.written}”不是规范汉字"
        return Hit("word-traditional", severity, start, end, message, f"写“{right}”")
    message = f"“{row.written}”应为“{right}”"
    return Hit("word-confusion", severity, start, end, message, f"改成“{right}”")
