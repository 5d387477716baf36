"""Somebody on a phone: taps, reads, and counts what it took.

A tap is a link, a button or a field. A screen is the height of the phone by which the page had to
be moved until what is looked for stood on it. What cannot be seen cannot be tapped or read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, TimeoutError, expect

from tests.browser.watch import Watch

PHONE = {"width": 360, "height": 740}
# How far the page has to be moved until the element stands on the screen, as much of it as fits.
# What covers the top or bottom of the screen, as a bar that stays, hides what stands under it.
MOVE = """(element) => {
  const high = window.innerHeight;
  const before = window.scrollY;
  const box = element.getBoundingClientRect();
  if (box.top < 0) window.scrollBy(0, box.top);
  else if (box.bottom > high) window.scrollBy(0, Math.min(box.bottom - high, box.top));
  return Math.abs(window.scrollY - before) / high;
}"""
# Which of several is nearest to what is on the screen: people don't go back for the first.
NEAREST = """(elements) => {
  const away = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return Math.max(bottom - window.innerHeight, -top, 0);
  };
  const distances = elements.map(away);
  return distances.indexOf(Math.min(...distances));
}"""
COVERED = """(element) => {
  const box = element.getClientRects()[0];
  const y = Math.min(Math.max(box.top + box.height / 2, 1), window.innerHeight - 1);
  const top = document.elementFromPoint(box.left + box.width / 2, y);
  return !top || !(element.contains(top) || top.contains(element));
}"""
TAPPED = "a, button, summary, label"


@dataclass
class Reader:
    """`page` shows the home page when the journey begins."""

    page: Page
    watch: Watch
    taps: int = 0
    screens: float = 0.0
    steps: list[str] = field(default_factory=list)

    def tap(self, words: str) -> None:
        """The nearest link or button that has these words."""
        target = self._seen(self.page.locator(TAPPED, has_text=words), words)
        self.taps += 1
        self._activate(target)
        self.page.wait_for_load_state()

    def read(self, *passages: str) -> None:
        """Each passage stands on the page, one below the other or on the same screen."""
        for words in passages:
            self._seen(self.page.get_by_text(re.compile(re.escape(words))), words)

    def call(self, number: str) -> None:
        """The number of a telephone, which dials when it is tapped: the journey ends there."""
        target = self._seen(self.page.locator(f'a[href="tel:{number}"]'), number)
        expect(target).to_have_attribute("href", f"tel:{number}")
        self.taps += 1

    def fetch(self, words: str) -> None:
        """A file to keep: it is there when its link is tapped."""
        target = self._seen(self.page.locator("a", has_text=words), words)
        address = self.page.evaluate("(link) => link.href", target.element_handle())
        assert self.page.request.get(address).ok, address
        self.taps += 1

    def fill(self, label: str, value: str) -> None:
        """A field by its label."""
        target = self._seen(self.page.get_by_label(label), label)
        self.taps += 1
        target.fill(value)

    def ask(self, words: str) -> None:
        """Type something into the search box and send it: a tap into it, another to send."""
        box = self._seen(self.page.locator("input[name=q]"), "search")
        self.taps += 2
        box.fill(words)
        box.press("Enter")
        self._seen(self.page.locator("[data-element=search-results] a"), words)

    def took(self, taps: int, screens: float) -> None:
        """No more than this, and nothing failed on the way."""
        way = "\n".join(self.steps)
        print(f"{self.taps} of {taps} taps, {self.screens:.1f} of {screens} screens")
        assert self.taps <= taps and self.screens <= screens, f"{self}\n{way}"
        assert self.watch.problems == []

    def __str__(self) -> str:
        return f"{self.taps} taps, {self.screens:.1f} screens"

    def _activate(self, target: Locator) -> None:
        target.click()

    def _seen(self, found: Locator, words: str) -> Locator:
        """The nearest that can be seen, moved onto the screen."""
        visible = found.locator("visible=true")
        try:
            visible.first.wait_for(timeout=3_000)
        except TimeoutError:
            raise AssertionError(f"{self.page.url} does not show {words!r}") from None
        target = visible.nth(visible.evaluate_all(NEAREST))
        moved = target.evaluate(MOVE)
        assert not target.evaluate(COVERED), f"{words!r} is covered on {self.page.url}"
        self.screens += moved
        self.steps.append(f"{self.page.url}: {words!r} after {moved:.1f} screens")
        return target


class KeyboardReader(Reader):
    """Has no finger: goes from link to link with Tab, and counts how often."""

    keys: int = 0

    def _activate(self, target: Locator) -> None:
        wanted = target.element_handle()
        for _ in range(300):
            self.page.keyboard.press("Tab")
            self.keys += 1
            if wanted.evaluate("(element) => element === document.activeElement"):
                assert wanted.evaluate("(element) => element.matches(':focus-visible')")
                self.page.keyboard.press("Enter")
                self.page.wait_for_load_state()
                return
        raise AssertionError(f"Tab does not reach {target} on {self.page.url}")
