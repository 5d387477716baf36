"""The table of everything that a page, a list or a finding can depend on.

One row a kind: its name, the scope in which it can change, the words that explain it to an editor,
and its fingerprint. A module that reads an input says so with `depends_on(KIND(key))`. The site
that the fingerprint functions receive is a `plugins.site.Site`.

A scope is the coarsest change that can alter a fingerprint. `tests/build/test_dependencies.py`
holds every row to that: what its fingerprint function reads must lie within its scope.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plugins.incremental.dependency import DependencyKind, Registry
from plugins.incremental.fingerprint import fingerprint

DEPENDENCIES = Registry()


def _row(name: str, scope: str, words: str, compute: Callable[[Any, str], Any]) -> DependencyKind:
    """`scope` may have `{}` for the key, or `{statute}` for the part of it before a `#`."""
    if "{statute}" in scope:
        prefix = scope.removesuffix("{statute}")
        return DEPENDENCIES.add(name, lambda key: prefix + key.partition("#")[0], words, compute)
    if scope.endswith("{}"):
        prefix = scope.removesuffix("{}")
        return DEPENDENCIES.add(name, lambda key: prefix + key, words, compute)
    return DEPENDENCIES.add(name, lambda _key: scope, words, compute)


def _of_record(read: Callable[[Any], Any]) -> Callable[[Any, str], Any]:
    """A value of one record; None for a record that is not on the site."""

    def compute(site: Any, identifier: str) -> Any:
        record = site.by_id.get(identifier)
        return None if record is None else read(record)

    return compute


# One record.
RECORD = _row(
    "record", "record {}", "稿件 {} 的内容", _of_record(lambda record: record.fingerprint)
)
TITLE = _row(
    "title", "record {}", "稿件 {} 的标题", _of_record(lambda record: record.extract.title)
)
PUBLICATION = _row(
    "publication",
    "record {}",
    "稿件 {} 的网址、日期或期限",
    lambda site, id: site.library.entries[id].publication if id in site.by_id else None,
)
CARD = _row(
    "card",
    "record {}",
    "稿件 {} 在列表中的样子",
    lambda site, id: site.part_fingerprint("card", id),
)
ROW = _row(
    "row", "record {}", "稿件 {} 的开放数据", lambda site, id: site.part_fingerprint("row", id)
)
TARGET = _row(
    "target",
    "name {}",
    "稿件 {} 是否发布、在什么网址",
    lambda site, name: site.graph.link_resolver.fingerprint_of(name),
)
# The relations of one record, both ways.
CONNECTIONS = _row(
    "connections",
    "connections {}",
    "稿件 {} 的关联、链接和引用所指",
    lambda site, id: fingerprint(site.graph.connections_of(id).edges),
)
BACKLINKS = _row(
    "backlinks",
    "backlinks {}",
    "关联稿件 {} 的稿件",
    # Sorted: the fields come in the order in which workers found them.
    lambda site, id: fingerprint(sorted(site.graph.backlinks.get(id, {}).items())),
)
CITING = _row(
    "citing",
    "citing {}",
    "引用 {} 的稿件",
    # All of its clauses in one: a page that asks for some asks for all of them.
    lambda site, id: fingerprint(sorted(site.graph.citing_ids.get(id, {}).items())),
)
# Statutes.
STATUTE = _row(
    "statute",
    "record {}",
    "法规 {} 的名称、有效性或来源",
    lambda site, id: site.graph.statutes.summary_fingerprint(id),
)
CLAUSE = _row(
    "clause",
    "record {statute}",
    "条文 {}",
    lambda site, key: site.graph.statutes.clause_fingerprint(key),
)
CLAUSE_TODAY = _row(
    "clause-today",
    "statutes",
    "旧文本的条文 {} 现在是第几条",
    lambda site, key: site.graph.statutes.today_fingerprint(key),
)
STATUTES = _row("statutes", "statutes", "法规库", lambda site, _: site.graph.statutes.fingerprint)
WORK = _row(
    "work",
    "statutes",
    "法规 {} 的各个版本",
    lambda site, id: site.graph.statutes.work_fingerprint(id),
)
STATUTE_NAME = _row(
    "statute-name",
    "statutes",
    "名为《{}》的法规",
    lambda site, title: site.graph.statutes.name_fingerprint(title),
)
# Many records at once.
COLUMN = _row(
    "column", "column {}", "栏目 {} 的稿件", lambda site, code: site.column_fingerprint(code)
)
LISTED = _row(
    "listed", "column {}", "栏目 {} 的列表", lambda site, code: fingerprint(site.lists.get(code))
)
RECORDS = _row(
    "records", "entries", "全站稿件的增减或次序", lambda site, _: fingerprint(site.order)
)
ENGLISH = _row("english", "entries", "英文稿件", lambda site, _: site.english_fingerprint)
# What messages about dead links suggest comes from the titles and addresses of all records.
ANY_RECORD = _row(
    "any-record", "records", "全站稿件的标题和网址", lambda site, _: site.library.titles_fingerprint
)
ROWS = _row(
    "rows", "parts {}", "栏目 {} 的开放数据", lambda site, code: site.rows_fingerprint(code)
)
ALERTS = _row("alerts", "alerts", "每一页最上面的预警", lambda site, _: site.alerts_fingerprint)
SEARCH = _row("search", "entries", "检索条目", lambda site, _: site.search_fingerprint)
CITATIONS = _row(
    "citations", "citations", "全站的引用关系", lambda site, _: site.graph.citations_fingerprint
)
EXTERNAL = _row(
    "external", "external", "外部网址", lambda site, _: fingerprint(site.graph.external_addresses)
)
# What was found, which a preview shows.
FINDINGS = _row("findings", "findings", "全部问题", lambda site, _: site.all_findings_fingerprint)
RECORD_FINDINGS = _row(
    "record-findings",
    "findings {}",
    "稿件 {} 的问题",
    lambda site, id: site.findings_fingerprint(id),
)
# Beside the records.
ASSET = _row(
    "asset",
    "asset {}",
    "文件 {}",
    lambda site, path: fingerprint(site.library.assets.plain(path)),
)
ITEMS = _row(
    "items",
    "items {}",
    "栏目 {} 的事项",
    lambda site, code: fingerprint(site.library.data_text(code)),
)
NAMING_ITEMS = _row(
    "naming-items",
    "items {statute}",
    "点名稿件的事项 {}",
    lambda site, key: fingerprint(site.items_naming(*key.split("#", 1))),
)
PLAN = _row(
    "plan", "plan {}", "{} 的页面", lambda site, name: fingerprint(site.planned_pages(name))
)
MOVES = _row(
    "moves", "moves", "旧网址和撤下的网址", lambda site, _: fingerprint([*map(tuple, site.claims)])
)
PATHS = _row(
    "paths", "paths", "网站上有哪些文件", lambda site, _: fingerprint(sorted(site.planned_paths()))
)
TEMPLATE = _row(
    "template", "theme", "模板 {}", lambda site, name: site.theme.template_fingerprint(name)
)
FRAME = _row(
    "frame", "frame", "样式、脚本、图标或预览提示", lambda site, _: site.theme.frame_fingerprint
)
