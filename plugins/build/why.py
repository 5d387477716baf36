"""Why an output was made the last time, in words."""

from __future__ import annotations

from pathlib import Path

from plugins.rebuild.bodies import Damaged
from plugins.rebuild.memory import Memory, folder_for
from plugins.rebuild.traces import Traces

# What the names of inputs mean; `{}` stands for the rest of the name.
WORDS = {
    "record": "稿件 {} 的内容",
    "title": "稿件 {} 的标题",
    "place": "稿件 {} 的网址、日期或期限",
    "card": "稿件 {} 在列表中的样子",
    "leads": "稿件 {} 的引用所指",
    "links": "稿件 {} 的链接所指",
    "names": "稿件 {} 关联的稿件",
    "named": "关联稿件 {} 的稿件",
    "citing": "引用 {} 的稿件",
    "citation": "全站的引用关系",
    "statute": "法规 {} 的名称、有效性或来源",
    "clause": "条文 {}",
    "statutes": "法规库",
    "work": "法规 {} 的各个版本",
    "records": "全站稿件的增减或次序",
    "listed": "栏目 {} 的列表",
    "rows": "栏目 {} 的开放数据",
    "entries": "检索条目",
    "asset": "文件 {}",
    "matters": "栏目 {} 的事项",
    "target": "链接 {} 所指",
    "prompted": "外部网址 {} 是否要提示",
    "template": "模板 {}",
    "bureau": "bureau.yml、栏目文件或网站地址",
    "frame": "样式、脚本、图标或预览提示",
}


def why(cache: Path, output: Path, path: str) -> str:
    """One line about the output at `path` (as in the address bar, without a leading slash)."""
    path = path.lstrip("/") or "index.html"
    memory = Memory(folder_for(cache, output), program=None)
    try:
        trace = Traces((memory.shelf("traces"), memory.shelf("inputs"))).of(path)
    except Damaged:
        trace = None
    if trace is None:
        return f"{path}：没有生成过这个文件。"
    made = "这次重新生成" if path in memory.head["made"] else "这次没有重新生成；上一次生成"
    return f"{path}：{made}的原因：{in_words(trace.reason)}"


def in_words(reason: str) -> str:
    """A reason with the name of the input that changed put into words."""
    said, mark, name = reason.partition("：")
    kind, _, rest = name.partition(" ")
    return f"{said}{mark}{WORDS[kind].format(rest)}" if mark and kind in WORDS else reason
