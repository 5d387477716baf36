"""Wrong words: what `plugins/wording` looks for, one character or sign wrong."""

from __future__ import annotations

import re
from functools import cache
from random import Random
from re import Match

from bench.gate.edits import either, replaced, sentence
from bench.gate.model import Plant, sort
from plugins.clauses.citations.names import FULL_TITLES
from plugins.wording.rows import (
    CAUTION,
    CONFUSION,
    NAME,
    SHORTEST_TERM,
    SUPERLATIVE,
    TERM,
    VARIANT,
    WordRow,
    program_rows,
)
from plugins.wording.sounds import TABLE

LEADERS = ("周砚秋", "陈疏桐", "沈既明", "林叙白", "顾行舟")
OWN_NAMES = (
    "云汀市综合行政执法局",
    "市综合执法局",
    "市智慧城管指挥中心",
    "市容环卫科",
    "园林绿化科",
)
# Traditional characters of common words.
TRADITIONAL = dict(
    zip("检门车时间问题办标准个经过这单点击", "檢門車時間問題辦標準個經過這單點擊", strict=True)
)


@cache
def _alike() -> dict[str, str]:
    """By a character, those that sound as it does at first."""
    sounds: dict[str, str] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        characters = line.split("\t")[1]
        sounds |= dict.fromkeys(characters, characters)
    return sounds


def _rows(kind: str) -> list[WordRow]:
    return [row for row in program_rows() if row.kind == kind and row.severity]


@cache
def _terms(kind: str) -> tuple[str, ...]:
    return tuple(row.written for row in _rows(kind) if len(row.written) >= SHORTEST_TERM)


@cache
def _right_words() -> frozenset[str]:
    """A slip that is another of them is none."""
    return frozenset((*_terms(NAME), *_terms(TERM), *OWN_NAMES, *LEADERS))


def misheard(chance: Random, word: str) -> str:
    """`word` with one character that sounds alike in place of another."""
    exceptions = {each for row in program_rows() for each in row.exceptions}
    for _ in range(50):
        at = chance.randrange(len(word))
        others = _alike().get(word[at], word[at]).replace(word[at], "")
        if not others:
            continue
        wrong = word[:at] + chance.choice(others) + word[at + 1 :]
        if wrong not in _right_words() and wrong not in exceptions:
            return wrong
    raise ValueError(f"no character of {word} has another that sounds alike")


def _slip_of(words: tuple[str, ...], around: str) -> Plant:
    """In a word of the text, or in one of a sentence more."""
    pattern = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

    def change(chance: Random, match: Match[str]) -> str:
        return misheard(chance, match[0])

    def said(chance: Random) -> str:
        return around.format(misheard(chance, chance.choice(words)))

    return either(replaced(pattern, change), sentence(said))


def _row_in(kind: str, around: str) -> Plant:
    rows = _rows(kind)
    return sentence(lambda chance: around.format(chance.choice(rows).written))


def _title(chance: Random) -> str:
    title = chance.choice([each for each in FULL_TITLES.values() if 6 <= len(each) <= 30])
    return f"依据是《{misheard(chance, title)}》。"


def _wrong_post(chance: Random) -> str:
    return chance.choice(
        [
            f"副局长{LEADERS[0]}到现场检查。",
            f"{LEADERS[4]}副局长到会。",
            f"总工程师{LEADERS[2]}讲话。",
        ]
    )


def _order(chance: Random) -> str:
    first, second = sorted(chance.sample(range(5), 2), reverse=True)
    return f"{LEADERS[first]}、{LEADERS[second]}参加。"


def _document_number(chance: Random) -> str:
    year, number = chance.randrange(2015, 2027), chance.randrange(1, 90)
    form = chance.choice(
        ["[{}]{}号", "（{}）{}号", "〔{}〕第{}号", "〔{}〕0{}号", "【{}】{}号", "({}){}号"]
    )
    return f"参见云综执{form.format(year, number)}。"


def _spoilt_number(chance: Random, match: Match[str]) -> str:
    opened, closed = chance.choice(["[]", "（）", "【】", "()"])
    return f"{opened}{match['year']}{closed}{match['number']}号"


def _traditional(chance: Random, match: Match[str]) -> str:
    return TRADITIONAL[match[0]]


HAN = "[一-鿿]"
SORTS = (
    sort(
        "国名、机关名里的同音字", "word-name word-title", _slip_of(_terms(NAME), "有关情况已报{}。")
    ),
    sort("本局、科室名称里的同音字", "word-name", _slip_of(OWN_NAMES, "这项工作由{}负责。")),
    sort(
        "业务用语里的同音字",
        "word-homophone word-title word-name",
        _slip_of(_terms(TERM), "重点是{}。"),
    ),
    sort("常见的错词", "word-confusion", _row_in(CONFUSION, "会上说到{}。")),
    sort("不宜用的说法", "word-caution", _row_in(CAUTION, "稿中写了{}。")),
    sort("绝对化的说法", "word-superlative", _row_in(SUPERLATIVE, "这是{}的做法。")),
    sort("法规名称里的同音字", "word-title", sentence(_title)),
    sort(
        "领导姓名的别字",
        "word-leader",
        sentence(
            lambda c: f"局长、副局长到现场，{misheard(c, c.choice(LEADERS[1:4]))}副局长讲话。"
        ),
    ),
    sort("领导职务写错", "word-leader", sentence(_wrong_post)),
    sort("领导先后颠倒", "word-leader", sentence(_order)),
    sort("繁体字", "word-traditional", replaced(f"[{''.join(TRADITIONAL)}]", _traditional)),
    sort("异体字", "word-traditional", _row_in(VARIANT, "字是{}。")),
    sort(
        "正文里文号的括号、“第”和零",
        "word-document-number",
        either(
            sentence(_document_number),
            replaced(r"(?<=[一-鿿])〔(?P<year>\d{4})〕(?P<number>\d+)号", _spoilt_number),
        ),
    ),
    sort(
        "半角标点",
        "word-sign",
        replaced(
            f"(?<={HAN})[，；：？！](?={HAN})",
            lambda _, m: {"，": ",", "；": ";", "：": ":", "？": "?", "！": "!"}[m[0]],
        ),
    ),
    sort(
        "重复的标点",
        "word-sign",
        replaced(f"(?<={HAN})，(?={HAN})", lambda c, _: c.choice(["，，", "，、", "、，"])),
    ),
    sort(
        "直引号",
        "word-sign",
        sentence(lambda c: f'也叫"{c.choice(["门前三包", "马路市场", "最后一米"])}"，要看实效。'),
    ),
)
