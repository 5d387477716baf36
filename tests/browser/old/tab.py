"""One tab of an old browser, in a profile of its own."""

from __future__ import annotations

import json
from typing import Any

from tests.browser.old.pipe import Failed, OldBrowser


class OldTab:
    def __init__(self, browser: OldBrowser, width: int, before: str = "") -> None:
        """`before` is a script that runs before those of every page."""
        self._browser = browser
        self._context = browser.send("Target.createBrowserContext")["browserContextId"]
        target = browser.send(
            "Target.createTarget", url="about:blank", browserContextId=self._context
        )
        self._session = browser.send(
            "Target.attachToTarget", targetId=target["targetId"], flatten=True
        )["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._send(f"{domain}.enable")
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self._send("Emulation.setDeviceMetricsOverride", **size)
        if before:
            self._send("Page.addScriptToEvaluateOnNewDocument", source=before)

    def goto(self, url: str) -> None:
        failed = self._send("Page.navigate", url=url).get("errorText")
        if failed:
            raise Failed(f"{url}: {failed}")
        self._browser.wait_for("Page.loadEventFired", self._session)
        self.run("document.fonts.ready.then(() => true)")

    def run(self, expression: str) -> Any:
        """The value of an expression, or what its promise becomes."""
        answer = self._send(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise Failed(json.dumps(answer["exceptionDetails"], ensure_ascii=False))
        return answer["result"].get("value")

    def click(self, selector: str) -> None:
        self.run(f"document.querySelector({json.dumps(selector)}).click()")

    def text(self, selector: str) -> str:
        return str(self.run(f"document.querySelector({json.dumps(selector)}).textContent.trim()"))

    def wait_until(self, condition: str) -> None:
        """Until an expression holds; at most ten seconds."""
        held = self.run(
            "new Promise((done) => { const end = Date.now() + 10000;"
            f"(function look() {{ if ({condition}) done(true);"
            "else if (Date.now() > end) done(false); else setTimeout(look, 20); })(); })"
        )
        if not held:
            raise Failed(f"never: {condition}")

    @property
    def problems(self) -> list[str]:
        """Errors of scripts, and what the console shows as an error."""
        self.run("0")  # what happened before is known after this
        found = []
        for event in self._browser.events:
            if event.get("sessionId") != self._session:
                continue
            if event["method"] == "Runtime.exceptionThrown":
                details = event["params"]["exceptionDetails"]
                found.append(details.get("exception", {}).get("description", details["text"]))
            if event["method"] == "Log.entryAdded":
                entry = event["params"]["entry"]
                if entry["level"] == "error":
                    found.append(f"{entry['text']} {entry.get('url', '')}")
        return found

    def close(self) -> None:
        self._browser.send("Target.disposeBrowserContext", browserContextId=self._context)
        mine = (event for event in self._browser.events if event.get("sessionId") == self._session)
        for event in list(mine):
            self._browser.events.remove(event)

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._browser.send(method, self._session, **parameters)
