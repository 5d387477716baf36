"""Guesses the field of enforcement (领域) of a statute, for an editor to confirm."""

from __future__ import annotations

from collections.abc import Sequence

# Words of titles that the fields named by the bureau's own vocabulary usually go with.
WORDS: dict[str, tuple[str, ...]] = {
    name: tuple(words.split())
    for name, words in {
        "规划": "城乡规划 国土空间 规划建设 规划环境 土地利用 违法建筑 历史文化 历史建筑 景观风貌",
        "市容和环境卫生": "市容 环境卫生 生活垃圾 餐厨垃圾 广告 招牌 养犬 文明行为 景观风貌",
        "道路交通": "道路交通 停车 道路运输 轨道交通 公共交通",
        "无照经营": "无照 无证 市场主体 菜市场 商品交易市场",
        "城市公用": "供水 供用水 燃气 节约用水 饮用水 公共交通 排水 物业管理",
        "市政": "市政 城市道路 地下管线 排水 照明 桥梁 城市河道 公园 城市绿化",
        "环境保护": "大气 噪声 水污染 固体废物 河道 绿化 生态 水源 湿地 森林 环境影响 采砂",
        "建筑施工": "建筑业 建筑垃圾 建筑节能 绿色建筑 建筑师 房屋使用安全 房地产",
    }.items()
}
# Statutes on how the administration acts apply in every field of enforcement.
GENERAL = (
    "行政处罚法",
    "行政许可法",
    "行政强制法",
    "行政复议法",
    "行政诉讼法",
    "国家赔偿法",
    "综合行政执法",
    "政府信息公开",
)
# Words that occur less often in a text say nothing about its subject.
MIN_HITS = 3


def is_general(title: str) -> bool:
    return any(words in title for words in GENERAL)


def by_title(title: str, vocabulary: Sequence[str]) -> list[str]:
    """The fields that the title names, in the order of the bureau's vocabulary."""
    return [
        field
        for field in vocabulary
        if field in title or any(word in title for word in WORDS.get(field, ()))
    ]


def by_text(body: str, vocabulary: Sequence[str]) -> str | None:
    """The field whose words are most frequent in the text, or None when hardly any occur."""
    hits = {field: sum(map(body.count, WORDS.get(field, ()))) for field in vocabulary}
    best = max(hits, key=hits.__getitem__, default=None)
    return best if best and hits[best] >= MIN_HITS else None
