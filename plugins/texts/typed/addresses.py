"""Web addresses and targets of links with a slip: https：//…, a blank inside, a mark at the end.

An address without https:// is no link, and whether its host has https is not known: it is noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.findings import Severity
from plugins.texts.lazy_pattern import lazy_pattern
from plugins.texts.typed.line import Line, Note

# Not in the target of a link or an attribute, where `relations` says what is wrong.
SCHEME = lazy_pattern(
    r"""(?<![A-Za-z0-9"'=])(?<!\]\()(?<!\]（)"""
    r"([Hh][Tt][Tt][Pp][Ss]?) ?[:：;；] ?[/／]{2} ?(?=[A-Za-z0-9])"
)
ADDRESS = lazy_pattern(r"[Hh][Tt][Tt][Pp][Ss]?://[!-'*-;=?-Z^-~．／＝＆＃：－＿]+")
WIDE = str.maketrans("．／＝＆＃＿：－", "./=&#_:-")
WIDE_SIGN = lazy_pattern(r"(?<=[!-~])[．／＝＆＃：－＿]+(?=[A-Za-z0-9])")
TARGET_WITH_MARK = lazy_pattern(r"(\]\([^()\s。，；、！：]+)[。，；、！：]+(?=\))")
# [文字] typed with the brackets of Chinese, before a path.
WIDE_TEXT = lazy_pattern(r"【([^【】\[\]\n]{1,80})】(?:\((/[^\s()]*)\)|（(/[^\s（）]*)）)")
WIDE_TITLE = lazy_pattern(r"(\]\([^()\s]+[ 　]+)[“”]([^“”\"()\n]{0,200})[“”](?=\))")
# (文字)[地址], the brackets the wrong way round.
REVERSED = lazy_pattern(
    r"[(（]([^()（）\[\]\n]{1,80})[)）]\[((?:https?://|/[A-Za-z0-9])[^\s\[\]()]{1,300})\]"
)
CUT = lazy_pattern(
    r"https?://[!-~]{1,300}?[/=]"
    r"(?P<rest>[㐀-鿿]{1,40}(?:[/=]|\.[a-z]{2,5}(?![a-z]))[!-~㐀-鿿]{0,80})"
)
SPACED_IMAGE = lazy_pattern(
    r"[!！][ 　]+(?=\[[^\[\]\n]{0,200}\]"
    r"\([^()\s]{1,300}\.(?:png|jpe?g|gif|svg|webp|bmp)[^()\n]{0,200}\))",
    re.I,
)
BARE_HOST = lazy_pattern(
    r"""www\.(?<![A-Za-z0-9_./@\["'=-]www\.)(?<!\]\(www\.)(?<!\]（www\.)"""
    r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?![^\[\]\n]{0,80}\]\()",
    re.I,
)


PATH = lazy_pattern(r"/[\w/-]{1,60}(?:\.html?)?", re.A)
# 附件：收费表.docx without a link
FILE_NAME = lazy_pattern(
    r"附件 ?\d{0,2}[：:][^\[\]()（）\n]{0,60}?"
    r"(?P<file>[^\[\]()（）：:\s]{1,60}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar))[ 　]*$"
)
# What a text has where one of these may be, by a sign that most texts lack.
SIGNS = {
    "http": ("http ", "https ", "http:／", "https:／", "：/", "；/", ";/", "：／", ":// "),
    "HTTP": ("HTTP",),
    "Http": ("Http",),
    ")": ("。)", "，)", "；)", "、)", "！)", "：)", "”)", "“)"),
    "】": ("】(/", "】（/"),
    "附件": (".doc", ".xls", ".ppt", ".pdf", ".wps", ".et", ".ofd", ".zip", ".rar"),
    "[": ("! [", "！ [", "!　[", "！　["),
}
HOSTS = ("www.", "WWW.", "Www.")
WIDE_SIGNS = "．／＝＆＃＿：－"


def may_have_slips(text: str) -> bool:
    return bool(
        any(first in text and any(sign in text for sign in signs) for first, signs in SIGNS.items())
        or (any(host in text for host in HOSTS) and BARE_HOST.search(text))
        or ("://" in text and (CUT.search(text) or any(sign in text for sign in WIDE_SIGNS)))
        or ((")[" in text or "）[" in text) and REVERSED.search(text))
    )


def mend_addresses(lines: list[Line], notes: list[Note]) -> list[Line]:
    lines = [line.with_text(_line(line.text)) for line in lines]
    notes += _bare_hosts(lines)
    notes += _cut(lines)
    notes += _file_names(lines)
    return lines


def _line(text: str) -> str:
    text = SCHEME.sub(r"\1://", text)
    text = ADDRESS.sub(lambda match: WIDE_SIGN.sub(_narrow, match[0]), text)
    text = TARGET_WITH_MARK.sub(r"\1", text)
    text = WIDE_TEXT.sub(lambda match: f"[{match[1]}]({match[2] or match[3]})", text)
    text = WIDE_TITLE.sub(r'\1"\2"', text)
    text = REVERSED.sub(r"[\1](\2)", text)
    return SPACED_IMAGE.sub("!", text)


def _narrow(match: re.Match[str]) -> str:
    return match[0].translate(WIDE)


def _cut(lines: list[Line]) -> Iterator[Note]:
    """Addresses with Chinese characters inside, where the link would end."""
    for line in lines:
        for match in CUT.finditer(line.text) if "://" in line.text else ():
            if line.text[: match.start()].endswith(("](", '="', "<")):
                continue
            rest = match["rest"]
            message = f"网址里有汉字，链接只到“{rest}”前面为止，会打开别的网页"
            hint = "从浏览器的地址栏重新复制；不是网址的一部分，前面空一格"
            yield Note("address-incomplete", Severity.WARNING, line.number, rest, message, hint)


def _bare_hosts(lines: list[Line]) -> Iterator[Note]:
    for line in lines:
        for match in BARE_HOST.finditer(line.text):
            path = PATH.match(line.text, match.end())
            host = match[0] + (path[0] if path else "")
            message = f"网址“{host}”前面没有 https://，点不开"
            hint = f"写成 https://{host}，打不开的写 http://"
            yield Note("address-incomplete", Severity.WARNING, line.number, host, message, hint)


def _file_names(lines: list[Line]) -> Iterator[Note]:
    """Attachments that are named and can't be opened."""
    for line in lines:
        match = FILE_NAME.match(line.text.strip(" 　")) if "附件" in line.text else None
        if match:
            message = f"“{match['file']}”只有文件名，点不开"
            hint = "文件放进 files/，写成 [名称](/files/文件名)；或写在稿头的“附件”里，删去这一行"
            words = match["file"]
            yield Note("markup-left-over", Severity.WARNING, line.number, words, message, hint)
