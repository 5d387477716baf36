"""The body that enacted a statute."""

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
# Two bodies may make an interpretation together; both adopt it in meetings of their own.
COURTS = ("最高人民法院", "最高人民检察院")
IN_COURT = re.compile(r"(?:审判|检察)委员会$")
# 最高人民法院、最高人民检察院关于…的解释, 国家税务总局关于…的公告.
TITLE_ISSUER = re.compile(
    r"(?P<issuer>[一-鿿、]{2,60}?(?:院|部|局|署|厅|委员会|政府|办公室|国务院))关于"
)
USUAL = {
    "法律": "全国人民代表大会常务委员会",
    "行政法规": "国务院",
    "监察法规": "国家监察委员会",
    "司法解释": "最高人民法院",
}


def issuer(events: Sequence[Event], title: str) -> str | None:
    """The full name of the body that first adopted or published it; None if it isn't stated."""
    texts = [DAY.sub("", outside_titles(event.text)).strip("根据 　（(") for event in events]
    courts = [court for court in COURTS if any(court in words for words in (title, *texts))]
    if courts and (title.startswith(COURTS) or not _names_another(texts)):
        return "、".join(courts)
    if any(words.startswith(("国务院", "中华人民共和国国务院")) for words in texts):
        return "国务院"
    for words in texts:
        if "通过" in words:
            return _full_name(words.partition("通过")[0], title)
    for words in texts:
        match = ORDERED_BY.match(words)
        if match:
            return match["issuer"].removeprefix("中华人民共和国")
    match = TITLE_ISSUER.match(title)
    return match["issuer"].removeprefix("中华人民共和国") if match else None


def _names_another(texts: Sequence[str]) -> bool:
    """Whether the events name a maker that is no court."""
    return any(CONGRESS in words or "国务院" in words for words in texts)


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
