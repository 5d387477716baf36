"""Where the pages stand that are in other characters or another language than the rest."""

from __future__ import annotations

from plugins.bureau.addresses import SEARCH_INDEX

TRADITIONAL, ENGLISH = "zh-hant", "en"
# Ends the slug of a record in English, but not its address.
ENGLISH_SUFFIX = ".en"
ENGLISH_HOME = f"{ENGLISH}/index.html"
# A column may not be called like these.
FOLDERS = (TRADITIONAL, ENGLISH)
SCRIPTS, TRADITIONAL_SCRIPT = "assets/", ".hant.js"
# A server has one page for what it doesn't find; `preview/` is for editors.
ONLY_SIMPLIFIED = ("404.html", "preview/", f"{TRADITIONAL}/", f"{ENGLISH}/")


def traditional_path(path: str) -> str:
    """The path of a page in traditional characters; empty where there is none.

    Of files that are no pages only the search index and scripts, which have words for readers, are
    there in both.
    """
    if path.startswith(SCRIPTS) and path.endswith(".js"):
        # Beside the other, in the one folder from which pages may run scripts.
        return "" if path.endswith(TRADITIONAL_SCRIPT) else path[:-3] + TRADITIONAL_SCRIPT
    if path.endswith(".html") or path == SEARCH_INDEX:
        return "" if path.startswith(ONLY_SIMPLIFIED) else f"{TRADITIONAL}/{path}"
    return ""


def is_english(path: str) -> bool:
    return path.startswith(f"{ENGLISH}/")
