"""Readers, each on the home page of the sample site."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.journeys.reader import PHONE, KeyboardReader, Reader
from tests.browser.preferences import keep

# The day on which the sample site is built.
NOW = "2026-11-23T09:00:00+08:00"


@pytest.fixture
def reader(watched, site) -> Callable[..., Reader]:
    """`reader(home="index.html", elder=False, kind=Reader, **context)`."""

    def new(
        home: str = "index.html", elder: bool = False, kind: type[Reader] = Reader, **options
    ) -> Reader:
        options = {"has_touch": kind is Reader, "timezone_id": "Asia/Shanghai", **options}
        page, watch = watched(**options)
        page.set_viewport_size(PHONE)
        if options.get("java_script_enabled", True):
            page.clock.set_fixed_time(NOW)
        page.add_init_script(keep({"elder": "on", "size": "largest"} if elder else {}))
        page.goto(f"{site.origin}/{home}")
        return kind(page, watch)

    return new


@pytest.fixture
def keyboard(reader) -> Callable[..., KeyboardReader]:
    return lambda **options: reader(kind=KeyboardReader, **options)
