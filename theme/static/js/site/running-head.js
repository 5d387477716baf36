// Marks in the contents what is being read, and says beside the text of a statute which clause it is.
(function () {
  "use strict";

  const contents = document.querySelector(".contents");
  if (!contents || !("IntersectionObserver" in window)) return;
  const part = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const links = Array.from(contents.querySelectorAll('a[href^="#"]')).filter(part);
  const heads = new Map(links.map((link) => [part(link), link]));
  const clauses = Array.from(document.querySelectorAll(".clause"));
  const here = contents.querySelector("[data-here]");
  const note = contents.closest(".margin__note");
  const LINE = 0.1; // of the height of the window: what began above it is being read

  const last = (elements) =>
    elements
      .filter((one) => one.getBoundingClientRect().top <= window.innerHeight * LINE)
      .pop();

  function keepInSight(link) {
    if (!note || note.scrollHeight <= note.clientHeight) return;
    const inside = link.getBoundingClientRect();
    const box = note.getBoundingClientRect();
    if (inside.top < box.top || inside.bottom > box.bottom) {
      note.scrollTop += inside.top - box.top - box.height / 3;
    }
  }

  function mark() {
    const link = heads.get(last(Array.from(heads.keys())));
    links.forEach((one) => {
      if (one === link) one.setAttribute("aria-current", "location");
      else one.removeAttribute("aria-current");
    });
    if (link) keepInSight(link);
    if (!here) return;
    const clause = last(clauses);
    const number = clause && clause.querySelector(".clause__number");
    here.textContent = number ? `正在读${number.textContent.trim()}` : "";
  }

  // Everything above the line counts as seen, so that a leap over many parts is noticed too.
  const observer = new IntersectionObserver(mark, {
    rootMargin: `1000000px 0px -${100 - LINE * 100}% 0px`,
  });
  [...heads.keys(), ...clauses].forEach((one) => observer.observe(one));
})();
