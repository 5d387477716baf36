"""Document numbers in running text (GB/T 9704-2012, 7.2.5): 云综执〔2026〕8号.

Numbers of courts, (2026)浙01行终8号, are others: between year and number they have the court.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.findings import Severity
from plugins.texts.prose import GAP, Prose
from plugins.wording.hits import Hit

NUMBER = re.compile(
    rf"(?<=[㐀-䶿一-鿿])(?P<open>[（(〔［【{GAP}])\s?(?P<year>(?:19|20)\d\d)\s?"
    rf"(?P<close>[）)〕］】{GAP}])\s?(?P<ordinal>第?)(?P<zeros>0*)(?P<number>[1-9]\d{{0,4}})\s?号"
)
FIELD = re.compile(r"\s*[^\s:：]*(?:文号|发文字号)[:：]")


def find_document_numbers(prose: Prose) -> Iterator[Hit]:
    text = prose.text
    for match in NUMBER.finditer(text) if "号" in text else ():
        right = f"〔{match['year']}〕{match['number']}号"
        if match[0] == right or _is_value_of_field(prose, match.start()):
            continue
        written = match[0]
        if GAP in written:
            # A gap may be square brackets, which are markup, or the border of a cell.
            year = prose.source_offset(match.start("year"))
            after = prose.source_offset(match.end("year") - 1) + 1
            if prose.source[year - 1 : year] + prose.source[after : after + 1] != "[]":
                continue
            written = f"[{match['year']}]" + written.split(GAP)[-1]
        message = f"文号里的“{written}”写法不规范"
        yield Hit(
            "word-document-number", Severity.WARNING, match.start("year"), match.end(), message,
            f"写“{right}”：六角括号，不加“第”，不补零",
        )  # fmt: skip


def _is_value_of_field(prose: Prose, offset: int) -> bool:
    """The rules of values speak of these."""
    place = prose.source_offset(min(offset + 1, len(prose.text) - 1))
    line = prose.source[prose.source.rfind("\n", 0, place) + 1 : place]
    return FIELD.match(line) is not None
