"""Markings of what may not be published at all: grades of secrecy (GB/T 9704-2012, 7.2.2), copy
numbers (7.2.1), internal papers. A text about secrets has none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.findings import Severity
from plugins.privacy.model import PrivacyProblem
from plugins.privacy.text import Text

MARKING = re.compile(
    r"(?P<grade>(?:绝密|机密|秘密)(?:级)?[ 　]*[★☆][ 　]*"
    r"(?:[0-9一二三四五六七八九十]+(?:年|个月)|长期)?)"
    r"|^[ 　]*(?P<alone>绝密|机密|秘密)(?:级)?[ 　]*$"
    r"|(?P<sign>[〔（(﹝【]密[〕）)﹞】])"
    r"|(?P<internal>内部(?:资料|文件|材料|刊物)[ 　，,:：；;！!（(]{0,2}(?:请|须)?"
    r"(?:注意保存|妥善保管|请勿外传|不得外传|严禁外传|不得公开|不得翻印|勿外传))"
    r"|^[ 　（(]*(?P<paper>内部(?:资料|文件|材料|使用|刊物)|不得公开|不予公开)[ 　）)]*$"
    r"|(?P<only>仅供内部(?:参考|使用|交流|传阅|学习|工作)|仅限内部(?:使用|传阅))"
    r"|(?P<not_public>[（(]?此件(?:不公开|不予公开|不得公开)[^，。；\n]{0,6}[）)]?)",
    re.M,
)
MAYBE = re.compile(r"密|内部|不公开|不得公开|不予公开")
# A document without its head begins with the number of the copy.
COPY_NUMBER = re.compile(
    r"\A(?:﻿?---\n.*?\n---[ \t]*\n)?\s*(?P<number>[0-9]{6})[ \t]*(?:\n|\Z)", re.S
)
HINT = "先按保密审查的程序核对，能公开的换成公开的文本；不能公开的马上撤下，报告本单位保密机构"


def secret_problems(text: Text) -> Iterator[PrivacyProblem]:
    if not MAYBE.search(text.text):
        return
    for match in MARKING.finditer(text.text):
        message = f"有密级或内部文件的标志“{match[0].strip(' 　')}”，不能公开"
        yield PrivacyProblem("secret-marking", Severity.ERROR, match.start(), message, HINT)


def copy_number_problem(text: Text) -> tuple[int, str, str] | None:
    """By its place in the source."""
    match = COPY_NUMBER.match(text.source)
    if match is None:
        return None
    message = f"文首单独一行的“{match['number']}”像份号，有份号的多是涉密文件"
    return match.start("number"), message, HINT
