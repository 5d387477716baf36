// A box that narrows the things of a page (data-find) to those that hold all the words typed. A group
// (data-find-group) of which nothing is left goes with them; what is folded opens while it is searched.
(function () {
  "use strict";

  // Wide letters as narrow ones, and without the blanks that an input method leaves.
  const plain = (text) =>
    text
      .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .toLowerCase();

  document.querySelectorAll("[data-finder]").forEach((box) => {
    const area = document.getElementById(box.dataset.finder);
    const input = box.querySelector("input");
    const count = box.querySelector("[data-finder-count]");
    if (!area || !input || !count) return;

    const all = (selector) => Array.from(area.querySelectorAll(selector));
    const things = all("[data-find]").map((element) => ({
      element,
      text: plain(`${element.textContent} ${element.dataset.find}`),
      counts: !element.closest("details[data-find-fold]"),
    }));
    const groups = all("[data-find-group]");
    const folds = all("details[data-find-fold]");
    let opened = [];

    function fold(searching) {
      if (searching) {
        opened = opened.concat(folds.filter((one) => !one.open));
        folds.forEach((one) => {
          one.open = true;
        });
      } else {
        opened.forEach((one) => {
          one.open = false;
        });
        opened = [];
      }
    }

    function narrow() {
      const words = plain(input.value).split(/[\s，、,]+/).filter(Boolean);
      let left = 0;
      things.forEach((thing) => {
        const shown = words.every((word) => thing.text.includes(word));
        thing.element.hidden = !shown;
        if (shown && thing.counts) left += 1;
      });
      groups.forEach((group) => {
        group.hidden = !group.querySelector("[data-find]:not([hidden])");
      });
      fold(words.length > 0);
      const said = left ? `找到 ${left} 项` : "没有找到，换一个词试试，或者拨打市民热线12345";
      count.textContent = words.length ? said : "";
      if (words.length) document.dispatchEvent(new CustomEvent("announce", { detail: said }));
    }

    input.addEventListener("input", narrow);
    box.hidden = false;
    if (input.value) narrow();
  });
})();
