"""Tests of one group in one process, with the versions of pytest and xdist that are locked."""

from __future__ import annotations

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Take the id with the group in it that xdist 3.8 has left where pytest 9.2 doesn't look.

    Without that the scheduler sees no group and says nothing (pytest-xdist, issue 1386).
    """
    for item in items:
        grouped = getattr(item, "_nodeid", item.nodeid)
        if item.nodeid != grouped:
            item._id = type(item.id).parse(grouped)
