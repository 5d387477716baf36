"""A process that runs tests against mutants of one copy of the project.

It imports the program and collects the tests once. For each mutant it forks: the child replaces the
code of the changed functions and runs the tests in its own process, which takes milliseconds. Where
the change is in code that runs on import, the child imports everything again. The file is replaced
as well, for tests that start other processes.

Standard input has one JSON object per line, each answered by one on standard output.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import importlib
import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from coverage import Coverage

ROOT = Path.cwd()
# What runs while the program and the tests are imported.
IMPORT = "import"
# Exit codes of pytest that say that no test has failed: all passed, or there were none.
PASSED = {0, 5}


class LinesOfTests:
    """A pytest plugin that records which lines of some files are run by which test.

    Lines run by a fixture that several tests share count for each of them.
    """

    def __init__(self, files: list[str]) -> None:
        self._files = [str(ROOT / file) for file in files]
        # Measured with the compiled tracer; a context is a test, a fixture or the import.
        self._coverage = Coverage(data_file=None, config_file=False, include=self._files)
        self._seconds: dict[str, float] = {}
        self._failed: set[str] = set()
        self._fixtures: dict[str, set[str]] = {}
        self._context = IMPORT

    def start(self) -> None:
        self._coverage.start()
        self._enter(IMPORT)

    def stop(self) -> None:
        self._coverage.stop()

    def _enter(self, context: str) -> str:
        """The context before."""
        before, self._context = self._context, context
        self._coverage.switch_context(context)
        return before

    def pytest_collection_finish(self) -> None:
        self._enter("")

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item) -> Iterator[None]:
        before = self._enter(item.nodeid)
        started = time.monotonic()
        yield
        self._seconds[item.nodeid] = time.monotonic() - started
        fixtures = item._fixtureinfo.name2fixturedefs.values()
        self._fixtures[item.nodeid] = {_fixture(each) for several in fixtures for each in several}
        self._enter(before)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_fixture_setup(self, fixturedef) -> Iterator[None]:
        shared = fixturedef.scope != "function"
        before = self._enter(_fixture(fixturedef) if shared else self._context)
        yield
        self._enter(before)

    def pytest_runtest_logreport(self, report) -> None:
        if report.failed:
            self._failed.add(report.nodeid)

    def result(self) -> dict:
        """{on_import: {file: lines}, tests: {test that passed: {seconds, lines: {file: lines}}}}"""
        lines = self._lines_by_context()
        tests = {}
        for test, seconds in self._seconds.items():
            if test in self._failed:
                continue
            contexts = (test, *self._fixtures[test])
            found = _union(lines.get(context, {}) for context in contexts)
            tests[test] = {"seconds": seconds, "lines": found}
        return {"on_import": _union([lines.get(IMPORT, {})]), "tests": tests}

    def _lines_by_context(self) -> dict[str, dict[str, set[int]]]:
        data = self._coverage.get_data()
        found: dict[str, dict[str, set[int]]] = {}
        for file in data.measured_files():
            path = Path(file).relative_to(ROOT).as_posix()
            for line, contexts in data.contexts_by_lineno(file).items():
                for context in contexts:
                    found.setdefault(context, {}).setdefault(path, set()).add(line)
        return found


def _fixture(definition) -> str:
    """The context of a fixture: one name can have several definitions."""
    return f"fixture {definition.argname} {id(definition)}"


def _union(several: Iterable[dict[str, set[int]]]) -> dict[str, list[int]]:
    found: dict[str, set[int]] = {}
    for lines in several:
        for file, numbers in lines.items():
            found.setdefault(file, set()).update(numbers)
    return {file: sorted(numbers) for file, numbers in sorted(found.items())}


class ChosenTests:
    """A pytest plugin that runs the named tests only, in the order of the names."""

    def __init__(self, names: list[str]) -> None:
        self._order = {name: place for place, name in enumerate(names)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items) -> None:
        chosen = [item for item in items if item.nodeid in self._order]
        items[:] = sorted(chosen, key=lambda item: self._order[item.nodeid])


class Worker:
    def __init__(self, tests: list[str], files: list[str]) -> None:
        self._tests, self._files = tests, files
        self._functions: dict[str, list[FunctionType]] = {}

    def load(self) -> None:
        """Import the program and the tests, so that children need not."""
        _import(self._files)
        _pytest(["--collect-only", *self._tests], [])
        # A function in use has its code, whatever decorators have made of it.
        for value in gc.get_objects():
            if isinstance(value, FunctionType):
                self._functions.setdefault(value.__code__.co_filename, []).append(value)
        gc.freeze()

    def coverage(self, target: str) -> None:
        """Run all tests and write into the file `target` which lines each of them runs."""

        def child() -> int:
            lines = LinesOfTests(self._files)
            _forget()
            lines.start()
            _import(self._files)
            _pytest(self._tests, [lines])
            lines.stop()
            Path(target).write_text(json.dumps(lines.result()), encoding="utf-8")
            return 0

        _in_child(child, None)

    def survives(
        self, path: str, source: str, on_import: bool, tests: list, timeout: float
    ) -> bool:
        """Whether all tests pass with the text `source` in the file `path`.

        `on_import` says that the change is in code that runs when the file is imported.
        """
        file = ROOT / path
        original, times = file.read_text(encoding="utf-8"), file.stat()
        file.write_text(source, encoding="utf-8")

        def child() -> int:
            if on_import or not self._replace(str(file), original, source):
                _forget()
            arguments = ["-x", *dict.fromkeys(test.partition("::")[0] for test in tests)]
            return _pytest(arguments, [ChosenTests(tests)])

        try:
            return _in_child(child, timeout) in PASSED
        finally:
            file.write_text(original, encoding="utf-8")
            # As it was: Python's bytecode cache is valid for this time.
            os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))

    def _replace(self, file: str, original: str, source: str) -> bool:
        """Give functions in use their new code; False where that isn't possible."""
        before = _codes(ast.unparse(ast.parse(original)), file)
        after = _codes(source, file)
        for function in self._functions.get(file, ()):
            name = function.__code__.co_qualname
            if before.get(name) == after.get(name):
                continue
            codes = after.get(name, [])
            # Several of one name: lambdas, or a property and its setter.
            if len(codes) != 1 or codes[0].co_freevars != function.__code__.co_freevars:
                return False
            function.__code__ = codes[0]
        return True


