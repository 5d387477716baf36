"""What is kept of a record comes back as it was, and nothing else comes back at all."""

import marshal
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from plugins.build.prepare import prepare
from plugins.clock import CHINA
from plugins.findings import Finding, Severity
from plugins.rebuild.bodies import Damaged
from plugins.rebuild.packing import pack, unpack
from plugins.records.converted import Heading, Link
from plugins.records.kinds import KINDS, Attachment
from plugins.records.loading import load_library
from plugins.records.presentation import Badge, Fact
from plugins.site.cards import Card, make_card
from tests.content_folder import make_content

NINE = datetime(2026, 11, 23, 9, tzinfo=CHINA)
ROOT = Path(__file__).resolve().parents[3]


def kept(value):
    return unpack(pack(value))


@pytest.fixture(scope="module")
def records():
    return list(load_library(ROOT / "content").records.values())


def test_every_record_of_the_sample_site(records):
    for record in records:
        data, body = kept(tuple(record.content))
        assert body == record.body, record.path
        assert data == record.data, record.path
        assert list(vars(data).items()) == list(vars(record.data).items())
        assert list(map(type, vars(data).values())) == list(map(type, vars(record.data).values()))
        assert data.model_fields_set == record.data.model_fields_set
        assert data.__pydantic_extra__ is record.data.__pydantic_extra__
        assert data.__pydantic_private__ is record.data.__pydantic_private__
        assert repr(data) == repr(record.data)


def test_cards(tmp_path):
    site = prepare(make_content(tmp_path), NINE, assets={}).site
    for record in site.by_id.values():
        card = make_card(site, record)
        assert kept(card) == card


def test_the_sample_site_has_all_kinds(records):
    assert {record.kind for record in records} == set(KINDS)


def test_a_model_stays_frozen(records):
    data = kept(records[0].data)
    assert hash(kept(Attachment(file="a"))) == hash(Attachment(file="a"))
    with pytest.raises(ValueError, match="frozen"):
        data.title = "甲"


@pytest.mark.parametrize(
    "value",
    [
        "甲", 1, 1.5, True, None, b"a", "", (), [], ("甲", 1), ["甲", ["乙"]], [(), []],
        ("a", ["b"]), NINE, datetime(2026, 11, 23, 9, 30), date(2026, 11, 23),
        datetime(2026, 11, 23, 9, 30, 1, 2, tzinfo=UTC), [date(2026, 1, 1), date(2026, 1, 2)],
        Decimal("0.050"), frozenset({"乙", "甲"}), Heading(2, "甲", "甲"), (Heading(2, "a", "b"),),
        [Link("link", "x"), Heading(2, "甲", "甲")], Badge("甲"),
        Fact("a", "甲", ["乙"], sort="丙"),
        Card("a", "甲", NINE, "b", "c", "news", "", badges=[Badge("丁"), Badge("戊", "good")]),
    ],
)  # fmt: skip
def test_what_can_be_kept(value):
    again = kept(value)
    assert again == value
    assert type(again) is type(value)
    assert pack(again) == pack(value)


@pytest.mark.parametrize("value", [{1}, Severity.ERROR, object(), Path("a"), ..., 1j, Path])
def test_what_cannot_be_kept(value):
    with pytest.raises(TypeError):
        pack(value)
    with pytest.raises(TypeError):
        pack([value])


def test_the_bureau_and_its_columns(tmp_path):
    library = load_library(make_content(tmp_path))
    given = (library.bureau, library.columns, {"a": [], "b": {"c": (NINE,)}})
    again = kept(given)
    assert again == given
    assert repr(again) == repr(given)
    assert again[0].trusted_hosts is not kept(given)[0].trusted_hosts


def test_slots_come_back_too():
    found = Finding("rule", "error", "path", "甲")
    assert kept(found) == found


@pytest.mark.parametrize(
    "name",
    [
        "os.system", "builtins.eval", "pathlib.Path", "plugins", "plugins.nothing.At",
        "plugins.rebuild.bodies.Bodies", "plugins.rebuild.packing.pack",
        "plugins.rebuild.packing.Any",
        "plugins.rebuild.packing.marshal", "plugins.records.record.Record", None, 1, ("a",),
        "plugins.records.body.Heading", "plugins.publish.child.subprocess.Popen",
        "plugins.rebuild.memory.os.system", "plugins.rebuild.memory.Path", "pluginsx.evil.Class",
    ],
)  # fmt: skip
def test_no_other_class_is_made(name):
    with pytest.raises(Damaged):
        unpack(marshal.dumps((..., name, 0, ("a",)), 2))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x80", pack("甲" * 9)[:-1], marshal.dumps((..., "date")),
        marshal.dumps((..., "date", 0, ("甲",))),
        marshal.dumps((..., "plugins.records.converted.Heading", 0, (1,))),
        marshal.dumps((..., "plugins.records.kinds.news.News", 0, (1,))),
        marshal.dumps((..., "plugins.records.presentation.Badge", 1, [("a",)])),
    ],
)  # fmt: skip
def test_what_is_damaged_is_said_to_be(data):
    with pytest.raises(Damaged):
        unpack(data)


def test_what_is_cut_short_is_damaged():
    whole = pack(["某某办法", date(2026, 1, 2)])
    for length in range(len(whole)):
        with pytest.raises(Damaged):
            unpack(whole[:length])
