"""A tiny project whose tests notice some changes and miss others."""

import pytest

from mutation.__main__ import _accepted, _files, main
from mutation.mutants import mutants

SHOP = """\
LABEL = "价格"
UNUSED = "没有人看"


def price(amount):
    if amount < 0:
        raise ValueError
    return amount * 2


def countdown(n):
    while n > 0:
        n -= 1
    return n


class Basket:
    def __init__(self):
        self._total = 0

    @property
    def total(self):
        return self._total

    @total.setter
    def total(self, value):
        self._total = value + 1


def never_called():
    return 1 + 1
"""
TESTS = """\
import os
import pytest
from plugins import shop


@pytest.fixture(scope="module")
def doubled():
    return shop.price(4)


def test_that_only_uses_the_fixture_first(doubled):
    assert doubled


def test_the_price(doubled):
    assert doubled == 8


def test_no_negative_price():
    with pytest.raises(ValueError):
        shop.price(-1)


def test_the_end():
    assert shop.countdown(3) == 0


def test_the_total():
    basket = shop.Basket()
    basket.total = 2
    assert basket.total == 3


def test_the_label():
    assert shop.LABEL == "价格"


def test_the_shop_is_open():
    assert os.environ.get("SHOP") != "closed"


def test_that_fails():
    assert False
"""


@pytest.fixture(autouse=True)
def _short_timeout(monkeypatch):
    monkeypatch.setattr("mutation.selection.TIMEOUT", 2)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("project")
    for folder in ("plugins", "tests"):
        (root / folder).mkdir()
        (root / folder / "__init__.py").touch()
    (root / "plugins/shop.py").write_text(SHOP, encoding="utf-8")
    (root / "tests/test_shop.py").write_text(TESTS, encoding="utf-8")
    return root


def run(root, capfd, accepted="", *options):
    """The exit code and the lines of the report."""
    file = root / "accepted.txt"
    file.write_text(accepted, encoding="utf-8")
    given = ["--modules", "shop", "--tests", "test_shop.py", "--jobs", "1", *options]
    code = main(given, root, file)
    return code, capfd.readouterr().out.splitlines()


def survivors(lines):
    """Their names without file and line."""
    return {line.partition(" ")[2] for line in lines if line.startswith("plugins/")}


MISSED = {
    # Nobody asks for the price 0, and the loop is one turn longer to no effect.
    "price: amount < 0 → amount <= 0 in if amount < 0:",
    "price: 0 → 1 in if amount < 0:",
    "Basket.__init__: 0 → 1 in self._total = 0",
    "<module>: '没有人看' → '' in UNUSED = '没有人看'",
    "never_called: 1 + 1 → 1 - 1 in return 1 + 1",
    "never_called: return 1 + 1 → return None",
    "never_called: 1 → 2 in return 1 + 1",
}


def test_what_no_test_notices_is_reported(project, capfd):
    before = (project / "plugins/shop.py").read_text(encoding="utf-8")
    code, lines = run(project, capfd)
    found = survivors(lines)
    assert found >= MISSED
    killed = {
        "price: amount * 2 → amount / 2 in return amount * 2",
        "price: 2 → 3 in return amount * 2",
        "price: return amount * 2 → return None",
        "<module>: '价格' → '' in LABEL = '价格'",
        # A loop that never ends runs out of time.
        "countdown: n -= 1 → n += 1",
        # Two functions of one name.
        "Basket.total: return self._total → return None",
        "Basket.total: value + 1 → value - 1 in self._total = value + 1",
    }
    assert killed < {mutant.key.partition(" ")[2] for mutant in mutants("shop.py", SHOP)}
    assert not found & killed
    assert code == 1
    assert lines[-1].endswith("wanted: 90%")
    assert (project / "plugins/shop.py").read_text(encoding="utf-8") == before


def test_an_accepted_survivor_is_not_reported(project, capfd):
    accepted = "".join(f"plugins/shop.py {name}  # why\n" for name in MISSED)
    code, lines = run(project, capfd, accepted + "plugins/shop.py gone: 1 → 2  # why\n")
    assert not survivors(lines) & MISSED
    assert "no longer a mutant, delete it from accepted.txt: plugins/shop.py gone: 1 → 2" in lines
    assert code == 0


def test_a_sample_is_the_same_for_the_same_seed(project, capfd):
    first, again = (run(project, capfd, "", "--sample", "4")[1] for _ in range(2))
    assert first == again
    assert first[-1].startswith("4 mutants, ")


def test_tests_that_fail_without_a_mutant_are_an_error(project, capfd, monkeypatch):
    # They passed when the lines that they run were recorded.
    run(project, capfd, "", "--sample", "1")
    monkeypatch.setenv("SHOP", "closed")
    assert run(project, capfd, "", "--sample", "1") == (2, [])


def test_an_accepted_survivor_needs_a_reason(tmp_path):
    (tmp_path / "accepted.txt").write_text("# why\nplugins/shop.py f: 1 → 2\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no reason"):
        _accepted(tmp_path / "accepted.txt")


def test_modules_are_packages_files_and_patterns(tmp_path):
    for name in ("site/page.py", "site/parts/head.py", "records/kinds.py", "records/loading.py"):
        file = tmp_path / "plugins" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    found = _files(tmp_path, ["site", "records/kinds", "records/k*", "records/stories*"])
    assert found == [
        "plugins/site/page.py",
        "plugins/site/parts/head.py",
        "plugins/records/kinds.py",
    ]
    with pytest.raises(ValueError, match="no plugins/sit"):
        _files(tmp_path, ["sit"])
