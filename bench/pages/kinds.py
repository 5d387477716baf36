"""One page of every kind of a built site: the longest, as it has most in it that can be slow."""

from __future__ import annotations

import re
from pathlib import Path

KIND = re.compile(r'<body class="kind-([\w-]+)')
LANGUAGE = re.compile(r'<html lang="([\w-]+)')
COLUMN_KIND = re.compile(r"^kind: *(\w+)", re.M)
LISTS = Path("theme/templates/lists")
# Pages of a column that are no list of its records.
OTHERS = {"pinyin", "figures"}
TRADITIONAL = "zh-hant"
LEFT_OUT = {TRADITIONAL, "preview"}


def pages_by_kind(output: Path, root: Path) -> dict[str, str]:
    """Name → path of a page, such as `record of news`; `root` is the checkout that was built."""
    columns = _kinds_of_columns(root / "content")
    own_lists = {file.stem for file in (root / LISTS).glob("*.html")}
    longest: dict[str, tuple[int, str]] = {}
    for file in sorted(output.rglob("*.html")):
        path = file.relative_to(output)
        if path.parts[0] in LEFT_OUT:
            continue
        name = _name(path, file.read_text(encoding="utf-8"), columns, own_lists)
        if name:
            length = (file.stat().st_size, path.as_posix())
            longest[name] = max(longest.get(name, length), length)
    found = {name: path for name, (_, path) in sorted(longest.items())}
    home = f"{TRADITIONAL}/index.html"
    return {**found, **({"home in traditional": home} if (output / home).is_file() else {})}


def chosen(pages: dict[str, str], names: str) -> dict[str, str]:
    """Those of the names, written with commas; all without names. Raises ValueError for others."""
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    if unknown := [name for name in wanted if name not in pages]:
        raise ValueError(f"没有这种页面：{'、'.join(unknown)}。有：{'、'.join(pages)}")
    return {name: path for name, path in pages.items() if not wanted or name in wanted}


def _name(path: Path, html: str, columns: dict[str, str], own_lists: set[str]) -> str:
    """The name of the page's kind; none for the second page of a list."""
    kind = KIND.search(html)
    if not kind:
        return ""
    column = columns.get(path.parts[0], "")
    if kind[1] == "record":
        language = LANGUAGE.search(html)
        return "record in English" if language and language[1] == "en" else f"record of {column}"
    if kind[1] != "column":
        return kind[1]
    if path.stem in OTHERS:
        return path.stem
    if path.name != "index.html" or len(path.parts) != 2:
        return ""
    return f"list of {column}" if column in own_lists else "list"


def _kinds_of_columns(content: Path) -> dict[str, str]:
    found = {}
    for file in sorted(content.glob("*/_column.yml")):
        kind = COLUMN_KIND.search(file.read_text(encoding="utf-8"))
        found[file.parent.name] = kind[1] if kind else ""
    return found
