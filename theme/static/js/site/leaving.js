// Asks before the reader leaves for a site that is not the government's. Without this script, or
// without <dialog>, the link leads to the static page that asks the same.
(function () {
  "use strict";

  const dialog = document.querySelector('[data-element="leaving-dialog"]');
  if (!dialog || typeof dialog.showModal !== "function") return;

  const onward = dialog.querySelector('[data-slot="continue"]');
  const shown = dialog.querySelector('[data-slot="url"]');
  let opener = null;

  function isPlainClick(event) {
    // With a modifier the reader asks for a new tab: the static page opens there and asks.
    return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-external]");
    if (!link || event.defaultPrevented || !isPlainClick(event)) return;
    event.preventDefault();
    opener = link;
    onward.href = link.dataset.external;
    shown.textContent = link.dataset.external;
    dialog.showModal();
  });

  dialog.addEventListener("click", (event) => {
    // A click on the backdrop has the dialog itself as its target.
    if (event.target === dialog || event.target.closest('[data-action="close"]')) dialog.close();
  });
  // Older Chromium leaves the focus on <body> when a dialog closes.
  dialog.addEventListener("close", () => opener.focus());
  // The page may come back from the browser's cache with the prompt still open.
  window.addEventListener("pagehide", () => dialog.open && dialog.close());
})();
