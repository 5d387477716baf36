// The comparison of two texts: what has not changed can be put away, and is put away on request.
(function () {
  "use strict";

  const box = document.querySelector("[data-only-changes]");
  const same = Array.from(document.querySelectorAll("[data-change=same]"));
  if (!box || !same.length) return;
  const changed = document.querySelectorAll("[data-change]").length - same.length;

  box.querySelector("input").addEventListener("change", (event) => {
    const only = event.target.checked;
    same.forEach((one) => {
      one.hidden = only;
    });
    const said = only
      ? `有变化的${changed}条，没有变化的${same.length}条已收起`
      : `全部${changed + same.length}条`;
    document.dispatchEvent(new CustomEvent("announce", { detail: said }));
  });
  box.hidden = false;
})();
