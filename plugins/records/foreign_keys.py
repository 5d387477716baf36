"""Keys in a head that are not this site's: in traditional characters, of another kind of record, or
of another site generator. Each is read as meant, or the finding says what to write here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from plugins.records.kinds import KINDS, RecordModel
from plugins.records.schema import field_names

# Characters of the labels of fields, traditional and simplified.
CHARACTERS = (
    "專专 爲为 為为 書书 會会 體体 關关 內内 決决 準准 別别 製制 務务 動动 單单 參参 號号 啓启 "
    "啟启 圖图 處处 備备 複复 復复 實实 審审 對对 層层 崗岗 帶带 廢废 開开 歸归 當当 錄录 徵征 "
    "態态 據据 報报 採采 數数 無无 時时 暫暂 條条 來来 構构 標标 欄栏 檔档 沒没 註注 點点 狀状 "
    "獻献 現现 電电 碼码 種种 稱称 簡简 類类 係系 級级 納纳 線线 綫线 終终 結结 統统 編编 網网 "
    "罰罚 聯联 範范 榮荣 見见 規规 譽誉 訂订 記记 設设 證证 詞词 話话 詢询 語语 說说 請请 諾诺 "
    "讀读 財财 責责 費费 輯辑 過过 進进 違违 適适 鏈链 鍊链 銷销 鍵键 長长 問问 間间 頁页 項项 "
    "順顺 顧顾 領领 題题 額额 饋馈 發发 佈布 機机 執执"
)
SIMPLIFIED = str.maketrans({pair[0]: pair[1] for pair in CHARACTERS.split(" ")})
TRUE = frozenset({"true", "yes", "on", "1"})
FALSE = frozenset({"false", "no", "off", "0"})
DRAFT = "草稿写成 状态: 草稿"
PUBLISHED = "删去这一行：不写“状态”就会发布"
USELESS = "这个网站用不到，删去这一行"
# What Hexo, Hugo, Jekyll and Pelican call it.
ADVICE = {
    **dict.fromkeys(("hidden", "private", "password"), "不想发布就写 状态: 草稿"),
    **dict.fromkeys(
        ("category", "categories", "section", "column", "分类", "栏目"),
        "栏目由所在的文件夹决定，删去这一行",
    ),
    **dict.fromkeys(("description", "excerpt", "abstract", "描述", "简介"), "写成 摘要: …"),
    **dict.fromkeys(("authors",), "写成 作者: …"),
    **dict.fromkeys(("lastmod", "last_modified_at", "updated_at"), "写成 更新日期: …"),
    **dict.fromkeys(("cover", "thumbnail", "banner", "featured_image"), "写成 图片: …"),
    **dict.fromkeys(("permalink", "url"), "写成 网址名: …"),
    **dict.fromkeys(
        ("layout", "template", "type", "comments", "toc", "mathjax", "weight", "order", "lang",
         "id", "uuid", "sticky", "top", "pin", "aliases"),
        USELESS,
    ),
}  # fmt: skip
# So many keys are named in one finding.
SHOWN_AT_MOST = 3
# So many keys of another kind are no slips of the pen.
MANY = 2


class OtherKind(NamedTuple):
    """The kind that has the fields which this record should not have, by the keys as written."""

    label: str
    keys: tuple[str, ...]

    def words(self, own: str) -> tuple[str, str]:
        """Message and hint; `own` is the label of the kind of this column."""
        message = f"{_listed(self.keys)}是“{self.label}”的内容，这个栏目里是“{own}”"
        return message, f"放错了栏目就移到“{self.label}”的栏目；没有放错就删去这几行"


def words_for_traditional(keys: Sequence[str]) -> tuple[str, str]:
    """Message and hint about keys that are read as the simplified ones."""
    hint = f"写成 {'、'.join(map(simplified, keys[:SHOWN_AT_MOST]))}"
    return f"{_listed(keys)}是繁体字，已按简体字段名读取", hint


def _listed(keys: Sequence[str]) -> str:
    more = f"等 {len(keys)} 项" if len(keys) > SHOWN_AT_MOST else ""
    return "".join(f"“{key}”" for key in keys[:SHOWN_AT_MOST]) + more


def simplified(key: str) -> str:
    return key.translate(SIMPLIFIED)


def is_foreign_status(key: str, value: object) -> bool:
    """`published: false` is Jekyll's word for a draft, no date of publication."""
    return key.strip().lower() == "published" and str(value).strip().lower() in TRUE | FALSE


def advice(key: str, value: object) -> str | None:
    """What to write in place of a key of another site generator; None for any other key."""
    name, text = key.strip().lower(), str(value).strip().lower()
    if name == "draft":
        return PUBLISHED if text in FALSE else DRAFT
    if is_foreign_status(key, value):
        return DRAFT if text in FALSE else PUBLISHED
    return ADVICE.get(name)


def other_kind(unknown: Collection[str], kind: type[RecordModel]) -> OtherKind | None:
    """The kind of which this record has the fields, when it has many and few others."""
    best: OtherKind | None = None
    for other in KINDS.values() if len(unknown) >= MANY else ():
        names = field_names(other)
        keys = tuple(key for key in unknown if simplified(key).strip().lower() in names)
        is_better = best is None or len(keys) > len(best.keys)
        if other is not kind and len(keys) >= max(MANY, len(unknown) / 2) and is_better:
            best = OtherKind(other.label, keys)
    return best
