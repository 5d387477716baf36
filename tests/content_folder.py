"""A content folder for one test: the tiny bureau's, with files added, changed or taken away."""

from __future__ import annotations

import shutil
from pathlib import Path

TINY = Path(__file__).parent / "tiny" / "content"

HEAD = "来源: 办公室\n初审: 甲\n复审: 乙\n终审: 丙\n"


def make_content(folder: Path, files: dict[str, str | bytes | None] | None = None) -> Path:
    """Copy the tiny bureau to `folder`/content and apply `files` (path → text, None deletes)."""
    content = folder / "content"
    shutil.copytree(TINY, content)
    for path, text in (files or {}).items():
        file = content / path
        if text is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return content


def record(title: str, body: str = "正文。", published: str = "2026-03-01 09:00", **fields) -> str:
    """The text of a record; `fields` are written as given, under their Chinese labels."""
    rows = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"---\n标题: {title}\n发布日期: {published}\n{HEAD}{rows}---\n{body}\n"
