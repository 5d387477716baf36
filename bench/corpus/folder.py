"""A corpus in a folder: three content folders with the same texts, and what to edit in them."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.corpus.columns import SHARES
from bench.corpus.plan import Plan, newest_news, ordinary_news, plan
from bench.corpus.records import Written, for_hugo, for_pelican, for_us, records

SKELETON = Path(__file__).with_name("skeleton")
MANIFEST = "corpus.json"
WRITERS = {"ours": for_us, "hugo/content": for_hugo, "pelican": for_pelican}


@dataclass(frozen=True)
class Manifest:
    """What an edit must know: paths within the content folder, and the marked clause."""

    size: int
    ordinary: tuple[str, ...]
    newest: str
    years: dict[str, int]
    statute: str
    clause: str
    citing: tuple[str, ...]

    def page(self, path: str) -> str:
        """Where our site puts the page of one of the records named here."""
        column, name = path.removesuffix(".md").split("/")
        year = f"{self.years[path]}/" if path in self.years else ""
        return f"{column}/{year}{name}.html"


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
    for record in records(planned):
        _write(folder, record)
    manifest = describe(planned)
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), ensure_ascii=False), "utf-8")
    return manifest


def _write(folder: Path, record: Written) -> None:
    for name, text in WRITERS.items():
        (folder / name / record.stub.path).write_text(text(record), encoding="utf-8")


def describe(planned: Plan) -> Manifest:
    statute, clause = planned.marked
    ordinary, newest = ordinary_news(planned), newest_news(planned)
    held = next(stub for stub in planned.columns["statutes"] if stub.place == statute.place)
    return Manifest(
        len(planned.stubs),
        tuple(stub.path for stub in ordinary),
        newest.path,
        {stub.path: stub.published.year for stub in (*ordinary, newest)},
        held.path,
        statute.label(clause),
        tuple(sorted(f"{id}.md" for id in planned.citing)),
    )


def read_manifest(folder: Path) -> Manifest:
    facts = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    lists = {name: tuple(facts[name]) for name in ("ordinary", "citing")}
    return Manifest(**{**facts, **lists})
