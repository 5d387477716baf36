"""How characters sound: pinyin without tones, one sign for each syllable.

Characters have up to three readings; `readings_of` has them all, `encoded` writes a text with the
first, second or third of each character. The table `sounds.txt` is made from pypinyin by
`sound_table.py`, because loading pypinyin takes a tenth of a second and this two milliseconds.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("sounds.txt")
MOST_READINGS = 3
# Signs for syllables: private use, so none is in a text.
FIRST_SIGN = 0xE000


@cache
def _tables() -> tuple[dict[int, str], ...]:
    """For each rank of reading, the sign of every character; who has fewer keeps its last."""
    tables: list[dict[int, str]] = [{} for _ in range(MOST_READINGS)]
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines()):
        sign = chr(FIRST_SIGN + number)
        _, *by_rank = line.split("\t")
        for rank, characters in enumerate(by_rank):
            tables[rank].update(dict.fromkeys(map(ord, characters), sign))
    for rank in range(1, MOST_READINGS):
        tables[rank] = tables[rank - 1] | tables[rank]
    return tuple(tables)


def encoded(text: str, rank: int) -> str:
    """As long as `text`: characters without a reading, such as 《, stay."""
    return text.translate(_tables()[rank])


def readings_of(character: str) -> list[str]:
    """The signs of its readings; its own sign is the character where it has none."""
    return list(dict.fromkeys(table.get(ord(character), character) for table in _tables()))


def sounds_alike(one: str, other: str) -> bool:
    return len(one) == len(other) and all(
        a == b or set(readings_of(a)) & set(readings_of(b)) for a, b in zip(one, other, strict=True)
    )
