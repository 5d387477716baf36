"""The style sheet as a whole: what is written is modern, what is served is plain."""

import pytest

from plugins.theme.old_browsers import StyleError, for_old_browsers


def plain(css: str) -> str:
    return for_old_browsers({"css/a.css": css})


def old(rules: str) -> str:
    return f"@supports not (inset:0){{{rules}}}"


def test_several_sheets_are_one_in_their_order():
    sheets = {"css/a.css": ".a { color: red }", "css/b.css": ".b { width: 1px }"}
    assert for_old_browsers(sheets) == ".a{color:red}.b{width:1px}"


def test_nesting_media_ranges_and_new_colours_are_lowered():
    css = ".a { &:hover { color: rgb(0 0 0 / 50%) } @media (width >= 40em) { width: 1px } }"
    assert plain(css) == ".a:hover{color:#00000080}@media (min-width:40em){.a{width:1px}}"


def test_a_mix_of_plain_colours_is_reckoned():
    assert plain(".a { color: color-mix(in srgb, red 20%, blue) }") == ".a{color:#30c}"


def test_other_at_rules_stay():
    css = "@page { margin: 2cm } @keyframes b { from { top: 0 } to { top: 1px } }"
    assert plain(css) == "@page{margin:2cm}@keyframes b{0%{top:0}to{top:1px}}"


def test_words_that_may_break_anywhere_do_so_in_an_old_browser():
    assert plain(".a { overflow-wrap: anywhere }") == (
        ".a{overflow-wrap:anywhere}" + old(".a{word-break:break-word}")
    )


def test_a_height_of_the_visible_window_has_the_older_unit_before_it():
    assert plain(".a { height: 100dvh }") == ".a{height:100vh;height:100dvh}"
    assert plain(".a { height: calc(100svh - 1px) }") == (
        ".a{height:calc(100vh - 1px);height:calc(100svh - 1px)}"
    )


def test_what_cannot_be_read_is_told_with_its_file():
    with pytest.raises(StyleError, match=r"theme/static/css/a\.css"):
        plain(".a { color: red } }")


def test_what_cannot_be_made_plain_is_told():
    with pytest.raises(StyleError, match=r"\.a: say `display` beside `gap`"):
        plain(".a { gap: 1px }")
