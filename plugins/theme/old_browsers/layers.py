"""`@layer` by specificity: a later layer weighs more by an id that nothing has, once a layer.

Chromium before 99 drops all that stands in a layer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plugins.theme.old_browsers.selectors import heavier
from plugins.theme.old_browsers.sheet import Group, Rule, Style

ID = ":not(#\\#)"
Name = tuple[str, ...]


def flatten_layers(rules: Sequence[Rule]) -> list[Rule]:
    order = _Order()
    order.read(rules, ())
    levels = order.levels()
    return order.flat(rules, (), levels) if levels else list(rules)


class _Order:
    """The layers in the order of their first mention. Those inside a layer come before its own."""

    def __init__(self) -> None:
        self._inner: dict[Name, list[Name]] = {}
        self._filled: set[Name] = set()

    def read(self, rules: Sequence[Rule], layer: Name) -> None:
        for place, rule in enumerate(rules):
            if isinstance(rule, Style):
                self._filled.add(layer)
            elif isinstance(rule, Group) and rule.keyword == "layer":
                names = [layer + _name(text, place) for text in rule.prelude.split(",")]
                for name in names:
                    self._mention(name)
                self.read(rule.rules or (), names[0])
            elif isinstance(rule, Group):
                self.read(rule.rules or (), layer)

    def _mention(self, name: Name) -> None:
        for length in range(1, len(name) + 1):
            inner = self._inner.setdefault(name[: length - 1], [])
            if name[:length] not in inner:
                inner.append(name[:length])

    def levels(self) -> dict[Name, int]:
        """Layer with styles → how many come before it; nothing if there are no layers."""
        if not self._inner:
            return {}
        return {name: level for level, name in enumerate(self._sorted(()))}

    def _sorted(self, layer: Name) -> list[Name]:
        inner = [name for one in self._inner.get(layer, ()) for name in self._sorted(one)]
        return [*inner, layer] if layer in self._filled else inner

    def flat(self, rules: Sequence[Rule], layer: Name, levels: dict[Name, int]) -> list[Rule]:
        flat: list[Rule] = []
        for place, rule in enumerate(rules):
            if isinstance(rule, Style):
                flat += _weighted(rule, levels[layer], max(levels.values()))
            elif isinstance(rule, Group) and rule.keyword == "layer":
                name = layer + _name(rule.prelude, place)
                flat += self.flat(rule.rules or (), name, levels)
            elif isinstance(rule, Group) and rule.rules is not None:
                flat.append(replace(rule, rules=tuple(self.flat(rule.rules, layer, levels))))
            else:
                flat.append(rule)
        return flat


def _name(text: str, place: int) -> Name:
    """A layer without a name is one by itself."""
    return tuple(text.strip().split(".")) if text.strip() else (f"#{place}",)


def _weighted(style: Style, level: int, last: int) -> list[Rule]:
    """What is `!important` wins in the earliest layer."""
    parts = []
    for important, weight in ((False, level), (True, last - level)):
        declarations = tuple(one for one in style.declarations if one.important == important)
        if declarations:
            selectors = tuple(heavier(one, ID * weight) for one in style.selectors)
            parts.append(Style(selectors, declarations))
    return list(parts)
