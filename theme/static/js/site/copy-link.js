// Copies the page's lasting address, or that of a clause when its number is followed.
(function () {
  "use strict";

  const SHOWN_FOR = 3000; // milliseconds

  function copyBySelection(text) {
    // Where the clipboard's own interface is missing: http, file, browsers before Chromium 66.
    const field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("readonly", "");
    field.className = "visually-hidden";
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied ? Promise.resolve() : Promise.reject(new Error("copy was refused"));
  }

  function copy(text) {
    if (!navigator.clipboard) return copyBySelection(text);
    return navigator.clipboard.writeText(text).catch(() => copyBySelection(text));
  }

  for (const button of document.querySelectorAll('[data-element="copy-link"]')) {
    const label = button.textContent;
    const tell = (words) => {
      button.textContent = words;
      button.focus();
      document.dispatchEvent(new CustomEvent("announce", { detail: words }));
      setTimeout(() => {
        button.textContent = label;
      }, SHOWN_FOR);
    };
    button.addEventListener("click", () => {
      copy(button.dataset.copy || location.href).then(
        () => tell("已复制链接"),
        () => tell("未能复制，请从地址栏复制"),
      );
    });
    button.hidden = false;
  }

  const canonical = document.querySelector('link[rel="canonical"]');
  const page = canonical ? canonical.href : location.href.split("#")[0];
  const tellOf = (words) => document.dispatchEvent(new CustomEvent("announce", { detail: words }));
  for (const number of document.querySelectorAll(".clause__number")) {
    number.title = "复制这一条的链接";
    // The link is followed as well: what was copied is what the address bar then shows.
    number.addEventListener("click", () => {
      copy(page + number.hash).then(
        () => {
          number.dataset.copied = "";
          setTimeout(() => delete number.dataset.copied, SHOWN_FOR);
          tellOf("已复制" + number.textContent + "的链接");
        },
        () => tellOf("未能复制，请从地址栏复制"),
      );
    });
  }
})();
