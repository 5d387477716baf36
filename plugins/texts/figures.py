"""Figures with words: a line 图：流程, 图：要点 or 图：条形 above a list or a table.

Such a line is a paragraph for Markdown and for Word, so all its words stay readable wherever it is
not understood. It is read in converted HTML, after Python-Markdown or the direct conversion, which
therefore agree. The list or the table keeps its words; only CSS and bars make a figure of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import NamedTuple

from plugins.findings import Severity
from plugins.texts.bars import draw_bars
from plugins.texts.typed.line import Note

# What editors call each, and what the other block of it is called.
NAMES = {
    "flow": ("流程", "流程图", "步骤", "步骤图"),
    "points": ("要点", "要点图", "要点卡"),
    "bars": ("条形", "条形图", "横条图", "柱状图", "柱形图", "柱状", "柱形"),
}
KINDS = {name: kind for kind, names in NAMES.items() for name in names}
# 图：张三 may name who drew a picture; what ends so is asked for.
UNKNOWN = r"[^\s，。：:、<]{1,4}图"
WORDS = rf"{'|'.join(sorted(KINDS, key=len, reverse=True))}|{UNKNOWN}"
LEAD = re.compile(
    rf"<p>图[ 　]?[：:][ 　]?(?P<name>{WORDS})"
    r"(?:[，,：:　 ]++(?P<title>(?:(?!</p>).)++))?</p>(?:\n|\Z)",
    re.S,
)
LINE = re.compile(rf"\s*图[ 　]?[：:][ 　]?(?:{WORDS})(?:[，,：:　 ]++.*)?\s*")
LIST = re.compile(r"<(?P<tag>ol|ul)(?P<attributes>(?: [a-z-]+=\"[^\"]*\")*)>")
LIST_TAG = re.compile(r"<(/?)(?:ol|ul)\b[^>]*>")
ITEM_TAG = re.compile(r"<(/?)(ol|ul|li)\b[^>]*>")
FRAME = re.compile(
    r"<div [^>]*class=\"table-scroll\"[^>]*>\n(?P<table><table>.*?</table>)\n</div>", re.S
)
# 告知：开工前告诉物业
NAME = re.compile(
    r"(<li>\s*(?:<p>)?)(?:<strong>)?([^<>：，。；]{1,16})(?:</strong>)?：(?:</strong>)?(?!\s*</)"
)
FIGURE = re.compile(r'<figure class="figure .*?</figure>', re.S)
NAMED = re.compile(
    r'<figcaption class="figure__title">.*?</figcaption>|<b class="figure__name">.*?</b>'
    r'|<th scope="row">.*?</th>',
    re.S,
)
TAG = re.compile(r"<[^>]*>")
STEP = re.compile(r"([^<>：，。；]{1,16})：(.+)", re.S)
LEAST_ITEMS = 2
# They would stand three and one.
FOUR = 4
NO_LIST = ("“图：{}”下面没有列表，网页上画不成图", "空一行，下面写列表，一项一行，以“1. ”开头")
NO_TABLE = ("“图：{}”下面没有表格，网页上画不成图", "空一行，下面写表格：第一列是名称，后面是数字")
ONE_ITEM = ("“图：{}”下面只有一项，不用画成图", "写成一段话，或者把几项分行写")
NO_NUMBERS = (
    "“图：{}”下面的表格里没有一列都是数字，画不成图",
    "每格一个数，不写“约”；单位写进表头，或紧跟在每个数后面",
)
NO_SENTENCE = ("这张图没有说它说明什么", "在“图：{}”后面写一句结论，如“图：{}，夏天的工单最多”")
NO_SUCH = ("没有“{}”这种图，网页上照原样显示", "写“图：流程”“图：要点”或“图：条形”")


class _Fault(NamedTuple):
    message: str
    hint: str
    severity: Severity = Severity.ERROR


def set_figures(html: str, source: str) -> tuple[str, tuple[Note, ...]]:
    """The HTML with figures, and notes about lines that make none."""
    if "<p>图" not in html:
        return html, ()
    out: list[str] = []
    notes: list[Note] = []
    lines = _lines(source)
    end = 0
    for lead in LEAD.finditer(html):
        name = lead["name"]
        number, words = next(lines, (0, ""))
        if lead.start() < end:
            # Inside of a figure; the list there stays a list.
            continue
        figure, after, fault = _figure(html, lead)
        if fault:
            message, hint = fault.message.format(name), fault.hint.format(name, name)
            notes.append(Note("figure", fault.severity, number, words, message, hint))
        if figure:
            out += [html[end : lead.start()], figure]
            end = after
    return "".join([*out, html[end:]]) if out else html, tuple(notes)


def _lines(source: str) -> Iterator[tuple[int, str]]:
    """The lines of the source that begin a figure, with their words."""
    for number, line in enumerate(source.split("\n")):
        if LINE.fullmatch(line):
            yield number, line.strip()


def _figure(html: str, lead: re.Match[str]) -> tuple[str, int, _Fault | None]:
    """The HTML of a figure, if there is one, where what it is made of ends, and what is wrong."""
    kind, title = KINDS.get(lead["name"], ""), (lead["title"] or "").strip()
    block = lead.end()
    frame, items = FRAME.match(html, block), LIST.match(html, block)
    if not kind:
        return "", 0, _Fault(*NO_SUCH, Severity.WARNING) if frame or items else None
    if kind == "bars":
        if not frame:
            return "", 0, _Fault(*NO_TABLE)
        table = draw_bars(frame["table"])
        if not table:
            return "", 0, _Fault(*NO_NUMBERS)
        fault = None if title else _Fault(*NO_SENTENCE)
        return _framed(kind, title, table), frame.end(), fault
    if not items:
        return "", 0, _Fault(*NO_LIST)
    end = _end_of_list(html, block)
    count = _count_items(html[block:end])
    if count < LEAST_ITEMS:
        return "", 0, _Fault(*ONE_ITEM, Severity.WARNING)
    inner = _list(html[block:end], items, kind)
    four = " figure--four" if kind == "points" and count == FOUR else ""
    return _framed(kind + four, title, inner), end, None


def _framed(kind: str, title: str, inner: str) -> str:
    caption = f'<figcaption class="figure__title">{title}</figcaption>\n' if title else ""
    return f'<figure class="figure figure--{kind}">\n{caption}{inner}\n</figure>'


def _end_of_list(html: str, start: int) -> int:
    depth = 0
    for tag in LIST_TAG.finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(html)


def _count_items(html: str) -> int:
    """Of the outermost list."""
    depth = count = 0
    for tag in ITEM_TAG.finditer(html):
        if tag[2] != "li":
            depth += -1 if tag[1] else 1
        elif not tag[1] and depth == 1:
            count += 1
    return count


def _list(html: str, opening: re.Match[str], kind: str) -> str:
    """A flow is always in order; browsers take the role away from a list without markers."""
    inner = html[len(opening[0]) : -len("</ol>")]
    tag, attributes = opening["tag"], opening["attributes"]
    if kind == "flow" and "numbered" not in attributes:
        tag = "ol"
    if "role=" not in attributes:
        attributes += ' role="list"'
    return f"<{tag}{attributes}>{NAME.sub(_named, inner)}</{tag}>"


def figure_words(html: str) -> list[str]:
    """What the figures of a converted text are called, and their parts: what people search for."""
    words = []
    for figure in FIGURE.findall(html):
        names = (unescape(TAG.sub("", found)) for found in NAMED.findall(figure))
        words += [name.strip().removesuffix("：") for name in names]
    return words


def with_name(words: str) -> str:
    """The HTML of a step in a field, its name before a colon as in a flow of a text."""
    found = STEP.fullmatch(words)
    if not found:
        return escape(words)
    name, rest = escape(found[1]), escape(found[2])
    return f'<b class="figure__name">{name}<span class="visually-hidden">：</span></b>{rest}'


def _named(match: re.Match[str]) -> str:
    return (
        f'{match[1]}<b class="figure__name">{match[2]}<span class="visually-hidden">：</span></b>'
    )
