"""Number plates (GA 36-2018), passports and permits, private mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.findings import Severity
from plugins.privacy.model import OwnNumbers, PrivacyProblem, TextTraits, hidden
from plugins.privacy.text import Text

PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领]"
    r"[A-HJ-NP-Z][·.• \-]?(?:[A-HJ-NP-Z][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJ-NP-Z]"
    r"|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领试超])(?![A-Za-z0-9])"
)
PAPER = re.compile(
    r"(?P<paper>护照|(?:港澳|台湾|往来)[^\s，。；、0-9]{0,10}通行证|回乡证|台胞证|居留证|居留许可)"
    r"(?:号码?|编号)?[^0-9A-Za-z\n。；]{0,6}(?P<number>[A-Z]{1,2}[0-9]{7,10}|[0-9]{8}|[0-9]{10})"
    r"(?![0-9A-Za-z])"
)
MAIL = re.compile(
    r"(?<![\w.+\-])(?P<name>[A-Za-z0-9][\w.+\-]{0,63})(?:@|&#0*64;)(?P<domain>[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)"
)
# Where people have their mail, and offices should not.
PROVIDERS = frozenset(
    {
        "qq.com", "vip.qq.com", "foxmail.com", "163.com", "vip.163.com", "126.com", "yeah.net",
        "188.com", "sina.com", "sina.cn", "vip.sina.com", "sohu.com", "139.com", "189.cn",
        "wo.cn", "aliyun.com", "tom.com", "21cn.com", "gmail.com", "outlook.com", "hotmail.com",
        "live.com", "live.cn", "msn.com", "icloud.com", "me.com", "yahoo.com", "yahoo.cn",
        "yahoo.com.cn", "proton.me",
    }
)  # fmt: skip


def plate_problems(text: Text, traits: TextTraits) -> Iterator[PrivacyProblem]:
    for match in PLATE.finditer(text.text):
        plate = match[0]
        if sum(map(str.isdigit, plate)) < 3:
            continue
        if traits.is_case or text.is_in_alt(match.start()):
            message = f"车牌号“{plate[:2]}***{plate[-1]}”看得出是谁的车"
            hint = f"写成“{plate[:2]}***{plate[-1]}”，照片里的车牌打上马赛克"
            yield PrivacyProblem("number-plate", Severity.WARNING, match.start(), message, hint)


def paper_problems(text: Text) -> Iterator[PrivacyProblem]:
    for match in PAPER.finditer(text.text):
        message = f"{match['paper']}号码“{hidden(match['number'])}”是个人信息"
        yield PrivacyProblem(
            "travel-document", Severity.WARNING, match.start(), message, "删去号码"
        )


def mail_problems(text: Text, own: OwnNumbers) -> Iterator[tuple[int, str, str]]:
    """By their place in the source: addresses of links are no part of what is read."""
    if "@" not in text.source and "64;" not in text.source:
        return
    for match in MAIL.finditer(text.source):
        domain = match["domain"].lower()
        if domain in PROVIDERS and not own.has_mail(f"{match['name']}@{domain}"):
            message = f"“{match['name'][0]}***@{domain}”是个人常用的邮箱"
            hint = "换成本单位的工作邮箱，没有的写办公电话"
            yield match.start(), message, hint
