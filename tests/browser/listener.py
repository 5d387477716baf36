"""What a page does that it must not, heard and seen by a browser that has it open."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext

# Before any script of the page: what a payload may call, and what the policy had to stop.
LISTEN = """(() => {
    const heard = [];
    Object.defineProperty(window, "heard", { value: heard });
    for (const name of ["x", "alert", "confirm", "prompt", "print", "open"]) {
        window[name] = () => { heard.push(`${name}()`); };
    }
    document.addEventListener("securitypolicyviolation", (event) => {
        heard.push(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
    });
})()"""
# Wakes what waits for a reader.
WAKE = """() => {
    const kinds = ["click", "mouseover", "mouseenter", "pointerover", "focus", "load", "error",
                   "toggle", "animationstart"];
    for (const one of document.querySelectorAll("main [data-element=body] *")) {
        for (const kind of kinds) one.dispatchEvent(new Event(kind, { bubbles: false }));
    }
    return window.heard;
}"""
# The frame, and what the text has of it. `faults` are wrong on any page; the rest is compared.
LOOK = r"""(frameIds) => {
    const faults = [];
    const find = Document.prototype.querySelector.bind(document);
    const all = (scope, what) => [...(scope === document ? Document : Element)
        .prototype.querySelectorAll.call(scope, what)];
    const name = (one) => one.tagName.toLowerCase()
        + (one.dataset.element ? `[${one.dataset.element}]`
            : one.className && `.${one.className.split(" ")[0]}`);
    const root = document.documentElement;
    const main = find("main");
    if (!main) return { faults: ["no main"] };
    // A text of which nothing is left has no part of the page.
    const text = find("main [data-element=body]") || document.createElement("div");
    const above = [];
    for (let one = text; one.parentElement; one = one.parentElement) above.push(name(one));
    const parts = {
        above,
        body: all(document, "body > *").map(name).filter((one) => one !== "div.preview"),
        head: all(document, "head > :not(meta[name], meta[property])")
            .map((one) => [one.localName, one.httpEquiv, one.rel, one.src, one.media].join(" ")),
        article: all(document, "main > *, main > article > *").map(name),
    };

    for (const part of all(document, "header.masthead, header.masthead nav, main, main h1, "
            + "article, .record-head__facts, "
            + "footer, [data-element=breadcrumbs], [data-element=site-name], "
            + "[data-element=body], [data-element=neighbours]")) {
        const style = getComputedStyle(part);
        if (!part.checkVisibility({ opacityProperty: true, visibilityProperty: true })
            || !part.getClientRects().length) faults.push(`not seen: ${name(part)}`);
        if (style.color === style.backgroundColor) faults.push(`no contrast: ${name(part)}`);
    }
    for (const what of ["header.masthead [data-element=site-name]", "main h1", "footer p",
                        "[data-element=neighbours] a", "[data-element=breadcrumbs] a"]) {
        const part = find(what);
        if (!part) { faults.push(`missing: ${what}`); continue; }
        let box = part.getBoundingClientRect();
        if (box.top < 0 || box.bottom > innerHeight) {
            part.scrollIntoView({ block: "center", behavior: "instant" });
            box = part.getBoundingClientRect();
        }
        const top = document.elementFromPoint(box.left + Math.min(box.width, 40) / 2,
                                              box.top + box.height / 2);
        if (!top || !(part.contains(top) || top.contains(part))) {
            faults.push(`covered: ${what} by ${top ? name(top) : "nothing"}`);
        }
    }
    if (root.scrollWidth > root.clientWidth) faults.push(`${root.scrollWidth} px wide`);

    const ids = all(document, "[id]").map((one) => one.id);
    for (const id of new Set(ids)) {
        if (ids.filter((one) => one === id).length > 1) faults.push(`id twice: ${id}`);
    }
    for (const id of frameIds) {
        if (text.contains(document.getElementById(id))) faults.push(`id of the frame: ${id}`);
    }
    for (const key of Object.getOwnPropertyNames(Document.prototype)) {
        if (Object.hasOwn(document, key)) faults.push(`document.${key} taken`);
        if (document[key] instanceof Element
            && !["documentElement", "body", "head", "activeElement", "scrollingElement",
                "firstElementChild", "lastElementChild"]
                .includes(key)) faults.push(`document.${key} taken`);
    }
    if (document.body !== find("body")) faults.push("document.body taken");
    if (document.title !== find("title").text.trim()) faults.push("document.title taken");

    for (const one of all(text, "*")) {
        const visuallyHidden = one.className === "visually-hidden";
        if (!visuallyHidden && !["static", "relative"].includes(getComputedStyle(one).position)) {
            faults.push(`${name(one)} leaves its place`);
        }
        if (!(one instanceof HTMLElement)) faults.push(`<${one.tagName}> of another language`);
    }
    const addresses = all(document, "main a[href]").map((one) => one.href);
    const images = all(document, "main img[src]").map((one) => one.currentSrc || one.src);
    const prompts = all(document, "[data-external]")
        .map((one) => new URL(one.dataset.external, location.href).href);
    const written = all(text, "*").flatMap((one) =>
        [one.localName, ...[...one.attributes].map((found) => `${one.localName} ${found.name}`)]);
    const frame = all(document, "[id]").filter((one) => !text.contains(one)).map((one) => one.id);
    return { faults, parts, addresses, images, prompts, written, frame };
}"""


class Listener:
    """One page of a context, in which one address after the other is opened."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self._origin = origin
        self._heard: list[str] = []
        self._navigations: list[str] = []
        context.add_init_script(LISTEN)
        self._page = page = context.new_page()
        context.on("page", lambda opened: self._heard.append(f"window: {opened.url}"))
        context.on("request", self._request)
        page.on("dialog", self._dialog)
        page.on("framenavigated", lambda frame: self._navigations.append(frame.url))
        page.on("download", lambda file: self._heard.append(f"download: {file.url}"))

    def start(self, path: str) -> None:
        """Begin to open a page: it loads while another listener looks at its own."""
        self._heard.clear()
        self._navigations.clear()
        self._url = f"{self._origin}/{path}"
        self._response = self._page.goto(self._url, wait_until="commit")

    def look(self, frame_ids: list[str]) -> tuple[list[str], dict[str, Any]]:
        """What was heard on the page that was begun, and what it looks like."""
        if self._response is None or not self._response.ok:
            return [f"no page {self._url}"], {"faults": []}
        self._page.wait_for_load_state("load")
        looks = self._page.evaluate(LOOK, frame_ids)
        self._heard += self._page.evaluate(WAKE)
        if self._navigations != [self._url]:
            self._heard.append(f"went to {self._navigations}")
        return list(self._heard), looks

    def open(self, path: str, frame_ids: list[str]) -> tuple[list[str], dict[str, Any]]:
        """What was heard, and what the page looks like."""
        self.start(path)
        return self.look(frame_ids)

    def evaluate(self, script: str) -> Any:
        """What a script says once nothing is loading any more."""
        self._page.wait_for_load_state("networkidle")
        return self._page.evaluate(script)

    def _dialog(self, dialog: Any) -> None:
        self._heard.append(f"dialog: {dialog.type}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "about"} and not request.url.startswith(self._origin):
            self._heard.append(f"request: {request.url}")


class Listeners:
    """Listeners that take turns, so that one page loads while another is looked at.

    Each has a context of its own. A new one comes after `RENEWED` pages: what a browser keeps of
    a page that it has left would fill the memory.
    """

    RENEWED = 100

    def __init__(self, browser: Browser, origin: str, number: int = 2) -> None:
        self._browser, self._origin = browser, origin
        self._turns: list[tuple[Listener, BrowserContext]] = [self._new() for _ in range(number)]
        self._opened = 0
        self.frame: list[str] = []

    def _new(self) -> tuple[Listener, BrowserContext]:
        context = self._browser.new_context(viewport={"width": 1280, "height": 2000})
        return Listener(context, self._origin), context

    def open(self, paths: list[str]) -> Iterator[tuple[list[str], dict[str, Any]]]:
        """For each path what was heard, and what the page looks like."""
        waiting: deque[Listener] = deque()
        for path in paths:
            if len(waiting) == len(self._turns):
                yield waiting.popleft().look(self.frame)
            listener = self._next()
            listener.start(path)
            waiting.append(listener)
        while waiting:
            yield waiting.popleft().look(self.frame)

    def evaluate(self, script: str) -> Any:
        """What a script says on the page that was opened last."""
        return self._turns[(self._opened - 1) % len(self._turns)][0].evaluate(script)

    def _next(self) -> Listener:
        turn, rounds = self._opened % len(self._turns), self._opened // len(self._turns)
        self._opened += 1
        if rounds and rounds % self.RENEWED == 0:
            self._turns[turn][1].close()
            self._turns[turn] = self._new()
        return self._turns[turn][0]

    def close(self) -> None:
        for _, context in self._turns:
            context.close()
