"""Which scripts a published page runs: those of the theme, and no file that somebody uploaded."""

from __future__ import annotations

import pytest

from tests.browser.server import serve
from tests.build.built import build
from tests.content_folder import make_content


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A published site, with scripts in its output as if somebody had got them there."""
    folder = tmp_path_factory.mktemp("published")
    build(make_content(folder), folder)
    output = folder / "output"
    for name in ("files/x.js", "x.js", "assetsx.js", "assets/x.js"):
        file = output / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"window.ran = (window.ran || []).concat('{name}');", encoding="utf-8")

    yield from serve(output)


ADD = """async ([name]) => {
    const script = document.createElement("script");
    script.src = name;
    const ended = new Promise((end) => { script.onload = script.onerror = end; });
    document.head.append(script);
    await ended;
    return window.ran || [];
}"""


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("/assets/x.js", ["assets/x.js"]),
        ("/files/x.js", []),
        ("/x.js", []),
        ("/assetsx.js", []),
        ("/assets/../files/x.js", []),
        ("/files/x.js?/assets/", []),
        ("data:text/javascript,window.ran=[1]", []),
        ("http://localhost:1/assets/x.js", []),
    ],
)
def test_only_scripts_of_the_theme_run(tab, published, name, runs):
    page = tab()
    page.goto(f"{published}/dongtai/index.html")
    assert page.evaluate(ADD, [name]) == runs


def test_the_scripts_of_the_theme_do(watched, published):
    page, watch = watched()
    page.goto(f"{published}/search.html")
    page.wait_for_selector("[data-element=search-form][data-index]")
    assert watch.problems == []
