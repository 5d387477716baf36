"""What is wrong with the items of data files, which belong to no record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plugins.findings import Finding, Position, Severity, position_at, position_in
from plugins.records import Library
from plugins.records.data_items import item_model
from plugins.records.fields import label_of
from plugins.records.kinds import KINDS
from plugins.records.kinds.enforcement_item import EnforcementItem
from plugins.records.marked_fields import references_of
from plugins.relations.graph import Graph
from plugins.relations.link_target import TargetKind


def check_items(library: Library, graph: Graph) -> Iterator[Finding]:
    for code, items in library.data_items.items():
        path = library.column(code).data_path
        text = library.data_files.get(path, "")
        for item in items:
            if isinstance(item, EnforcementItem):
                yield from _field(library, path, text, item)
                yield from _references(graph, path, text, item)
                yield from _page(path, text, item)
            yield from _links(graph, path, text, item)
        yield from _alike(path, text, items, label_of(item_model(library.column(code)), "title"))


def _field(library: Library, path: str, text: str, item: EnforcementItem) -> Iterator[Finding]:
    names = [each.name for each in library.valid_bureau.fields]
    if item.group not in names:
        message = f"领域“{item.group}”不在 bureau.yml 的执法领域之内"
        hint, at = f"可填：{'、'.join(names)}", _in_item(text, item, item.group)
        yield Finding("field-vocabulary", Severity.ERROR, path, message, hint, *at)


def _page(path: str, text: str, item: EnforcementItem) -> Iterator[Finding]:
    """Whether citizens find the matter in plain words, on a page of its own."""
    missing = [n for n in item.plain_fields() if not getattr(item, n)]
    if not item.slug:
        message = f"{item.title}：没有写“网址名”，这个事项没有自己的页面"
        hint = "写小写字母、数字、连字符，如 网址名: zhandao-shetan，发布后不再改动"
    elif missing:
        labels = "、".join(f"“{label_of(EnforcementItem, name)}”" for name in missing)
        message, hint = f"{item.title}：页面上缺少{labels}", "用大白话写，一句一行"
    else:
        return
    at = position_in(text, item.title)
    yield Finding("matter-page", Severity.WARNING, path, message, hint, *at)


def _references(graph: Graph, path: str, text: str, item: EnforcementItem) -> Iterator[Finding]:
    accepted = references_of(EnforcementItem)
    for name, reference in item.named():
        found, cause, at = (
            graph.link_resolver.record(reference),
            "",
            _in_item(text, item, reference),
        )
        whose = f"{item.title}：{label_of(EnforcementItem, name)}"
        if found is None:
            reason, hint, cause = graph.link_resolver.explain_missing(reference)
            message = f"{whose}：{reason}"
        elif not accepted[name].accepts(found.kind):
            what = KINDS[found.kind].label
            allowed = "、".join(KINDS[kind].label for kind in accepted[name].kinds)
            message = f"{whose}：“{found.extract.title}”是{what}，不能填在这里"
            hint = f"改填{allowed}类型的稿件"
        else:
            continue
        yield Finding("reference", Severity.ERROR, path, message, hint, *at, cause=cause)


def _links(graph: Graph, path: str, text: str, item: Any) -> Iterator[Finding]:
    for link in item.linked():
        target = graph.link_resolver.resolve_address(link)
        if target.kind is TargetKind.DEAD:
            message, at = f"{item.title}：{target.reason}", _in_item(text, item, link)
            yield Finding(
                "dead-link",
                Severity.ERROR,
                path,
                message,
                target.hint,
                *at,
                cause=target.cause,
            )


def _alike(path: str, text: str, items: list[Any], label: str) -> Iterator[Finding]:
    """Two with one name or one address: the second of them can't be found."""
    titles: dict[str, str] = {}
    slugs: dict[str, str] = {}
    for item in items:
        if item.title in titles:
            message, hint = f"有两个事项的“{label}”都是“{item.title}”", "合成一个，或改其中一个"
            at = _second(text, item.title)
            yield Finding("address-taken", Severity.ERROR, path, message, hint, *at)
        titles.setdefault(item.title, item.title)
        slug = getattr(item, "slug", None)
        if slug in slugs:
            message = f"{item.title}：网址名“{slug}”与“{slugs[slug]}”的相同"
            hint, at = "改其中一个，发布过的不改", _second(text, slug)
            yield Finding("address-taken", Severity.ERROR, path, message, hint, *at)
        if slug:
            slugs.setdefault(slug, item.title)


def _in_item(text: str, item: Any, words: str) -> Position:
    """Where an item has these words; another may have them too, or have them in longer ones."""
    value = re.search(rf"[:：{{][ \t]*[\"']?{re.escape(item.title)}[\"']?[ \t]*(?:,|$)", text, re.M)
    start = value.start() if value else 0
    whole = re.compile(rf"(?<![\w/-]){re.escape(words)}(?![\w-])")
    found = whole.search(text, start) or whole.search(text)
    return position_at(text, found.start()) if found else position_in(text, words)


def _second(text: str, words: str) -> Position:
    """Where the words stand for the second time."""
    return position_at(text, max(0, text.find(words, text.find(words) + 1)))
