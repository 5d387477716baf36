"""QR codes are those that another encoder makes, drawn with a white border."""

import re
from xml.etree import ElementTree

import pytest
import segno

from plugins.exports.qr_codes import svg

SVG = "{http://www.w3.org/2000/svg}"


def address(length):
    start = "https://a.gov.cn/"
    return start[:length] + "a" * (length - len(start))


def drawn(path, size):
    """The dark modules of a path of rows: strokes are drawn to the right from the last place."""
    matrix = [[0] * size for _ in range(size)]
    left, top = map(float, re.match(r"M(\d+) ([\d.]+)", path).groups())
    x, y = int(left), int(top)
    assert top - y == 0.5
    for stroke, right, down in re.findall(r"([hm])(-?\d+)(?: (\d+))?", path):
        if stroke == "h":
            matrix[y][x : x + int(right)] = [1] * int(right)
        x, y = x + int(right), y + int(down or 0)
    return matrix


# As long as a code of each size can take, since encoders fill up shorter ones differently.
@pytest.mark.parametrize(("length", "width"), [(14, 21), (26, 25), (42, 29), (62, 33), (84, 37)])
def test_a_code(length, width):
    text = address(length)
    root = ElementTree.fromstring(svg(text))
    size = width + 4
    assert root.get("viewBox") == f"0 0 {size} {size}"
    assert root.get("width") == root.get("height") == str(4 * size)
    white, dark = root.findall(f"{SVG}path")
    assert (white.get("fill"), white.get("d")) == ("#fff", f"M0 0h{size}v{size}H0z")
    assert dark.get("stroke") == "#000"
    code = segno.make(text, error="m", mask=2, boost_error=False, micro=False)
    assert drawn(dark.get("d"), size) == [[*row] for row in code.matrix_iter(border=2)]
    # No stroke of no length: half of all rows would have one.
    assert not re.search("[hm]0", dark.get("d"))
