"""Our place in Pelican's run: one generator that reads records and writes the planned pages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from pelican import Pelican
from pelican.generators import ArticlesGenerator
from pelican.plugins import signals
from pelican.writers import Writer

from plugins.build.looking import Folders, Look, look, nothing_changed
from plugins.build.report import Report, say
from plugins.build.trouble import is_damage, words_for
from plugins.clock import build_time
from plugins.rebuild.identity import identity
from plugins.rebuild.lock import Busy, lock_of, only_one
from plugins.rebuild.memory import Memory, folder_for
from plugins.rebuild.workers import can_fork, cores

PLUGINS = Path(__file__).resolve().parents[1]


class RecordsGenerator(ArticlesGenerator):
    """Pelican's articles, read and written our way.

    It takes the place of `ArticlesGenerator`, which is made for a blog: a file it can't read is
    silently missing, and every template sees every article. Records are its `articles` all the
    same, so that Pelican counts them and plugins find them.
    """

    def generate_context(self) -> None:
        self._held = ExitStack()
        overrides = map(Path, self.settings["THEME_TEMPLATES_OVERRIDES"])
        folders = Folders(
            Path(self.path), Path(self.theme), Path(self.output_path), tuple(overrides)
        )
        memory = self._remember(folders.output)
        now, found = build_time(), look(folders)
        report = nothing_changed(memory, found, now, self._output_is_ours)
        self.build = None
        if report is None:
            with _in_words():
                try:
                    report = self._prepare(folders, found, now, memory)
                except Exception as error:
                    if not is_damage(error):
                        raise
                    report = self._anew(folders, found, now)
        say(report, self.settings["PATH"])
        if (self.build and self.build.site is None) or (report.has_errors and self._publishing):
            # SystemExit: Pelican would print the stack of any other exception.
            sys.exit("有错误，没有生成网站。请改正以上错误后再试。")
        for line in report.announcements:
            print(line)
        if self.build is None:
            # Pelican counts them, and that is all that is asked of them now.
            self.articles, self.drafts = [None] * report.records, [None] * report.drafts
            return
        site = self.build.site
        self.articles, self.drafts = site.by_id.values(), [None] * report.drafts
        self.context["site"] = site
        signals.article_generator_finalized.send(self)

    def generate_output(self, writer: Writer) -> None:
        if self.build is None:
            print("没有变化，网站不必重新生成。")
        else:
            with _in_words():
                try:
                    self.build.write()
                except Exception as error:
                    if not is_damage(error):
                        raise
                    told = self.build
                    self._anew(told.folders, told.found, told.now)
                    self.build.write()
            print(self.build.summary)
            for path in self.build.written:
                signals.content_written.send(str(Path(self.output_path) / path), context={})
        self._held.close()

    def refresh_metadata_intersite_links(self) -> None:
        """Nothing to do: links between records are resolved when a view is made."""

    @property
    def _output_is_ours(self) -> bool:
        """Whether a file in the output folder that isn't of the site has no business there."""
        return bool(self.settings.get("OUTPUT_IS_OURS"))

    @property
    def _publishing(self) -> bool:
        return self.settings["PUBLISHING"]

    def _anew(self, folders: Folders, found: Look, now: datetime) -> Report:
        """Prepare without anything that was kept."""
        print("上次留下的结果已损坏，这次全部重新生成。")
        memory = Memory(self._memory.folder, self._memory.identity, forget=True)
        return self._prepare(folders, found, now, memory)

    def _remember(self, output: Path) -> Memory:
        """What the last build into `output` left, held so that no other build is at it."""
        folder = folder_for(Path(self.settings["CACHE_PATH"]), output)
        try:
            # Two builds may share a memory, or an output with a memory each.
            for lock in (folder / "lock", lock_of(output)):
                self._held.enter_context(only_one(lock))
        except Busy:
            sys.exit(f"另一个生成正在写 {output}。请等它结束后再试。")
        made_by = identity([PLUGINS], self.settings)
        self._memory = Memory(folder, made_by, forget=bool(self.settings.get("FRESH")))
        return self._memory

    def _prepare(self, folders: Folders, found: Look, now: datetime, memory: Memory) -> Report:
        # Imported here: a build with nothing to do needs none of it.
        from plugins.build.rebuild import Build, Settings

        workers = self.settings.get("WORKERS") or cores()
        if workers > 1 and not can_fork():
            print("这个系统不能分几个进程生成，改用一个进程。")
            workers = 1
        told = Settings(
            self.settings["SITEURL"],
            self.settings["RELATIVE_URLS"],
            not self._publishing,
            self._output_is_ours,
            workers,
        )
        self.build = Build(folders, found, now, told, memory, self.env)
        self.build.prepare()
        return self.build.report


@contextmanager
def _in_words() -> Iterator[None]:
    """End with a sentence instead of a stack trace where somebody can mend it."""
    try:
        yield
    except Exception as error:
        words = words_for(error)
        if words is None:
            raise
        sys.exit(words)


class SitePelican(Pelican):
    """Pelican with RecordsGenerator in the place of its ArticlesGenerator."""

    def _get_generator_classes(self) -> list[type]:
        classes = super()._get_generator_classes()
        return [RecordsGenerator if cls is ArticlesGenerator else cls for cls in classes]
