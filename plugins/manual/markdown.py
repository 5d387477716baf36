"""Helpers that write the Markdown of generated manuals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def generated_by(sources: str) -> str:
    return f"> 本文件由 `make docs` 根据{sources}生成，请不要手工修改；改了程序后重新生成。"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, cells))} |" for cells in lines)


def code(text: str) -> str:
    return f"`{text}`"


def document(*blocks: str) -> str:
    """Blocks with one empty line between them; empty blocks are left out."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
