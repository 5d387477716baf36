"""Logical properties by their physical names."""

import pytest

from plugins.theme.old_browsers import StyleError, for_old_browsers


def plain(css: str) -> str:
    return for_old_browsers({"a.css": f".a {{ {css} }}"})[3:-1]


@pytest.mark.parametrize(
    ("written", "served"),
    [
        ("margin-inline: auto", "margin-left:auto;margin-right:auto"),
        ("padding-block: var(--x)", "padding-top:var(--x);padding-bottom:var(--x)"),
        ("padding-block: var(--x) 0", "padding-top:var(--x);padding-bottom:0"),
        ("margin-inline-start: 1px", "margin-left:1px"),
        ("margin-block-end: 1px", "margin-bottom:1px"),
        ("scroll-margin-block: 1px 2px", "scroll-margin-top:1px;scroll-margin-bottom:2px"),
        ("inset-inline-start: 1px", "left:1px"),
        ("inset-inline: var(--x)", "left:var(--x);right:var(--x)"),
        ("inset-block: 0 auto", "top:0;bottom:auto"),
        ("inset: 0", "top:0;bottom:0;left:0;right:0"),
        ("inset: 1px 2px", "top:1px;bottom:1px;left:2px;right:2px"),
        ("inset: 1px 2px 3px", "top:1px;bottom:3px;left:2px;right:2px"),
        ("inset: 1px 2px 3px 4px", "top:1px;bottom:3px;left:4px;right:2px"),
        ("border-block: 1px solid var(--x)",
         "border-top:1px solid var(--x);border-bottom:1px solid var(--x)"),
        ("border-inline-start: 1px solid var(--x)", "border-left:1px solid var(--x)"),
        ("border-inline-color: var(--x)", "border-left-color:var(--x);border-right-color:var(--x)"),
        ("border-start-end-radius: 1px", "border-top-right-radius:1px"),
        ("inline-size: 1px", "width:1px"),
        ("min-block-size: 1px", "min-height:1px"),
        ("float: inline-end", "float:right"),
        ("float: left", "float:left"),
    ],
)  # fmt: skip
def test_a_property(written, served):
    assert sorted(plain(written).split(";")) == sorted(served.split(";"))


def test_the_later_of_two_names_of_a_side_wins():
    assert plain("margin-left: 1px; margin-inline-start: 2px") == "margin-left:2px"


def test_three_values_for_two_sides_are_a_mistake():
    with pytest.raises(StyleError, match="margin-inline"):
        plain("margin-inline: var(--a) var(--b) var(--c)")


def test_what_is_important_stays_so():
    assert plain("margin-inline-start: 1px !important") == "margin-left:1px!important"
