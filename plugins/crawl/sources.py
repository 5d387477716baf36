"""Which file of content/ a page is most probably made of, told from the two paths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from pathlib import Path

from plugins.bureau import COLUMN_FILE
from plugins.bureau.languages import ENGLISH, ENGLISH_SUFFIX, TRADITIONAL

YEAR = re.compile(r"^\d{4}/")


def sources_of(content: Path, pages: Iterable[str]) -> dict[str, str]:
    """The path of a page → that of a file, beginning with `content/`. Some pages have none."""
    names = {file.relative_to(content).as_posix() for file in content.glob("*/*")}
    found = {page: _source(page, names) for page in pages}
    return {page: f"content/{source}" for page, source in found.items() if source}


def _source(page: str, names: Set[str]) -> str:
    """`news/2026/a.html` and `news/a.html` are `news/a.md`; a page of a list is its column's."""
    language, _, rest = page.partition("/")
    suffix = ENGLISH_SUFFIX if language == ENGLISH else ""
    if language not in (TRADITIONAL, ENGLISH):
        rest = page
    column, slash, name = rest.partition("/")
    if not slash or not name.endswith(".html"):
        return ""
    slug = YEAR.sub("", name).removesuffix(".html")
    record = f"{column}/{slug}{suffix}.md"
    if record in names:
        return record
    facts = f"{column}/{COLUMN_FILE}"
    return facts if facts in names else ""
