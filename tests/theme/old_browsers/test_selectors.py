"""Selectors that an old browser knows, with the weight that they had."""

import pytest

from plugins.theme.old_browsers import StyleError, for_old_browsers
from plugins.theme.old_browsers.selectors import weight
from plugins.theme.old_browsers.sheet import tokens


def plain(selectors: str) -> str:
    return for_old_browsers({"a.css": f"{selectors} {{ color: red }}"}).replace("{color:red}", " ")


@pytest.mark.parametrize(
    ("written", "served"),
    [
        (".a :is(.b, .c)", ".a .b,.a .c "),
        (".a > :is(.b, .c):last-child", ".a>.b:last-child,.a>.c:last-child "),
        (":is(.a, .b) :is(.c, .d)", ".a .c,.a .d,.b .c,.b .d "),
        (".a:is(h1, h2) b", "h1.a b,h2.a b "),
        (":root[x] :is(.a b, .c d)", ":root[x] .a b,:root[x] .c d "),
        (".a:not(:is(.b))", ".a:not(.b) "),
    ],
)
def test_alternatives_are_written_out(written, served):
    assert plain(written) == served


def test_an_alternative_weighs_as_much_as_the_heaviest():
    assert plain(":root :is(.a b, p)") == ":root .a b,:not(.\\#):root p "
    assert plain(":is(#i, *) f") == "#i f,:not(#\\#) f "


def test_where_the_weight_cannot_be_reached_the_rule_stays():
    served = plain(":is(#i, .c) f")
    assert served.startswith("@supports not (inset:0){#i f,.c f }")
    assert served.endswith(":is(#i,.c) f ")


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("a", (0, 0, 1)),
        ("*", (0, 0, 0)),
        ("a.b#c[d]", (1, 2, 1)),
        ("a::before", (0, 0, 2)),
        ("a:before", (0, 0, 2)),
        ("a:hover > b + c", (0, 1, 3)),
        (":not(.a, #b)", (1, 0, 0)),
        (":where(#a) b", (0, 0, 1)),
        (":nth-child(2n + 1)", (0, 1, 0)),
    ],
)
def test_the_weight_of_a_selector(selector, found):
    assert weight(tokens(selector)) == found


def test_the_focus_that_shows_stands_in_for_itself_alone():
    assert plain(".a:focus-visible, .b") == (
        ".b @supports not (inset:0){.a:focus }.a:focus-visible "
    )


def test_where_keeps_its_rule_and_is_written_out_for_old_browsers():
    assert plain("nav :where(ol, ul)") == (
        "@supports not (inset:0){nav ol,nav ul }nav :where(ol,ul) "
    )


def test_not_of_a_list_is_written_out_for_old_browsers():
    served = plain(".a:not(.b, .c)")
    assert "@supports not (inset:0){.a:not(.b):not(.c) }" in served
    assert served.endswith(".a:not(:is(.b,.c)) ")


def test_what_has_no_stand_in_takes_no_other_selector_along():
    served = plain(".a:has(b), .c")
    assert ".c " in served and ".a:has(b) " in served


def test_an_alternative_of_two_elements_that_may_stand_anywhere_is_a_mistake():
    with pytest.raises(StyleError, match="write the alternative"):
        plain(".x :is(.a .b, .c)")
