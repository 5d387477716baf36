"""Signs between Chinese words that are typed in another form than GB/T 15834 has.

A single — is right: it joins places and times (杭州—云汀). A number at the start of a line is one
of a list, which the reader of texts takes as it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.findings import Severity
from plugins.wording.hits import Hit

HAN = r"㐀-䶿一-鿿"
WIDE_SIGNS = dict(zip(",;:?!()", "，；：？！（）", strict=True))
# What one of them begins with stands in most texts nowhere, so that most texts need one search.
MAY_BE = re.compile(
    r"[,;:?!()\"０-９Ａ-Ｚａ-ｚ]|\.\.\.|--"
    r"|[，。、；：！？][，。、；：！？]|(?<!…)…(?!…)|[”》]、[“《]| [，。；：、！？]"
)
SIGNS = re.compile(
    rf"""(?=[-,;:?!()"０-９Ａ-Ｚａ-ｚ.，。、；：！？…\ ])
    (?:(?P<half>(?<=[{HAN}”》）])[,;:?!]\ ?(?=[{HAN}“《（])
        |(?<=[{HAN}”》）])[,;?!]$
        |(?<=[{HAN}])\((?=[^()\n]{{0,40}}[{HAN}])|(?<=[{HAN}])\)(?=[{HAN}，。；：、]))
    |(?P<quote>(?<=[{HAN}，。：、])"[^"\n]{{1,40}}"(?=[{HAN}，。；：、]))
    |(?P<dots>(?<=[{HAN}”》）])\.{{3,6}}(?![.\d])|。{{2,}}|(?<!…)…(?!…))
    |(?P<dash>(?<=[{HAN}”》）])-{{2,3}}(?=[{HAN}“《（]))
    |(?P<twice>([，、；：])\6+|！！+|？？+|[，、；：][，。、；：]|。[，、；：])
    |(?P<pause>(?<=》)、(?=《)|(?<=”)、(?=“))
    |(?P<wide>(?<!^)(?<![０-９Ａ-Ｚａ-ｚ])[０-９Ａ-Ｚａ-ｚ]{{2,}})
    |(?P<blank>(?<=[{HAN}])\ +(?=[，。；：、！？])))
    """,
    re.X | re.M,
)
# Between two Han. A blank stays behind 第一条 and 一、, and in short lines, set by hand: 张 三.
SPACE = re.compile(rf"(?<=[{HAN}])\ +(?=[{HAN}])")
LABEL = re.compile(
    r"^\s*(?:第[^第\s]{1,12}[编章节条款项]|附[件录表则]?[一二三四五六七八九十]*|\S{1,4})$"
)
SHORTEST_SENTENCE, MOST_SPACES = 20, 2
WIDE_LETTERS = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}


def find_signs(text: str) -> Iterator[Hit]:
    if " " in text:
        yield from _spaces(text)
    if not MAY_BE.search(text):
        return
    for match in SIGNS.finditer(text):
        kind, written = str(match.lastgroup), match[0]
        severity, message, hint = _words(kind, written)
        if severity:
            yield Hit("word-sign", severity, *match.span(), message, hint)


def _spaces(text: str) -> Iterator[Hit]:
    """Blanks inside of sentences."""
    start = 0
    for line in text.split("\n"):
        is_sentence = len(line) >= SHORTEST_SENTENCE and line.rstrip().endswith("。")
        found = [*SPACE.finditer(line)] if is_sentence and " " in line else []
        for match in found if len(found) <= MOST_SPACES else ():
            if not LABEL.match(line[: match.start()]):
                at, written = start + match.start(), line[match.start() - 1 : match.end() + 1]
                message, hint = f"“{written}”中间有空格", f"写“{written[0]}{written[-1]}”"
                yield Hit("word-sign", Severity.INFO, at, start + match.end(), message, hint)
        start += len(line) + 1


def _words(kind: str, written: str) -> tuple[Severity | None, str, str]:
    if kind == "half":
        sign = written.strip()
        return Severity.INFO, f"汉字旁边的“{sign}”是半角", f"写全角“{WIDE_SIGNS[sign]}”"
    if kind == "quote":
        return Severity.INFO, f"汉字旁边的引号是直引号：{written}", f"写“{written[1:-1]}”"
    if kind == "dots":
        return Severity.INFO, f"“{written}”不是省略号", "写“……”"
    if kind == "dash":
        return Severity.INFO, f"“{written}”不是破折号", "写“——”"
    if kind == "pause":
        return Severity.INFO, "并列的书名号、引号之间一般不用顿号", "删去“、”"
    if kind == "wide":
        plain = written.translate(WIDE_LETTERS)
        return Severity.INFO, f"“{written}”是全角", f"写半角“{plain}”"
    if kind == "blank":
        return Severity.INFO, "标点前面有空格", "删去空格"
    return Severity.WARNING, f"标点“{written}”重复了", "留一个"
