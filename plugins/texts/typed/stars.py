"""Stars that are text: for hidden characters of a name, a number or a plate, and for “times”.

    李**、王*明、138****0001、云A*2**8、5*3*2米、长*宽*高

Emphasis stays: `于**3月1日**起施行`. Markdown itself pairs stars of both kinds alike.
"""

from __future__ import annotations

import re
from itertools import pairwise

from plugins.texts.lazy_pattern import lazy_pattern

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦马苗"
    "凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于时傅皮卞齐康伍余元顾孟平黄和穆萧尹姚邵汪祁毛"
    "禹狄米贝明臧计成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊"
    "胡凌霍虞万支柯管卢莫房缪丁邓单洪包左石崔吉龚程邢裴陆荣翁荀羊甄曲封储靳段焦巴牧车侯全班仲伊宫宁仇栾"
    "甘厉武符刘景詹龙叶司韶黎白赖卓蔺屠蒙池乔党翟谭贡劳姬申冉桑桂牛寿边燕冀尚温庄晏柴瞿阎连习艾鱼容向古易"
    "廖耿匡文寇广欧沃利师巩聂辛阚曾关查游竺权盖桓肖闫付涂邸仝佟丛代晁亓占"
)
COMPOUND_SURNAMES = (
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|诸葛|闻人|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|夏侯|长孙"
)
# What stands before a name: a beginning, a mark, or the end of a word for a person or of a link.
BEFORE_NAME = r"(?:^|[^\w*]|[与和及跟对向由被让给将把人者员方名主任某])"
NAME = lazy_pattern(rf"{BEFORE_NAME}(?:[{SURNAMES}]|{COMPOUND_SURNAMES})$")
NAME_ENDS = frozenset(SURNAMES + COMPOUND_SURNAMES)
RUN = lazy_pattern(r"\*+")
# Word makes neighbouring runs of one strong passage: **重要****通知**.
STRONG_RUNS = lazy_pattern(r"(?<!\*)\*\*[^*\s][^*]*(?:\*{4}[^*]+){1,50}(?<=[^*\s])\*\*(?!\*)")
FOUR = lazy_pattern(r"(?<=[^*\s])\*{4}(?=[^*\s])")
# 浙A of 浙A**123
PLATE = lazy_pattern(r"[一-鿿][A-Z][0-9A-Z]{0,5}$")
# A pair of stars that begins with one of these encloses what stands between two masks.
OPENS_NOTHING = "，、。；：）)】》”？！,.;:"
CLAUSE_MARK = lazy_pattern(r"[，。；：、？！]|^[.号]|[.]$")
SIDE = lazy_pattern(r"[0-9A-Za-z)）]")
PUNCTUATION = lazy_pattern(r"[\s，。、；：！？（）()《》“”‘’…—.,;:!?]")


def join_strong_runs(text: str) -> str:
    """The line with neighbouring strong passages as one, but for the stars that hide something."""
    return STRONG_RUNS.sub(lambda match: FOUR.sub(_joined, match[0]), text)


def _joined(stars: re.Match[str]) -> str:
    text, start, end = stars.string, stars.start(), stars.end()
    sides = text[start - 1] + text[end]
    # A passage may begin with a name.
    hides = sides.isascii() or NAME.search(text[max(0, start - 4) : start].rpartition("*")[2])
    return stars[0] if hides else ""


def literal_stars(text: str) -> list[tuple[int, int]]:
    """The ranges of the stars in a line that are text."""
    runs = [match.span() for match in RUN.finditer(text)]
    if len(runs) % 2 == 0 and all(_is_plain(text, *span) for span in runs):
        return []
    names = {span for span in runs if _hides_a_name(text, *span)}
    found = {span for span in runs if span[1] - span[0] > 3 or _is_between_signs(text, *span)}
    found |= {span for span in runs if PLATE.search(text, max(0, span[0] - 8), span[0])}
    others = [span for span in runs if span not in found]
    paired: set[tuple[int, int]] = set()
    for span, following in pairwise(others):
        if span in paired:
            continue
        same = _length(span) == _length(following)
        is_pair = same and _is_emphasized(text, span, following)
        if span in names and not (is_pair and not _hides_more(text, span, following, names)):
            found.add(span)
            if same and text[following[0] - 1] in NAME_ENDS:
                found.add(following)
        elif is_pair and _is_times(text, span, following):
            found |= {span, following}
            paired |= {following}
        elif is_pair:
            paired |= {span, following}
        elif same:
            # Markdown would take them for a pair.
            found.add(span)
    if others and others[-1] in names and others[-1] not in paired:
        found.add(others[-1])
    return sorted(found)


def _is_plain(text: str, start: int, end: int) -> bool:
    """Two stars that hide nothing: with another two they are emphasis."""
    before, after = text[start - 1 : start], text[end : end + 1]
    hides = before in NAME_ENDS or (before.isascii() and before.isalnum())
    return end - start == 2 and not (before and hides) and not (after and after in OPENS_NOTHING)


def _hides_more(
    text: str, span: tuple[int, int], following: tuple[int, int], names: set[tuple[int, int]]
) -> bool:
    """Whether the next stars hide something too, or a remark follows these: 王**（女）."""
    is_remark = text[span[1]] in "（("
    return following in names or text[following[0] - 1] in NAME_ENDS or is_remark


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def _hides_a_name(text: str, start: int, end: int) -> bool:
    return end - start <= 3 and NAME.search(text, max(0, start - 4), start) is not None


def _is_between_signs(text: str, start: int, end: int) -> bool:
    """5*3, A*B, 2**8."""
    sides = text[start - 1 : start], text[end : end + 1]
    if not (SIDE.match(sides[0]) and re.match(r"[0-9A-Za-z(（]", sides[1])):
        return False
    return end - start == 1 or (sides[0] + sides[1]).isdigit()


def _is_emphasized(text: str, opening: tuple[int, int], closing: tuple[int, int]) -> bool:
    inside = text[opening[1] : closing[0]]
    if not inside or inside[0].isspace() or inside[-1].isspace() or inside[0] in OPENS_NOTHING:
        return False
    # One star on each side of a clause, as in *.doc、*.docx, is no emphasis.
    return _length(opening) > 1 or not CLAUSE_MARK.search(inside)


def _is_times(text: str, opening: tuple[int, int], closing: tuple[int, int]) -> bool:
    """长*宽*高: one star on both sides of one sign, or of a number, inside of other text."""
    if _length(opening) != 1:
        return False
    outside = text[opening[0] - 1 : opening[0]] + text[closing[1] : closing[1] + 1]
    inside = text[opening[1] : closing[0]]
    short = len(inside) == 1 or inside[:1].isdigit()
    return short and len(outside) == 2 and not PUNCTUATION.search(outside)
