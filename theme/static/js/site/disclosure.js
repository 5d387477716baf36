// The panels of the header lie over the page: they close with Esc, with a click elsewhere, and when
// the focus leaves them, so that they never cover what has the focus.
(function () {
  "use strict";

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
