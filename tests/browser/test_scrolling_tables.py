"""A table that is wider than its place shows at which side there is more."""

from __future__ import annotations

from base64 import b64encode

import pytest

WIDE = (
    '<main class="page"><div class="table-scroll" tabindex="0" role="group" aria-label="表">'
    "<table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>"
    "</div></main>"
)
SCROLLED = """([width, left]) => {
  document.querySelector("table").style.width = `${width}px`;
  document.querySelector(".table-scroll").scrollLeft = left;
}"""

# The colours of some places of a picture, 3 pixels below its top: above the words of the table.
COLOURS = """async ([picture, fromLeft, fromRight]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  return [fromLeft, image.width - 1 - fromRight].map((x) =>
    [...canvas.getImageData(x, 3, 1, 1).data].slice(0, 3));
}"""


@pytest.fixture
def shaded(tab, site, sample_site):
    """`shaded(width, left)`: whether the left and the right edge are, after scrolling there."""
    (style,) = sample_site.glob("assets/site.*.css")

    def look(width, left=0, scheme="light"):
        page = tab(width=600)
        page.emulate_media(color_scheme=scheme)
        page.goto(site.url("missing"))
        page.set_content(f'<link rel="stylesheet" href="{site.origin}/assets/{style.name}">' + WIDE)
        page.evaluate(SCROLLED, [width, left])
        page.wait_for_timeout(100)
        picture = b64encode(page.locator(".table-scroll").screenshot()).decode()
        paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        colour = [int(one) for one in paper[4:-1].split(",")]
        return [found != colour for found in tab().evaluate(COLOURS, [picture, 1, 1])]

    return look


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_side_where_there_is_more_is_shaded(shaded, scheme):
    assert shaded(1500, 0, scheme) == [False, True]
    assert shaded(1500, 300, scheme) == [True, True]
    assert shaded(1500, 5000, scheme) == [True, False]


def test_a_table_that_has_room_is_not(shaded):
    assert shaded(300) == [False, False]
