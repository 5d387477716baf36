// On a phone a record of a long ledger is one line: its name and the cells marked `data-keep`. A
// button opens the rest. Where the ledger is a table, and without this script, all of it is shown.
(function () {
  "use strict";

  document.querySelectorAll("table[data-fold]").forEach((table) => {
    table.querySelectorAll("tbody tr").forEach((row) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ledger__open";
      const name = row.cells[0].textContent.trim();
      const show = (isOpen) => {
        row.classList.toggle("is-open", isOpen);
        button.setAttribute("aria-expanded", String(isOpen));
        button.textContent = isOpen ? "收起" : "详情";
        button.setAttribute("aria-label", `${button.textContent}：${name}`);
      };
      button.addEventListener("click", () => show(!row.classList.contains("is-open")));
      show(false);
      row.cells[0].append(button);
    });
    table.dataset.fold = "ready";
  });
})();
