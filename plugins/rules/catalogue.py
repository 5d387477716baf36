"""The rules of all groups, read from the files beside this one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from plugins.rules.model import Rule, _Strict

FOLDER = Path(__file__).with_name("catalogue")


class Group(_Strict):
    """The rules about one subject; `code` is the name of its file and of its page in the manual."""

    code: str
    name: str
    order: int
    note: str = ""
    rules: list[Rule]


@cache
def load_catalogue() -> tuple[Group, ...]:
    """Groups in their order, rules as written."""
    groups = [_read(file) for file in FOLDER.glob("*.yml")]
    return tuple(sorted(groups, key=lambda group: group.order))


def rule_named(name: str) -> Rule | None:
    rules = (rule for group in load_catalogue() for rule in group.rules)
    return next((rule for rule in rules if rule.id == name), None)


def _read(file: Path) -> Group:
    data = yaml.load(file.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return Group(code=file.stem, **data)
