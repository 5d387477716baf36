"""What goes wrong on a page without anyone seeing it."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page

LOCAL = {"data", "blob", "about"}


class Watch:
    """Collects console errors, failed requests, and requests to any host but loopback."""

    def __init__(self, page: Page) -> None:
        self.errors: list[str] = []
        self.failed: list[str] = []
        self.foreign: list[str] = []
        page.on("console", lambda message: message.type == "error" and self._error(message.text))
        page.on("pageerror", lambda error: self._error(str(error)))
        page.on("requestfailed", lambda request: self.failed.append(request.url))
        page.on("response", self._response)
        page.on("request", self._request)

    @property
    def problems(self) -> list[str]:
        return [
            *(f"console: {text}" for text in self.errors),
            *(f"failed: {url}" for url in self.failed),
            *(f"third party: {url}" for url in self.foreign),
        ]

    def _error(self, text: str) -> None:
        self.errors.append(text)

    def _response(self, response) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.url} ({response.status})")

    def _request(self, request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in LOCAL and address.hostname != "127.0.0.1":
            self.foreign.append(request.url)
