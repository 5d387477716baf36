"""Where the parts of a page are, measured alike in every browser."""

from __future__ import annotations

from typing import Any

PARTS = (
    "header, nav, main, footer, main h1, main h2, main h3, main form, main table, main th, main td"
)
MOST_CELLS = 200
# What only newer browsers do to a line of text, so that the same text may take another line.
PLAIN_LINES = (
    "* { text-autospace: no-autospace !important; text-spacing-trim: space-all !important;"
    " text-wrap: wrap !important; }"
)
# [name, left, top, width, height] of every part; a hidden one has no width.
MEASURE = f"""(() => Array.from(document.querySelectorAll("{PARTS}")).slice(0, {MOST_CELLS})
  .map((part) => {{
    const box = part.getBoundingClientRect();
    const place = [box.left, box.top + window.scrollY, box.width, box.height].map(Math.round);
    const name = part.localName + (part.className ? "." + part.className : "");
    return [name + " " + part.textContent.trim().slice(0, 12), ...place];
  }}))()"""
TOLERANCE = 8  # pixels: of left edge and width, and of top and height
# Lines of a text may come out one more or less: this much of the page above an element may do so.
SHARE = 0.01

Boxes = list[list[Any]]


def differences(now: Boxes, then: Boxes) -> list[str]:
    """What stands elsewhere, or is not to be seen, in an old browser."""
    if [name for name, *_ in now] != [name for name, *_ in then]:
        return ["other parts"]
    found = []
    for (name, left, top, width, height), (_, *old) in zip(now, then, strict=True):
        allowed = TOLERANCE + top * SHARE
        places = (
            ("left", left, old[0], TOLERANCE),
            ("top", top, old[1], allowed),
            ("width", width, old[2], TOLERANCE),
            ("height", height, old[3], TOLERANCE + height * SHARE),
        )
        wrong = [f"{what} {a} → {b}" for what, a, b, by in places if abs(a - b) > by]
        if wrong:
            found.append(f"{name}: {', '.join(wrong)}")
    return found
