"""The rules of all groups, read from the files of the folder beside this one.

It takes a tenth of a second, so whoever needs no rule imports nothing of this package.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from plugins.rules.model import Rule, Strict

FOLDER = Path(__file__).with_name("catalogue")


class Group(Strict):
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


def all_rules() -> dict[str, Rule]:
    """By name."""
    return {rule.id: rule for group in load_catalogue() for rule in group.rules}


def _read(file: Path) -> Group:
    return Group(code=file.stem, **yaml.load(file.read_bytes(), _Loader))


class _Loader(yaml.SafeLoader):
    """Every scalar is a text, as in front matter: no dates, numbers and flags; only null."""


_Loader.yaml_implicit_resolvers = {
    first: [each for each in resolvers if each[0] == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
