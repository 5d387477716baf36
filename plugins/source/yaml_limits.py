"""Bounds on YAML, checked before it is parsed: libyaml follows nesting on the C stack, and a file
that is nested deeply enough ends the whole process.
"""

from __future__ import annotations

import re
from itertools import accumulate

from plugins.findings import Position
from plugins.source.yaml_errors import YamlSyntaxError

MAX_DEPTH = 50
BRACKETS = re.compile(r"[\[\]{}]")
# Dashes and spaces before the first word of a line.
INDENT = re.compile(r"[ \t?-]*")


def check_limits(text: str, first_line: int) -> None:
    """Raises YamlSyntaxError where brackets or indents are nested too deeply.

    Brackets in texts count too, as only a parser could tell them apart: these are closed.
    """
    steps = [(match.start(), 1 if match[0] in "[{" else -1) for match in BRACKETS.finditer(text)]
    depths = accumulate((step for _, step in steps), lambda depth, step: max(0, depth + step))
    for (offset, _), depth in zip(steps, depths, strict=True):
        if depth > MAX_DEPTH:
            raise _too_deep("括号套得太深", text, offset, first_line)
    for number, line in enumerate(text.split("\n")):
        indent = INDENT.match(line)
        if indent and (indent[0].count("-") > MAX_DEPTH or indent.end() > 4 * MAX_DEPTH):
            message, hint = "缩进太深", "按字段手册的样子写，同级的项目左端对齐"
            raise YamlSyntaxError(message, hint, Position(number + first_line))


def _too_deep(message: str, text: str, offset: int, first_line: int) -> YamlSyntaxError:
    line, column = text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset)
    return YamlSyntaxError(message, "删去多余的括号", Position(line + first_line, column))
