// Paper can't be opened: what is folded in the text is unfolded for printing, and folded again after.
// The head of each page is named by the site and the title, which a style sheet can't read.
(function () {
  "use strict";

  let unfolded = [];

  const name = (property, selector) => {
    const found = document.querySelector(selector);
    if (!found) return;
    const words = found.textContent.trim().replace(/\s+/g, " ");
    document.documentElement.style.setProperty(property, JSON.stringify(words));
  };

  window.addEventListener("beforeprint", () => {
    name("--running-site", "[data-element=site-name]");
    name("--running-title", "[data-element=page-title], main h1");
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
