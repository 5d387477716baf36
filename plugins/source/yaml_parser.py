"""One YAML document as plain values. Scalars stay text: their fields decide what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from plugins.findings import Position
from plugins.source.located import DuplicateKey, LocatedData, Path
from plugins.source.yaml_errors import YamlSyntaxError, translated

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULLS = {"", "~", "null"}


def parse(text: str, first_line: int) -> LocatedData:
    """Parse a document that starts on `first_line` of its file. Raises YamlSyntaxError."""
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        raise translated(error, first_line) from error
    except yaml.YAMLError as error:
        raise YamlSyntaxError(
            "有不能识别的字符", "删去看不见的控制字符", Position(first_line)
        ) from error
    located = LocatedData()
    if node is not None:
        located.data = _data(node, (), located, first_line)
    return located


def _data(node: yaml.Node, path: Path, located: LocatedData, first_line: int) -> Any:
    located.values[path] = _position(node, first_line)
    if isinstance(node, yaml.MappingNode):
        return dict(_pairs(node, path, located, first_line))
    if isinstance(node, yaml.SequenceNode):
        return [_data(item, (*path, i), located, first_line) for i, item in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode) and not node.style and node.value in NULLS:
        return ""
    return node.value


def _pairs(
    node: yaml.MappingNode, path: Path, located: LocatedData, first_line: int
) -> Iterator[tuple[str, Any]]:
    seen: dict[str, Position] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            message, hint = "冒号前面不是一个词", "写成“键: 内容”"
            raise YamlSyntaxError(message, hint, _position(key_node, first_line))
        key = str(key_node.value).strip()
        position = _position(key_node, first_line)
        if key in seen:
            located.duplicate_keys.append(DuplicateKey(key, position, seen[key]))
            continue
        seen[key] = position
        located.keys[(*path, key)] = position
        yield key, _data(value_node, (*path, key), located, first_line)


def _position(node: yaml.Node, first_line: int) -> Position:
    mark = node.start_mark
    return Position(mark.line + first_line, mark.column + 1)
