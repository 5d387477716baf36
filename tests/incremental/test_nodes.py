"""Just those nodes are stale that depend on something whose fingerprint changed."""

from random import Random

import pytest

from plugins.incremental.dependency import Registry
from plugins.incremental.nodes import TIME, Computed, Nodes
from plugins.incremental.store import Store
from plugins.incremental.tracking import depends_on, track, valid_between

KINDS = Registry()
# A cell belongs to the row in which it stands; the site of these tests is a dict of cells.
CELL = KINDS.add("cell", lambda key: f"row {key[0]}", "格子 {}", lambda site, key: site.get(key))


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "a.sqlite", "program")


def compute(nodes, name, cells, since=None, until=None):
    with track() as tracker:
        for cell in cells:
            depends_on(CELL, cell)
        if since is not None:
            valid_between(since, until)
    nodes.put(name, Computed.of((name, *cells), tracker, "new"))


def save(nodes, store):
    with store.transaction():
        nodes.save()


def test_a_node_is_stale_when_a_fingerprint_changed_and_only_then(store):
    site = {"a1": 1, "a2": 1, "b1": 1}
    nodes = Nodes(store, KINDS, site)
    compute(nodes, "page x", ["a1"])
    compute(nodes, "page y", ["a2", "b1"])
    compute(nodes, "plan z", ["a1", "a2"])
    save(nodes, store)
    site["a1"] = 2
    again = Nodes(store, KINDS, site)
    assert again.stale({"row a"}, "page ") == {"page x": "输入变了：格子 a1"}
    assert again.stale({"row a"}, "plan ") == {"plan z": "输入变了：格子 a1"}
    # Nobody said that the row changed, so nobody looks.
    assert Nodes(store, KINDS, site).stale({"row b"}, "page ") == {}


def test_all_values_of_a_class_are_read_in_one_statement(store, monkeypatch):
    nodes = Nodes(store, KINDS, {"a1": 1})
    for name in ("page x", "page y", "page z", "plan z"):
        compute(nodes, name, ["a1"])
    save(nodes, store)
    nodes = Nodes(store, KINDS, {"a1": 1})
    compute(nodes, "page y", [])
    compute(nodes, "page new", [])
    nodes.remove("page z")
    statements = []
    execute = store.execute
    monkeypatch.setattr(store, "execute", lambda *a: [statements.append(a), execute(*a)][1])
    assert nodes.values("page ") == {
        "page x": ("page x", "a1"),
        "page y": ("page y",),
        "page new": ("page new",),
    }
    assert len(statements) == 1


def test_a_fingerprint_is_stored_when_its_nodes_are_computed_again(store):
    site = {"a1": 1}
    nodes = Nodes(store, KINDS, site)
    compute(nodes, "page x", ["a1"])
    save(nodes, store)
    site["a1"] = 2
    nodes = Nodes(store, KINDS, site)
    assert [*nodes.stale({"row a"}, "page ")] == ["page x"]
    compute(nodes, "page x", ["a1"])
    save(nodes, store)
    assert Nodes(store, KINDS, site).stale({"row a"}, "page ") == {}


def test_a_node_is_stale_outside_of_its_interval(store):
    nodes = Nodes(store, KINDS, {})
    compute(nodes, "page x", [], 10, 20)
    compute(nodes, "page y", [])
    save(nodes, store)
    again = Nodes(store, KINDS, {})
    assert [again.expired(now, "page ") for now in (9, 10, 19, 20)] == [
        {"page x": TIME},
        {},
        {},
        {"page x": TIME},
    ]
    assert again.expired(20, "plan ") == {}
    assert again.valid() == (10, 20)


