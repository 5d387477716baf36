// One polite live region for the whole page. Say something with the event "announce".
(function () {
  "use strict";

  const region = document.createElement("div");
  region.setAttribute("role", "status");
  region.className = "visually-hidden";
  document.body.append(region);

  document.addEventListener("announce", (event) => {
    // Emptied first, so that the same words said twice are heard twice.
    region.textContent = "";
    setTimeout(() => {
      region.textContent = event.detail;
    }, 50);
  });
})();
