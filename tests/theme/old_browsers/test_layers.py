"""Layers by specificity."""

from plugins.theme.old_browsers import for_old_browsers

ID = ":not(#\\#)"


def plain(css: str) -> str:
    return for_old_browsers({"a.css": css})


def test_a_later_layer_outweighs_an_earlier_one():
    css = "@layer a { #x { color: red } } @layer b { p { color: blue } }"
    assert plain(css) == f"#x{{color:red}}p{ID}{{color:#00f}}"


def test_the_order_is_that_of_the_first_mention():
    css = "@layer a, b; @layer b { p { color: red } } @layer a { p { color: blue } }"
    assert plain(css) == f"p{{color:#00f}}p{ID}{{color:red}}"


def test_the_order_said_in_one_file_holds_in_the_next():
    sheets = {"a.css": "@layer a, b;", "b.css": "@layer b { p { top: 0 } }",
              "c.css": "@layer a { b { top: 1px } }"}  # fmt: skip
    assert for_old_browsers(sheets) == f"p{ID}{{top:0}}b{{top:1px}}"


def test_what_stands_in_no_layer_outweighs_all():
    css = "p { color: red } @layer a { p { color: blue } }"
    assert plain(css) == f"p{ID}{{color:red}}p{{color:#00f}}"


def test_a_layer_in_a_layer_comes_before_what_is_its_own():
    css = "@layer a { p { top: 0 } @layer b { p { top: 1px } } } i { top: 2px }"
    assert plain(css) == f"p{ID}{{top:0}}p{{top:1px}}i{ID}{ID}{{top:2px}}"


def test_what_is_important_wins_in_the_earliest_layer():
    css = "@layer a { p { top: 0 !important } } @layer b { p { top: 1px !important } }"
    assert plain(css) == f"p{ID}{{top:0!important}}p{{top:1px!important}}"


def test_layers_within_a_media_query_and_what_is_added_for_old_browsers():
    css = (
        "@layer a, b; @layer b { @media print { .a { display: flex; gap: 1px } } }"
        "@layer a { .c { top: 0 } }"
    )
    assert plain(css) == (
        ".c{top:0}"
        f"@media print{{{ID}.a{{gap:1px;display:flex}}"
        f"@supports not (inset:0){{{ID}.a{{gap:0}}{ID}.a>:not(:last-child){{margin-right:1px}}}}}}"
    )


def test_without_layers_nothing_is_added():
    assert plain("p { top: 0 }") == "p{top:0}"
