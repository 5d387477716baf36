"""Our own values come back as they were; of a foreign file nothing is made and nothing is run."""

import pickle
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from plugins.build.prepare import prepare
from plugins.clock import CHINA
from plugins.rebuild.bodies import Damaged
from plugins.rebuild.packing import pack, unpack
from plugins.records.record import Content
from plugins.site.cards import make_card
from tests.content_folder import make_content

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)


def calling(module, name, *arguments):
    """A pickle that calls `module.name` with arguments when it is loaded."""

    def word(text):
        return pickle.SHORT_BINUNICODE + bytes([len(text)]) + text.encode()

    called = word(module) + word(name) + pickle.STACK_GLOBAL
    given = pickle.dumps(arguments, protocol=3)[2:-1]
    return pickle.PROTO + b"\x04" + called + given + pickle.REDUCE + pickle.STOP


def test_what_records_and_their_cards_are_made_of_comes_back(tmp_path):
    site = prepare(make_content(tmp_path), NOW, assets={}).site
    assert len(site.by_id) == 10
    for record in site.by_id.values():
        assert Content(*unpack(pack(tuple(record.content)))) == record.content
        card = make_card(site, record)
        assert unpack(pack(card)) == card


def test_plain_values_come_back():
    value = {
        "day": date(2026, 1, 2),
        "moment": NOW,
        "span": timedelta(hours=2),
        "sum": Decimal("0.05"),
        "words": frozenset({"甲", "乙"}),
        "numbers": {1, 2},
    }
    assert unpack(pack(value)) == value


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("posix", "system"),
        ("builtins", "eval"),
        # Our own modules hold what they import.
        ("plugins.rebuild.memory", "os.system"),
        ("plugins.rebuild.packing", "pickle.loads"),
        ("plugins.publish.child", "subprocess.call"),
        ("plugins.rebuild.memory", "folder_for"),
        ("pluginsx.evil", "Class"),
    ],
)
def test_a_foreign_call_is_refused_and_not_made(tmp_path, module, name):
    mark = tmp_path / "called"
    with pytest.raises(Damaged, match=name):
        unpack(calling(module, name, f"touch {mark}"))
    assert not mark.exists()


def test_a_foreign_class_within_our_modules_is_refused_and_not_made(tmp_path):
    mark = tmp_path / "called"
    with pytest.raises(Damaged):
        unpack(calling("plugins.publish.child", "subprocess.Popen", ["touch", str(mark)]))
    with pytest.raises(Damaged):
        unpack(calling("plugins.rebuild.memory", "Path", str(mark)))
    assert not mark.exists()


def test_what_is_cut_short_or_no_pickle_at_all_is_damaged():
    whole = pack({"title": "某某办法", "day": date(2026, 1, 2)})
    for length in range(len(whole)):
        with pytest.raises(Damaged):
            unpack(whole[:length])
    with pytest.raises(Damaged):
        unpack("没有发现问题。".encode())
