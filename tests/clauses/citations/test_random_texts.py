"""Random texts made of what citations are made of: links never overlap, nothing crashes."""

import random

import pytest

from plugins.clauses.citations import Citation, CitationScanner

UNITS = [
    "第", "一", "二条", "第三条", "第二款", "第（一）项", "、", "和", "至", "《", "》",
    "〈", "〉", "《某条例》", "《刑法》", "刑法", "民法典", "合同编", "（", "）",
    "（以下简称刑", "以下简称", "“", "”", "第四条　", "规定", "规定：", "本法", "本条",
    "前款", "前条", "同条", "该法", "该条例", "条例", "办法", "最高人民法院关于", "的解释",
    "关于适用", "1", "２", "条之一", "之二", "，", "。", "违反", "依照", "附件", "作为",
    "本章", "27、28条", "的",
]  # fmt: skip
TITLES = ("", "关于修改《某条例》的决定", "某法")


@pytest.mark.parametrize("seed", range(5))
def test_links_follow_one_another(seed):
    chance = random.Random(seed)
    for _ in range(1_000):
        scanner = CitationScanner(chance.random() < 0.5, chance.choice(TITLES))
        for _ in range(3):
            text = "".join(chance.choices(UNITS, k=12))
            end = 0
            for citation in scanner.scan(text):
                assert end <= citation.start < citation.end <= len(text), text
                end = citation.end
                plain = Citation.from_tuple(citation.as_tuple)
                assert plain[2:] == citation[2:], text
