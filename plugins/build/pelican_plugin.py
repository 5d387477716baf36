"""Our place in Pelican's run: a generator that reads the records and writes the planned outputs.

Signals used: `get_generators` adds the generator, `article_writer_finalized` gives Pelican's
summary the numbers, `finalized` and granular-signals' `deploy` tell when other plugins have done
with the outputs. Pelican's own generators find nothing to do, see pelicanconf.py.

This is the only module that knows how Pelican works inside, beyond its documentation: its summary
counts `articles` and `drafts` of its own generator, and only `-r` on its command line tells that it
builds again and again. So it is in pelican 4.12.0, which requirements/site.in pins.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import blinker
from pelican import signals
from pelican.generators import Generator

from plugins.build.options import BuildOptions
from plugins.build.report import Report
from plugins.build.session import BuildSession
from plugins.incremental.fingerprint import program_fingerprint

PLUGINS = Path(__file__).resolve().parents[1]
# The last signal of pelican-granular-signals, for plugins that work on finished outputs.
DEPLOY = blinker.signal("deploy")


class RecordsGenerator(Generator):  # type: ignore[misc]  # Pelican publishes no types.
    """Reads all records, and writes every file of the site that is stale."""

    def generate_context(self) -> None:
        _end_last()
        # What is loaded and computed now is needed to the end: there is no garbage to look for.
        gc.disable()
        options = BuildOptions.from_settings(self.settings)
        program = program_fingerprint([PLUGINS], self.settings)
        with _ending_what_fails():
            session = Run.session = BuildSession(options, program, lambda: self.env)
            Run.report = session.prepare()
            self.context["site"] = session.build.site if session.build else None

    def generate_output(self, _writer: Any) -> None:
        gc.freeze()
        gc.enable()
        if Run.session is None:
            return
        with _ending_what_fails():
            self._write(Run.session)

    def _write(self, session: BuildSession) -> None:
        session.write(_others())
        if signals.content_written.receivers:
            for path in session.shown:
                context = {**self.context, "output_file": path}
                signals.content_written.send(os.path.join(self.output_path, path), context=context)
        receipt = self.settings.get("RECEIPT")
        if receipt:
            # For who must know that the site was built by this plugin, and not by Pelican alone,
            # and which addresses it has.
            Path(receipt).write_text("\n".join(session.addresses()), encoding="utf-8")
        # Connected last, and so called after the plugins that work on finished outputs.
        signals.finalized.connect(end)


class Run:
    """The build of this process that is going on, or ended last."""

    session: BuildSession | None = None
    report: Report | None = None


def connect() -> None:
    signals.get_generators.connect(_generators)
    signals.article_writer_finalized.connect(_count)
    DEPLOY.connect(end)


def _generators(_pelican: Any) -> type[RecordsGenerator]:
    return RecordsGenerator


def _count(generator: Any, writer: Any) -> None:
    """Pelican counts the articles of its own generator, after all have been written."""
    if Run.report is not None:
        generator.articles = [None] * Run.report.records
        generator.drafts = [None] * Run.report.drafts


def end(_pelican: Any) -> None:
    """All other plugins have done: keep what the outputs look like now, and release the locks."""
    signals.finalized.disconnect(end)
    if Run.session is not None and _others():
        Run.session.note_outputs()
        if DEPLOY.receivers and _uses_granular_signals():
            # Called again at the very end.
            return
    _end_last()


def _others() -> bool:
    """Whether another plugin may have changed the outputs."""
    own = {_count, end}
    hooks: Iterable[Any] = (signals.finalized, signals.content_written)
    receivers = [r() if callable(r) else r for s in hooks for r in s.receivers.values()]
    return any(receiver not in own for receiver in receivers) or _uses_granular_signals()


def _uses_granular_signals() -> bool:
    return "pelican.plugins.granular_signals" in sys.modules or "granular_signals" in sys.modules


def _end_last() -> None:
    if Run.session is not None:
        Run.session.close()
        Run.session = None


@contextmanager
def _ending_what_fails() -> Iterator[None]:
    """Release the locks where a build fails; with `-r` Pelican goes on, until it is mended."""
    try:
        yield
    except BaseException as error:
        _end_last()
        if not (isinstance(error, SystemExit) and _is_autoreload()):
            raise
        print(error, file=sys.stderr)


def _is_autoreload() -> bool:
    """Whether Pelican builds again and again (`-r`), and ends when a build raises SystemExit."""
    flags = [text for text in sys.argv[1:] if text.startswith("-")]
    return any(
        flag == "--autoreload" or (not flag.startswith("--") and "r" in flag) for flag in flags
    )
