"""The small site that the examples of the rules differ from: a column of every kind, one record in
each, and nothing wrong. What an example says of it is read as `make check` or the importer would.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from plugins.build.prepare import prepare
from plugins.clock import CHINA
from plugins.commands.import_statutes import import_statutes
from plugins.findings import Finding
from plugins.history import check_history, read_history
from plugins.inspection import check_clocks
from plugins.records.kinds import KINDS
from plugins.rules import Example, Rule, Scope
from tests.content_folder import TINY
from tests.history.repository import commit, start
from tests.records.record_text import text_of
from tests.rules import made_files
from tests.states.samples import HEAD, SAMPLES

DAY = date(2026, 11, 23)
# Of the site that examples of the history differ from.
FIRST_COMMIT = date(2026, 3, 1)
# By kind; the first four and their columns are the tiny bureau's.
COLUMNS = {
    "news": "dongtai", "event": "huodong", "policy": "zhengce", "reply": "wenda",
    "notice": "notices", "story": "stories", "coverage": "coverage",
    "interpretation": "interpretations", "statute": "statutes", "case": "cases",
    "penalty": "penalties", "night_work": "night-work", "task": "tasks", "guide": "guides",
    "consultation": "consultations", "volunteer": "volunteers", "role_model": "models",
    "research": "research", "campaign": "campaigns", "slogan": "slogans",
    "disclosure": "disclosure", "page": "about",
}  # fmt: skip
OWN = ("news", "event", "policy", "reply")
# What tells a penalty's address is its number.
NAMES = {"penalty": "chufa-2026-1"}
STATUTE = "第一条　为了街面整洁，制定本条例。\n\n第二条　不得占用道路摆摊。\n"
# What is imported where an example has no sources of its own.
SOURCE_NAME = "水务条例.md"
SOURCE = """# 云汀市水务条例

2019年5月7日 云汀市第三届人民代表大会常务委员会第九次会议通过

2019年8月20日 云汀市人民代表大会常务委员会公告第8号公布

<!-- INFO END -->

## 第一章 总则

第一条 为了管好用水，制定本条例。

第二条 用水应当节约。

## 第二章 附则

第三条 本条例自2019年10月1日起施行。
"""
# What the sample of a kind lacks here: values of its own, relations that lead somewhere, an outcome
# that is no longer due.
HEADS: dict[str, dict[str, str | None]] = {
    "statute": {"标题": "云汀市街面条例"},
    "interpretation": {"解读对象": "zhengce/jiemian-banfa"},
    "policy": {"索引号": "11339900MB0000123G/2026-00009"},
    "consultation": {
        "征集结果": "\n  日期: 2026-04-10\n  收到意见: 9\n  采纳意见: 3\n  说明: 采纳三条。"
    },
    "event": {"开始时间": "2026-12-05 09:00", "结束时间": "2026-12-05 11:00"},
}


def make_base(folder: Path) -> None:
    """The site without an example."""
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    for order, (kind, code) in enumerate(COLUMNS.items(), start=10):
        if kind not in OWN:
            (folder / code).mkdir()
            (folder / code / "_column.yml").write_text(_column(kind, order), encoding="utf-8")
        path = folder / path_of(kind)
        path.write_text(record_of(kind, {}, None), encoding="utf-8")


def _column(kind: str, order: int) -> str:
    name = KINDS[kind].label
    return (
        f"name: {name}\ndescription: {name}的说明。\nkeywords: [{name}]\nColumnType: 工作动态\n"
        f"kind: {kind}\ngroup: open\nclock: 30\nowner: 办公室\norder: {order}\n"
    )


def path_of(kind: str, name: str = "") -> str:
    return f"{COLUMNS[kind]}/{name or NAMES.get(kind, 'ben')}.md"


def record_of(kind: str, head: Mapping[str, str | None], body: str | None) -> str:
    fields, text = SAMPLES[kind]
    usual = STATUTE if kind == "statute" else text
    written = {label: _below(value) for label, value in head.items()}
    every = {**HEAD, "标题": KINDS[kind].label, **fields, **HEADS.get(kind, {}), **written}
    return text_of(usual if body is None else body, **every)


def _below(value: str | None) -> str | None:
    """A value of several lines stands below its label."""
    if value is None or "\n" not in value:
        return value
    return "".join(f"\n  {line}" for line in value.rstrip("\n").split("\n"))


def put(folder: Path, example: Example, imports: bool) -> None:
    """Change the content as the example says."""
    files: dict[str, str | bytes | None] = dict(example.files)
    if example.kind:
        files[path_of(example.kind, example.name)] = record_of(
            example.kind, example.head, example.body
        )
    if not imports:
        for path, changes in example.edits.items():
            files[path] = changed((folder / path).read_text(encoding="utf-8"), changes)
        files |= made(example)
    for path, content in files.items():
        _write(folder / path, content)


def changed(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        assert old in text, f"{old!r} is not there to be changed"
        text = text.replace(old, new)
    return text


def made(example: Example) -> dict[str, str | bytes | None]:
    return {path: getattr(made_files, name)() for path, name in example.made.items()}


def _write(file: Path, content: str | bytes | None) -> None:
    if content is None:
        file.unlink()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, made_files.Link):
        file.symlink_to(content)
        return
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def findings_of(rule: Rule, example: Example, base: Path, folder: Path) -> list[Finding]:
    """What is found in the site with the example; `folder` is empty and may be filled."""
    content, imports = folder / "content", rule.scope is Scope.IMPORT
    shutil.copytree(base, content)
    if rule.scope is Scope.HISTORY:
        return _in_history(content, example)
    put(content, example, imports)
    now = at_nine(example)
    if not imports:
        prepared = prepare(content, now, assets={})
        clocks = check_clocks(prepared.site.library, now) if rule.scope is Scope.CALENDAR else ()
        return [*prepared.findings, *clocks]
    origin = folder / "from"
    origin.mkdir()
    sources = {**example.sources, **made(example)} or {SOURCE_NAME: SOURCE}
    for path, changes in example.edits.items():
        sources[path] = changed(SOURCE, changes)
    for path, source in sources.items():
        _write(origin / path, source)
    found = import_statutes(origin, content / "statutes", now, "市司法局").findings
    return [_from(origin, each) for each in found]


def _in_history(content: Path, example: Example) -> list[Finding]:
    """The site was committed on its first day, the example on its own."""
    start(content, FIRST_COMMIT)
    put(content, example, imports=False)
    now = at_nine(example)
    commit(content, now.date())
    prepared = prepare(content, now, assets={})
    return [
        *prepared.findings,
        *check_history(prepared.site.library, read_history(content), now),
    ]


def at_nine(example: Example) -> datetime:
    return datetime.combine(example.day or DAY, time(9), CHINA)


def _from(origin: Path, found: Finding) -> Finding:
    """With paths in the folder that was imported."""
    here = f"{origin.as_posix()}/"
    message = found.message.replace(here, "")
    return replace(found, path=found.path.replace(here, ""), message=message)
