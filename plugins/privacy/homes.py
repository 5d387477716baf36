"""Where somebody lives: a house with its room, next to a word for living."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.findings import Severity
from plugins.privacy.model import OwnNumbers, PrivacyProblem, TextTraits
from plugins.privacy.text import Text

NUMBER = r"[0-9一二三四五六七八九十百]{1,5}"
HOUSE = rf"(?:{NUMBER}(?:号楼|幢|栋)|{NUMBER}弄{NUMBER}号|{NUMBER}(?:单元|室))"
LIVES = re.compile(
    r"(?:家住|家庭住址|住址|户籍(?:所在)?地?址?|现住|暂住|居住地|居住于|居住在|住在)"
    rf"[:：为是在于 ]{{0,3}}[^。；;，,\n]{{0,40}}?{HOUSE}[0-9一二三四五六七八九十单元室号]*"
)
FLAT = re.compile(r"[0-9]{1,4}(?:号楼|幢|栋|弄[0-9]+号)[ ,-]?[0-9]{1,2}单元[ ,-]?[0-9]{3,4}室?")
ROOM = re.compile(r"[0-9]{1,4}(?:号楼|幢|栋|单元)[ ,-]?[0-9]{3,4}室")
DIGIT = re.compile(r"[0-9]")
HINT = "只写到街道或小区，如“家住听潮街道”；门牌、幢、单元、室都删去"


def home_problems(text: Text, own: OwnNumbers, traits: TextTraits) -> Iterator[PrivacyProblem]:
    seen = 0
    rules = (LIVES, FLAT, ROOM) if traits.is_case else (LIVES, FLAT)
    found = sorted(match.span() for rule in rules for match in rule.finditer(text.text))
    for start, end in found:
        written = text.text[start:end]
        if start < seen or any(written in address for address in own.addresses):
            continue
        seen = end
        message = f"“{DIGIT.sub('*', written)}”是住址，写到了门牌或房间"
        yield PrivacyProblem("home-address", Severity.WARNING, start, message, HINT)