def _codes(source: str, file: str) -> dict[str, list[CodeType]]:
    """The code of each function by its qualified name."""
    found: dict[str, list[CodeType]] = {}

    def add(code: CodeType) -> None:
        found.setdefault(code.co_qualname, []).append(code)
        for constant in code.co_consts:
            if isinstance(constant, CodeType):
                add(constant)

    add(compile(source, file, "exec", dont_inherit=True))
    return found


def _import(files: list[str]) -> None:
    for file in files:
        name = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        with contextlib.suppress(Exception):
            importlib.import_module(name)


def _forget() -> None:
    """Let the program and the tests be imported again."""
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if file.startswith(f"{ROOT}/") and "/.venv/" not in file:
            del sys.modules[name]


def _pytest(arguments: list[str], plugins: list) -> int:
    temporary = f"--basetemp={ROOT}-tmp"
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:faulthandler", temporary]
    return int(pytest.main([*options, *arguments], plugins=plugins))


def _in_child(run: Callable[[], int], timeout: float | None) -> int:
    """The exit code of `run` in a child process; 1 when it was killed after `timeout` seconds."""
    child = os.fork()
    if not child:
        os.setsid()
        code = 3
        try:
            code = run()
        finally:
            os._exit(code)
    deadline = time.monotonic() + timeout if timeout else None
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done or (deadline and time.monotonic() > deadline):
            break
        time.sleep(0.005)
    # The processes that a test has started and left.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if done:
        return os.waitstatus_to_exitcode(status)
    os.waitpid(child, 0)
    return 1


def main() -> None:
    sys.path[0] = str(ROOT)
    answers = os.fdopen(os.dup(1), "w")
    log = os.open(f"{ROOT}.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(log, 1)
    os.dup2(log, 2)
    worker = Worker(**json.loads(sys.stdin.readline()))
    worker.load()
    for line in sys.stdin:
        name, arguments = json.loads(line)
        print(json.dumps(getattr(worker, name)(**arguments)), file=answers, flush=True)
    shutil.rmtree(f"{ROOT}-tmp", ignore_errors=True)


if __name__ == "__main__":
    main()
