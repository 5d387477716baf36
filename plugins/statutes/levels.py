"""The level of a statute (效力级别) from its maker, its number, its title and its folder.

Sources: 立法法 (2023) chapters 2 to 4 and article 119; 最高人民法院关于司法解释工作的规定 (2021)
article 6; 法规、司法解释备案审查工作办法.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.statutes.issuers import CONGRESS, REGION

COURTS = ("最高人民法院", "最高人民检察院")
SUPERVISORS = ("国家监察委员会", "中央纪律检查委员会国家监察委员会")
# What the public collections call the folders of each level.
FOLDERS = {
    name: level
    for level, names in {
        "法律": "national 法律 宪法 宪法相关法 民法商法 民商法 民法典 行政法 经济法 社会法 刑法 "
        "诉讼与非诉讼程序法 诉讼法",
        "行政法规": "regulations 行政法规",
        "监察法规": "监察法规",
        "地方性法规": "地方性法规 地方法规",
        "部门规章": "部门规章 部委规章 国务院部门规章",
        "地方政府规章": "地方政府规章 地方规章",
        "司法解释": "司法解释",
        "行政规范性文件": "规范性文件 行政规范性文件 部门规范性文件",
    }.items()
    for name in names.split()
}
# 国办发〔2017〕47号: a document and no order.
DOCUMENT = re.compile(r"〔\d{4}〕")
ORDER = re.compile(r"令")
# 法释〔2020〕17号, 高检发释字〔2020〕4号.
INTERPRETATION = re.compile(r"法释|高检发释")
LAW_NAME = re.compile(r"(?<!办)法(?:典)?$")
# The names that rules and regulations may have; other documents of the same bodies are none.
RULE_NAME = re.compile(r"(?:条例|规定|办法|细则|规则|规程|规范|标准)(?:[（(][^（）()]+[）)])?$")
NOTICE_NAME = re.compile(
    r"(?:通知|意见|通报|批复|复函|答复|函|公告|方案|纲要|规划|要点|纪要)(?:[（(][^（）()]+[）)])?$"
)
# A department of a region: 云汀市城市管理局, but not 国家市场监督管理总局.
LOCAL = re.compile(
    r"(?!国家|中国|中华)[一-鿿]{2,8}?(?:自治[区州县]|[省州县]|市(?!场)|区(?!域))[一-鿿]"
)
OFFICE = re.compile(r"办公[厅室]$")


def level(issuer: str, number: str | None, title: str) -> tuple[str, str]:
    """The level of what `issuer` made, and why it is not certain; "" if it is."""
    if issuer.startswith(COURTS):
        if not (number and INTERPRETATION.search(number)) and NOTICE_NAME.search(title):
            return "司法解释", "最高人民法院、最高人民检察院的通知、意见、纪要不一定是司法解释"
        return "司法解释", ""
    if issuer.startswith(SUPERVISORS):
        return "监察法规", ""
    if issuer.startswith(f"全国{CONGRESS}"):
        return "法律", ""
    is_document = bool(OFFICE.search(issuer)) or _is_document(number, title)
    if CONGRESS in issuer:
        return "地方性法规", ""
    if issuer.startswith("国务院"):
        return ("行政规范性文件" if is_document else "行政法规"), ""
    if "人民政府" in issuer:
        return ("行政规范性文件" if is_document else "地方政府规章"), ""
    if is_document or LOCAL.match(issuer):
        return "行政规范性文件", ""
    if RULE_NAME.search(title) or (number and ORDER.search(number)):
        return "部门规章", ""
    return "部门规章", "按制定机关，标题看不出是不是规章"


def of_folders(folders: Iterable[str]) -> str | None:
    """The level that the nearest folder names; `folders` from the file's own outwards."""
    return next((FOLDERS[name] for name in folders if name in FOLDERS), None)


def usual(folders: Iterable[str], title: str) -> str | None:
    """The level of what the collection keeps in this folder, or the title's own word for it."""
    found = of_folders(folders)
    if found:
        return found
    if REGION.match(title):
        return "地方性法规"
    return "法律" if LAW_NAME.search(title) else None


def _is_document(number: str | None, title: str) -> bool:
    if number:
        return DOCUMENT.search(number) is not None and ORDER.search(number) is None
    return NOTICE_NAME.search(title) is not None
