"""Which files there are in the content, the theme and the output."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from plugins.build.options import BuildOptions
from plugins.incremental.snapshot import FileStat, Snapshot, take_snapshot
from plugins.workers.parallel import in_background

OutputStats = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Snapshots:
    """The files of content and theme; those of the output are listed in the background."""

    content: Snapshot
    theme: Snapshot
    wait_for_output: Callable[[], Snapshot]

    @cached_property
    def output(self) -> Snapshot:
        return self.wait_for_output()


def take_snapshots(options: BuildOptions) -> Snapshots:
    output = in_background(lambda: take_snapshot(options.output))
    theme = {
        f"{number}/{path}": stat
        for number, folder in enumerate((options.theme, *options.templates))
        for path, stat in take_snapshot(folder, follow_links=True).items()
    }
    return Snapshots(take_snapshot(options.content), theme, output)


def tampered_outputs(written: OutputStats, there: Mapping[str, FileStat]) -> set[str]:
    """Outputs that are gone, or not of the size and time with which they were left."""
    return {path for path, stat in written.items() if there.get(path, (0, 0))[:2] != stat}
