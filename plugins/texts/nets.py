"""Nets under the conversion of a text: whatever it loses or leaves over is found.

`lost_words` compares the words of the source with those of the HTML; `left_over` looks for what
still looks like markup in what citizens read. Neither knows how the text was converted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from plugins.findings import Severity
from plugins.texts.html_elements import KNOWN_ELEMENTS
from plugins.texts.lazy_pattern import lazy_pattern
from plugins.texts.phrases import PHRASE_WORDS, patterns_for
from plugins.texts.typed import Note

# What a word is made of: digits, letters, ideographs.
NOT_WORDS = lazy_pattern(r"[\W_]+")
TAG = re.compile(r"<[^>]*>")
SHOWN_ATTRIBUTE = lazy_pattern(r' (?:alt|title|aria-label)="([^"]*)"')
# What of a line of the source is markup and not words.
MARKUP = lazy_pattern(
    r"""^\s*图[ 　]?[：:][ 　]?(?:(?:流程|步骤|条形|横条|柱状|柱形)图?|要点[图卡]?)  # a figure
    |^\s*(?:>\s*)*(?:(?:[-*+]|\d{1,9}\.)(?:\s+|$))*(?:\[[xX]\]\s)?   # quotes, items of lists
    |^\s*\[\^[^\]\s]+\]\s*[:：]?                         # the definition of a footnote
    |\[\^[^\]\s]+\]                                      # a reference to it
    |(?<=\])\[[^\[\]\n]*\]                                # the name of a reference
    |(?<=[\]］】])[ 　]*(?:\((?:[^()"]|(?<!\s)"|\([^()]*\))*    # an address
        |（(?:https?|tel|mailto|[/#.]|www)[^（）]*)
    |^[ 　]*[（(](?:https?:|tel:|mailto:|[/\#])[^\s（）()]*[)）]  # an address on its own line
    |^\s*\[[^\]]+\]:\s*<?                                # a reference
        (?:https?:|/|\#|mailto:|tel:|\.|\S+\.[A-Za-z0-9]{2,5}(?=\s|$))\S*.*$
    |^\s*(?:`{3,}|~{3,})\s*\w*\s*$                       # a fence
    |&\#?\w+;                                            # an entity
    |^\s*(?:[ØüÜ§➢][\t 　]*|[olnuv][\t 　]+)(?=[㐀-鿿])   # a bullet of Wingdings
    |(?<=[)）])\[(?:https?:|/)[^\[\]]*\]                # an address in the wrong brackets
    |<(?=(?:https?|mailto|tel):)|\\(?=\W)
    |[*_`~\#|]+|[\[\]"()]
    """,
    re.X,
)
NOT_SHOWN = lazy_pattern(
    r"<!--(?:-?>|.*?--!?>)|<\?xml[^<>]*>|</?(?P<office>\w{1,3}:)?(?P<name>[A-Za-z][A-Za-z0-9]*)"
    r"(?:\s(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*'|[\"'])*)?/?>",
    re.S,
)
# Of a line, what most texts have: markers of headings and items, emphasis, links, cells.
MARKER = re.compile(r"#+ |- |\d{1,2}\. ")
BLANK = " \t　-:"
SIMPLE_MARKUP = re.compile(r"\[\^[^\]\s]+\]|\]\([^()]*\)|[*\[|]+")
# Addresses of articles have bars of all sorts.
ADDRESS = lazy_pattern(r"https?://[\x21-\x7e]+")
BREAK = lazy_pattern(r"<br[ /]*>\n?")
CODE = lazy_pattern(r"<(code|pre)\b[^>]*>.*?</\1>", re.S)
LEFT_OVER = lazy_pattern(
    r"""(?P<table>\|\s*:?-{2,})
    |(?P<strong>\*\*|__)
    |(?P<link>\]\s?[(（](?=[^\s（）()]*[/.\#:]))
    |(?P<image>[!！]\[)
    |(?P<note>\[\^)
    |(?P<item>^[ \t　]*(?:[-+](?:\s|(?=[㐀-鿿]))|\*\s))
    |(?P<heading>^[ \t　]*\#{1,6}[ \t　]|(?<!\#)\#{2,3}(?!\#)|^\#{4,})
    |(?P<template>\{%|\{\{|:::|^!!!|\[(?:TOC|toc)\]|\{:|\{[.\#][\w-]+\}|\{(?:width|height|style|class)=[^{}\n]{1,40}\}|\[\[(?=[^\[\]\n]{1,80}\]\])
        |==(?=[^=\s])(?=[^=\n]{1,80}==)|\+\+(?=[^+\s])(?=[^+\n]{1,80}\+\+)|\$\$(?=[^$\n]{1,200}\$\$))
    |(?P<fence>`{3,}|~~)
    |(?P<rule>^[ \t　]*={3,})
    |(?P<row>^[ \t　]*\|[^|\n]*\|[^\n]*\|[ \t　]*$)
    |(?P<blank>\t|(?<=\S)　　+(?=\S)(?!(?<=^.　　)(?:\S[：:]|[录文件则]$)))
    |(?P<gap>(?<=\S)[ ]{4,}(?=\S))
    """,
    re.X | re.M,
)
# Where none of these is, nothing is left over: looking for them takes a tenth of the time.
MARK = re.compile(r"[|*_\[\]#{`~$\t　]")
MARKS = (":::", "!!!", "==", "++", "\n-", "\n+", "    ")
# Of one text; who mends twenty sees the others.
MAX_LEFT_OVER = 20
# What is said of each kind, with `{}` for the mark, and what would be right.
WORDS = {
    "table": ("这里的表格没有写对，“{}”会原样显示在网页上",
              "表格上下各空一行，第二行写 | --- | --- |，每行格数一样"),
    "strong": ("这里的加重没有写对，“{}”会原样显示在网页上",
               "加重的话在同一段里，两边各写两个星号，里面不留空格：**要紧的话**"),
    "link": ("这里的链接没有写对，“{}”会原样显示在网页上",
             "链接写成 [文字](地址)，用半角括号，中间不留空格"),
    "image": ("这里的图片没有写对，“{}”会原样显示在网页上",
              "图片写成 ![图里有什么](/images/文件名)"),
    "note": ("这里的脚注没有写对，“{}”会原样显示在网页上",
             "文末另起一行写 [^1]: 出处；没有出处就删去"),
    "item": ("行首的“{}”会原样显示在网页上", "是列表的，每项一行，以“- ”开头"),
    "heading": ("这里的“{}”会原样显示在网页上", "小标题单独一行，写成 ## 小标题"),
    "template": ("“{}”像是别的系统的标记，会原样显示在网页上", "删去；是要填的内容就填上"),
    "fence": ("这里的“{}”会原样显示在网页上", "删去；表示范围写“～”"),
    "rule": ("这里的“{}”会原样显示在网页上", "小标题写成 ## 小标题；横线单独一行写 ---"),
    "row": ("表格的这一行落在了表格外面，“{}”会原样显示在网页上",
            "表格的各行之间不要空行，每行两头都写竖线，格数一样"),
    "gap": ("这里连着打了几个空格，网页上只显示一个",
            "要填写的地方写 ____；要对齐的分行写，或改成表格"),
    "blank": ("这里用连着的空格对齐，手机上会错位", "分行写，或改成表格"),
}  # fmt: skip
MAY_STAY = "；就要这样显示的，不用管"


def words_of(text: str) -> str:
    return NOT_WORDS.sub("", text)


def lost_words(source: str, html: str) -> Iterator[tuple[int, str]]:
    """The lines of the source, counted from 0, that have words which the HTML lacks."""
    text = unescape(TAG.sub("", html))
    if _has_all_pieces(source, text):
        return
    shown = words_of(text)
    attributes = ""
    at = 0
    source = NOT_SHOWN.sub(_separator, source) if "<" in source else source
    for number, line in enumerate(source.split("\n")):
        # Most lines have no markup, or only signs.
        words = words_of(line)
        found = shown.find(words, at)
        if found >= 0:
            at = found + len(words)
            continue
        for piece in MARKUP.split(line):
            words = words_of(piece) if piece else ""
            if not words:
                continue
            found = shown.find(words, at)
            if found >= 0:
                at = found + len(words)
                continue
            if words in shown:
                continue
            attributes = attributes or words_of("".join(SHOWN_ATTRIBUTE.findall(html)))
            if words not in unescape(attributes):
                yield number, piece.strip()
                break


def _has_all_pieces(source: str, text: str) -> bool:
    """Whether all that stands between simple markup is in the text, in this order.

    It is so in most texts, and quicker to see than their words.
    """
    at = 0
    for line in source.split("\n"):
        if marker := MARKER.match(line):
            line = line[marker.end() :]
        has_markup = "*" in line or "[" in line or "|" in line
        for piece in SIMPLE_MARKUP.split(line) if has_markup else (line,):
            piece = piece.strip(BLANK)
            found = text.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
    return True


def _separator(match: re.Match[str]) -> str:
    """A bar for a comment or a tag, which separates the words; other words in < > stay."""
    name = match["name"]
    is_tag = not name or bool(match["office"]) or name.lower() in KNOWN_ELEMENTS
    return "|" + "\n" * match[0].count("\n") if is_tag else match[0]


def left_over(html: str) -> Iterator[tuple[str, str, str]]:
    """What still looks like markup, and phrases that say nothing on a page.

    The kind, a key of WORDS or PHRASE_WORDS, the mark, and what follows it.
    """
    words = unescape(TAG.sub("", html))
    has_marks = bool(
        MARK.search(words) or words[:1] in {"-", "+"} or any(mark in words for mark in MARKS)
    )
    patterns = patterns_for(words)
    if has_marks:
        patterns.insert(0, LEFT_OVER)
    if not patterns:
        return
    # One star too many beside emphasis.
    html = html.replace("*<em>", "**").replace("</em>*", "**")
    if "<br" in html:
        html = BREAK.sub("\n", html)
    text = ADDRESS.sub("", unescape(TAG.sub("", CODE.sub("", html))))
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    end = 0
    for match in sorted(found, key=lambda match: match.start()):
        if match.start() >= end:
            end = match.end()
            yield str(match.lastgroup), match[0].strip("\n"), text[end : end + 6]


def notes_of_nets(source: str, html: str, shown: str, statute: bool = False) -> Iterator[Note]:
    """What the nets found; `shown` is `html` with its literal characters as themselves.

    The official text of a statute may have blanks of its own.
    """
    for number, words in lost_words(source, shown):
        brief = words if len(words) < 25 else f"{words[:24]}…"
        message = f"“{brief}”在网页上不会显示"
        hint = "这几个字被旁边的符号吞掉了：把符号改成全角，或照手册“正文怎么写”改写"
        yield Note("words-lost", Severity.ERROR, number, words, message, hint)
    seen: set[tuple[str, int]] = set()
    at = line = after = 0
    for kind, mark, following in left_over(html):
        if statute and (kind in {"blank", "gap"} or kind in PHRASE_WORDS):
            continue
        whole = mark + following.partition("\n")[0]
        found = source.find(whole, after)
        if found < 0:
            # A footnote, which stands at the end of the page; or other words follow on the page.
            found = max(source.find(whole), source.find(mark.strip() or mark, after))
            found = max(found, source.find(escape(mark, quote=False), after), 0)
        line = line + source.count("\n", at, found) if found >= at else source.count("\n", 0, found)
        at, after = found, found + len(mark)
        if (kind, line) in seen:
            continue
        seen.add((kind, line))
        words, hint = WORDS.get(kind) or PHRASE_WORDS[kind]
        message = words.format(" ".join(mark.split()))
        yield Note("markup-left-over", Severity.WARNING, line, mark, message, hint + MAY_STAY)
        if len(seen) == MAX_LEFT_OVER:
            return
