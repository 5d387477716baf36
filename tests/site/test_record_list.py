"""Of a list only what is asked for is opened."""

from collections import UserDict

import pytest

from plugins.site.model import RecordList

IDS = [f"news/{number}" for number in range(9)]


class Records(UserDict):
    """Records by id, and which of them were asked for."""

    def __init__(self):
        super().__init__({identifier: identifier.upper() for identifier in IDS})
        self.opened = []

    def __getitem__(self, identifier):
        self.opened.append(identifier)
        return super().__getitem__(identifier)


@pytest.mark.parametrize(
    ("ask", "opened"),
    [
        (len, []),
        (bool, []),
        (lambda records: records[0], IDS[:1]),
        (lambda records: records[-1], IDS[-1:]),
        (lambda records: records[2:4], IDS[2:4]),
        (lambda records: next(iter(records)), IDS[:1]),
        (list, IDS),
    ],
)
def test_what_is_asked_for_is_opened(ask, opened):
    records = Records()
    plain = [identifier.upper() for identifier in IDS]
    assert ask(RecordList(IDS, records)) == ask(plain)
    assert records.opened == opened
