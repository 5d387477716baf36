"""Rules that are named when checking: one to be explained, or the only ones to be told of.

The catalogue takes as long to load as a small check, so it is read only where a rule is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.findings import Finding, nearest

# As people write several names in one word of a command.
BETWEEN = re.compile(r"[\s,，、;；]+")
ALL_RULES = "docs/rules/README.md"


class UnknownRuleError(Exception):
    """Its text tells which rule was probably meant."""


def explanation(name: str) -> str:
    """What a terminal says of a rule. Raises UnknownRuleError."""
    from plugins.manual import explained
    from plugins.rules import all_rules

    (known,) = _known([name.strip()])
    return explained(all_rules()[known])


def names_in(written: str) -> list[str]:
    """The rules of a list such as `dead-link,heading`. Raises UnknownRuleError."""
    names = [name for name in BETWEEN.split(written) if name]
    return _known(names) if names else []


def of_rules(findings: Iterable[Finding], names: Iterable[str]) -> list[Finding]:
    wanted = {*names}
    return [found for found in findings if found.rule in wanted]


def _known(names: list[str]) -> list[str]:
    from plugins.rules import all_rules

    for name in names:
        if name not in all_rules():
            close = nearest(name, all_rules())
            hint = f"是不是“{close}”？" if close else f"全部规则见 {ALL_RULES}"
            raise UnknownRuleError(f"没有“{name}”这条规则 → {hint}")
    return names
