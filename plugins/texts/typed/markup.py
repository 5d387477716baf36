"""Markup typed with full-width signs or with a slip, where there is one way to read it."""

from __future__ import annotations

import re

from plugins.texts.lazy_pattern import lazy_pattern
from plugins.texts.typed.line import Line
from plugins.texts.typed.numbers import WIDE

# What an address begins with, or a file's name; anything else in （ ） is a remark.
ADDRESS = (
    r"(?:https?[:：]|www\.|mailto[:：]|tel[:：]|/|#|\{|files/|images/)[^\s（）()]*"
    r"|[\w./-]+\.[A-Za-z0-9]{2,5}"
)
LINK = lazy_pattern(rf"[\[［]([^\[\]［］\n]*)[\]］][ 　]*[（(][ 　]*({ADDRESS})[ 　]*[)）]")
REST_OF_LINK = lazy_pattern(rf"[^\[\]\n]{{1,60}}\][（(]{ADDRESS}[^\[\]\n]{{0,80}}[)）]")
TARGET = lazy_pattern(rf"[ 　]*[（(][ 　]*{ADDRESS}[ 　]*[)）]")
HEADING = lazy_pattern(r"^[ \t　]{0,3}([#＃]{1,6})[　\xa0 \t]*(?=[^#＃\s])")
# Word and web editors paste their bullets as characters, those of Wingdings among them.
BULLET = lazy_pattern(
    r"^([ \t]*)(?:[-*+][　\xa0\t][　\xa0\t ]*"
    r"|([•●▪■◆◦▫‣⁃])(?!\2)[　\xa0\t ]*"
    r"|[\uf06c\uf06e\uf075\uf0a7\uf0b7\uf0d8\uf0fc][　\xa0\t ]*)(?=\S)"
)
DASH = lazy_pattern(r"^([ \t]*)-(?=[㐀-鿿])")
NUMBER = lazy_pattern(r"^([ \t]*[\d０-９]{1,2}\.)(?:[　\xa0\t][　\xa0\t ]*| +)(?=\S)")
# - [ ] 甲 and - [x] 乙 of other systems
TASK = lazy_pattern(r"^([ \t]*(?:[-*+]|\d{1,2}\.) +)\[([ xX√✓])\][ 　]+(?=\S)")
FOOTNOTE = lazy_pattern(r"^[ 　]{0,3}\[\^([^\]\s]+)\][ 　]*([:：])?[ 　]*(?=[^\s:：\[])")
WIDE_NOTE = lazy_pattern(r"［\^([^\[\]［］\s]+)］")
REFERRED = lazy_pattern(r"[^\n]\[\^([^\]\s]+)\](?![:：])")
DEFINED = lazy_pattern(r"(?:\n|\A)\[\^([^\]\s]+)\]:")
RULE = lazy_pattern(
    r"^[ 　\t]*(?:-{3,}|~{3,}|([—－＝～─━═┄┈﹏])\1{2,}|[★☆]?(?P<red>[—－─━═_])(?P=red){3,}[★☆]"
    r"(?:(?P=red){4,}[★☆]?)?)[ 　]*$"
)
# ![“甲”](…): the marks of a caption around what the image shows
QUOTED_ALT = lazy_pattern(r"!\[[\"“”]([^\[\]\"“”\n]{1,200})[\"“”]\](?=\()")
DOTS = frozenset("·・∙‧")
# How far to look for another bullet, and how long a line may be to get the rest of a link.
MOST_DOTS, LONGEST = 30, 2000
DOT = lazy_pattern(r"^([ \t]*)[·・∙‧][ 　]*(?=\S)")
ITEM = lazy_pattern(r"^[ \t]*[-*+] +\S")
STRONG = lazy_pattern(r"\*\*([^*\n]+)\*\*")
EMPTY_STRONG = lazy_pattern(r"^[ 　\t]*\*\*[ 　]+\*\*[ 　]*$")
# *甲 beside * 乙
STAR = lazy_pattern(r"^([ \t]*)\*(?=[㐀-鿿][^*\n]*$)")
STAR_ITEM = lazy_pattern(r"^[ \t]*\*(?: +\S|[㐀-鿿][^*\n]*$)")
# ![甲](/images/a.png =300x200), the size of other systems
SIZE = lazy_pattern(r"(!\[[^\[\]\n]{0,200}\]\([^()\s]{1,300}) +=\d{0,4}[%x]?\d{0,4}(?=[ )])")
# The bullets of Wingdings, when the font is lost; l, n and u are words of Latin texts, too.
LOST_BULLET = lazy_pattern(r"^[ 　]*(?:([ØüÜ§])[ 　]*|([olnuv])[ 　]+)(?=[㐀-鿿])")
QUOTE = lazy_pattern(r"^＞[ 　]*(?=[^\d=＝])")


