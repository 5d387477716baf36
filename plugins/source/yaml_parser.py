"""One YAML document as plain values. Scalars stay text: their fields decide what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from plugins.findings import Position
from plugins.source.located import DuplicateKey, LocatedData, Path
from plugins.source.yaml_errors import YamlSyntaxError, translated
from plugins.source.yaml_limits import check_limits

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULLS = {"", "~", "null"}


def parse(text: str, first_line: int) -> LocatedData:
    """Parse a document that starts on `first_line` of its file. Raises YamlSyntaxError."""
    check_limits(text, first_line)
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
        located.data = _Reader(located, first_line).read(node, ())
    return located


class _Reader:
    """Nodes to values, with the position of each."""

    def __init__(self, located: LocatedData, first_line: int) -> None:
        self.located, self.first_line = located, first_line
        # The lists and mappings that were read.
        self.read_nodes: set[yaml.Node] = set()

    def read(self, node: yaml.Node, path: Path) -> Any:
        self.located.values[path] = self._position(node)
        if isinstance(node, yaml.ScalarNode):
            return "" if not node.style and node.value in NULLS else node.value
        if node in self.read_nodes:
            # An alias. A few lines of them can stand for gigabytes, and one may contain itself.
            message, hint = "用“&”和“*”重复引用了一段内容", "把内容照写一遍，不用“&”和“*”"
            raise YamlSyntaxError(message, hint, self._position(node))
        self.read_nodes.add(node)
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, path))
        return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]

    def _pairs(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, Any]]:
        seen: dict[str, Position] = {}
        repeated: dict[str, DuplicateKey] = {}
        for key_node, value_node in node.value:
            position = self._position(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                raise YamlSyntaxError("冒号前面不是一个词", "写成“键: 内容”", position)
            key = str(key_node.value).strip()
            if key in seen:
                repeated.setdefault(key, DuplicateKey(key, position, seen[key]))
                continue
            seen[key] = position
            self.located.keys[(*path, key)] = position
            yield key, self.read(value_node, (*path, key))
        self.located.duplicate_keys += repeated.values()

    def _position(self, node: yaml.Node) -> Position:
        mark = node.start_mark
        return Position(mark.line + self.first_line, mark.column + 1)
