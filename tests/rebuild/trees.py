"""Folders of built files as values, and how two of them differ."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

Tree = dict[str, bytes]

SHOWN_PATHS, SHOWN_IN_FULL, SHOWN_LINES, SHOWN_WIDTH = 12, 4, 6, 160


def read_tree(folder: Path) -> Tree:
    """Every file by its path. An empty folder counts too, as a path that ends in a slash."""
    tree = {}
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if not file.is_dir():
            tree[path] = file.read_bytes()
        elif not any(file.iterdir()):
            tree[path + "/"] = b""
    return tree


def remove_file(top: Path, path: str) -> None:
    """Delete a file and the folders that are empty without it."""
    file = top / path
    file.unlink()
    while file.parent != top and not any(file.parent.iterdir()):
        file = file.parent
        file.rmdir()


def without(tree: Tree, paths: Iterable[str]) -> Tree:
    left_out = set(paths)
    return {path: content for path, content in tree.items() if path not in left_out}


def differing(one: Tree, other: Tree) -> list[str]:
    """The paths that are not the same in both, also those that only one has."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def described(found: Tree, expected: Tree) -> list[str]:
    """The differences in words, with the first differing lines of the first few files."""
    paths = differing(found, expected)
    lines = []
    for number, path in enumerate(paths[:SHOWN_PATHS]):
        if path not in expected:
            lines.append(f"should not be there: {path}")
        elif path not in found:
            lines.append(f"is missing: {path}")
        else:
            lines.append(f"differs: {path}")
            if number < SHOWN_IN_FULL:
                lines += [f"    {line}" for line in _changed_lines(found[path], expected[path])]
    if len(paths) > SHOWN_PATHS:
        lines.append(f"and {len(paths) - SHOWN_PATHS} more")
    return lines


def _changed_lines(found: bytes, expected: bytes) -> list[str]:
    """Minus is what was found, plus what should be there."""
    texts = [content.decode("utf-8", "replace").splitlines() for content in (found, expected)]
    changes = difflib.unified_diff(*texts, lineterm="", n=0)
    lines = [line for line in changes if not line.startswith(("---", "+++", "@@"))]
    return [_cut(line) for line in lines[:SHOWN_LINES]]


def _cut(line: str) -> str:
    return line if len(line) <= SHOWN_WIDTH else f"{line[:SHOWN_WIDTH]}…"
