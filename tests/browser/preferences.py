"""A reader who has been here before."""

from __future__ import annotations

import json

from playwright.sync_api import Page

CHOOSE = """(preferences) => {
  const { dataset } = document.documentElement;
  for (const name of ["elder", "contrast", "size"]) delete dataset[name];
  Object.assign(dataset, preferences);
  document.dispatchEvent(new Event("preferences:changed"));
}"""


def choose(page: Page, **preferences: str) -> None:
    """What the toolbar does, without a visit for each; the other preferences are taken back."""
    page.evaluate(CHOOSE, preferences)


def keep(preferences: dict | str) -> str:
    """A script that leaves the preferences, or any text, where an earlier visit would have."""
    text = preferences if isinstance(preferences, str) else json.dumps(preferences)
    return f"try {{ localStorage.setItem('chengchuang', {json.dumps(text)}) }} catch {{}}\n"
