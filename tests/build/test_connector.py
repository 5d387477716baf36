"""What records name, as the store has it."""

import pytest

from plugins.build.connector import CONNECTIONS, StoredConnections
from plugins.dependencies import DEPENDENCIES
from plugins.incremental.nodes import Computed, Nodes
from plugins.incremental.store import Store
from plugins.incremental.tracking import track
from plugins.relations.connections import Connections


def put(nodes, name, target):
    with track() as tracker:
        named = Connections(references=(("related", target),))
    nodes.put(f"{CONNECTIONS}{name}.md", Computed.of((name, tuple(named), 0), tracker))


def test_only_those_that_were_read_last_stay_in_memory(tmp_path):
    nodes = Nodes(Store(tmp_path / "a.sqlite", "program"), DEPENDENCIES, None)
    put(nodes, "a", "news/a")
    put(nodes, "b", "news/b")
    connections = StoredConnections(nodes)
    first = connections["a.md"]
    assert connections["a.md"] is first
    assert connections["b.md"].named("related") == ["news/b"]
    assert connections["a.md"] == first
    assert connections["a.md"] is not first
    put(nodes, "a", "news/c")
    connections.forget_last()
    assert connections["a.md"].named("related") == ["news/c"]
    with pytest.raises(KeyError):
        connections["c.md"]


def test_all_are_what_each_is_and_take_one_statement(tmp_path, monkeypatch):
    store = Store(tmp_path / "a.sqlite", "program")
    nodes = Nodes(store, DEPENDENCIES, None)
    for name in ("a", "b"):
        put(nodes, name, f"news/{name}")
    with store.transaction():
        nodes.save()
    connections = StoredConnections(Nodes(store, DEPENDENCIES, None))
    each = {path: connections[path] for path in connections}
    assert {*each} == {"a.md", "b.md"}
    statements = []
    execute = store.execute
    monkeypatch.setattr(store, "execute", lambda *a: [statements.append(a), execute(*a)][1])
    assert dict(connections.items()) == each
    assert len(statements) == 1
