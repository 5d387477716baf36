"""Checks of the text of a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from plugins.clauses.divisions import unmarked_divisions
from plugins.clauses.heads import unread_heads
from plugins.clauses.numbering import numbering
from plugins.findings import Finding, Position, Severity, position_in
from plugins.records.kinds import RecordModel
from plugins.texts.converted_text import ConvertedText
from plugins.texts.link_words import link_position, link_words
from plugins.texts.web_address import EMBEDDED_IMAGE, cleaned, host_of, is_embedded_image, is_web

# Where a text first occurs in the source.
Locate = Callable[[str], Position]

# Traces of the programs from which editors paste.
PASTED = re.compile(
    r"(?P<editor135>135editor|135编辑器)|(?P<xiumi>xiumi|秀米)|(?P<word>mso-|Mso[A-Z]|<o:p|urn:schemas-micro)"
    r"|(?P<wechat>mmbiz|js_content|data-mpa|mp\.weixin|wx_fmt)|(?P<wps>wps-|kingsoft|KSO_)"
)
PROGRAMS = {
    "editor135": "135编辑器", "xiumi": "秀米", "word": "Word", "wechat": "微信公众号", "wps": "WPS",
}  # fmt: skip
# Alternative texts that a program or a hurried hand gives.
SAYS_NOTHING = re.compile(
    r"(?:微信)?(?:图片?|照片|图像|截图|配图|插图|如图|见图|题图)[\s_\d]*|(?:image|img|pic|photo|dsc|picture)[\s_\d-]*"
    r"|alt|无|\S+\.(?:jpe?g|png|gif|webp|svg)",
    re.I,
)
CLAUSE_LABEL = re.compile(r"第[^第条]+条(?:之[一二三四五六七八九十]+)?")


def check_body(
    path: str,
    kind: type[RecordModel],
    body: ConvertedText,
    source: str,
    first_line: int,
    model: RecordModel | None = None,
) -> list[Finding]:
    """`model` is what could be read of the front matter, if it is right."""
    findings = list(_findings(path, kind, body, source, first_line))
    for rule, message, hint, _ in model.check_own_text(body) if model else ():
        findings.append(Finding(rule, Severity.ERROR, path, message, hint))
    return findings


def _findings(
    path: str, kind: type[RecordModel], body: ConvertedText, source: str, first_line: int
) -> Iterator[Finding]:
    def at(needle: str) -> Position:
        return position_in(source, needle, first_line)

    if kind.needs_body and not body.html.strip():
        yield Finding("body", Severity.ERROR, path, "正文是空的", "在稿头下面写正文", first_line)
    yield from _forbidden(path, body, source, at)
    yield from _notes(path, body, source, first_line)
    names = [heading.text for heading in body.headings]
    for wanted in kind.sections:
        if wanted not in names and body.html.strip():
            hint = f"加上小标题 ## {wanted}（{kind.label}要有：{'、'.join(kind.sections)}）"
            yield Finding("section", Severity.ERROR, path, f"缺少“{wanted}”一节", hint, first_line)
        elif wanted in names and _is_empty(wanted, body.html):
            message, hint = f"“{wanted}”一节是空的", "在这个小标题下面写正文"
            yield Finding("section", Severity.ERROR, path, message, hint, *at(wanted))
    yield from _heading_levels(path, body, source, at)
    yield from _clause_numbers(path, body, at)
    if kind.is_law:
        lines = source.split("\n")
        yield from unread_heads(lines, first_line, len(body.clauses), path)
        yield from unmarked_divisions(lines, first_line, path)
    for link in body.links:
        address = cleaned(link.target) if link.kind == "image" else ""
        if is_web(address):
            host = host_of(address) or address
            message = f"图片在别的网站上（{host}），那边一改，这里就看不到了"
            hint = "把图片存进 images/，写成 ![图里有什么](/images/文件名)"
            yield Finding("image-elsewhere", Severity.ERROR, path, message, hint, *at(link.target))
        alt = (link.alt or "").strip()
        if link.kind == "image" and (not alt or SAYS_NOTHING.fullmatch(alt)):
            message = f"图片“{link.target}”没有替代文字"
            if alt:
                message = f"图片“{link.target}”的替代文字“{alt}”没有说图里有什么"
            yield Finding(
                "image-alt",
                Severity.WARNING,
                path,
                message,
                "写成 ![图里有什么](路径)",
                *at(link.target),
            )
    if body.links:
        yield from _link_words(path, body, source, first_line)
    for rule, message, hint, words in kind.check_text(body):
        place = at(words) if words else ()
        yield Finding(rule, Severity.ERROR, path, message, hint, *place)


def _is_empty(section: str, html: str) -> bool:
    """Whether nothing stands between a heading and the next, or the end."""
    start = re.search(rf"<h(\d)[^>]*>{re.escape(section)}</h\1>\s*", html)
    return start is not None and re.match(r"<h\d|$", html[start.end() :]) is not None


def _forbidden(path: str, body: ConvertedText, source: str, at: Locate) -> Iterator[Finding]:
    """HTML that can't be used; what was pasted from a known program is one finding."""
    words = [word for word in dict.fromkeys(body.forbidden) if not is_embedded_image(word)]
    if embedded := next(filter(is_embedded_image, body.forbidden), None):
        place = at(embedded)
        yield Finding("markup-forbidden", Severity.ERROR, path, *EMBEDDED_IMAGE, *place)
    paste = next((match for match in PASTED.finditer(source)), None) if words else None
    if paste:
        program = PROGRAMS[str(paste.lastgroup)]
        message = f"正文里有从{program}粘贴来的网页代码（“{words[0]}”等 {len(words)} 种），不能使用"
        hint = "删去，重新“粘贴为纯文本”（Ctrl+Shift+V），再加小标题、图片和表格"
        yield Finding("markup-forbidden", Severity.ERROR, path, message, hint, *at(paste[0]))
        return
    for word in words:
        message = f"正文里有网页代码“{word}”，不能使用"
        hint = "只用 Markdown 写正文；样式由模板统一"
        yield Finding("markup-forbidden", Severity.ERROR, path, message, hint, *at(word))


