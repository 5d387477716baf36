// Paper can't be opened: what is folded in the text is unfolded for printing, and folded again after.
(function () {
  "use strict";

  let unfolded = [];

  window.addEventListener("beforeprint", () => {
    unfolded = Array.from(document.querySelectorAll("main details:not([open])"));
    unfolded.forEach((one) => {
      one.open = true;
    });
  });
  window.addEventListener("afterprint", () => {
    unfolded.forEach((one) => {
      one.open = false;
    });
    unfolded = [];
  });
})();
