"""What records name, as the store has it."""

from plugins.build.connector import CONNECTIONS, StoredConnections
from plugins.dependencies import DEPENDENCIES
from plugins.incremental.nodes import Computed, Nodes
from plugins.incremental.store import Store
from plugins.incremental.tracking import track
from plugins.relations.connections import Connections


def test_all_are_what_each_is_and_take_one_statement(tmp_path, monkeypatch):
    store = Store(tmp_path / "a.sqlite", "program")
    nodes = Nodes(store, DEPENDENCIES, None)
    for name in ("a", "b"):
        with track() as tracker:
            named = Connections(references=(("related", f"news/{name}"),))
        nodes.put(f"{CONNECTIONS}{name}.md", Computed.of((name, tuple(named), 0), tracker))
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
