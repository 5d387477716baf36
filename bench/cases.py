"""The edits whose incremental builds are measured.

Each edit takes the number of the round and writes text that did not exist before, so that no build
can answer from a cache entry of an earlier round. It returns what the built site must show, so that
a build that ignored the edit fails instead of looking fast.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bench.corpus.plan import NEWS
from bench.measure import CommandError
from bench.ours import Workspace

TITLE = re.compile(r"^标题: (.+)$", re.M)
DATE = re.compile(r"^发布日期: (.+)$", re.M)
TEMPLATE = "templates/base.html"
SITEMAP, SEARCH = "sitemap.xml", "data/search.json"
# Far enough to pass other records of the column's list, even in a small corpus.
MOVED = timedelta(days=90)


@dataclass(frozen=True)
class Shown:
    """A text that a page of the built site must contain, or must not contain if it is `gone`.

    Without a text it is the page itself that must exist or not exist.
    """

    page: str
    text: str = ""
    gone: bool = False


Edit = Callable[[Workspace, int], tuple[Shown, ...]]


@dataclass(frozen=True)
class Case:
    """An edit, and the target: the share of Hugo's full build that the next build may take."""

    name: str
    apply: Edit
    target: float | None = None


def nothing(_workspace: Workspace, _turn: int) -> tuple[Shown, ...]:
    """No edit: the second build of the same files."""
    return ()


