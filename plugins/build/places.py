"""Whether a site may be written to a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def why_not_there(output: Path, sources: Iterable[Path]) -> str | None:
    """Why `output` can't hold a site that is made of `sources`; None where it can.

    One within the other would be read as content, or deleted as what is no page any more.
    """
    output = output.resolve()
    for source in (source.resolve() for source in sources):
        if output == source or output in source.parents or source in output.parents:
            return f"{output} 和 {source} 重叠，请另选一个输出文件夹。"
    if output.exists() and not output.is_dir():
        return f"{output} 是一个文件，请另选一个输出文件夹。"
    return None
