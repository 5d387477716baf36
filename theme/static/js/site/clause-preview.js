// Shows the words of a cited clause, or the definition of a term, beside its link: on hover, on focus
// and on the first touch. The words are those of the list at the record's foot, or of the paragraph
// that defines the term; without this script the link is a plain link.
(function () {
  "use strict";

  const links = document.querySelectorAll("a[data-clause]");
  if (!links.length) return;

  const preview = document.createElement("div");
  preview.className = "preview";
  preview.id = "clause-preview";
  preview.setAttribute("role", "tooltip");
  preview.hidden = true;
  document.body.append(preview);
  let current = null;

  function wordsOf(link) {
    const entry = document.getElementById(link.dataset.clause);
    return entry && (entry.querySelector(".cited__words") || entry);
  }

  function place(link) {
    const box = link.getBoundingClientRect();
    const width = preview.offsetWidth;
    const left = Math.min(box.left, document.documentElement.clientWidth - width - 8);
    preview.style.left = Math.max(8, left) + window.scrollX + "px";
    preview.style.top = box.bottom + window.scrollY + 4 + "px";
  }

  function show(link) {
    const words = wordsOf(link);
    if (!words) return;
    hide();
    preview.textContent = "";
    preview.append(...Array.from(words.childNodes, (node) => node.cloneNode(true)));
    preview.hidden = false;
    link.setAttribute("aria-describedby", preview.id);
    current = link;
    place(link);
  }

  function hide() {
    preview.hidden = true;
    if (current) current.removeAttribute("aria-describedby");
    current = null;
  }

  links.forEach((link) => {
    link.addEventListener("focus", () => show(link));
    link.addEventListener("blur", hide);
    link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(link));
    link.addEventListener("pointerleave", (event) => {
      // The pointer may move on into the preview, to read it and to scroll.
      if (event.pointerType === "mouse" && !preview.contains(event.relatedTarget)) hide();
    });
    // A touch reads first; a second touch on the same link follows it.
    link.addEventListener("click", (event) => {
      if (event.pointerType !== "touch" || link.dataset.read) return;
      event.preventDefault();
      link.dataset.read = "true";
      show(link);
    });
  });

  preview.addEventListener("pointerleave", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => {
    if (current && !preview.contains(event.target) && event.target !== current) hide();
  });
})();
