// Hands the page's lasting address to the reader's own programs, where the browser can.
(function () {
  "use strict";

  if (!navigator.share) return; // the button stays hidden, and 复制链接 does without it
  for (const button of document.querySelectorAll('[data-element="share"]')) {
    button.addEventListener("click", () => {
      navigator.share({ title: button.dataset.title, url: button.dataset.url }).catch((error) => {
        if (error.name === "AbortError") return; // the reader thought better of it
        const words = "未能分享，请用“复制链接”";
        document.dispatchEvent(new CustomEvent("announce", { detail: words }));
      });
    });
    button.hidden = false;
  }
})();
