"""What is wrong in the tables of words that an office keeps in bureau.yml."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bureau import BUREAU_FILE, Bureau
from plugins.findings import Finding, Severity, position_in
from plugins.languages.english import HAN
from plugins.languages.traditional import Traditional, simplified


def check_words(bureau: Bureau, source: str) -> Iterator[Finding]:
    """`source` is the text of bureau.yml, for the lines."""
    for word, written in bureau.traditional.words.items():
        for severity, message, hint in _traditional(word, written):
            at = position_in(source, f"{word}:")
            yield Finding(
                "traditional-words", severity, BUREAU_FILE, f"繁体词表：{message}", hint, *at
            )
    for word, written in bureau.english.words.items():
        if HAN.search(written):
            message = f"英文词表：“{word}”的英文“{written}”里还有中文"
            at = position_in(source, f"{word}:")
            yield Finding("english-words", Severity.WARNING, BUREAU_FILE, message, "改成英文", *at)


def _traditional(word: str, written: str) -> Iterator[tuple[Severity, str, str]]:
    if len(word) != len(written):
        message = f"“{word}”写成“{written}”，字数不同"
        yield Severity.ERROR, message, "一个简体字对一个繁体字，不增减字，不换词"
        return
    if simplified(word) != word:
        message = f"“{word}”不是简体，网站上找不到这个词"
        yield Severity.WARNING, message, f"冒号前面写简体“{simplified(word)}”"
    elif simplified(written) != word:
        message = f"“{written}”转回简体是“{simplified(written)}”，不是“{word}”"
        yield Severity.WARNING, message, "核对有没有写错字"
    elif len(word) == 1:
        message = f"“{word}”只有一个字，含这个字的词都会改"
        yield Severity.WARNING, message, "写整个词，如 余杭: 余杭"
    elif Traditional({}).convert(word) == written:
        message = f"“{word}”不写也是“{written}”"
        yield Severity.INFO, message, "可以删去这一行"
