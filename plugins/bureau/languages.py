"""Where the pages stand that are in other characters or another language than the rest."""

from __future__ import annotations

from plugins.bureau.addresses import SEARCH_INDEX

TRADITIONAL, ENGLISH = "zh-hant", "en"
ENGLISH_HOME = f"{ENGLISH}/index.html"
# A column may not be called like these.
FOLDERS = (TRADITIONAL, ENGLISH)
# A server has one page for what it doesn't find; `preview/` is for editors.
ONLY_SIMPLIFIED = ("404.html", "preview/", f"{TRADITIONAL}/", f"{ENGLISH}/")


def traditional_path(path: str) -> str:
    """The path of a page in traditional characters; empty where there is none.

    Of files that are no pages only the search index is there in both.
    """
    if path.endswith(".html") or path == SEARCH_INDEX:
        return "" if path.startswith(ONLY_SIMPLIFIED) else f"{TRADITIONAL}/{path}"
    return ""


def is_english(path: str) -> bool:
    return path.startswith(f"{ENGLISH}/")
