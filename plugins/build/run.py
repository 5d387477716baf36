"""One run of a build, from the look at what there is to the last file in its place."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from plugins.build.looking import look, nothing_changed
from plugins.build.report import say
from plugins.build.told import Told
from plugins.build.trouble import is_damage, words_for
from plugins.clock import build_time
from plugins.rebuild.lock import Busy, lock_of, only_one
from plugins.rebuild.memory import Memory, folder_for
from plugins.rebuild.workers import can_fork

if TYPE_CHECKING:
    from jinja2 import Environment

    from plugins.build.rebuild import Build


class Run:
    """`build` is None when nothing has to be done. Until it is closed no other build is at its
    output. Ends the process with a sentence where somebody can mend what is wrong.
    """

    def __init__(self, told: Told, program: str, settings: str, env: Callable[[], Environment]):
        """`program` and `settings` are fingerprints, see Memory; `env` is asked for when something
        is rendered.
        """
        self._told, self._program, self._env = told, (program, settings), env
        self._held = ExitStack()
        self.build: Build | None = None
        self.folder = folder_for(told.cache, told.output)
        try:
            # Two builds may share a memory, or an output with a memory each.
            for lock in (self.folder / "lock", lock_of(told.output)):
                self._held.enter_context(only_one(lock))
        except Busy:
            self._held.close()
            sys.exit(f"另一个生成正在写 {told.output}。请等它结束后再试。")
        self._memory = Memory(self.folder, *self._program, forget=told.fresh)
        self._now, self._found = build_time(), look(told)
        self.report = nothing_changed(self._memory, self._found, self._now, told.ours)
        if self.report is not None and self._memory.head["told"] != self._memory.told:
            self._memory.save(self._memory.head, {}, {}, None)

    def close(self) -> None:
        # The process that looks at the output holds the locks as well, until somebody hears it.
        self._found.output  # noqa: B018
        self._held.close()

    def take_up(self) -> bool:
        """Go on from the site as it stood, if that is possible."""
        if self.report is not None:
            return True
        if self._memory.head is None:
            return False
        try:
            build = self._new_build()
            if not build.take_up():
                return False
        except Exception:
            # Whatever it is, `prepare` comes to it again and says it.
            return False
        self.build, self.report = build, build.report
        return True

    def prepare(self) -> None:
        """Find out what has to be done, and say what was found."""
        if self.report is None:
            with _in_words(self._anew):
                self.build = self._new_build()
                self.build.prepare()
            self.report = self.build.report
        say(self.report, str(self._told.content))
        nowhere = self.build is not None and self.build.site is None
        if nowhere or (self.report.has_errors and not self._told.preview):
            # SystemExit: Pelican would print the stack of any other exception.
            sys.exit("有错误，没有生成网站。请改正以上错误后再试。")
        for line in self.report.announcements:
            print(line)

    def write(self) -> list[str]:
        """Do it; the paths of the files that are new or different."""
        if self.build is None:
            print("没有变化，网站不必重新生成。")
            return []
        with _in_words(self._write_anew):
            self.build.write()
        print(self.build.written.summary)
        return self.build.written.files

    def _new_build(self) -> Build:
        # Imported here: a build with nothing to do needs none of it.
        from plugins.build.rebuild import Build

        if self._told.workers > 1 and not can_fork():
            print("这个系统不能分几个进程生成，改用一个进程。")
        return Build(self._told, self._found, self._now, self._memory, self._env)

    def _anew(self) -> None:
        """Prepare without anything that was kept."""
        print("上次留下的结果已损坏，这次全部重新生成。")
        self._memory = Memory(self.folder, *self._program, forget=True)
        self.build = self._new_build()
        self.build.prepare()

    def _write_anew(self) -> None:
        self._anew()
        self.build.write()


@contextmanager
def _in_words(anew: Callable[[], None]) -> Iterator[None]:
    """Begin `anew` where what was kept is damaged; end with a sentence instead of a stack trace
    where somebody can mend it.
    """
    try:
        try:
            yield
        except Exception as error:
            if not is_damage(error):
                raise
            anew()
    except Exception as error:
        words = words_for(error)
        if words is None:
            raise
        sys.exit(words)
