"""axe-core, from the package that bundles it, asked for WCAG up to 2.2 AA."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

SOURCE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}


def violations(page: Page, *without: str) -> list[str]:
    """One line for each element that breaks a rule: `rule: selector: what is wrong`.

    `without` are rules that are not asked for.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(SOURCE)
    options = {**OPTIONS, "rules": {rule: {"enabled": False} for rule in without}}
    found = page.evaluate("(options) => axe.run(options)", options)["violations"]
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {_why(node)}"
        for rule in found
        for node in rule["nodes"]
    ]


def _why(node: dict) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)
