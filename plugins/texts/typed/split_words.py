"""What a paste breaks inside of a date, an amount, a telephone or an address: 12月31 / 日."""

from __future__ import annotations

import re

from plugins.texts.typed.line import Line

# From the line break on, which is quick to find. Roads and names may begin with 月, 元 or 万, too.
SPLIT = re.compile(
    r"\n[ 　]*(?:(?<=\d,\n)\d{3}(?!\d)|日(?<=月\d\n日)|日(?<=月\d\d\n日)"
    r"|月(?<=年\d\n月)|月(?<=年\d\d\n月)|年(?<=20\d\d\n年)(?=\d)|(?<=[一-鿿]20\d\d年\n)\d{1,2}月\d{1,2}日"
    r"|(?:(?<=\d\n)(?:万元|亿元|元(?=[，。；、）])|0\d{0,8}[余多]?[个处家名人次件元万米吨辆户]))"
    r"|(?:(?<=年\d月\n)|(?<=年\d\d月\n))\d{1,2}日(?=[，、起至前止])|(?<=\d-\n)\d{7,8}(?!\d)"
    r"|(?<=[/=_-]\n)(?a:[\w/-]{1,80})\.(?:s?html?|jsp|aspx?|php)(?![A-Za-z0-9]))"
)
# A line that grows by joining is copied each time.
LONGEST = 2000


def has_split_word(text: str) -> bool:
    return SPLIT.search(text) is not None


def join_words(lines: list[Line]) -> list[Line]:
    out: list[Line] = []
    for line in lines:
        can_join = bool(out) and len(out[-1].text) < LONGEST
        if can_join and SPLIT.match(
            f"{out[-1].text[-8:]}\n{line.text[:100]}", len(out[-1].text[-8:])
        ):
            out[-1] = out[-1].with_text(out[-1].text + line.text.lstrip(" 　"))
        else:
            out.append(line)
    return out
