"""Figures and drawings in a browser: they fit, grow, and can be read in every mode."""

import pytest

from tests.browser.nothing import assert_nothing
from tests.browser.test_every_size import MODES, SIZES, WIDTHS, seen

POINTS = "interpretations/2026/yangquan-tujie.html"
FORK = "interpretations/2025/huwai-zhaopai-tujie.html"
ONE_SERIES = "news/2026/gongdan-2026-10.html"
TWO_SERIES = "news/2025/yejian-zhengzhi-jieguo.html"
DRAWING = "news/2026/tingchaolu-zaoshi-pinggu.html"
LAW = "statutes/yt-shirong-huanwei-banfa.html"
FIGURES = (POINTS, FORK, ONE_SERIES, TWO_SERIES, DRAWING, LAW)
NUMBERS = """() => [...document.querySelectorAll(".bars .bar__value")].map((one) => {
  const range = document.createRange();
  range.selectNodeContents(one);
  const box = one.closest("td").getBoundingClientRect();
  return Math.round(Math.max(...[...range.getClientRects()].map((each) => each.right)));
})"""
COLOURS = """(selector) => [...new Set([...document.querySelectorAll(selector)].flatMap((one) => {
  const style = getComputedStyle(one);
  // A line has no area to fill.
  const own = one.localName === "line" ? [style.stroke] : [style.fill, style.stroke];
  return own.filter((colour) => colour !== "none");
}))]"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".figure *")].filter((one) =>
  [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
).map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
LABELS = """() => [...document.querySelectorAll(".drawing text")].map((one) =>
  one.getBoundingClientRect().height)"""


def opened(tab, site, path, width=1280, **options):
    page = tab(width=width, **options)
    page.goto(f"{site.origin}/{path}")
    return page


@pytest.mark.parametrize("path", FIGURES)
def test_they_fit_in_every_size_mode_and_width(tab, site, path):
    page = opened(tab, site, path)
    found = []
    for mode in MODES:
        forced = "active" if mode == "forced colours" else "none"
        page.emulate_media(color_scheme="dark" if mode == "dark" else "light", forced_colors=forced)
        for size in SIZES:
            for width in WIDTHS:
                found += seen(page, mode, size, width)
    assert_nothing(found)


@pytest.mark.parametrize("path", [POINTS, ONE_SERIES, TWO_SERIES])
def test_their_words_grow_and_are_never_small(tab, site, path):
    page = opened(tab, site, path, width=320)
    seen(page, "normal", "", 320)
    normal = page.evaluate(SMALLEST)
    seen(page, "elder", "largest", 320)
    assert normal >= 15
    assert page.evaluate(SMALLEST) >= 1.5 * normal


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("path", [DRAWING, FORK])
def test_what_is_written_in_a_drawing_can_be_read_on_a_phone(tab, site, path, width):
    heights = opened(tab, site, path, width=width).evaluate(LABELS)
    assert heights
    assert min(heights) >= 14


def test_numbers_stand_below_one_another(tab, site):
    page = opened(tab, site, ONE_SERIES)
    rights = page.evaluate(NUMBERS)
    columns = [set(rights[at::3]) for at in range(3)]
    assert [len(column) for column in columns] == [1, 1, 1]


def test_words_of_a_figure_can_be_selected_in_their_order(tab, site):
    page = opened(tab, site, POINTS)
    page.evaluate("""() => getSelection().selectAllChildren(
      document.querySelector(".figure--flow li"))""")
    words = "".join(page.evaluate("getSelection().toString()").split())
    assert words == "免疫：犬满3月龄，到动物诊疗机构接种狂犬病疫苗。"


def test_the_length_of_a_bar_is_its_number(tab, site):
    page = opened(tab, site, ONE_SERIES)
    widths = page.evaluate(
        '() => [...document.querySelectorAll(".bars rect")].map((one) => one.getBBox().width)'
    )
    numbers = [2136, 1874, 1127, 903, 818, 742, 431, 381]
    assert [round(width / widths[0], 2) for width in widths] == [
        round(number / numbers[0], 2) for number in numbers
    ]


@pytest.mark.parametrize(
    ("options", "ink"),
    [
        ({"color_scheme": "light"}, "rgb(15, 82, 87)"),
        ({"color_scheme": "dark"}, "rgb(138, 204, 200)"),
        ({"color_scheme": "dark", "forced_colors": "active"}, "rgb(255, 255, 255)"),
        ({"color_scheme": "light", "forced_colors": "active"}, "rgb(0, 0, 0)"),
    ],
)
def test_bars_have_the_colour_of_the_mode(tab, site, options, ink):
    page = opened(tab, site, ONE_SERIES, **options)
    assert page.evaluate(COLOURS, ".bars rect") == [ink]


@pytest.mark.parametrize(
    ("options", "colours"),
    [
        ({"color_scheme": "dark", "forced_colors": "active"},
         {"rgb(255, 255, 255)", "rgb(0, 0, 0)"}),
        ({"color_scheme": "light"},
         {"rgb(29, 36, 34)", "rgb(243, 238, 226)", "rgb(251, 248, 241)", "rgb(15, 82, 87)",
          "rgb(162, 35, 28)"}),
        ({"color_scheme": "dark"},
         {"rgb(235, 230, 218)", "rgb(29, 36, 35)", "rgb(21, 26, 26)", "rgb(138, 204, 200)",
          "rgb(243, 153, 141)"}),
    ],
)  # fmt: skip
def test_a_drawing_has_the_colours_of_the_mode(tab, site, options, colours):
    page = opened(tab, site, DRAWING, **options)
    assert {*page.evaluate(COLOURS, ".drawing :not(g)")} == colours


def test_a_drawing_is_named_to_screen_readers_and_has_the_type_of_the_page(tab, site):
    page = opened(tab, site, DRAWING)
    drawing = page.get_by_role("img", name="旧粮库早市场地布置示意图，上北下南，图中一至八处见下")
    assert drawing.count() == 1
    family = "getComputedStyle(document.querySelector('.drawing text')).fontFamily"
    assert page.evaluate(family) == page.evaluate("getComputedStyle(document.body).fontFamily")


def test_on_paper_bars_are_drawn_and_no_drawing_is_higher_than_eight_centimetres(tab, site):
    page = opened(tab, site, ONE_SERIES)
    page.emulate_media(media="print")
    assert page.evaluate(COLOURS, ".bars rect") == ["rgb(0, 0, 0)"]
    page = opened(tab, site, "guides/huwai-zhaopai-shezhi.html")
    page.emulate_media(media="print")
    height = "document.querySelector('.drawing').getBoundingClientRect().height"
    assert page.evaluate(height) <= 8 / 2.54 * 96 + 1
