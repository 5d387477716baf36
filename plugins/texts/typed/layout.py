"""What official texts have and Markdown has no sign for (GB/T 9704-2012, 7.3), in converted HTML.

Numbered paragraphs that follow one another become a list that keeps its numbers as typed; the
salutation stands at the margin; the signature and the date stand at the right; attachments after
the first stand below it.
"""

from __future__ import annotations

import re
from html import unescape

from plugins.texts.typed.literal import literal
from plugins.texts.typed.numbers import OfficialNumber, official_number
from plugins.texts.typed.paragraphs import AT_THE_RIGHT, ATTACHMENT
from plugins.texts.typed.wrapped import DATE, SIGNER

PARAGRAPH = re.compile(r"<p>((?:(?!<p>|</p>).)*)</p>", re.S)
TAG = re.compile(r"<[^>]*>")
# Those to whom the text is addressed, named by what they are.
SALUTATION = re.compile(
    r"[^。；！？：:]*(?:局|所|府|会|处|队|办|厅|委|院|校|部|公司|企业|单位|部门|科室|中心|机构|组织|街道|乡镇|社区"
    r"|市民|朋友|先生|女士|同志|居民|业主|商户|住户|群众|家长|读者|网友|用户|经营者|经营户|当事人|负责人|人员|同学"
    r"|代表|委员|老师|师傅)们?[：:]"
)
SALUTATION_LENGTH = 80
MAX_SIGNERS = 4
# The dot of a number below it is a literal one, see `paragraphs.py`.
ATTACHED = re.compile(
    rf"(<p>附件[：:]\s*[1１](?:(?!</p>).)*</p>)((?:\n<p>\d{{1,2}}(?:{literal('.')}|[.．、])[^\n]*)+)"
)
# Browsers take the role away from a list without markers.
NUMBERED_LIST = '<ul class="numbered" role="list">'
# What can't be the first paragraph of a text, and only its beginning needs to be looked at.
NUMBERED_PARAGRAPH = re.compile(r"<p>(?=[（(]?[\d０-９①-⑳一二三四五六七八九十百第])")


def set_layout(html: str) -> str:
    """The HTML of a text with the forms of official texts marked."""
    if AT_THE_RIGHT in html:
        html = html.replace(f"<p>{AT_THE_RIGHT}", '<p class="align-right">')
        html = html.replace(AT_THE_RIGHT, "")
    html = _set_salutation(html)
    if "附件" in html:
        html = ATTACHED.sub(_set_attached, html)
    html = _set_signature(html)
    return _set_numbered_lists(html) if len(NUMBERED_PARAGRAPH.findall(html)) > 1 else html


def _text(inner: str) -> str:
    return unescape(TAG.sub("", inner)).strip()


def _set_salutation(html: str) -> str:
    """各区综合行政执法局： at the very beginning, before a paragraph."""
    end = html.find("</p>", 0, SALUTATION_LENGTH)
    if html.startswith("<p>") and html.startswith("</p>\n<p", end):
        text = _text(html[3:end])
        if SALUTATION.fullmatch(text) and not official_number(text):
            return f'<p class="salutation">{html[3:]}'
    return html


def _set_attached(match: re.Match[str]) -> str:
    """附件：1. 甲, and below it 2. 乙 and so on."""
    return match[1] + match[2].replace("<p>", '<p class="attached">')


def _set_signature(html: str) -> str:
    """The date that stands alone near the end, and those who sign above it."""
    if "日</p>" not in html:
        return html
    blocks = html.split("\n")
    for index in range(len(blocks) - 1, 0, -1):
        if not DATE.fullmatch(_paragraph(blocks[index])):
            continue
        signers = index
        while signers > 1 and index - signers < MAX_SIGNERS and _is_signer(blocks[signers - 1]):
            signers -= 1
        if signers == index and any(_paragraph(block) for block in blocks[index + 1 :]):
            return html
        for at in range(signers, index + 1):
            blocks[at] = re.sub(
                '^<p(?: class="align-right")?>', '<p class="signature">', blocks[at]
            )
        return "\n".join(blocks)
    return html


def _paragraph(block: str) -> str:
    """The text of a paragraph on a line of its own; else nothing."""
    if block.startswith(("<p>", '<p class="align-right">')) and block.endswith("</p>"):
        return _text(block)
    return ""


def _is_signer(block: str) -> bool:
    text = _paragraph(block)
    return bool(SIGNER.fullmatch(text)) and not official_number(text) and not ATTACHMENT.match(text)


def _set_numbered_lists(html: str) -> str:
    """Every sequence of paragraphs with the numbers 1, 2, 3 … of one form becomes a list."""
    out: list[str] = []
    sequence: list[tuple[OfficialNumber, str]] = []
    end = 0
    for match in PARAGRAPH.finditer(html):
        found = official_number(_text(match[1][:40]))
        between = html[end : match.start()]
        if sequence and between.strip():
            out.append(_numbered(sequence))
            sequence = []
        if found and sequence and _follows(found, sequence):
            sequence.append((found, match[1]))
        else:
            if sequence:
                out.append(_numbered(sequence))
            sequence = [(found, match[1])] if found and found.value == 1 else []
            if not sequence:
                between += match[0]
            out.append(between)
        end = match.end()
    if sequence:
        out.append(_numbered(sequence))
    out.append(html[end:])
    return "".join(out)


def _follows(found: OfficialNumber, sequence: list[tuple[OfficialNumber, str]]) -> bool:
    """Whether a number continues the list, an open list around it, or opens one inside."""
    last = sequence[-1][0]
    if found.form == last.form:
        return found.value == last.value + 1
    if found.value == 1:
        return True
    outer = next((number for number, _ in reversed(sequence) if number.form == found.form), None)
    return outer is not None and found.value == outer.value + 1


def _numbered(sequence: list[tuple[OfficialNumber, str]]) -> str:
    """Nested lists; a sequence of one paragraph stays a paragraph."""
    if len(sequence) == 1:
        return f"<p>{sequence[0][1]}</p>"
    out: list[str] = []
    forms: list[str] = []
    for number, inner in sequence:
        if number.form not in forms:
            out.append(NUMBERED_LIST if not forms else f"\n{NUMBERED_LIST}")
            forms.append(number.form)
        else:
            while forms[-1] != number.form:
                forms.pop()
                out.append("</li>\n</ul>\n")
            out.append("</li>")
        out.append(f"\n<li>{inner}")
    out.append("</li>\n</ul>" + "\n</li>\n</ul>" * (len(forms) - 1))
    return "".join(out)
