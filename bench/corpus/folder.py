"""Writes a corpus: three content folders with the same texts, and a manifest of what to edit."""

from __future__ import annotations

import json
import shutil
from collections.abc import Set
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.corpus.columns import SHARES
from bench.corpus.plan import Plan, attached_news, newest_news, ordinary_news, plan
from bench.corpus.records import ATTACHMENT, CorpusRecord, for_hugo, for_pelican, for_us, records

SKELETON = Path(__file__).with_name("skeleton")
MANIFEST = "corpus.json"
# A round deletes one; the others are edited.
REMOVABLE = 20
WRITERS = {"ours": for_us, "hugo/content": for_hugo, "pelican": for_pelican}


@dataclass(frozen=True)
class Manifest:
    """What the edits change: paths within the content folder, and the label of the marked clause.

    No record links to those in `removable`. The page of `attached` shows the size of `attachment`.
    """

    size: int
    ordinary: tuple[str, ...]
    removable: tuple[str, ...]
    newest: str
    attached: str
    attachment: str
    statute: str
    clause: str
    citing: tuple[str, ...]


def write(size: int, folder: Path, seed: int = 1) -> Manifest:
    """Write the corpus below `folder`: `ours`, `hugo/content`, `pelican`, corpus.json."""
    planned = plan(size, seed)
    for name in WRITERS:
        shutil.copytree(SKELETON / "images", folder / name / "images")
        for share in SHARES:
            (folder / name / share.code).mkdir()
    shutil.copy(SKELETON / "bureau.yml", folder / "ours")
    shutil.copytree(SKELETON / "files", folder / "ours/files")
    for order, share in enumerate(SHARES, 1):
        (folder / "ours" / share.code / "_column.yml").write_text(share.facts(order), "utf-8")
    linked: set[str] = set()
    for record in records(planned):
        _write(folder, record)
        linked |= record.links
    manifest = describe(planned, linked)
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), ensure_ascii=False), "utf-8")
    return manifest


def _write(folder: Path, record: CorpusRecord) -> None:
    for name, text in WRITERS.items():
        (folder / name / record.stub.path).write_text(text(record), encoding="utf-8")


def describe(planned: Plan, linked: Set[str]) -> Manifest:
    statute, clause = planned.marked
    ordinary = [stub.path for stub in ordinary_news(planned)]
    unlinked = [path for path in ordinary if path not in linked]
    removable = unlinked[: min(REMOVABLE, len(ordinary) // 3)]
    marked = next(stub for stub in planned.columns["statutes"] if stub.place == statute.place)
    return Manifest(
        len(planned.stubs),
        tuple(path for path in ordinary if path not in removable),
        tuple(removable),
        newest_news(planned).path,
        attached_news(planned).path,
        ATTACHMENT,
        marked.path,
        statute.label(clause),
        tuple(sorted(f"{id}.md" for id in planned.citing)),
    )


def read_manifest(folder: Path) -> Manifest:
    facts = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    lists = {name: tuple(facts[name]) for name in ("ordinary", "removable", "citing")}
    return Manifest(**{**facts, **lists})
