"""What to say when a build can't be finished, to somebody who has never seen a stack trace."""

from __future__ import annotations

from pathlib import Path

from plugins.rebuild.bodies import Damaged
from plugins.rebuild.workers import WorkerFailed, places_of

# What Jinja raises while a page is rendered, by name: a worker can only tell the name.
OF_TEMPLATES = {"UndefinedError", "TemplateRuntimeError", "TemplateAssertionError", "FilterError"}
KEPT = "已有的网站没有改动。"


def is_damage(error: Exception) -> bool:
    """Whether what an earlier build kept can't be read: then all is made anew."""
    return isinstance(error, Damaged) or getattr(error, "sort", "") == Damaged.__name__


def words_for(error: Exception) -> str | None:
    """The problem in Chinese; None when it is a mistake of the program and no one else's."""
    # Imported here: a build with nothing to do needs no templates.
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    sort = getattr(error, "sort", type(error).__name__)
    if isinstance(error, TemplateSyntaxError):
        where = f"模板 {error.filename or error.name} 第 {error.lineno} 行"
        return f"{where}写法不对：{error.message}\n{KEPT}"
    if isinstance(error, TemplateNotFound) or sort == "TemplateNotFound":
        return f"没有模板 {error}。\n{KEPT}"
    if isinstance(error, TemplateError) or sort in OF_TEMPLATES | {"TemplateSyntaxError"}:
        return f"模板{_place(error)}出错：{error}\n{KEPT}"
    if isinstance(error, OSError):
        name = error.filename2 or error.filename or ""
        return f"文件 {name} 读写不成：{error.strerror or error}"
    if isinstance(error, WorkerFailed) and not error.said:
        return f"{error}\n{KEPT}可改用一个进程再试：-e WORKERS=1"
    return None


def _place(error: Exception) -> str:
    places = getattr(error, "places", None) or places_of(error)
    of_templates = [(file, line) for file, line in places if file.endswith(".html")]
    if not of_templates:
        return ""
    file, line = of_templates[-1]
    folder = Path(file).parts
    shown = "/".join(folder[folder.index("templates") :]) if "templates" in folder else file
    return f" {shown} 第 {line} 行"