def one_body(workspace: Workspace, turn: int) -> tuple[Shown, ...]:
    """Add a sentence to the text of one news item."""
    ordinary = workspace.manifest.ordinary
    path, sentence = ordinary[turn % len(ordinary)], f"这是第{turn + 1}次补充的一句话。"
    file = workspace.content / path
    blocks = file.read_text(encoding="utf-8").split("\n\n")
    prose = [index for index, block in enumerate(blocks) if block.endswith("。")]
    blocks[prose[len(prose) // 2]] += sentence
    file.write_text("\n\n".join(blocks), encoding="utf-8")
    return (Shown(workspace.page(path), sentence),)


def one_title(workspace: Workspace, turn: int) -> tuple[Shown, ...]:
    """Change a title in the middle of the column's list; never of a record whose text is edited."""
    ordinary = workspace.manifest.ordinary
    return _retitle(workspace, ordinary[-1 - turn % len(ordinary)], turn)


def newest_title(workspace: Workspace, turn: int) -> tuple[Shown, ...]:
    """Change the title of the newest record, which the home page and the feeds show as well."""
    return _retitle(workspace, workspace.newest, turn)


def _retitle(workspace: Workspace, path: str, turn: int) -> tuple[Shown, ...]:
    file, suffix = workspace.content / path, f"更名第{turn + 1}次"
    text = file.read_text(encoding="utf-8")
    title = TITLE.search(text)[1].partition("（更名")[0]
    file.write_text(TITLE.sub(f"标题: {title}（{suffix}）", text, count=1), encoding="utf-8")
    return (Shown(workspace.page(path), suffix), Shown(SEARCH, suffix))


def new_record(workspace: Workspace, turn: int) -> tuple[Shown, ...]:
    """Add a news item: the newest record of the largest column, with a new title and text."""
    ordinary = workspace.manifest.ordinary
    text = (workspace.content / ordinary[turn % len(ordinary)]).read_text(encoding="utf-8")
    title = f"第{turn + 1}次新增的稿件"
    # Later than every record of the corpus and than those that were added before.
    published = workspace.now - timedelta(minutes=60 - turn % 60)
    text = TITLE.sub(f"标题: {title}", text, count=1)
    text = DATE.sub(f"发布日期: {published:%Y-%m-%d %H:%M}", text, count=1)
    path = f"{NEWS}/added-{turn + 1}.md"
    (workspace.content / path).write_text(f"{text}\n{title}独有的一句话。\n", encoding="utf-8")
    workspace.newest = path
    page = workspace.page(path)
    return (
        Shown(page, title),
        Shown(f"{NEWS}/index.html", title),
        Shown(SEARCH, title),
        Shown(SITEMAP, page),
    )


def record_deleted(workspace: Workspace, turn: int) -> tuple[Shown, ...]:
    """Delete a news item that no other record links to, from the middle of the column's list."""
    removable = workspace.manifest.removable
    if turn >= len(removable):
        raise CommandError(f"the corpus has only {len(removable)} records that may be deleted")
    path = removable[turn]
    page = workspace.page(path)
    (workspace.content / path).unlink()
    return (Shown(page, gone=True), Shown(SITEMAP, page, gone=True), Shown(SEARCH, page, gone=True))


def date_changed(workspace: Workspace, turn: int) -> tuple[Shown, ...]:
    """Change a publication date within its year: the record moves in the column's list."""
    ordinary = workspace.manifest.ordinary
    path = ordinary[(len(ordinary) // 2 + turn) % len(ordinary)]
    file = workspace.content / path
    text = file.read_text(encoding="utf-8")
    before = datetime.fromisoformat(DATE.search(text)[1])
    after = before + MOVED if (before + MOVED).year == before.year else before - MOVED
    after += timedelta(minutes=turn + 1)
    file.write_text(DATE.sub(f"发布日期: {after:%Y-%m-%d %H:%M}", text, count=1), encoding="utf-8")
    page = workspace.page(path)
    return (
        Shown(page, f"{after:%Y-%m-%d %H:%M}"),
        Shown(SEARCH, f'"d":"{after:%Y-%m-%d}","u":"{page}"'),
    )


def attachment_replaced(workspace: Workspace, turn: int) -> tuple[Shown, ...]:
    """Replace an attachment by a larger file of the same name; its record's page shows the size."""
    file = workspace.content / workspace.manifest.attachment
    file.write_bytes(file.read_bytes() + f"2026-02-{turn % 28 + 1:02d},澄江路,{turn}\n".encode())
    page = workspace.page(workspace.manifest.attached)
    return (Shown(page, f"{file.stat().st_size} 字节"),)


def one_clause(workspace: Workspace, turn: int) -> tuple[Shown, ...]:
    """Change the clause of a statute that many records cite."""
    manifest, sentence = workspace.manifest, f"第{turn + 1}次修改时增加这一句。"
    file = workspace.content / manifest.statute
    text = file.read_text(encoding="utf-8")
    clause = re.compile(rf"^{manifest.clause}　.+$", re.M)
    file.write_text(clause.sub(lambda match: match[0] + sentence, text, count=1), encoding="utf-8")
    return (Shown(workspace.page(manifest.statute), sentence),)


def base_template(workspace: Workspace, turn: int) -> tuple[Shown, ...]:
    """Change the template that every page extends."""
    file, comment = workspace.theme / TEMPLATE, f"<!-- edition {turn + 1} -->"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("</body>", f"{comment}\n</body>"), encoding="utf-8")
    return (Shown("index.html", comment),)


def midnight(workspace: Workspace, _turn: int) -> tuple[Shown, ...]:
    """Build on the next day: deadlines pass, events are over, scheduled records appear."""
    workspace.pass_midnight()
    return ()


def fresh_clone(workspace: Workspace, _turn: int) -> tuple[Shown, ...]:
    """Give all files new times, as a CI server does that clones anew and restores the cache."""
    for folder in (workspace.content, workspace.theme):
        for file in folder.rglob("*"):
            os.utime(file)
    return ()


CASES = (
    Case("nothing changed", nothing, 0.11),
    Case("one body edited", one_body, 0.15),
    Case("one title edited, in the middle", one_title, 0.18),
    Case("one title edited, the newest", newest_title, 0.18),
    Case("new record", new_record, 0.18),
    Case("record deleted", record_deleted, 0.2),
    Case("date changed", date_changed, 0.2),
    Case("attachment replaced", attachment_replaced),
    Case("one clause edited, cited by {citing}", one_clause, 0.22),
    Case("base template edited", base_template),
    Case("midnight passed", midnight, 0.3),
    Case("fresh clone, cache kept", fresh_clone),
)
# What an editor does while `make serve` runs.
LIVE_EDITS: dict[str, Edit] = {
    "body edited": one_body,
    "title edited": one_title,
    "new record": new_record,
}


def unmet(expected: Iterable[Shown], output: Path) -> str | None:
    """Why the built site is not what an edit must lead to; None when it is."""
    reasons = (_unmet(shown, output / shown.page) for shown in expected)
    return next((reason for reason in reasons if reason), None)


def _unmet(shown: Shown, file: Path) -> str | None:
    if not file.is_file():
        return None if shown.gone else f"there is no page {shown.page}"
    if not shown.text:
        return f"{shown.page} is still there" if shown.gone else None
    if (shown.text in file.read_text(encoding="utf-8")) is not shown.gone:
        return None
    return f"{shown.page} {'still shows' if shown.gone else 'does not show'} {shown.text}"
