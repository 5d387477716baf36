"""The files in the output folder: which of them are ours, which are stale, which have to go."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.build.file_state import OutputStats, tampered_outputs
from plugins.build.planning import PAGE, Plan
from plugins.build.twins import Twins
from plugins.incremental.nodes import Nodes
from plugins.incremental.snapshot import Snapshot
from plugins.incremental.store import Store

TAMPERED = "输出文件夹里的文件不见了，或被改动过"
UNSEEN = "上次生成在其他插件处理它之前中断了"


class Outputs:
    """`there` are the files in the output folder. `written` are, with size and time, the outputs
    that the last build left and that are still planned, and the files made of these (`twins`).
    """

    def __init__(
        self, store: Store, plan: Plan, twins: Twins, there: Snapshot, is_anew: bool
    ) -> None:
        """With `is_anew` nothing is stored of the last plan, and it does not say what is gone."""
        self._store, self._plan, self._there, self._is_anew = store, plan, there, is_anew
        self._twins = twins
        # Files that other plugins made of outputs, such as compressed copies.
        self._derived: Mapping[str, str] = store.meta("derived", {})
        self.written: OutputStats = store.meta("outputs", {})
        # Outputs of an interrupted build that other plugins have not processed.
        self.unseen: frozenset[str] = frozenset(store.meta("unseen", ()))
        if is_anew:
            planned = self._planned()
            self.written = {path: stat for path, stat in self.written.items() if path in planned}

    def stale(self, nodes: Nodes, scopes: set[str], now: int) -> dict[str, str]:
        """Paths of all outputs to be rendered, each with the reason."""
        owner = self._twins.owner
        reasons = dict.fromkeys(map(owner, self.unseen & self.written.keys()), UNSEEN)
        tampered = tampered_outputs(self.written, self._there)
        reasons |= dict.fromkeys(map(owner, tampered), TAMPERED)
        for found in (nodes.expired(now, PAGE), nodes.stale(scopes, PAGE)):
            reasons |= {name.removeprefix(PAGE): reason for name, reason in found.items()}
        reasons |= self._plan.reasons
        if self._store.why_empty:
            reasons = dict.fromkeys(reasons, self._store.why_empty)
        for path in self._plan.removed:
            reasons.pop(path, None)
        return reasons

    def orphans(self, owns_output: bool) -> set[str]:
        """The files in the output folder that are no output any more.

        New outputs are entered in the manifest before anything is written, and it is noted that
        they are: if this build is killed, the next one looks for them, whatever it plans itself.
        """
        foreign = self._there.keys() - self.written.keys() if owns_output else set()
        unfinished = self._store.meta("unfinished")
        if not (self._plan.paths_changed or self._is_anew or foreign or unfinished):
            return set()
        planned = self._planned()
        known = self._store.manifest()
        if planned - known:
            with self._store.transaction():
                self._store.add_to_manifest(planned - known)
                self._store.set_meta("unfinished", True)
        return (known | foreign) - planned - self._derived.keys()

    def _planned(self) -> set[str]:
        return {*self._twins.with_twins(output.path for output in self._plan.all())}

    def after(self, paths: Mapping[str, str], staged: OutputStats) -> OutputStats:
        """Size and time of all files after the outputs at `paths` were rendered."""
        removed = {*self._twins.with_twins(self._plan.removed)}
        stats = {path: stat for path, stat in self.written.items() if path not in removed}
        for path in self._twins.with_twins(paths):
            stats[path] = staged[path] if path in staged else self._there[path][:2]
        return stats

    def stale_derived(self, stats: OutputStats, staged: OutputStats) -> set[str]:
        """Derived files whose output is written now, or gone."""
        return {
            path for path, owner in self._derived.items() if owner in staged or owner not in stats
        }
