"""The same work on many items, on every core.

A worker is a fork: it has all that was loaded before, and gives back plain values through a pipe.
Where there is no safe fork (Windows, macOS) one process does all; the result is the same.
"""

from __future__ import annotations

import gc
import logging
import marshal
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

logger = logging.getLogger(__name__)
# Below this a fork costs more than it saves.
FEW = 60
# How many items a worker takes at once, how many batches there are at most, and how many bytes the
# number of a batch's first item has: together less than what a pipe holds on any system.
BATCH, BATCHES, NUMBER = 16, 4096, 4

# Called with some of the items and the number of the worker, from 0.
Work = Callable[[Iterable[Any], int], Iterator[Any]]


class WorkerFailedError(Exception):
    """A worker ended before its work. `type_name` is the name of the exception, empty if the
    process died; `places` are the files and lines where it happened, the innermost last.
    """

    def __init__(
        self,
        type_name: str,
        message: str,
        traceback_text: str = "",
        places: Sequence[tuple[str, int]] = (),
    ) -> None:
        super().__init__(message)
        self.type_name, self.traceback_text, self.places = type_name, traceback_text, places


def cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def can_fork() -> bool:
    # Apple's own libraries crash in forked processes; Python has not forked there since 3.8.
    return hasattr(os, "fork") and sys.platform != "darwin"


def parallel_map(
    items: Sequence[Any],
    work: Work,
    workers: int,
    on_progress: Callable[[int], None] | None = None,
    background: Callable[[], None] | None = None,
) -> Iterator[Any]:
    """What `work(some of the items, number of the worker)` yields, in no certain order.

    `work` must yield plain values. It is called once in each worker, which takes batches of items
    from a common queue. `on_progress` is called with the number of values received. `background`
    runs in a thread of this process while workers are busy; without workers it is not called.
    Raises WorkerFailedError, and whatever `work` raises where it runs in this process.
    """
    workers = min(workers, len(items) // FEW)
    done = 0
    if workers < 2 or not can_fork():
        for value in work(items, 0):
            done += 1
            if on_progress:
                on_progress(done)
            yield value
        return
    # Objects that exist now stay: counting references to them would copy their memory in workers.
    gc.freeze()
    started: list[tuple[int, int]] = []
    thread = None
    try:
        with _queue(items) as queue:
            for number in range(workers):
                pipes = [pipe for _, pipe in started]
                started.append(_start(queue, work, number, pipes))
        gc.unfreeze()
        if background:
            # After the forks: a fork has no thread but all the locks that threads hold.
            thread = threading.Thread(target=background)
            thread.start()
        for value in _gather([pipe for _, pipe in started]):
            done += 1
            if on_progress:
                on_progress(done)
            yield value
    finally:
        if thread:
            thread.join()
        # Close all before waiting for any: a worker may wait for its values to be read.
        for _, pipe in started:
            os.close(pipe)
        for process, _ in started:
            os.waitpid(process, 0)


@contextmanager
def _queue(items: Sequence[Any]) -> Iterator[Iterable[Any]]:
    """The items, shared by all processes forked inside: each item is taken by one of them.

    The numbers of all batches are in a pipe, from which each read gives one process a whole one.
    """
    size = max(BATCH, -(-len(items) // BATCHES))
    read, write = os.pipe()
    os.write(write, b"".join(n.to_bytes(NUMBER, "little") for n in range(0, len(items), size)))
    os.close(write)

    def taken() -> Iterator[Any]:
        while number := os.read(read, NUMBER):
            start = int.from_bytes(number, "little")
            yield from items[start : start + size]

    try:
        yield taken()
    finally:
        os.close(read)


def in_background(work: Callable[[], Any]) -> Callable[[], Any]:
    """Start `work` in another process; the returned function waits for its plain result.

    Where that is impossible, or fails, the work is done when the result is asked for.
    """
    if not can_fork() or cores() < 2:
        return work
    process, pipe = _start((), lambda _items, _number: iter((work(),)), 0)

    def result() -> Any:
        try:
            return next(_gather([pipe]))
        except WorkerFailedError:
            logger.debug("a background process failed, its work is repeated", exc_info=True)
            return work()
        finally:
            os.close(pipe)
            os.waitpid(process, 0)

    return result


def _start(
    items: Iterable[Any], work: Work, number: int, others: Iterable[int] = ()
) -> tuple[int, int]:
    """Fork a worker: its process and the pipe to read from. `others` are pipes of other workers."""
    read, write = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        os.close(write)
        return process, read
    # From here on in the child, which must never return into the parent's code.
    status = 1
    # A worker creates thousands of objects and few reference cycles.
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


def _serve(items: Iterable[Any], work: Work, number: int, out: BinaryIO) -> None:
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
        # An exception that has the name and the places of another one passes these on.
        name = getattr(error, "type_name", type(error).__name__)
        places = getattr(error, "places", None) or places_of(error)
        details = (name, str(error), traceback.format_exc(), list(places))
        _send(out, ("failed", details))


def places_of(error: BaseException) -> list[tuple[str, int]]:
    """Where an exception happened: file and line of every call, the innermost last."""
    return [(call.filename, call.lineno or 0) for call in traceback.extract_tb(error.__traceback__)]


def _send(out: BinaryIO, message: tuple[str, Any]) -> None:
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
                    raise WorkerFailedError("", "一个工作进程意外结束（可能是内存不足）。")
                held[pipe] += data
                for kind, value in _messages(held[pipe]):
                    if kind == "failed":
                        raise WorkerFailedError(*value)
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
