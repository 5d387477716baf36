"""Scripts that look for what doesn't fit."""

# Visible elements that reach over the edge of the window, but not inside what scrolls by itself.
TOO_WIDE = """() => {
  const scrolls = (element) => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (getComputedStyle(one).overflowX !== "visible") return true;
    }
    return false;
  };
  const name = (one) => one.tagName.toLowerCase() + (one.className ? "." + one.className : "");
  const width = document.documentElement.clientWidth;
  const over = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || box.bottom <= 0) return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    return (box.right > width + 1 || box.left < -1) && !scrolls(element);
  });
  const page = document.documentElement.scrollWidth;
  return [
    ...over.map((one) => `${name(one)}: ${Math.round(one.getBoundingClientRect().right)} px`),
    ...(page > width ? [`the page: ${page} px`] : []),
  ];
}"""

# Elements whose own text is cut off: it is longer than the element, and what is over is hidden.
CLIPPED = """() => {
  const hidden = new Set(["hidden", "clip"]);
  const name = (one) => one.tagName.toLowerCase() + (one.className ? "." + one.className : "");
  return [...document.body.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    const [wide, high] = [element.clientWidth, element.clientHeight];
    if (wide <= 1 || high <= 1 || !element.innerText || !element.innerText.trim()) return false;
    // The last of the breadcrumbs is the title, which stands in full below.
    if (element.closest("textarea, select, input, [data-element=breadcrumbs]")) return false;
    return (hidden.has(style.overflowX) && element.scrollWidth > wide + 1)
      || (hidden.has(style.overflowY) && element.scrollHeight > high + 1);
  }).map((one) => `${name(one)}: ${one.innerText.trim().slice(0, 20)}`);
}"""

# Text in a column so narrow that it breaks though it has more than `least` characters, eight in
# cells and values, seven elsewhere. What only a screen reader meets has no width to speak of.
NARROW = """() => {
  const name = (one) => one.tagName.toLowerCase() + (one.className ? "." + one.className : "");
  const own = (one) => [...one.childNodes].filter((node) => node.nodeType === 3)
    .map((node) => node.data.trim()).join("");
  const found = new Set();
  for (const element of document.body.querySelectorAll("*")) {
    if (own(element).length <= 8 || element.closest("button, svg, [hidden]")) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    let block = element;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const style = getComputedStyle(block);
    const size = parseFloat(style.fontSize);
    const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    const width = (block.clientWidth - padding) / size;
    const least = block.matches("td, th, dd") ? 8 : 7;
    // Not the height of the block: a cell is as high as its row.
    const range = document.createRange();
    range.selectNodeContents(element);
    const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
    if (width < least - 0.1 && width > 1 && lines > 1) {
      found.add(`${name(block)}: ${width.toFixed(1)}: ${element.innerText.trim().slice(0, 16)}`);
    }
  }
  return [...found];
}"""