def test_of_a_removed_node_nothing_is_left(store):
    nodes = Nodes(store, KINDS, {"a1": 1})
    compute(nodes, "page x", ["a1"])
    save(nodes, store)
    nodes = Nodes(store, KINDS, {"a1": 1})
    nodes.remove("page x")
    assert "page x" not in nodes
    assert nodes.value("page x") is None
    save(nodes, store)
    for table in ("node", "edge", "dependency"):
        assert store.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_what_is_computed_twice_leaves_no_dependency_of_the_first_time(store):
    nodes = Nodes(store, KINDS, {"a1": 1, "a2": 1})
    compute(nodes, "page x", ["a1"])
    compute(nodes, "page x", ["a2"])
    compute(nodes, "page y", ["a1"])
    nodes.remove("page y")
    save(nodes, store)
    assert keys_of(store) == ["a2"]


@pytest.mark.parametrize("is_first", [True, False])
def test_a_dependency_that_was_dropped_may_be_read_again_in_the_same_build(store, is_first):
    """A build saves its nodes in portions."""
    site = {"a1": 1, "a2": 1}
    nodes = Nodes(store, KINDS, site)
    if not is_first:
        compute(nodes, "page x", ["a1"])
        save(nodes, store)
        nodes = Nodes(store, KINDS, site)
    compute(nodes, "page x", ["a1", "a2"])
    compute(nodes, "page z", ["a3"])
    nodes.save_many(3)
    assert dict(seen(store)).keys() == (set() if is_first else {"page x"})
    nodes.save_many(2)
    assert dict(seen(store)).keys() == {"page x", "page z"}
    compute(nodes, "page x", ["a2"])
    nodes.remove("page z")
    nodes.save_many(1)
    compute(nodes, "page y", ["a1", "a2", "a3"])
    save(nodes, store)
    assert dict(seen(store)) == {
        "page x": {"a2": 1},
        "page y": {"a1": 1, "a2": 1, "a3": None},
    }
    assert keys_of(store) == ["a1", "a2", "a3"]
    site["a1"] = 2
    assert [*Nodes(store, KINDS, site).stale({"row a"}, "page ")] == ["page y"]


@pytest.mark.parametrize("seed", range(8))
def test_random_edits_leave_what_a_new_store_would_hold(store, tmp_path, seed):
    random = Random(seed)
    cells = [f"{row}{number}" for row in "abc" for number in range(4)]
    site = {cell: random.random() for cell in cells}
    reads: dict[str, list[str]] = {}
    for step in range(25):
        nodes = Nodes(store, KINDS, site)
        changed = random.sample(cells, random.randint(0, 3)) if step else []
        for cell in changed:
            # Sometimes the same value again: then nothing is stale.
            site[cell] = random.choice((site[cell], random.random(), None))
        before = dict(seen(store))
        stale = nodes.stale({f"row {cell[0]}" for cell in changed}, "page ")
        wanted = {
            name
            for name, found in before.items()
            if any(site[cell] != held for cell, held in found.items())
        }
        assert {*stale} == wanted
        for name in [*reads]:
            if random.random() < 0.1:
                nodes.remove(name)
                del reads[name]
        new = [f"page {step}"] if random.random() < 0.5 else []
        for name in [*(name for name in stale if name in reads), *new]:
            reads[name] = random.sample(cells, random.randint(0, 5))
            compute(nodes, name, reads[name])
        save(nodes, store)
        now = dict(seen(store))
        assert now == {name: {c: site[c] for c in found} for name, found in reads.items()}


def keys_of(store):
    """The keys of all stored dependencies."""
    return [key for (key,) in store.execute("SELECT key FROM dependency ORDER BY key")]


def seen(store):
    """Of each stored node its cells, with the fingerprints that are stored for them."""
    from plugins.incremental.store import decode

    sql = (
        "SELECT name, key, fingerprint FROM node LEFT JOIN edge ON edge.node = node.number "
        "LEFT JOIN dependency ON dependency.number = edge.dependency"
    )
    found: dict[str, dict] = {}
    for name, key, stored in store.execute(sql):
        held = found.setdefault(name, {})
        if key is not None:
            held[key] = decode(stored)
    return found.items()
