"""Rendering stale outputs in workers, into the staging folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from plugins.build.errors import RenderError
from plugins.build.planning import PlannedOutput
from plugins.build.twins import Twins
from plugins.dependencies import PUBLICATION, RECORD, TEMPLATE, TITLE
from plugins.incremental.nodes import Computed
from plugins.incremental.staging import Staging
from plugins.incremental.tracking import track
from plugins.site import Site
from plugins.theme.frame import Frame
from plugins.theme.rendering import Renderer
from plugins.theme.theme import Theme

# Number of the output, size and time of what was staged by path, the files that are made of it
# included and those left out that have these bytes; and the node of the page as a plain tuple.
Rendered = tuple[int, dict[str, tuple[int, int]], tuple[Any, ...]]
# The values of a record that whoever opened it has read with it.
OF_RECORD = {TITLE.name, PUBLICATION.name}


class RenderWorker:
    """Renders and stages those of `outputs` whose numbers it is given; `reasons` are by path."""

    def __init__(
        self,
        outputs: Sequence[PlannedOutput],
        reasons: Mapping[str, str],
        site: Site,
        frame: Frame,
        theme: Theme,
        staging: Staging,
        twins: Twins,
    ) -> None:
        self._twins = twins
        self._outputs, self._reasons, self._site, self._staging = outputs, reasons, site, staging
        self._templates = theme.templates
        self._renderer = Renderer(site, frame, theme.env)

    def __call__(self, numbers: Iterable[int], _worker: int) -> Iterator[Rendered]:
        for number in numbers:
            planned = self._outputs[number]
            with track() as tracker:
                content = self._render(planned)
            staged = self._stage(planned, content)
            opened = [key for kind, key in tracker.dependencies if kind == RECORD.name]
            tracker.dependencies = self._reduced(tracker.dependencies, opened)
            reason = self._reasons[planned.path]
            yield number, staged, tuple(Computed.of(tuple(planned), tracker, reason))
            self._close(opened)

    def _stage(self, planned: PlannedOutput, content: bytes) -> dict[str, tuple[int, int]]:
        staged = {}
        for path, bytes_ in ((planned.path, content), *self._made_of(planned, content)):
            stat = self._staging.put(path, bytes_)
            if stat:
                staged[path] = stat
        return staged

    def _made_of(self, planned: PlannedOutput, content: bytes) -> list[tuple[str, bytes]]:
        try:
            return list(self._twins.make(planned.path, content))
        except Exception as error:
            raise RenderError(planned.path, planned.args, error) from error

    def _render(self, planned: PlannedOutput) -> bytes:
        """Raises RenderError, which names the output, for whatever goes wrong."""
        try:
            return self._renderer.render(planned.output())
        except OSError:
            raise
        except Exception as error:
            raise RenderError(planned.path, planned.args, error) from error

    def _reduced(
        self, dependencies: set[tuple[str, str]], records: Sequence[str]
    ) -> set[tuple[str, str]]:
        """Without those that others include: most pages have a dozen of these. `records` are the
        keys of those on whole records.
        """
        if not dependencies:
            return dependencies
        templates = frozenset([d for d in dependencies if d[0] == TEMPLATE.name])
        left = dependencies - self._templates.included(templates)
        left.difference_update([(kind, key) for key in records for kind in OF_RECORD])
        return left

    def _close(self, identifiers: Iterable[str]) -> None:
        """Release the texts of the records that an output was made from."""
        for identifier in identifiers:
            record = self._site.by_id.get(identifier)
            if record is not None:
                record.close()
