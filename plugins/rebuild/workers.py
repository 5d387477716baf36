"""The same work on many items, on every core.

A worker is a fork: it has all that was loaded before, and gives back plain values through a pipe.
Where there is no safe fork (Windows, macOS) one process does all; the result is the same.
"""

from __future__ import annotations

import gc
import marshal
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

# Below this a fork costs more than it saves.
FEW = 60
# How many items a worker draws at once, how many lots there are at most, how many bytes the number
# of the first item of a lot has: together less than what a pipe holds on any system.
LOT, LOTS, NUMBER = 16, 4096, 4

Work = Callable[[Iterable[Any], int], Iterator[Any]]
Tell = Callable[[int], None]


class WorkerFailed(Exception):
    """A worker ended before its work. `sort` is the name of the exception, `said` its traceback;
    `places` are the files and lines where it happened, the innermost last.
    """

    def __init__(
        self, sort: str, message: str, said: str = "", places: Sequence[tuple[str, int]] = ()
    ) -> None:
        super().__init__(message)
        self.sort, self.said, self.places = sort, said, places


def cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def can_fork() -> bool:
    # Apple's own libraries crash in forked processes; Python has not forked there since 3.8.
    return hasattr(os, "fork") and sys.platform != "darwin"


def untold(_done: int) -> None:
    """Where nobody needs to be told how many are done."""


def nothing() -> None:
    """Where there is nothing to do aside."""


def spread(
    items: Sequence[Any],
    work: Work,
    workers: int,
    tell: Tell = untold,
    aside: Callable[[], None] = nothing,
) -> Iterator[Any]:
    """What `work(some of the items, number of the worker)` yields, in no certain order.

    `work` must yield plain values. It is called once in each worker, with the items that this comes
    to draw: whoever is done with some draws some more. `tell` is told how many values have come.
    `aside` is done in this process while workers are at it, and is over when all values have come;
    without workers it is not done.
    Raises WorkerFailed, and whatever `work` raises where it runs in this process.
    """
    workers = min(workers, len(items) // FEW)
    done = 0
    if workers < 2 or not can_fork():
        for value in work(items, 0):
            done += 1
            tell(done)
            yield value
        return
    # What is here now stays: counting references in it would copy its memory page by page.
    gc.freeze()
    started: list[tuple[int, int]] = []
    # Begun after the forks: a fork has none of the threads, but all the locks that they hold.
    beside = threading.Thread(target=aside)
    try:
        with _lots(items) as drawn:
            for number in range(workers):
                pipes = [pipe for _, pipe in started]
                started.append(_start(drawn, work, number, pipes))
        gc.unfreeze()
        beside.start()
        for value in _gather([pipe for _, pipe in started]):
            done += 1
            tell(done)
            yield value
    finally:
        if beside.ident is not None:
            beside.join()
        # All before waiting for any: a worker may be waiting for somebody to take its values.
        for _, pipe in started:
            os.close(pipe)
        for process, _ in started:
            os.waitpid(process, 0)


@contextmanager
def _lots(items: Sequence[Any]) -> Iterator[Iterable[Any]]:
    """The items, shared by all processes forked inside: each item is had by one of them.

    The numbers of all lots lie in a pipe, from which the system gives each reader whole ones.
    """
    size = max(LOT, -(-len(items) // LOTS))
    read, write = os.pipe()
    os.write(write, b"".join(n.to_bytes(NUMBER, "little") for n in range(0, len(items), size)))
    os.close(write)

    def drawn() -> Iterator[Any]:
        while number := os.read(read, NUMBER):
            start = int.from_bytes(number, "little")
            yield from items[start : start + size]

    try:
        yield drawn()
    finally:
        os.close(read)


def meanwhile(work: Callable[[], Any]) -> Callable[[], Any]:
    """Begin `work` beside this process; what is returned waits for its result, a plain value.

    Where that can't be, or fails, the work is done when the result is asked for.
    """
    if not can_fork() or cores() < 2:
        return work
    process, pipe = _start((), lambda _items, _number: iter((work(),)), 0)

    def result() -> Any:
        try:
            return next(_gather([pipe]))
        except WorkerFailed:
            return work()
        finally:
            os.close(pipe)
            os.waitpid(process, 0)

    return result


def _start(
    items: Iterable[Any], work: Work, number: int, others: Iterable[int] = ()
) -> tuple[int, int]:
    """Fork a worker; its process and the end of the pipe to read from. `others` are such ends."""
    read, write = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        os.close(write)
        return process, read
    # From here on in the child, which must never return into the parent's code.
    status = 1
    # A worker makes thousands of like things and leaves few in circles.
    gc.set_threshold(20_000, 20, 20)
    try:
        # A pipe that somebody could still read from never breaks.
        for pipe in (read, *others):
            os.close(pipe)
        with os.fdopen(write, "wb") as out:
            _serve(items, work, number, out)
        status = 0
    except BrokenPipeError:
        pass
    finally:
        os._exit(status)


def _serve(items: Iterable[Any], work: Work, number: int, out) -> None:
    batch: list[Any] = []
    try:
        for value in work(items, number):
            batch.append(value)
            if len(batch) == 64:
                _send(out, ("values", batch))
                batch = []
        _send(out, ("values", batch))
        _send(out, ("end", None))
    except Exception as error:
        told = (type(error).__name__, str(error), traceback.format_exc(), places_of(error))
        _send(out, ("failed", told))


def places_of(error: BaseException) -> list[tuple[str, int]]:
    """Where an exception happened: file and line of every call, the innermost last."""
    return [(call.filename, call.lineno or 0) for call in traceback.extract_tb(error.__traceback__)]


def _send(out, message: tuple) -> None:
    data = marshal.dumps(message)
    out.write(len(data).to_bytes(8, "little") + data)
    out.flush()


def _gather(pipes: list[int]) -> Iterator[Any]:
    import selectors

    with selectors.DefaultSelector() as ready:
        held = {pipe: bytearray() for pipe in pipes}
        ended: set[int] = set()
        for pipe in pipes:
            ready.register(pipe, selectors.EVENT_READ)
        while len(ended) < len(pipes):
            for key, _ in ready.select():
                pipe = key.fd
                data = os.read(pipe, 1 << 20)
                if not data and pipe not in ended:
                    raise WorkerFailed("", "一个工作进程意外结束（可能是内存不足）。")
                held[pipe] += data
                for kind, value in _messages(held[pipe]):
                    if kind == "failed":
                        raise WorkerFailed(*value)
                    if kind == "end":
                        ended.add(pipe)
                        ready.unregister(pipe)
                    else:
                        yield from value


def _messages(buffer: bytearray) -> Iterator[tuple[str, Any]]:
    at = 0
    while len(buffer) - at >= 8:
        length = int.from_bytes(buffer[at : at + 8], "little")
        if len(buffer) - at - 8 < length:
            break
        yield marshal.loads(bytes(buffer[at + 8 : at + 8 + length]))
        at += 8 + length
    del buffer[:at]
