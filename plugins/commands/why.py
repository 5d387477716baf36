"""Why an output was rendered the last time, in words."""

from __future__ import annotations

from pathlib import Path

from plugins.build.twins import Twins
from plugins.incremental.store import Store, StoreError, database_for


def explain(cache: Path, output: Path, path: str) -> str:
    """One line about the output at `path` (as in the address bar, without a leading slash)."""
    path = path.lstrip("/") or "index.html"
    store = Store(database_for(cache, output), program=None)
    try:
        sql = "SELECT reason FROM node WHERE name = ?"
        # A page in traditional characters is made when that in simplified ones is.
        path = Twins.owner(path)
        row = store.execute(sql, (f"page {path}",)).fetchone()
        if row is None:
            return f"{path}：没有生成过这个文件。"
        now = (
            "这次重新生成" if path in store.meta("rendered", ()) else "这次没有重新生成；上一次生成"
        )
        return f"{path}：{now}的原因：{row[0]}"
    except StoreError:
        return f"{path}：没有生成过这个文件。"
    finally:
        store.close()
