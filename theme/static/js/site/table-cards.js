// A table of a text in whose columns fewer than eight characters fit to a line becomes cards, as
// ledgers are: each cell with the label of its column. One with joined cells, or without a row of
// heads, gets wider columns instead and scrolls.
(function () {
  "use strict";

  const LEAST = 8;
  const tables = [...document.querySelectorAll(".table-scroll > table:not(.ledger)")];
  if (!tables.length) return;

  function isSimple(table) {
    const rows = table.tHead ? table.tHead.rows : [];
    return rows.length === 1 && !table.querySelector("[colspan], [rowspan]");
  }

  function isCramped(cell) {
    if (cell.textContent.trim().length <= LEAST) return false;
    const style = getComputedStyle(cell);
    const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    const height = cell.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    const isBroken = height > 1.9 * parseFloat(style.lineHeight);
    return isBroken && cell.clientWidth - padding < LEAST * parseFloat(style.fontSize) - 1;
  }

  function label(table) {
    const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
    table.querySelectorAll("tbody tr").forEach((row) => {
      [...row.cells].forEach((cell, index) => {
        cell.dataset.label = names[index] || "";
      });
    });
  }

  function hasNoRoom(table) {
    return [...table.querySelectorAll("th, td")].some(isCramped);
  }

  function fit(table) {
    table.classList.remove("ledger", "table--wide");
    if (!hasNoRoom(table)) return;
    if (isSimple(table)) {
      if (!table.querySelector("[data-label]")) label(table);
      table.classList.add("ledger");
      // In a wide window a ledger is a table too.
      if (!hasNoRoom(table)) return;
      table.classList.remove("ledger");
    }
    table.classList.add("table--wide");
  }

  function fitAll() {
    tables.forEach(fit);
  }

  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    // The address bar of a phone comes and goes: only another width matters.
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    fitAll();
  });
  document.addEventListener("preferences:changed", fitAll);
  fitAll();
})();
