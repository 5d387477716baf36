"""The body that enacted a statute, and the level (法律, 行政法规 …) that follows from it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.clauses.numerals import DAY
from plugins.statutes.history import outside_titles
from plugins.statutes.source import Event

TERM = re.compile(r"第?[\d零〇一二三四五六七八九十]+届")
MEETING = re.compile(r"第?[\d零〇一二三四五六七八九十百]+(?:次|届).*")
ORDERED_BY = re.compile(r"(?P<issuer>[一-鿿、]+?)(?:令|公告)?第[\d零〇一二三四五六七八九十百]+号")
REGION = re.compile(r"[一-鿿]{2,8}?(?:自治[区州县]|[省市县区州])")
CONGRESS = "人民代表大会"
FOLDERS = {"national": "法律", "regulations": "行政法规"}
USUAL = {"法律": "全国人民代表大会常务委员会", "行政法规": "国务院"}


def issuer(events: Sequence[Event], title: str) -> str | None:
    """The full name of the body that first adopted or published it; None if it isn't stated."""
    texts = [DAY.sub("", outside_titles(event.text)).strip("根据 　") for event in events]
    if any(words.startswith(("国务院", "中华人民共和国国务院")) for words in texts):
        return "国务院"
    for words in texts:
        if "通过" in words:
            return _full_name(words.partition("通过")[0], title)
    for words in texts:
        match = ORDERED_BY.match(words)
        if match:
            return match["issuer"].removeprefix("中华人民共和国")
    return None


def level(name: str) -> str:
    """法律, 行政法规 … of a statute that `name` made."""
    if name.startswith("全国人民代表大会"):
        return "法律"
    if name == "国务院":
        return "行政法规"
    if CONGRESS in name:
        return "地方性法规"
    return "地方政府规章" if "人民政府" in name else "部门规章"


def usual_level(folder: str, title: str) -> str | None:
    """The level of what the collection keeps in this folder, or the title's own word for it."""
    if folder in FOLDERS:
        return FOLDERS[folder]
    if title.startswith("中华人民共和国") and title.endswith("法"):
        return "法律"
    return "地方性法规" if REGION.match(title) else None


def usual(rank: str, title: str) -> tuple[str, str]:
    """The body that usually enacts statutes of this level, and an explanation in Chinese."""
    if rank in USUAL:
        return USUAL[rank], f"原文没有写制定机关，{rank}一般由其制定"
    region = REGION.match(title)
    if region and rank == "地方性法规":
        return f"{region[0]}{CONGRESS}常务委员会", "原文没有写制定机关，按标题中的地名"
    return "制定机关不详", "原文没有写制定机关"


def _full_name(words: str, title: str) -> str:
    """市九届人大常委会第二十九次会议 → 杭州市人民代表大会常务委员会."""
    name = MEETING.sub("", TERM.sub("", words)).strip()
    name = re.sub(r"(?:会议)?审议$", "", name)
    name = name.replace("人大常委会", f"{CONGRESS}常务委员会").replace("人大", CONGRESS)
    region = REGION.match(title)
    if region and name[:1] in {"市", "省", "县"}:
        name = region[0] + name[1:]
    return name
