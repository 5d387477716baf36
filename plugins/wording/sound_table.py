"""Makes `sounds.txt` from pypinyin: `python -m plugins.wording.sound_table`.

One line a syllable: the syllable without tone, then the characters that have it as their first,
second and third reading, separated by tabs. The characters are those of GB 2312, 6,763 in all.
Of the readings that pypinyin knows only those count that a word of its dictionary has: others are
those of old books, such as 市 read fú.
"""

from __future__ import annotations

from functools import cache

from plugins.wording.sounds import MOST_READINGS, TABLE


def characters() -> list[str]:
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return [found for code in codes if (found := code.decode("gb2312", "ignore"))]


def readings_in_words() -> set[tuple[str, str]]:
    """Each character with a syllable that it has in some word."""
    from pypinyin.contrib.tone_convert import to_normal
    from pypinyin.phrases_dict import phrases_dict

    syllable = cache(to_normal)
    return {
        (character, syllable(readings[0]))
        for word, sounds in phrases_dict.items()
        for character, readings in zip(word, sounds, strict=False)
    }


def table_text() -> str:
    from pypinyin import Style, pinyin

    used = readings_in_words()
    syllables: dict[str, list[str]] = {}
    for character in characters():
        readings = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
        first, *others = dict.fromkeys(readings)
        kept = [first, *(syllable for syllable in others if (character, syllable) in used)]
        for rank, syllable in enumerate(kept[:MOST_READINGS]):
            syllables.setdefault(syllable, [""] * MOST_READINGS)[rank] += character
    return "".join("\t".join((name, *syllables[name])) + "\n" for name in sorted(syllables))


if __name__ == "__main__":
    TABLE.write_text(table_text(), encoding="utf-8")
