"""YAML as plain values, with the position of every key and value.

Scalars stay the text that was written: what `2025-02-30` or `否` means is for the field to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.findings import Position

if TYPE_CHECKING:
    import yaml

Path = tuple[str | int, ...]

TWO_COLONS = "一行里出现了两个“: ”"
REASONS = {
    "mapping values are not allowed": (TWO_COLONS, "给冒号后面的内容加上引号"),
    "found character '\\t'": ("行首有制表符（Tab）", "缩进只用空格"),
    "found character that cannot start": ("内容以特殊符号开头", "给这项内容加上引号"),
    "expected <block end>": ("缩进不整齐，或引号没有成对", "同级的项目左端对齐，引号成对"),
    "could not find expected ':'": ("这一行缺少冒号", "写成“键: 内容”"),
    "while scanning a quoted scalar": ("引号没有成对", "补上缺少的引号"),
    "expected ',' or": ("方括号或花括号没有写完整", "补上缺少的括号或逗号"),
    "undefined alias": ("“*”开头的内容被当作引用", "给这项内容加上引号"),
}


class KeyRepeated(NamedTuple):
    key: str
    position: Position
    first: Position


class YamlBroken(Exception):
    """The text is not YAML. `message` and `hint` are in Chinese."""

    def __init__(self, message: str, hint: str, position: Position) -> None:
        super().__init__(message)
        self.message, self.hint, self.position = message, hint, position


@dataclass
class Located:
    """`data` is made of dict, list and str; the two maps are keyed by the path to a value."""

    data: Any = field(default_factory=dict)
    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)
    repeated: list[KeyRepeated] = field(default_factory=list)

    def at(self, *path: str | int) -> Position:
        """The position of a value, or of the nearest thing around it."""
        for end in range(len(path), -1, -1):
            found = self.values.get(path[:end]) or self.keys.get(path[:end])
            if found:
                return found
        return Position()


def parse_yaml(text: str, first_line: int = 1) -> Located:
    """Parse one YAML document that begins on `first_line` of its file. Raises YamlBroken."""
    # Imported here: most heads are read without it.
    import yaml

    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        raise _broken(error, first_line) from error
    except yaml.YAMLError as error:
        raise YamlBroken(
            "有不能识别的字符", "删去看不见的控制字符", Position(first_line)
        ) from error
    located = Located()
    if node is not None:
        located.data = _plain(node, (), located, first_line - 1)
    return located


def _plain(node: yaml.Node, path: Path, located: Located, offset: int) -> Any:
    located.values[path] = _position(node.start_mark, offset)
    if node.id == "mapping":
        return dict(_pairs(node, path, located, offset))
    if node.id == "sequence":
        return [_plain(item, (*path, i), located, offset) for i, item in enumerate(node.value)]
    if not node.style and node.value in {"", "~", "null"}:
        return ""
    return node.value


def _pairs(
    node: yaml.MappingNode, path: Path, located: Located, offset: int
) -> Iterator[tuple[str, Any]]:
    seen: dict[str, Position] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value).strip()
        position = _position(key_node.start_mark, offset)
        if key in seen:
            located.repeated.append(KeyRepeated(key, position, seen[key]))
            continue
        seen[key] = position
        located.keys[(*path, key)] = position
        yield key, _plain(value_node, (*path, key), located, offset)


def _position(mark: yaml.Mark, offset: int) -> Position:
    return Position(mark.line + 1 + offset, mark.column + 1)


def _broken(error: yaml.MarkedYAMLError, first_line: int) -> YamlBroken:
    said = f"{error.context or ''} {error.problem or ''}"
    # An open quote is noticed where the text ends, but it must be mended where it begins.
    open_quote = "quoted scalar" in (error.context or "")
    mark = (open_quote and error.context_mark) or error.problem_mark or error.context_mark
    message, hint = next(
        (reason for words, reason in REASONS.items() if words in said),
        ("格式不对", "对照同栏目的其他稿件检查冒号、缩进和引号"),
    )
    position = _position(mark, first_line - 1) if mark else Position(first_line)
    return YamlBroken(message, hint, position)
