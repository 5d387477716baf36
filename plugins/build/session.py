"""One run of a build: locks, the check whether anything changed, damage, and what is printed."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from plugins.build.errors import is_damage, words_for
from plugins.build.file_state import Snapshots, take_snapshots, tampered_outputs
from plugins.build.options import BuildOptions
from plugins.build.places import why_not_there
from plugins.build.report import Report, print_report
from plugins.clock import build_time
from plugins.findings import Finding
from plugins.incremental.lock import BusyError, exclusive, lock_for
from plugins.incremental.snapshot import take_snapshot
from plugins.incremental.store import DAMAGED, Store, database_for
from plugins.workers.parallel import can_fork

if TYPE_CHECKING:
    from jinja2 import Environment

    from plugins.build.pipeline import Build

T = TypeVar("T")
logger = logging.getLogger(__name__)
# What a build that was killed has left to the next one, by the name of a value in the store.
LEFT_TO_DO = ("interrupted", "unseen", "unfinished")
REBUILDING = f"{DAMAGED}，这次全部重新生成。"


class BuildSession:
    """`build` is None when nothing has to be done. Until `close` no other build can write to the
    same output. Ends the process with a sentence where somebody can mend what is wrong.
    """

    def __init__(
        self, options: BuildOptions, program: str, base_environment: Callable[[], Environment]
    ) -> None:
        """`program` is a fingerprint of the program and all settings."""
        self._options, self._environment = options, base_environment
        self._held = ExitStack()
        self.build: Build | None = None
        self._has_site = True
        # The files that other plugins are to see.
        self.shown: list[str] = []
        if reason := why_not_there(options.output, (options.content, options.theme)):
            sys.exit(reason)
        database = database_for(options.cache, options.output)
        try:
            with self._in_words():
                # Two builds may share a database, or an output with a database each.
                for lock in (database.with_suffix(".lock"), lock_for(options.output)):
                    self._held.enter_context(exclusive(lock))
                self._open(Store(database, program, options.fresh))
        except BaseException as error:
            # Nobody gets a session to close.
            self._held.close()
            if isinstance(error, BusyError):
                sys.exit(f"另一个生成正在写 {options.output}。请等它结束后再试。")
            raise

    def _open(self, store: Store) -> None:
        self._store = store
        if store.why_empty == DAMAGED:
            print(REBUILDING)
        self._now, self._snapshots = build_time(), take_snapshots(self._options)
        self._report = self._repeated(
            lambda: up_to_date(store, self._snapshots, self._options, self._now)
        )

    def close(self) -> None:
        # The process that lists the output holds the locks as well, until it is waited for.
        self._snapshots.output  # noqa: B018
        self._store.seal()
        self._held.close()

    def prepare(self) -> Report:
        """Find out what has to be done, and print what was found."""
        report, options = self._report, self._options
        fresh: frozenset[Finding] = frozenset()
        if report is None:
            with self._in_words():
                build = self._repeated(self._prepare)
                report, fresh = build.report, build.fresh
        print_report(report, options.content, fresh)
        if not self._has_site or (report.has_errors and not options.preview):
            # SystemExit: Pelican would print the stack of any other exception.
            sys.exit("有错误，没有生成网站。请改正以上错误后再试。")
        for line in report.announcements:
            print(line)
        return report

    def _prepare(self) -> Build:
        # Imported here: a build with nothing to do needs none of it.
        from plugins.build.pipeline import Build

        if self._options.workers > 1 and not can_fork():
            print("这个系统不能分几个进程生成，改用一个进程。")
        store = self._store
        build = Build(self._options, store, self._snapshots, self._now, self._environment)
        self._has_site = build.prepare()
        self.build = build
        return build

    def write(self, other_plugins: bool) -> list[str]:
        """Do it; the paths of the files that are new or different. `other_plugins` says whether any
        are to process these.
        """
        if self.build is None:
            print("没有变化，网站不必重新生成。")
            return []
        with self._in_words():
            # Prepared once more where the store turned out to be damaged.
            result = self._repeated(lambda: (self.build or self._prepare()).write(other_plugins))
        print(result.summary)
        # What is the same as before has been seen, unless by other plugins, or so we can't know.
        self.shown = result.made if self._store.why_empty else result.unseen
        return result.files

    def addresses(self) -> list[str]:
        """The addresses of the site that people keep; after `write`."""
        from plugins.build.kept import kept_addresses

        return sorted(kept_addresses(self._store))

    def note_outputs(self) -> None:
        """Accept what other plugins made of the outputs since they were written."""
        stats = self._store.meta("outputs", {})
        there = take_snapshot(self._options.output)
        stats = {path: there[path][:2] for path in stats if path in there}
        derived = {path: owner for path in there if (owner := _owner(path, stats))}
        with self._store.transaction():
            self._store.update_meta({"outputs": stats, "unseen": (), "derived": derived})
            # They are known to be ours also when the program or the plugins are others.
            self._store.add_to_manifest(derived)

    def _repeated(self, work: Callable[[], T]) -> T:
        """Do the work, once more without the stored results if these are damaged."""
        try:
            return work()
        except Exception as error:
            if not is_damage(error):
                raise
            logger.debug("the store is damaged", exc_info=True)
            print(REBUILDING)
            self._store.reset(DAMAGED)
            self.build = None
            return work()

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """End with a sentence instead of a stack trace where somebody can mend what is wrong."""
        try:
            yield
        except BusyError:
            raise
        except Exception as error:
            words = words_for(error, self._options.cache)
            if words is None:
                raise
            logger.debug("the build failed", exc_info=True)
            sys.exit(words)


def up_to_date(
    store: Store, snapshots: Snapshots, options: BuildOptions, now: datetime
) -> Report | None:
    """What the last build reported, when this one would do and report the same."""
    if store.why_empty:
        return None
    since, until = store.meta("valid", (0, 0))
    if not since <= now.timestamp() < until or any(map(store.meta, LEFT_TO_DO)):
        return None
    for name, snapshot in (("content", snapshots.content), ("theme", snapshots.theme)):
        if store.meta(name) != snapshot:
            return None
    written, there = store.meta("outputs", {}), snapshots.output
    if options.owns_output and there.keys() - written.keys() - store.meta("derived", {}).keys():
        return None
    if tampered_outputs(written, there):
        return None
    return Report(*store.meta("report"))


def _owner(path: str, outputs: Mapping[str, Any]) -> str:
    """The output that a file such as `index.html.gz` was derived from; empty if it was not."""
    owner, _, suffix = path.rpartition(".")
    return owner if suffix and path not in outputs and owner in outputs else ""