def _notes(path: str, body: ConvertedText, source: str, first_line: int) -> Iterator[Finding]:
    """What the conversion noted, each at its words."""
    lines = source.split("\n") if body.notes else []
    for note in dict.fromkeys(body.notes):
        column = lines[note.number].find(note.words) + 1
        place = (first_line + note.number, max(1, column))
        yield Finding(note.rule, note.severity, path, note.message, note.hint, *place)


def _clause_numbers(path: str, body: ConvertedText, at: Locate) -> Iterator[Finding]:
    """Gaps and repetitions, each at the first occurrence of the clause that it names."""
    for finding in numbering(body.clauses, path):
        label = CLAUSE_LABEL.search(finding.message)
        line, column = at(label[0]) if label else at("")
        yield replace(finding, line=line, column=column)


def _link_words(path: str, body: ConvertedText, source: str, first_line: int) -> Iterator[Finding]:
    hint = "写明点开能看到什么，如 [养犬登记办事指南](…)"
    # Once for each: an address may be pasted a hundred times.
    for link in dict.fromkeys(link_words(body.html)):
        if link.is_empty:
            severity, message = Severity.ERROR, f"链接“{link.target}”没有文字，读者看不见"
        elif link.says_nothing:
            severity, message = Severity.WARNING, f"链接文字“{link.words}”没有说明通向哪里"
        else:
            continue
        place = link_position(source, link.target, first_line)
        yield Finding("link-text", severity, path, message, hint, *place)


def _heading_levels(path: str, body: ConvertedText, source: str, at: Locate) -> Iterator[Finding]:
    if body.demoted:
        message = "正文用了一级标题，一级标题只留给稿件标题；各级小标题已降一级显示"
        yield Finding("heading", Severity.WARNING, path, message, "小标题从 ## 开始", *at("# "))
    above = 1
    for heading in body.headings:
        if heading.level > above + 1:
            message = f"小标题“{heading.text}”跳过了一级"
            hint = f"写成 {'#' * (above + 1)} {heading.text}"
            # The same words may stand in a sentence before.
            marks = f"{'#' * (heading.level - body.demoted)} "
            line, column = at(marks + heading.text)
            if marks + heading.text not in source:
                line, column = at(heading.text)
            else:
                column += len(marks)
            yield Finding("heading", Severity.WARNING, path, message, hint, line, column)
        above = heading.level
