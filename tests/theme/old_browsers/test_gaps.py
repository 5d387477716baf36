"""The gap of flex containers, as margins."""

import pytest

from plugins.theme.old_browsers import for_old_browsers


def added(css: str) -> str:
    """What is there for old browsers alone."""
    served = for_old_browsers({"a.css": css})
    return "".join(part.split("}}")[0] + "}" for part in served.split("not (inset:0){")[1:])


@pytest.mark.parametrize(
    ("css", "margins"),
    [
        (".a { display: flex; gap: 1px }",
         ".a{gap:0}.a>:not(:last-child){margin-right:1px}"),
        (".a { display: flex; column-gap: 1px }",
         ".a{gap:0}.a>:not(:last-child){margin-right:1px}"),
        (".a { display: inline-flex; flex-direction: column; gap: 1px }",
         ".a{gap:0}.a>:not(:last-child){margin-bottom:1px}"),
        (".a { display: flex; flex-wrap: wrap; gap: 0 1px }",
         ".a{gap:0}.a>:not(:last-child){margin-right:1px}"),
        (".a { display: flex; flex-flow: row wrap; gap: var(--x) 1px }",
         ".a{margin-bottom:calc(0px - var(--x));gap:0}.a>*{margin-bottom:var(--x)}"
         ".a>:not(:last-child){margin-right:1px}"),
        (".a { display: flex; flex-wrap: wrap; gap: var(--x); margin: 1px 2px var(--y) }",
         ".a{margin-bottom:calc(var(--y) - var(--x));gap:0}.a>*{margin-bottom:var(--x)}"
         ".a>:not(:last-child){margin-right:var(--x)}"),
        (".a { display: flex } @media print { :root[x] .a { gap: 1px } }",
         ":root[x] .a{gap:0}:root[x] .a>:not(:last-child){margin-right:1px}"),
        (".a { display: flex; gap: 1px } .a::after { content: '' }",
         ".a{gap:0}.a>:not(:last-child){margin-right:1px}.a:after{margin-left:1px}"),
        (".a { display: grid; gap: 1px }", ""),
        (".a { display: grid } .b { width: 1px } :root[x] .a { gap: 1px }", ""),
        (".a { columns: 2; column-gap: 1px }", ""),
    ],
)  # fmt: skip
def test_margins(css, margins):
    assert added(css) == margins


def test_where_it_is_no_flex_container_it_has_no_gap():
    css = ".a { display: flex; gap: 1px } @media print { .b .a { display: block } }"
    assert added(css).endswith(".b .a>:not(:last-child){margin-right:0}")
    css = ".a { display: flex; gap: 1px } @media print { .a { display: none } }"
    assert "margin-right:0" not in added(css)
