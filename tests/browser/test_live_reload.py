"""A page that is open while the site is built again."""

import pytest

from tests.commands.live import Live

CHANGED = "document.body.innerText.includes('第二版')"
LOOK = """hidden => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def live(tmp_path):
    return Live(tmp_path)


def test_it_shows_what_was_saved(live, tab):
    page = tab()
    with live.started() as url:
        page.goto(f"{url}a.html")
        assert "第一版" in page.inner_text("body")
        live.write("第二版")
        page.wait_for_function(CHANGED, timeout=20_000)


def test_while_hidden_it_lets_go_and_it_catches_up_when_looked_at(live, tab):
    page = tab()
    with live.started() as url:
        page.goto(f"{url}a.html")
        page.evaluate(LOOK, True)
        live.write("第二版")
        live.read_until("已生成")
        page.wait_for_timeout(500)
        assert "第一版" in page.inner_text("body")
        page.evaluate(LOOK, False)
        page.wait_for_function(CHANGED, timeout=20_000)
