// Reads the page aloud with a voice that lives on the reader's own machine: a remote voice would send
// what is read to a third party. Without a Chinese voice the button stays hidden.
(function () {
  "use strict";

  const LONGEST = 120; // characters; some engines fall silent in longer utterances
  const BLOCKS = "h1,h2,h3,h4,h5,h6,p,li,dt,dd,tr,caption,figcaption,blockquote,summary";
  const SKIPPED =
    "nav,form,button,dialog,script,style,template,noscript,rt,[hidden],[aria-hidden='true']," +
    "[data-read='skip'],details:not([open])>:not(summary)";
  // Warnings come first, then the page.
  const parts = [...document.querySelectorAll(".alerts, main")];
  const main = document.querySelector("main");
  const start = document.querySelector('[data-action="read"]');
  const stop = document.querySelector('[data-action="read-stop"]');
  const engine = window.speechSynthesis;
  if (!main || !start || !stop || !engine) return;

  const label = start.textContent;
  let voice = null;
  let pieces = []; // [{element, text}], a few sentences each
  let position = 0;
  let turn = 0; // counts utterances, so that a cancelled one is not taken for a finished one

  function chineseVoice() {
    const voices = engine.getVoices().filter((one) => one.localService);
    const speaks = (pattern) => voices.find((one) => pattern.test(one.lang.replace("_", "-")));
    return speaks(/^(zh|cmn)-(Hans-)?CN/i) || speaks(/^(zh|cmn)(-Hans|-SG|-TW)?$/i) || null;
  }

  // The text of a part, grouped by the block that it stands in, in reading order.
  function paragraphs(part) {
    const found = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const element = parent.closest(BLOCKS);
      if (!element || !part.contains(element) || parent.closest(SKIPPED)) continue;
      if (!parent.getClientRects().length) continue;
      const last = found[found.length - 1];
      const { data } = walker.currentNode;
      // The cells of a row are told apart by a pause.
      const text = element.matches("tr") ? data.trim() && `${data.trim()}，` : data;
      if (last && last.element === element) last.text += text;
      else found.push({ element, text });
    }
    return found;
  }

  function split(text) {
    const sentences = text.replace(/\s+/g, " ").match(/[^。！？；]+[。！？；”’）]*/g) || [];
    return sentences.reduce((parts, sentence) => {
      const last = parts[parts.length - 1];
      if (last && last.length + sentence.length <= LONGEST) parts[parts.length - 1] += sentence;
      else parts.push(sentence);
      return parts;
    }, []);
  }

  function mark(element) {
    document.querySelectorAll(".is-reading").forEach((one) => one.classList.remove("is-reading"));
    if (!element) return;
    element.classList.add("is-reading");
    const box = element.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) element.scrollIntoView({ block: "center" });
  }

  function show(words, reading) {
    start.textContent = words;
    stop.hidden = !reading;
  }

  function speak() {
    if (position >= pieces.length) return finish();
    const mine = ++turn;
    const { element, text } = pieces[position];
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => {
      if (mine !== turn) return;
      position += 1;
      speak();
    };
    utterance.onerror = () => mine === turn && finish();
    mark(element);
    engine.speak(utterance);
  }

  // Not engine.pause(): on Android it can't be resumed. The sentence is read again instead.
  function silence() {
    turn += 1;
    engine.cancel();
  }

  function finish() {
    silence();
    pieces = [];
    mark(null);
    if (document.activeElement === stop) start.focus();
    show(label, false);
    delete start.dataset.state;
  }

  start.addEventListener("click", () => {
    if (start.dataset.state === "reading") {
      silence();
      start.dataset.state = "paused";
      return show("继续朗读", true);
    }
    if (!start.dataset.state) {
      pieces = parts.flatMap(paragraphs).flatMap(({ element, text }) =>
        split(text).filter((part) => /[\p{L}\p{N}]/u.test(part)).map((part) => ({ element, text: part })),
      );
      position = 0;
    }
    start.dataset.state = "reading";
    show("暂停朗读", true);
    speak();
  });
  stop.addEventListener("click", finish);
  window.addEventListener("pagehide", finish);

  // Voices arrive late in Chromium.
  function offer() {
    voice = chineseVoice();
    start.hidden = !voice;
  }
  if (engine.addEventListener) engine.addEventListener("voiceschanged", offer);
  offer();
})();
