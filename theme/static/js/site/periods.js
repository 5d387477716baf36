// Counts the last days of periods from the day that the reader gives. Nothing is sent. The same rules
// as plugins/working_days.py: the first day is not counted, a last day that is off moves on.
(function () {
  "use strict";

  const DAY = 86400000;
  const WEEKDAYS = "日一二三四五六";
  // Pages in English have the same units in their data.
  const isEnglish = document.documentElement.lang === "en";
  const english = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" });

  // Days are numbers of milliseconds at midnight UTC, so that no zone and no summer time matters.
  function parse(written) {
    const found = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(written);
    return found ? Date.UTC(found[1], found[2] - 1, found[3]) : NaN;
  }

  function inWords(time) {
    const day = new Date(time);
    if (isEnglish) return english.format(day);
    return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  }

  function calendar(section) {
    const special = new Map();
    for (const word of section.dataset.days.split(" ").filter(Boolean)) {
      special.set(parse(word.slice(1)), word[0] === "+");
    }
    return (time) => {
      const weekday = new Date(time).getUTCDay();
      return special.has(time) ? special.get(time) : weekday > 0 && weekday < 6;
    };
  }

  function monthsLater(time, count) {
    const day = new Date(time);
    const month = day.getUTCMonth() + count;
    const last = new Date(Date.UTC(day.getUTCFullYear(), month + 1, 0)).getUTCDate();
    return Date.UTC(day.getUTCFullYear(), month, Math.min(day.getUTCDate(), last));
  }

  function lastDay(since, count, unit, isWorking) {
    let time = since;
    if (unit === "working-days") {
      for (let rest = count; rest > 0; rest -= isWorking(time) ? 1 : 0) time += DAY;
      return time;
    }
    time = unit === "days" ? since + count * DAY : monthsLater(since, count);
    while (!isWorking(time)) time += DAY;
    return time;
  }

  function left(last) {
    const now = new Date();
    const days = Math.round((last - Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / DAY);
    if (isEnglish) return days < 0 ? "over" : days ? `${days} days left` : "today is the last day";
    if (days < 0) return "已经过了";
    return days ? `还有${days}天` : "今天是最后一天";
  }

  function doubt(year) {
    return isEnglish
      ? `holidays of ${year} not announced yet; Monday to Friday are counted`
      : `${year}年的放假安排还没有公布，按周一至周五计算`;
  }

  function show(section, input, isWorking) {
    const since = parse(input.value);
    if (Number.isNaN(since)) return;
    const announced = Number(section.dataset.announced);
    const head = section.querySelector('[data-periods="head"]');
    head.textContent = isEnglish
      ? `Last day, counted from ${inWords(since)}`
      : `${inWords(since)}${section.dataset.since}的，最后一天`;
    section.querySelectorAll("[data-count]").forEach((row) => {
      const last = lastDay(since, Number(row.dataset.count), row.dataset.unit, isWorking);
      const time = row.querySelector("time");
      const year = new Date(last).getUTCFullYear();
      time.dateTime = new Date(last).toISOString().slice(0, 10);
      const weekday = isEnglish ? "" : `（周${WEEKDAYS[new Date(last).getUTCDay()]}）`;
      time.textContent = inWords(last) + weekday;
      row.querySelector('[data-periods="left"]').textContent = left(last);
      row.querySelector('[data-periods="doubt"]').textContent =
        year > announced ? doubt(year) : "";
    });
  }

  document.querySelectorAll(".periods").forEach((section) => {
    const form = section.querySelector("form");
    const input = form.querySelector("input");
    const isWorking = calendar(section);
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    // The page may have been built yesterday.
    input.max = today;
    input.value = today;
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", () => show(section, input, isWorking));
    show(section, input, isWorking);
  });
})();
