// Lets the reader sort a table by any of its columns. The order of the page is the order it starts in.
(function () {
  "use strict";

  const chinese = new Intl.Collator("zh-CN-u-co-pinyin", { numeric: true });
  const NUMBER = /^[+-]?\d+(\.\d+)?$/;

  function valueOf(row, column) {
    const cell = row.cells[column];
    const { sortValue = cell.textContent } = cell.dataset;
    return sortValue.trim();
  }

  function numberIn(text) {
    const plain = text.replace(/,/g, "");
    return NUMBER.test(plain) ? Number(plain) : undefined;
  }

  // Dates are words too: the collator takes 2026年3月1日 and 2026-03-01 by their numbers.
  function compare(one, other) {
    const [a, b] = [numberIn(one), numberIn(other)];
    if (a === undefined || b === undefined) return chinese.compare(one, other);
    return a - b;
  }

  function sort(body, column, ascending) {
    const keyed = Array.from(body.rows, (row) => [valueOf(row, column), row]);
    keyed.sort(([one], [other]) => {
      // Nothing to compare goes last in both directions.
      if (!one || !other) return Number(!one) - Number(!other);
      return ascending ? compare(one, other) : compare(other, one);
    });
    body.append(...keyed.map(([, row]) => row));
  }

  function prepare(table) {
    const headers = Array.from(table.tHead.rows[0].cells);
    headers.forEach((header, column) => {
      if (header.dataset.sort === "none") return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => {
        const ascending = header.getAttribute("aria-sort") !== "ascending";
        headers.forEach((other) => other.removeAttribute("aria-sort"));
        header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
        for (const body of table.tBodies) sort(body, column, ascending);
        const words = `已按${button.textContent.trim()}${ascending ? "升序" : "降序"}排列`;
        document.dispatchEvent(new CustomEvent("announce", { detail: words }));
      });
    });
  }

  document.querySelectorAll("table[data-sortable]").forEach((table) => {
    if (table.tHead && table.tHead.rows.length === 1) prepare(table);
    table.dataset.sortable = "ready";
  });
})();
