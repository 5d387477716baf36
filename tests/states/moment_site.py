"""A site of the invented city 云汀市 at a frozen moment, in memory, with a column for every kind.

The bureau, the columns, the theme and parsed records are kept between cases, so that a case takes
milliseconds: nothing is read from a folder and only the outputs that a case asks for are made.
What these tests need of the program is imported here and nowhere else in this folder.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path

import jinja2
from bs4 import BeautifulSoup, Tag

from plugins.build.plan import plan_parts
from plugins.build.prepare import site_findings
from plugins.build.report import announcements
from plugins.bureau import Bureau, Column
from plugins.bureau.model import ColumnFacts
from plugins.clock import CHINA, seconds
from plugins.findings import (
    Finding,
    Severity,
    as_annotations,
    as_json,
    as_text,
    summary_line,
)
from plugins.incremental.snapshot import take_snapshot
from plugins.incremental.tracking import track
from plugins.records.extract import index_entry
from plugins.records.kinds import COLUMN_KINDS, KINDS
from plugins.records.loading import Configuration, empty_library, replace_entries
from plugins.records.marked_fields import references_of
from plugins.records.reader import read_record
from plugins.relations.cross_record_rules import check_record
from plugins.site import Links, build_site
from plugins.site.cards import card_of
from plugins.texts.converter import Converter
from plugins.theme.assets import load_theme_assets
from plugins.theme.frame import FILTERS, Frame
from plugins.theme.rendering import Renderer
from plugins.theme.templates import Bytecode, environment
from tests.content_folder import TINY
from tests.records.record_text import text_of
from tests.states.samples import HEAD, SAMPLES

# What tests of this folder take from the program through this module.
__all__ = [
    "KINDS",
    "Finding",
    "Severity",
    "as_annotations",
    "as_json",
    "as_text",
    "check_record",
    "summary_line",
    "track",
]
# The address of a penalty tells its number and nothing else.
SLUGS = {"penalty": "chufa-2026-1"}
THEME = Path(__file__).parents[2] / "theme"
HOST = "https://zhzf.yunting.gov.cn"
BUREAU = {
    "name": "云汀市综合行政执法局",
    "short_name": "云汀执法",
    "city": "云汀市",
    "site_name": "云汀市综合行政执法局网站",
    "description": "云汀市综合行政执法局的公众网站。",
    "keywords": ["云汀市", "综合行政执法"],
    "host": "zhzf.yunting.gov.cn",
    "site_id_code": "3399000012",
    "icp_record": "浙ICP备00000012号",
    "police_record": "浙公网安备33990002000012号",
    "mark": {"id": "0123456789ABCDEF0123456789ABCDEF"},
    "organiser": "云汀市综合行政执法局",
    "emblem": "images/emblem.svg",
    "contact": {
        "address": "云汀市听潮路1号",
        "postcode": "339900",
        "phone": "0599-0001000",
        "hours": "工作日8:30至17:00",
    },
    "platforms": {
        "consultation": {"name": "云汀市统一互动平台", "link": "https://12345.yunting.gov.cn/"},
        "services": {"name": "浙江政务服务网", "link": "https://www.zjzwfw.gov.cn/"},
    },
    "leaders": [{"name": "云田", "post": "局长", "duties": "主持全面工作"}],
    "groups": [{"code": "all", "name": "全部"}],
    "fields": [{"code": "street", "name": "街面秩序"}, {"code": "water", "name": "水务"}],
}


def column_code(kind: str) -> str:
    return kind.replace("_", "-")


def _column(order: int, kind: str) -> Column:
    model = COLUMN_KINDS[kind]
    facts = ColumnFacts(
        name=model.label,
        description=f"{model.label}的说明。",
        keywords=[model.label],
        ColumnType="工作动态",
        kind=kind,
        group="all",
        clock=30,
        owner="办公室",
        order=order,
        home="是",
    )
    return Column(column_code(kind), facts, model.traits())


@cache
def _configuration() -> Configuration:
    columns = [_column(order, kind) for order, kind in enumerate(KINDS)]
    return Configuration(Bureau(**BUREAU), columns, {}, {}, b"", [], [])


def _with_items(items: dict[str, list[dict]]) -> Configuration:
    """With a column for each kind that holds a data file, and what the file has."""
    plain = _configuration()
    columns = [_column(len(KINDS) + order, kind) for order, kind in enumerate(items)]
    valid = {
        kind: [COLUMN_KINDS[kind].item.model_validate(item) for item in found]
        for kind, found in items.items()
    }
    return plain._replace(columns=[*plain.columns, *columns], data_items=valid)


@cache
def _converter() -> Converter:
    return Converter()


@cache
def _snapshot():
    return take_snapshot(TINY)


@cache
def _assets():
    return load_theme_assets(THEME / "static")


@cache
def _environment():
    loader = jinja2.FileSystemLoader(THEME / "templates")
    return environment(jinja2.Environment(loader=loader), FILTERS, Bytecode({}))


@cache
def parsed(path: str, text: str, at: str):
    """What reading one file gives at a moment; the columns are always the same."""
    code = path.partition("/")[0]
    column = next(column for column in _configuration().columns if column.code == code)
    return read_record(path, text.encode(), column, _converter(), seconds(moment(at)))


def fields_that_name_records() -> set[tuple[str, str]]:
    """Kind and label of every field that names other records."""
    return {
        (kind, model.model_fields[name].title)
        for kind, model in KINDS.items()
        for name in references_of(model)
    }


def moment(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=CHINA)


class MomentSite:
    """The site with `texts` (column/slug → text) as it is `at` a moment."""

    def __init__(
        self, at: str, texts: dict[str, str], items: dict[str, list[dict]] | None = None
    ) -> None:
        """`items` are those of data files by kind, each by the names of its fields."""
        configuration = _with_items(items) if items else _configuration()
        library = empty_library(TINY, _snapshot(), configuration)
        library.general_findings = []
        library.invalid.clear()
        records, entries = {}, {}
        for identifier, text in texts.items():
            path = f"{identifier}.md"
            read = parsed(path, text, at)
            if read.findings:
                library.record_findings[path] = tuple(found.as_tuple for found in read.findings)
            records[path] = read.record
            if read.is_valid:
                entries[path] = index_entry(read.record.extract)
            else:
                library.invalid[path] = read.record is not None
        library.open_record = records.__getitem__
        library.entry_of = lambda path: index_entry(records[path].extract)
        replace_entries(library, entries)
        self.library = library
        self.site = build_site(library, moment(at), Links(HOST, relative=False))
        self.site.note_findings([*self.site.findings, *site_findings(self.site)])
        parts = {
            name: list(part())
            for name, part in plan_parts(self.site, _assets(), _snapshot()).items()
        }
        self.planned = {output.path: output for part in parts.values() for output in part}
        self._soups: dict[str, BeautifulSoup] = {}
        self._html: dict[str, str] = {}

    @cached_property
    def _renderer(self) -> Renderer:
        frame = Frame(self.site, _assets())
        return Renderer(self.site, frame, _environment())

    # Outputs.

    def text(self, path: str) -> str:
        if path not in self._html:
            self._html[path] = self._renderer.render(self.planned[path]).decode("utf-8-sig")
        return self._html[path]

    def json(self, path: str):
        return json.loads(self.text(path))

    def main(self, path: str) -> BeautifulSoup:
        """What stands between header and footer of a page."""
        if path not in self._soups:
            html = self.text(path)
            start, end = html.index("<main"), html.index("</main>")
            self._soups[path] = BeautifulSoup(html[start:end], "lxml")
        return self._soups[path]

    def select(self, path: str, selector: str) -> list[Tag]:
        return self.main(path).select(selector)

    def words(self, path: str, selector: str) -> list[str]:
        """The text of each element, its white space made single."""
        return [words_of(tag) for tag in self.select(path, selector)]

    # One record.

    def address(self, identifier: str) -> str | None:
        entry = self.library.entries.get(identifier)
        return entry.address if entry and entry.address in self.planned else None

    def card(self, identifier: str):
        return card_of(self.site, identifier)

    def badges(self, identifier: str) -> list[tuple[str, str]]:
        return [(badge.text, badge.tone) for badge in self.card(identifier).badges]

    def banner(self, identifier: str) -> list[tuple[str, ...]]:
        """The notices of the rendered page: tone, text, and where its link leads if it has one."""
        found = []
        for tag in self.select(self.address(identifier), "[data-element=record-notice]"):
            links = [link["href"] for link in tag.select("a")]
            found.append((tag["data-tone"], words_of(tag), *links))
        return found

    def block(self, identifier: str) -> list[tuple[str, ...]]:
        rows = self.select(self.address(identifier), "[data-element=official-block] > div")
        return [tuple(words_of(cell) for cell in row.select("dt, dd")) for row in rows]

    def relations(self, identifier: str) -> list[tuple[str, list[str]]]:
        groups = self.select(self.address(identifier), "[data-element=relations] > section")
        return [
            (words_of(group.h2), [words_of(link) for link in group.select(".entry__title")])
            for group in groups
        ]

    def head_facts(self, identifier: str) -> list[tuple[str, ...]]:
        rows = self.select(self.address(identifier), ".record-head__facts > div")
        return [tuple(words_of(cell) for cell in row.select("dt, dd")) for row in rows]

    def jsonld(self, identifier: str) -> dict:
        """The structured data of the record itself; that of the breadcrumbs follows it."""
        html = self.text(self.address(identifier))
        first = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
        return json.loads(first[1])

    def meta(self, identifier: str, name: str) -> str | None:
        html = self.text(self.address(identifier))
        found = re.search(rf'<meta name="{name}" content="([^"]*)">', html)
        return found and found[1]

    def item(self, identifier: str, path: str = "", within: str = "") -> list[str]:
        """The pieces of text of a record's item on a page that lists it, else nothing.

        The page is the list of its column unless `path` says otherwise; `within` is a selector.
        """
        path = path or f"{identifier.partition('/')[0]}/index.html"
        for link in self.select(path, f'{within} a[href="/{self.address(identifier)}"]'):
            return list(link.find_parent(["li", "tr", "article", "dd"]).stripped_strings)
        return []

    def places(self, identifier: str) -> str:
        """Where the record can be found, as words in a fixed order."""
        address = self.address(identifier)
        if address is None:
            return ""
        column = identifier.partition("/")[0]
        url = f"{HOST}/{address}"
        linked = f'href="/{address}"'
        listed = [f"{column}/index.html", f"{column}/past.html"]
        data = f"data/{column}.json"
        found = {
            "page": True,
            "list": any(linked in self.text(path) for path in listed if path in self.planned),
            "home": linked in self.text("index.html"),
            "feed": url in [item["url"] for item in self.json(f"feeds/{column}.json")["items"]],
            "search": address in [entry["u"] for entry in self.json("data/search.json")],
            "data": data in self.planned and url in [row["url"] for row in self.json(data)],
            "map": self.planned[address].changed is not None,
            "noindex": '<meta name="robots" content="noindex">' in self.text(address),
        }
        return " ".join(name for name, yes in found.items() if yes)

    # What an editor reads.

    @property
    def findings(self) -> list[tuple[str, ...]]:
        """Severity, rule, path, message and hint of every finding about records."""
        found = [*self.site.findings, *site_findings(self.site)]
        return [
            (str(f.severity), f.rule, f.path, f.message, f.hint)
            for f in sorted(set(found), key=lambda f: f.sort_key)
            if f.rule != "column-empty"
        ]

    @property
    def announcements(self) -> list[str]:
        return list(announcements(self.site))


def words_of(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def sample(kind: str, body: str | None = None, **fields: str | None) -> str:
    """The text of a valid record of a kind; a field given as None is left out."""
    usual, text = SAMPLES[kind]
    return text_of(text if body is None else body, **{**HEAD, **usual, **fields})


def one_id(kind: str) -> str:
    return f"{column_code(kind)}/{SLUGS.get(kind, 'ben')}"


class One(MomentSite):
    """The site with one record that a case is about, `ben` of its kind, and `others`."""

    def __init__(
        self,
        kind: str,
        at: str,
        fields: dict[str, str | None] | None = None,
        others: dict[str, str] | None = None,
        body: str | None = None,
    ) -> None:
        self.id = one_id(kind)
        super().__init__(at, {self.id: sample(kind, body, **(fields or {})), **(others or {})})


def seen(one: One) -> dict:
    """All that a state may alter for a reader, of the record `ben`.

    `summary` is the one of card, meta tag, feed and search index, or all of them if they differ;
    `words` are the words of STATE_WORDS on its page, its list and the home page.
    """
    places = one.places(one.id)
    if not places:
        return {"places": "", "words": words_about(one)}
    return {
        "places": places,
        "badges": one.badges(one.id),
        "banner": one.banner(one.id),
        "item": one.item(one.id),
        "home": one.item(one.id, "index.html"),
        "summary": _summary(one),
        "block": one.block(one.id),
        "relations": one.relations(one.id),
        "jsonld": one.jsonld(one.id),
        "words": words_about(one),
    }


def _summary(one: One) -> str | list[str]:
    column, address = one.id.partition("/")[0], one.address(one.id)
    said = [
        one.card(one.id).summary,
        one.meta(one.id, "Description"),
        *(item["summary"] for item in one.json(f"feeds/{column}.json")["items"]),
        *(e["s"] for e in one.json("data/search.json") if e["u"] == address),
    ]
    different = list(dict.fromkeys(said))
    return different[0] if len(different) == 1 else different


# What pages say of a record in some state and in no other.
STATE_WORDS = (
    "草稿", "定时", "过期", "报名已经截止", "已取消", "已经结束", "已结束", "加入日历",
    "尚未开始", "正在征集意见", "征集中", "意见正在整理", "已公布结果", "征集结果",
    "有效", "现行有效", "尚未施行", "尚未生效", "已修改", "已经修改", "失效", "废止", "已废止",
    "待核", "旧文本", "替代文件", "替代法规", "已归档", "归档", "停用", "撤回", "届满", "不再展示",
    "持续关注", "已办结", "岗位招募", "服务故事", "本周活动", "往期活动", "没有安排",
)  # fmt: skip


def words_about(one: One) -> list[str]:
    column = one.id.partition("/")[0]
    paths = [one.address(one.id), f"{column}/index.html", "index.html"]
    texts = [one.main(path).get_text() for path in paths if path]
    return [word for word in STATE_WORDS if any(word in text for text in texts)]


PUBLISHER = {
    "@type": "GovernmentOrganization",
    "name": "云汀市综合行政执法局",
    "url": "https://zhzf.yunting.gov.cn/",
    "logo": "https://zhzf.yunting.gov.cn/images/emblem.svg",
}


def article(path: str, description: str, **more: object) -> dict:
    """The structured data of an article as published at 2026-03-01 09:00 by the office."""
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "本稿",
        "datePublished": "2026-03-01T09:00:00+08:00",
        "dateModified": "2026-03-01T09:00:00+08:00",
        "description": description,
        "mainEntityOfPage": f"https://zhzf.yunting.gov.cn/{path}",
        "author": {"@type": "Organization", "name": "办公室"},
        "publisher": PUBLISHER,
        "inLanguage": "zh-CN",
        **more,
    }


def replaced(block: list[tuple[str, str]], **values: str) -> list[tuple[str, str]]:
    """An official block with other values for some of its labels."""
    assert {*values} <= {label for label, _ in block}
    return [(label, values.get(label, value)) for label, value in block]