def mend_markup(lines: list[Line]) -> list[Line]:
    lines = _with_whole_links(lines)
    text = "\n".join([line.text for line in lines])
    footnotes = _Footnotes(text)
    out: list[Line] = []
    for index, line in enumerate(lines):
        mended = _line(line.text, footnotes)
        if DASH.match(mended) and _has_beside(DASH, lines, index):
            mended = DASH.sub(r"\1- ", mended)
        first = mended.lstrip()[:1]
        if first == "*" and STAR.match(mended) and _has_beside(STAR_ITEM, lines, index):
            mended = STAR.sub(r"\1- ", mended)
        if first in DOTS and DOT.match(mended) and _is_among_items(lines, index):
            mended = DOT.sub(r"\1- ", mended)
        if LOST_BULLET.match(mended) and _has_beside(LOST_BULLET, lines, index):
            mended = LOST_BULLET.sub("- ", mended)
        out.append(line.with_text("---" if RULE.match(mended) else mended))
    return out


def _with_whole_links(lines: list[Line]) -> list[Line]:
    """The lines with [文字](地址) on one where it was broken over two."""
    out: list[Line] = []
    for line in lines:
        before = out[-1].text if out else ""
        if len(before) > LONGEST:
            before = ""
        is_inside = before.rfind("[") > before.rfind("]") and REST_OF_LINK.match(line.text)
        if is_inside or (before.rstrip()[-1:] in {"]", "］"} and TARGET.match(line.text)):
            out[-1] = out[-1].with_text(before.rstrip() + line.text.lstrip(" 　"))
        else:
            out.append(line)
    return out


def _line(line: str, footnotes: _Footnotes) -> str:
    line = WIDE_NOTE.sub(r"[^\1]", line)
    line = HEADING.sub(lambda match: "#" * len(match[1]) + " ", line)
    line = BULLET.sub(r"\1- ", line)
    line = NUMBER.sub(lambda match: _number(match[1]), line)
    line = TASK.sub(lambda match: match[1] + ("☐ " if match[2] == " " else "☑ "), line)
    line = EMPTY_STRONG.sub("", line)
    line = QUOTE.sub("> ", line)
    line = line.replace("！[", "![") if LINK.search(line) else line
    line = LINK.sub(_link, line)
    if "![" in line:
        line = QUOTED_ALT.sub(r"![\1]", SIZE.sub(r"\1", line))
    line = line.replace("＊＊", "**") if line.count("＊＊") % 2 == 0 else line
    line = STRONG.sub(_strong, line)
    return FOOTNOTE.sub(footnotes.mend, line)


def _number(written: str) -> str:
    """０１. as 1."""
    digits = written.translate(WIDE).strip(" \t.")
    indent = written[: len(written) - len(written.lstrip())]
    return f"{indent}{int(digits)}. "


def _link(match: re.Match[str]) -> str:
    return f"[{match[1]}]({match[2]})"


def _strong(match: re.Match[str]) -> str:
    inside = match[1].strip(" 　")
    return f"**{inside}**" if inside else match[0]


class _Footnotes:
    """`[^1] 出处` at the start of a line is a footnote if the text refers to it elsewhere."""

    def __init__(self, text: str) -> None:
        self.referred = set(REFERRED.findall(text))
        self.defined = set(DEFINED.findall(text))

    def mend(self, match: re.Match[str]) -> str:
        label = match[1]
        is_slip = label in self.referred and label not in self.defined
        return f"[^{label}]: " if match[2] or is_slip else match[0]


def _is_among_items(lines: list[Line], index: int) -> bool:
    """Whether the lines around that begin with a dot have one with another bullet beside them."""
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(lines) and abs(at - index) < MOST_DOTS and DOT.match(lines[at].text):
            at += step
        if 0 <= at < len(lines) and ITEM.match(BULLET.sub(r"\1- ", lines[at].text)):
            return True
    return False


def _has_beside(sign: re.Pattern[str], lines: list[Line], index: int) -> bool:
    beside = [lines[at].text for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    return any(sign.match(text) for text in beside)
