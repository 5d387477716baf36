"""What faults are planted in: the records and files of a content folder, the pages of a site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bench.gate.model import DATA, DOCUMENT, PAGE, PICTURE, SHEET, Source
from plugins.bureau import Column

# Files of a site that link to its pages.
LINKING = (".xml", ".json", ".ics")
KINDS = {".docx": DOCUMENT, ".csv": SHEET}
# The sample has drawings and no photographs: these names are free for some.
PHOTOGRAPHS = tuple(f"images/zhaopian-{number}.jpg" for number in range(1, 5))


def content_sources(content: Path, columns: Iterable[Column]) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for column in columns:
        for file in sorted((content / column.code).glob("*.md")):
            _add(sources, content, file, column.kind)
        for file in sorted((content / column.code).glob("[!_]*.yml")):
            _add(sources, content, file, DATA)
    for file in sorted((content / "files").glob("*")):
        if file.suffix in KINDS:
            _add(sources, content, file, KINDS[file.suffix])
    for path in PHOTOGRAPHS:
        sources[path] = Source(path, b"", PICTURE, sources)
    return sources


def page_sources(site: Path) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for file in sorted(site.rglob("*")):
        if file.suffix in (".html", *LINKING):
            _add(sources, site, file, PAGE if file.suffix == ".html" else DATA)
    return sources


def _add(sources: dict[str, Source], folder: Path, file: Path, kind: str) -> None:
    path = file.relative_to(folder).as_posix()
    sources[path] = Source(path, file.read_bytes(), kind, sources)
