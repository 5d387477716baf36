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
# Old browsers let minimum widths and `nowrap` count otherwise where a table shares its width out: a
# table that has nothing but these has columns 46 pixels apart, and is a fifth higher or lower. In
# the sample columns are up to 53 pixels apart, and tables 14 % higher or lower.
CELL = 56  # pixels
TABLE_SHARE = 0.15
Boxes = list[list[Any]]


def differences(now: Boxes, then: Boxes, side: int, share: float) -> list[str]:
    """What stands elsewhere, or is not to be seen, in an old browser.

    By `side` pixels a left edge or a width may differ, of a cell by `CELL`. A line may come out one
    more or less: by this share of what is above an element, or in it, it may be lower or higher.
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
    wide = CELL if is_cell else side
    taller = max(share, TABLE_SHARE) if name.startswith("table") else share
    allowed = {
        "left": (left, then[0], wide),
        "top": (top, then[1], side + top * share),
        "width": (width, then[2], wide),
        # The lines of one cell are so few that one more is a third.
        "height": (height, then[3], height if is_cell else side + height * taller),
    }
    return [
        f"{what} {new} → {old}" for what, (new, old, by) in allowed.items() if abs(new - old) > by
    ]
