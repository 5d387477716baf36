"""Children: 未成年人保护法 art. 103 lets nothing be disclosed by which one of a case is known; and
a penalty against one is not published at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.findings import Severity
from plugins.privacy.model import PrivacyProblem, TextTraits
from plugins.privacy.text import Text

AGE = r"(?<![0-9.])(?:[1-9]|1[0-7])周?岁(?!以[上下]|及以[上下]|[至到])"
UNDER = r"未满(?:14|16|18|十四|十六|十八)周?岁|未成年(?!人(?:保护|检察|思想|社会|司法|网络|权益))"
MINOR = re.compile(rf"{UNDER}|{AGE}")
# A school by its name; one that is only spoken of has other words before it.
SCHOOL = (
    r"[一-鿿]{2,8}?(?P<suffix>(?:实验|外国语|国际|职业|技工|特殊教育)学校|幼儿园"
    r"|(?:小学|中学|高中|初中)(?!生))"
)
NO_NAME = re.compile(
    r"[某的和与及或将得任何人所用进未入近持导者对送各级每段]|周边|一所|附近|普通|就读|义务"
)
GRADE = (
    r"[一二三四五六七八九1-9]年级|[初高][一二三]|[（(][0-9一二三四五六七八九十]+[）)]班|[0-9]+班"
)
SCHOOL_CLASS = re.compile(rf"(?P<school>{SCHOOL})|(?P<grade>{GRADE})")
SENTENCE = re.compile(r"[^。！？\n]+")
PARTY = re.compile(
    rf"(?:当事人|被处罚人|相对人|违法行为人|[一-鿿]某某?)[^。；\n]{{0,24}}?(?<!非)(?<!不是)(?<!向)(?<!对)(?<!给)(?<!与)"
    rf"(?:(?P<under>{UNDER})(?!人的)|(?P<age>{AGE}))"
)
NOT_PARTY = re.compile(
    r"向|出售|销售|接待|雇佣|雇用|招用|搭载|监护|保护|的(?:儿子|女儿|孩子|小孩)|经营了|开业|年限|伤"
)


def minor_problems(text: Text, traits: TextTraits) -> Iterator[PrivacyProblem]:
    if not MINOR.search(text.text):
        return
    if traits.is_penalty:
        for match in PARTY.finditer(text.text):
            if not NOT_PARTY.search(match[0]):
                said = match["under"] or match["age"]
                message = f"当事人“{said}”：对未成年人的处罚不公示"
                hint = "把这一条撤下；确不是未成年人的，改写这一句"
                yield PrivacyProblem("minor-penalty", Severity.ERROR, match.start(), message, hint)
                return
    for sentence in SENTENCE.finditer(text.text):
        if not MINOR.search(sentence[0]):
            continue
        told = _told_of(sentence[0])
        if told:
            message = f"写到未成年人，又写了“{told}”，能认出是哪个孩子"
        elif text.is_in_alt(sentence.start()):
            message = "图片的说明写到未成年人，图里可能认得出是哪个孩子"
        else:
            continue
        hint = "学校、班级、姓名、住处和照片都不写，只写“某未成年人”"
        yield PrivacyProblem("minor", Severity.WARNING, sentence.start(), message, hint)


def _told_of(sentence: str) -> str:
    """The school or class that a sentence names, without what stands before its name."""
    for found in SCHOOL_CLASS.finditer(sentence):
        named = re.split(r"[在于是从系到为]", found[0])[-1]
        proper = len(named) - len(found["suffix"] or "")
        if found["grade"] or (proper >= 2 and not NO_NAME.search(named)):
            return named
    return ""
