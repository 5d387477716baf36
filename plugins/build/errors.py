"""What to say when a build can't be finished, to somebody who has never seen a stack trace."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from plugins.build.system_errors import is_refusal, sentence_for, sentence_of_worker
from plugins.clock import WrongTimeError
from plugins.incremental.store import StoreError
from plugins.workers.parallel import WorkerFailedError, places_of

# What Jinja raises while a page is rendered, by name: a worker can only tell the name.
TEMPLATE_ERRORS = {
    "UndefinedError", "TemplateRuntimeError", "TemplateAssertionError", "TemplateSyntaxError",
    "FilterError",
}  # fmt: skip
UNCHANGED = "已有的网站没有改动。"
DAMAGE = {StoreError.__name__, "DatabaseError"}


class RenderError(Exception):
    """An output that could not be rendered; `type_name` and `places` are of what went wrong."""

    def __init__(self, path: str, args: tuple[Any, ...], error: Exception) -> None:
        about = f"（稿件 {args[0]}）" if args and isinstance(args[0], str) else ""
        super().__init__(f"生成 {path}{about}时出错：{error}")
        self.type_name, self.places = type(error).__name__, places_of(error)


def is_damage(error: BaseException) -> bool:
    """Whether what an earlier build kept can't be read: then everything is built again."""
    if is_refusal(error):
        return False
    damage = isinstance(error, StoreError | sqlite3.DatabaseError)
    return damage or getattr(error, "type_name", "") in DAMAGE


def words_for(error: Exception, cache: Path) -> str | None:
    """The problem in Chinese; None when it is a mistake of the program and no one else's.

    `cache` is the folder of the database.
    """
    # Imported here: a build with nothing to do needs no templates.
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    type_name = getattr(error, "type_name", type(error).__name__)
    if isinstance(error, TemplateSyntaxError):
        where = f"模板 {error.filename or error.name} 第 {error.lineno} 行"
        return f"{where}写法不对：{error.message}\n{UNCHANGED}"
    if isinstance(error, TemplateNotFound) or type_name == "TemplateNotFound":
        return f"没有模板 {error}。\n{UNCHANGED}"
    if isinstance(error, TemplateError) or type_name in TEMPLATE_ERRORS:
        return f"模板{_place(error)}出错：{error}\n{UNCHANGED}"
    if type_name == "StyleError":
        return f"样式表写法不对：{error}\n{UNCHANGED}"
    if isinstance(error, WrongTimeError):
        return str(error)
    if isinstance(error, OSError | sqlite3.Error):
        return sentence_for(error, cache)
    if isinstance(error, WorkerFailedError) and (refused := sentence_of_worker(str(error), cache)):
        return refused
    if isinstance(error, WorkerFailedError) and not error.traceback_text:
        return f"{error}\n{UNCHANGED}可改用一个进程再试：-e WORKERS=1"
    if isinstance(error, RenderError | WorkerFailedError):
        return f"{error}\n{UNCHANGED}这是程序的错误，请连同“-D”打印的内容交给技术人员。"
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
