"""Sizes that are compared, in steps."""

import pytest

from plugins.theme.old_browsers import for_old_browsers


def steps(css: str) -> list[str]:
    """The rules for old browsers: first the narrow one, then each with its width."""
    served = for_old_browsers({"a.css": css}).partition("not (inset:0){")[2]
    return [one.replace("}", "") for one in served.split("@media ")]


@pytest.mark.parametrize(
    ("css", "found"),
    [
        (".a { width: clamp(1rem, 5vw, 2rem) }",
         [".a{width:1rem", "(min-width:21em){.a{width:5vw", "(min-width:41em){.a{width:2rem"]),
        (".a { width: min(30rem, 50vw) }",
         [".a{width:50vw", "(min-width:60em){.a{width:30rem"]),
        (".a { width: calc(1px + min(10rem, 100vw)) }", [".a{width:calc(1px + 10rem)"]),
    ],
)  # fmt: skip
def test_steps(css, found):
    assert steps(css) == found


def test_a_sum_that_counts_stands_in_brackets():
    assert steps(".a { width: clamp(1rem, 1rem + 1vw, 90rem) }") == [".a{width:calc(1rem + 1vw)"]


def test_a_variable_counts_with_its_value():
    css = ":root { --x: 30rem } .a { grid-template-columns: minmax(min(100%, var(--x)), 1fr) }"
    assert steps(css) == [
        ".a{grid-template-columns:minmax(100%,1fr)",
        "(min-width:52em){.a{grid-template-columns:minmax(var(--x), 1fr)",
    ]


def test_what_is_not_compared_stays_alone():
    assert steps(".a { width: calc(1px + 2vw) }") == [""]
