// The panels of the header lie over the page: they close with Esc, with a click elsewhere, and when
// the focus leaves them, so that they never cover what has the focus.
(function () {
  "use strict";

  // Long contents are folded on a phone and open in a margin.
  const wide = window.matchMedia("(min-width: 60em)").matches;
  if (wide) {
    for (const fold of document.querySelectorAll("details[data-open-wide]")) fold.open = true;
  }
  // Long filters are open without a script, so that they are there for everybody.
  for (const fold of document.querySelectorAll("details[data-fold-narrow]")) {
    fold.open = wide;
    fold.dataset.ready = "";
  }

  for (const panel of document.querySelectorAll("header details")) {
    const close = () => {
      panel.open = false;
    };
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !panel.open) return;
      close();
      panel.querySelector("summary").focus();
    });
    panel.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !panel.contains(event.relatedTarget)) close();
    });
    document.addEventListener("click", (event) => {
      if (!panel.contains(event.target)) close();
    });
  }
})();
