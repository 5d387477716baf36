"""A style sheet as a tree of rules that can be changed, without nesting of styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import tinycss2

Tokens = tuple[Any, ...]  # component values of tinycss2, which publishes no types
# At-rules with rules in them; all others are kept as they are.
GROUPS = {"media", "supports", "container", "layer"}
# True in browsers before Chromium 87, Firefox 66 and Safari 14.1, which lack the gap of flex
# containers, clamp() or :focus-visible. No browser of today reads what stands in it.
OLD = "not (inset:0)"


@dataclass(frozen=True)
class Declaration:
    name: str
    value: Tokens
    important: bool = False

    @property
    def text(self) -> str:
        return str(tinycss2.serialize(self.value))


@dataclass(frozen=True)
class Style:
    selectors: tuple[Tokens, ...]
    declarations: tuple[Declaration, ...]

    def value(self, *names: str) -> str:
        """The last value of one of these properties, or nothing."""
        found = [one.text.strip() for one in self.declarations if one.name in names]
        return found[-1] if found else ""


@dataclass(frozen=True)
class Group:
    """`@media` and its like; `rules` of a statement such as `@layer a, b;` is None."""

    keyword: str
    prelude: str
    rules: tuple[Rule, ...] | None


@dataclass(frozen=True)
class Verbatim:
    text: str


Rule = Style | Group | Verbatim


def parse(css: str) -> list[Rule]:
    return _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _rules(nodes: Sequence[Any]) -> list[Rule]:
    return [_rule(node) for node in nodes if node.type != "whitespace"]


def _rule(node: Any) -> Rule:
    if node.type == "error":
        raise ValueError(f"{node.message}: {node.source_line}")
    if node.type == "qualified-rule":
        declarations = tinycss2.parse_blocks_contents(
            node.content, skip_comments=True, skip_whitespace=True
        )
        return Style(
            tuple(split(trim(node.prelude), ",")),
            tuple(
                Declaration(one.name if one.name.startswith("--") else one.lower_name,
                            trim(one.value), one.important)
                for one in declarations
            ),
        )  # fmt: skip
    if node.lower_at_keyword not in GROUPS:
        return Verbatim(node.serialize())
    prelude = tinycss2.serialize(node.prelude).strip()
    if node.content is None:
        return Group(node.lower_at_keyword, prelude, None)
    inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
    return Group(node.lower_at_keyword, prelude, tuple(_rules(inner)))


def tokens(text: str) -> Tokens:
    return tuple(tinycss2.parse_component_value_list(text))


def trim(values: Sequence[Any]) -> Tokens:
    start, end = 0, len(values)
    while start < end and values[start].type == "whitespace":
        start += 1
    while end > start and values[end - 1].type == "whitespace":
        end -= 1
    return tuple(values[start:end])


def split(values: Sequence[Any], mark: str) -> list[Tokens]:
    """Parts between a literal, or with " " between blanks, that stand in no function or block."""
    parts: list[list[Any]] = [[]]
    for one in values:
        if one.type == "whitespace" if mark == " " else one == mark:
            parts.append([])
        else:
            parts[-1].append(one)
    return [trim(part) for part in parts]


def old(*rules: Rule) -> Group:
    """Rules for old browsers alone."""
    return Group("supports", OLD, rules)


def each_style(rules: Sequence[Rule], change: Callable[[Style], Sequence[Rule]]) -> list[Rule]:
    """The rules with every style replaced by what `change` makes of it, wherever it stands."""
    changed: list[Rule] = []
    for rule in rules:
        if isinstance(rule, Style):
            changed += change(rule)
        elif isinstance(rule, Group) and rule.rules is not None:
            changed.append(replace(rule, rules=tuple(each_style(rule.rules, change))))
        else:
            changed.append(rule)
    return changed


def styles(rules: Sequence[Rule], within: str = "") -> Iterator[tuple[str, Style]]:
    """Every style, and the at-rules that it stands in, as a text."""
    for rule in rules:
        if isinstance(rule, Style):
            yield within, rule
        elif isinstance(rule, Group) and rule.rules is not None:
            yield from styles(rule.rules, f"{within}@{rule.keyword} {rule.prelude}")


def serialise(rules: Sequence[Rule]) -> str:
    return "".join(_text(rule) for rule in rules)


def _text(rule: Rule) -> str:
    if isinstance(rule, Verbatim):
        return rule.text + "\n"
    if isinstance(rule, Group):
        head = f"@{rule.keyword} {rule.prelude}"
        return f"{head};\n" if rule.rules is None else f"{head} {{\n{serialise(rule.rules)}}}\n"
    if not rule.selectors or not rule.declarations:
        return ""
    selectors = ", ".join(tinycss2.serialize(one) for one in rule.selectors)
    body = "; ".join(
        f"{one.name}: {one.text}{' !important' if one.important else ''}"
        for one in rule.declarations
    )
    return f"{selectors} {{ {body} }}\n"
