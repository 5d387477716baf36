"""What a page does that it must not, heard and seen by a browser that has it open."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext

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
        + (one.dataset.element ? `[${one.dataset.element}]` : one.className && `.${one.className}`);
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

    def open(self, path: str, frame_ids: list[str]) -> tuple[list[str], dict[str, Any]]:
        """What was heard, and what the page looks like."""
        self._heard.clear()
        self._navigations.clear()
        url = f"{self._origin}/{path}"
        response = self._page.goto(url, wait_until="load")
        if response is None or not response.ok:
            return [f"no page {path}"], {"faults": []}
        looks = self._page.evaluate(LOOK, frame_ids)
        self._heard += self._page.evaluate(WAKE)
        if self._navigations != [url]:
            self._heard.append(f"went to {self._navigations}")
        return list(self._heard), looks

    def _dialog(self, dialog: Any) -> None:
        self._heard.append(f"dialog: {dialog.type}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "about"} and not request.url.startswith(self._origin):
            self._heard.append(f"request: {request.url}")
