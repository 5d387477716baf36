"""What lies beside statutes in collections: court cases, amending decisions, read-me files.

A court case is no statute. An amending decision is one of its own, and not the statute it changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.findings import Finding, Severity

CASE_TITLE = re.compile(
    r"(?:指导性?|典型|参考)案例|检例第\d+号|(?:判决|裁定|调解)书(?:[（(].*)?$"
    r"|诉.{1,80}案(?:[（(].*)?$|(?:纠纷|罪|争议|赔偿|侵权|合同|处罚|许可|强制|公开)案$"
)
CASE_FOLDER = re.compile(r"(?:\d+[-_. ]*)?(?:指导性?|典型|参考|裁判)?案例(?:库)?|裁判文书")
# 关于案例指导工作的规定 is none.
RULES = re.compile(r"(?:法|条例|规定|办法|细则|规则|解释|批复|修正案)(?:[（(].*)?$")
CASE_SECTION = re.compile(
    r"[#\s　*【\[]*(?:裁判要[点旨]|基本案情|裁判结果|裁判理由|相关法条|诉讼过程|案例启示|典型意义)"
    r"[】\]*：:\s　]*"
)
ENOUGH_SECTIONS = 2
# Among the first lines of a judgement: 民事判决书, （2020）云01行初5号.
CASE_HEAD = re.compile(
    r"[#*\s　]*(?:(?:刑事|民事|行政|执行|国家赔偿|赔偿|附带民事|\s)*(?:判决|裁定|调解|决定)书"
    r"|[（(〔]\s?(?:19|20)\d{2}\s?[）)〕][一-鿿\d]{2,20}号)[*\s　]*"
)
HEAD_LINES = 8
AMENDING_TITLE = re.compile(
    r"关于(?:修改|修订|修正|废止|停止执行|宣布失效|暂时调整适用).{0,300}(?:决定|决议|命令|通知|公告)$"
    r"|修正案(?:[（(][一二三四五六七八九十\d]+[）)])?$"
)
INDEX_NAME = re.compile(
    r"_?(?:index|readme|summary|license|licence|changelog|contributing|sidebar|toc)(?:[._-]\S+)?"
    r"|目录|说明|使用说明|更新日志",
    re.I,
)


def is_case(title: str, text: str, folders: Iterable[str] = ()) -> bool:
    """Whether this is a decision of a court, or an account of one.

    `folders` are the names of those around the file.
    """
    if RULES.search(title):
        return False
    if CASE_TITLE.search(title) or any(map(CASE_FOLDER.fullmatch, folders)):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    if any(len(line) < 80 and CASE_HEAD.fullmatch(line) for line in lines[:HEAD_LINES]):
        return True
    sections = {line.strip() for line in lines if CASE_SECTION.fullmatch(line)}
    return len(sections) >= ENOUGH_SECTIONS


def is_amending(title: str) -> bool:
    """Whether this changes or repeals other statutes: 关于修改《…》的决定, 刑法修正案（十一）."""
    return AMENDING_TITLE.search(title) is not None


def is_index(name: str) -> bool:
    """Whether a file of this name, without its ending, tells about the folder."""
    return INDEX_NAME.fullmatch(name) is not None


def amending_finding(path: str, title: str) -> Finding:
    message = f"“{title}”是修改或废止别的法规的决定，单独成为一篇，不是被修改的法规的文本"
    hint = "被修改的法规，另外导入修改后的全文"
    return Finding("statute-document", Severity.INFO, path, message, hint)
