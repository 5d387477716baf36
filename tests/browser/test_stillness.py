"""Nothing moves while a page comes: scripts that take hold late find their place kept.

As a phone gets the page: a slow line, a processor at a quarter of its speed, and scripts that come
when the page has been painted.
"""

from __future__ import annotations

import time

import pytest

from tests.browser.nothing import assert_nothing
from tests.browser.site import together

LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
LATE = 1.0  # seconds
NAMES = [
    "home",
    "tasks record",
    "policies record",
    "statutes record",
    "replies record",
    "penalties list",
    "statutes list",
    "matters list",
    "events list",
]
# Each thing that moved: by how much, and what it is.
OBSERVE = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    const names = sources.map(({ node }) => node && node.nodeType === 1
      ? `${node.tagName.toLowerCase()}.${node.className}` : "?");
    window.moved.push(`${value.toFixed(3)}: ${names.join(", ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
# A phone that can read Chinese aloud, and says so late, as Chromium does.
VOICE = """
let voices = [];
speechSynthesis.getVoices = () => voices;
addEventListener("load", () => setTimeout(() => {
  voices = [{ lang: "zh-CN", localService: true, default: true, name: "声音" }];
  speechSynthesis.dispatchEvent(new Event("voiceschanged"));
}, 300));
"""


def come_late(route):
    time.sleep(LATE)
    route.continue_()


@pytest.mark.parametrize("name", together(NAMES))
def test_nothing_moves_on_a_phone(tab, site, name):
    page = tab(width=360, is_mobile=True, has_touch=True)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(OBSERVE + VOICE)
    page.route("**/*.js", come_late)
    page.goto(site.url(name))
    page.locator('[data-action="read"]').wait_for()
    page.wait_for_timeout(300)
    assert_nothing(page.evaluate("window.moved"))
