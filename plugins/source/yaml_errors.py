"""What is wrong with text that is not YAML, in Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.findings import Position

if TYPE_CHECKING:
    import yaml

TWO_COLONS = "一行里出现了两个“: ”"
# The message and the hint for each message of the parser.
MESSAGES = {
    "mapping values are not allowed": (TWO_COLONS, "给冒号后面的内容加上引号"),
    "found character '\\t'": ("行首有制表符（Tab）", "缩进只用空格"),
    "found character that cannot start": ("内容以特殊符号开头", "给这项内容加上引号"),
    "expected <block end>": ("缩进不整齐，或引号没有成对", "同级的项目左端对齐，引号成对"),
    "could not find expected ':'": ("这一行缺少冒号", "写成“键: 内容”"),
    "while scanning a quoted scalar": ("引号没有成对", "补上缺少的引号"),
    "expected ',' or": ("方括号或花括号没有写完整", "补上缺少的括号或逗号"),
    "undefined alias": ("“*”开头的内容被当作引用", "给这项内容加上引号"),
}
OTHER_MESSAGE = ("格式不对", "对照同栏目的其他稿件检查冒号、缩进和引号")


class YamlSyntaxError(Exception):
    """The text is not YAML. `message` and `hint` are in Chinese."""

    def __init__(self, message: str, hint: str, position: Position) -> None:
        super().__init__(message)
        self.message, self.hint, self.position = message, hint, position


def translated(error: yaml.MarkedYAMLError, first_line: int) -> YamlSyntaxError:
    """The parser's error for a document that starts on `first_line` of its file."""
    context, problem = error.context or "", error.problem or ""
    # An open quote and a missing colon are noticed behind the line on which they are to be mended.
    is_noticed_late = "quoted scalar" in context or "simple key" in context
    mark = (is_noticed_late and error.context_mark) or error.problem_mark or error.context_mark
    original = f"{context} {problem}"
    message, hint = next(
        (translation for words, translation in MESSAGES.items() if words in original),
        OTHER_MESSAGE,
    )
    position = Position(mark.line + first_line, mark.column + 1) if mark else Position(first_line)
    return YamlSyntaxError(message, hint, position)
