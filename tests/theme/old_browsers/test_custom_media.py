"""A name of a media query, defined in one sheet, holds in all."""

import pytest

from plugins.theme.old_browsers import StyleError, for_old_browsers

NAMES = """/* Widths. */
@custom-media --phone (max-width: 40em);
@custom-media --wide (width >= 60em);"""


def plain(css: str) -> str:
    return for_old_browsers({"css/a.css": css, "css/names.css": NAMES})


@pytest.mark.parametrize(("written", "served"), [
    ("(--wide)", "(min-width:60em)"),
    ("not all and (--wide)", "not all and (min-width:60em)"),
    ("screen and (--phone)", "screen and (max-width:40em)"),
    ("(--wide), print", "(min-width:60em),print"),
    ("not all and (--phone), print", "not all and (max-width:40em),print"),
    ("(--wide) and (orientation: landscape)", "(min-width:60em) and (orientation:landscape)"),
])  # fmt: skip
def test_a_name_is_replaced_by_its_query_also_in_a_list(written, served):
    assert plain(f"@media {written} {{ .a {{ top: 0 }} }}") == f"@media {served}{{.a{{top:0}}}}"


def test_a_query_within_a_rule():
    assert plain(".a { @media (--phone) { top: 0 } }") == "@media (max-width:40em){.a{top:0}}"


def test_definitions_leave_nothing_behind():
    assert plain(".a { top: 0 }") == ".a{top:0}"


def test_what_is_chosen_for_old_browsers_stands_within_the_query():
    assert plain("@media (--wide) { .a { height: 100dvh } }") == (
        "@media (min-width:60em){.a{height:100vh;height:100dvh}}"
    )


def test_an_unknown_name_is_told_with_its_file_and_line():
    with pytest.raises(StyleError, match=r"theme/static/css/a\.css: .*--broad is not .*a\.css:1:"):
        plain("\n@media (--broad) { .a { top: 0 } }")


def test_a_name_defined_twice_is_told():
    with pytest.raises(StyleError, match="css: @custom-media --wide is defined twice"):
        plain("@custom-media --wide (min-width: 61em);")
