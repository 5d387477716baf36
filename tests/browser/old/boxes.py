"""Where the parts of a page are, measured alike in every browser."""

from __future__ import annotations

from typing import Any

PARTS = "header, nav, main, footer, main h1, main h2, main h3, main form, main table"
CELLS = "main th, main td"
MOST_CELLS = 100
# What only newer browsers do to a line of text, so that the same text may take another line.
PLAIN_LINES = (
    "* { text-autospace: no-autospace !important; text-spacing-trim: space-all !important;"
    " text-wrap-style: auto !important; }"
)
# [name, left, top, width, height] of every part; a hidden one has no width.
# Which tables of a text have no room, and so are cards, hangs on the width of a letter.
MEASURE = f"""(() => {{
  for (const table of document.querySelectorAll(".prose table")) {{
    table.classList.remove("ledger", "table--wide");
  }}
  return Array.from(document.querySelectorAll("{PARTS}"))
  .concat(Array.from(document.querySelectorAll("{CELLS}")).slice(0, {MOST_CELLS}))
  .map((part) => {{
    const folded = part.closest("details:not([open]) > :not(summary)");
    const box = part.getBoundingClientRect();
    const place = folded ? [0, 0, 0, 0]
      : [box.left, box.top + window.scrollY, box.width, box.height].map(Math.round);
    const name = part.localName + (part.className ? "." + part.className : "");
    return [name + " " + part.textContent.trim().slice(0, 12), ...place];
  }});
}})()"""
# Containers with a gap in which bare text stands beside an element: only an element has the margin
# that stands in for the gap.
BARE = """() => Array.from(document.querySelectorAll("body *")).filter((box) => {
  const style = getComputedStyle(box);
  const gap = parseFloat(style.columnGap);
  if (!style.display.includes("flex") || !gap || !box.children.length) return false;
  return Array.from(box.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
}).map((box) => box.localName + "." + box.className + ": " + box.textContent.trim().slice(0, 20))"""
# Chromium 91 has another way to share the width of a table out among its columns: cells of the same
# table are so much wider or narrower, and its lines so many more or fewer.
CELL_SHARE = 0.5
TABLE_SHARE = 0.2
MIN_CELL = 48  # pixels: of a cell of one word any other width is a great share
Boxes = list[list[Any]]


def differences(now: Boxes, then: Boxes, side: int, share: float) -> list[str]:
    """What stands elsewhere, or is not to be seen, in an old browser.

    By `side` pixels a left edge or a width may differ. A line may come out one more or less: by
    this share of what is above an element, or in it, it may be lower or higher.
    """
    if [name for name, *_ in now] != [name for name, *_ in then]:
        return ["other parts"]
    return [
        f"{name}: {', '.join(wrong)}"
        for (name, *new), (_, *old) in zip(now, then, strict=True)
        if (wrong := _differences(name, new, old, side, share))
    ]


def _differences(name: str, now: list[int], then: list[int], side: int, share: float) -> list[str]:
    left, top, width, height = now
    if not width:
        return [] if not then[2] else ["is to be seen"]
    is_cell = name.startswith(("th", "td"))
    wide = max(width, MIN_CELL) * CELL_SHARE if is_cell else side
    taller = TABLE_SHARE if name.startswith("table") else share
    allowed = {
        # A cell stands as much to the side as those before it are wider.
        "left": (left, then[0], left * CELL_SHARE + side if is_cell else side),
        "top": (top, then[1], side + top * max(share, TABLE_SHARE if is_cell else 0)),
        "width": (width, then[2], wide),
        # The lines of one cell are so few that one more is a third.
        "height": (height, then[3], height if is_cell else side + height * taller),
    }
    return [
        f"{what} {new} → {old}" for what, (new, old, by) in allowed.items() if abs(new - old) > by
    ]
