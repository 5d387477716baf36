// Searches the site in the reader's browser. The index is a list of
// {t: title, c: column, d: date, u: address from the root of the site, s: summary, k: keywords},
// and x: that it has expired.
(function () {
  "use strict";

  const BATCH = 30;
  const UNREADABLE =
    location.protocol === "file:"
      ? "从文件夹直接打开网页时不能检索，请从站点地图查找。"
      : "检索没有成功：索引未能载入。请稍后再试，或者从站点地图查找。";
  const part = (name) => document.querySelector(`[data-element="${name}"]`);
  const form = document.querySelector('[data-element="search-form"][data-index]');
  const [status, list, note, more, pattern] = [
    "search-status", "search-results", "search-note", "search-more", "search-result",
  ].map(part);
  if (!form || !list || !pattern) return;

  const root = new URL(form.dataset.root || ".", document.baseURI);
  let index = null; // a promise of the entries, once it is needed
  let [words, hits, shown, latest] = [[], [], 0, 0];

  const simplified = new Map(); // the characters of the index that are traditional

  // Same length as the text, so that a place in one is the same place in the other.
  function plain(text) {
    return text
      .replace(/[！-～A-Z]/g, (letter) => {
        const code = letter.charCodeAt(0);
        return String.fromCharCode(code > 0xff00 ? code - 0xfee0 : code).toLowerCase();
      })
      .replace(/[\u3400-\uffff]/g, (letter) => simplified.get(letter) || letter);
  }

  async function json(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`index: ${response.status}`);
    return response.json();
  }

  // A word is found in both kinds of characters, whichever the page has.
  async function loadVariants() {
    if (!form.dataset.variants) return;
    const variants = await json(form.dataset.variants);
    const characters = Array.from(variants.simplified);
    Array.from(variants.traditional).forEach((letter, at) => simplified.set(letter, characters[at]));
  }

  function load() {
    if (!index) {
      index = Promise.all([json(form.dataset.index), loadVariants()]).then(([entries]) => {
        for (const entry of entries) entry.plain = plain([entry.t, entry.k, entry.s].join("\n"));
        return entries;
      });
      index.catch(() => {
        index = null; // the next search tries again
      });
    }
    return index;
  }

  function find(entries) {
    const inside = (text) => words.every((word) => text.includes(word));
    return entries
      .filter((entry) => inside(entry.plain))
      .map((entry) => ({ entry, first: inside(entry.plain.slice(0, entry.t.length)) }))
      .sort((a, b) => b.first - a.first || b.entry.d.localeCompare(a.entry.d))
      .map(({ entry }) => entry);
  }

  // [[start, end], …] of the words in the text, without overlaps.
  function places(text) {
    const found = [];
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        found.push([at, at + word.length]);
      }
    }
    found.sort(([one], [other]) => one - other);
    return found.reduce((merged, place) => {
      const last = merged[merged.length - 1];
      if (last && place[0] <= last[1]) last[1] = Math.max(last[1], place[1]);
      else merged.push(place);
      return merged;
    }, []);
  }

  function fill(element, text) {
    let from = 0;
    for (const [start, end] of places(plain(text))) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      element.append(text.slice(from, start), mark);
      from = end;
    }
    element.append(text.slice(from));
  }

  function draw(entry) {
    const item = pattern.content.cloneNode(true);
    const slot = (name) => item.querySelector(`[data-slot="${name}"]`);
    slot("title").href = new URL(entry.u, root).href;
    fill(slot("title"), entry.t);
    slot("column").textContent = entry.x ? `${entry.c}（${entry.x}）` : entry.c;
    slot("date").textContent = entry.d;
    slot("date").dateTime = entry.d;
    if (entry.s) fill(slot("summary"), entry.s);
    else slot("summary").remove();
    return item;
  }

  function drawMore() {
    const next = hits.slice(shown, shown + BATCH).map(draw);
    list.append(...next);
    shown += next.length;
    if (more) more.hidden = shown >= hits.length;
  }

  function say(text, helpless) {
    if (status) status.textContent = text;
    if (note) note.hidden = !helpless;
  }

  async function search(query) {
    const mine = ++latest;
    words = query.split(/\s+/).filter(Boolean);
    hits = [];
    shown = 0;
    list.textContent = "";
    drawMore();
    if (!words.length) return say("", false);
    say("正在检索……", false);
    try {
      const entries = await load();
      if (mine !== latest) return;
      words = [...new Set(words.map(plain))];
      hits = find(entries);
      drawMore();
      say(hits.length ? `找到 ${hits.length} 条结果` : "没有找到，请换一个词，或者少用几个词。", !hits.length);
    } catch (error) {
      if (mine === latest) say(UNREADABLE, true);
    }
  }

  function follow() {
    const query = new URLSearchParams(location.search).get("q") || "";
    form.elements.q.value = query;
    search(query);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.search = new URLSearchParams({ q: form.elements.q.value.trim() });
    history.pushState(null, "", address);
    search(form.elements.q.value);
  });
  if (more) {
    more.addEventListener("click", () => {
      const next = shown;
      drawMore();
      list.children[next].querySelector("a").focus();
    });
  }
  window.addEventListener("popstate", follow);
  follow();
})();
