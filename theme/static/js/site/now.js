// Takes away what has ended since the page was built: warnings, and what the home page calls 现在.
(function () {
  "use strict";

  const EMPTIED = ".now__row, .now, .alerts";

  function isEmpty(element) {
    return !element.querySelector("[data-until], .now__item, .now__more");
  }

  document.querySelectorAll("[data-until]").forEach((item) => {
    if (Date.now() <= Date.parse(item.dataset.until)) return;
    const around = [];
    for (let each = item.parentElement; each; each = each.parentElement) {
      if (each.matches(EMPTIED)) around.push(each);
    }
    item.remove();
    around.filter(isEmpty).forEach((each) => each.remove());
  });
})();
