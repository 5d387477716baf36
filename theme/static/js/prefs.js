// The reader's preferences, applied to <html> before the first paint. This file alone knows how they
// are kept: others read the attributes, and ask for a change with the event "preferences:change".
(function () {
  "use strict";

  const KEY = "chengchuang";
  const ALLOWED = { elder: ["on"], size: ["large", "largest"], contrast: ["high"] };
  const root = document.documentElement;

  function load() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      return kept && typeof kept === "object" ? kept : {};
    } catch (error) {
      return {}; // storage is blocked, or holds something that is not ours
    }
  }

  function save(preferences) {
    try {
      if (Object.keys(preferences).length) localStorage.setItem(KEY, JSON.stringify(preferences));
      else localStorage.removeItem(KEY);
    } catch (error) {
      // Blocked or full: the preference holds for this page only.
    }
  }

  function current() {
    const names = Object.keys(ALLOWED).filter((name) => name in root.dataset);
    return Object.fromEntries(names.map((name) => [name, root.dataset[name]]));
  }

  function apply(preferences) {
    for (const [name, values] of Object.entries(ALLOWED)) {
      if (values.includes(preferences[name])) root.dataset[name] = preferences[name];
      else delete root.dataset[name];
    }
    document.dispatchEvent(new Event("preferences:changed"));
  }

  root.dataset.js = "";
  apply(load());

  document.addEventListener("preferences:change", (event) => {
    apply(Object.assign(current(), event.detail));
    save(current());
  });
  // Another tab, or a page that the browser had set aside, may hold older preferences.
  window.addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) apply(load());
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) apply(load());
  });
})();
