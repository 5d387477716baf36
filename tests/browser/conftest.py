"""A real Chromium over the built sample site. One browser per session, one context per test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.server import serve
from tests.browser.site import ROOT, Site
from tests.browser.watch import Watch

SCRIPTS = ROOT / "theme" / "static" / "js"
INSTALL = "sudo apt-get update && sudo apt-get install -y chromium fonts-noto-cjk"
ARGUMENTS = [
    "--no-sandbox",  # CI runs as root in a container, where the sandbox can't start
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--font-render-hinting=none",
    "--lang=zh-CN",
    # The pages behind an address bar that nobody sees: each window would load and run them. A
    # second list replaces the first, so what keeps Playwright's from asking the network stands too.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,AimEnabled,"
    "PreloadTopChromeWebUI,OptimizationHints,NetworkTimeServiceQuerying,PreconnectToSearch,"
    "MediaRouter,LensOverlay,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,PaintHolding,"
    "DestroyProfileOnBrowserClose,ThirdPartyStoragePartitioning,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,AvoidCorsURLLoaderRestartOnRedirect",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def executable() -> str:
    """The Chromium of these tests; without one the test fails."""
    wanted = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    found = shutil.which(wanted)
    if not found:
        pytest.fail(
            f"浏览器测试需要 Chromium，没有找到 {wanted}。安装 / install it:\n  {INSTALL}\n"
            "已有别的 Chromium 或 Chrome / with another one: CHROMIUM=/path/to/chrome make test",
            pytrace=False,
        )
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(sample_site: Path) -> Iterator[Site]:
    """The sample site, served on loopback."""
    for origin in serve(sample_site):
        yield Site(origin, sample_site)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Callable[..., tuple[Page, Watch]]]:
    """`watched(width=1280, **context)`: a new page, and what went wrong on it."""
    contexts = []

    def new(width: int = 1280, **options: object) -> tuple[Page, Watch]:
        viewport = {"width": width, "height": 900}
        context = browser.new_context(viewport=viewport, locale="zh-CN", **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        return page, Watch(page)

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def tab(watched) -> Callable[..., Page]:
    """`tab(width=1280, **context)`: a new page."""
    return lambda *args, **options: watched(*args, **options)[0]


@pytest.fixture(scope="session")
def bare_origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An empty host, for pages that a test writes itself."""
    yield from serve(tmp_path_factory.mktemp("bare"))


@pytest.fixture
def bare(tab, bare_origin: str) -> Callable[..., Page]:
    """`bare(html, *scripts)`: a page of one's own with scripts of the theme, each by its path."""

    def open_(html: str, *scripts: str, before: str = "", path: str = "/page.html") -> Page:
        page = tab()
        if before:
            page.add_init_script(before)
        tags = "".join(f'<script defer src="/js/{name}"></script>' for name in scripts)
        document = (
            f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title>'
            f'<link rel="icon" href="data:,"><script src="/js/prefs.js"></script>{tags}</head>'
            f"<body>{html}</body></html>"
        )
        page.route(
            f"{bare_origin}{path.partition('?')[0]}*",
            lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=document),
        )
        page.route(
            f"{bare_origin}/js/**",
            lambda route: route.fulfill(path=SCRIPTS / route.request.url.partition("/js/")[2]),
        )
        page.goto(bare_origin + path)
        return page

    return open_
