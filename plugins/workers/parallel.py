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
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, cast

logger = logging.getLogger(__name__)
# Below this a fork costs more than it saves.
FEW = 60
# How many items a worker takes at once, how many batches there are at most, and how many bytes the
# number of a batch's first item has: together less than what a pipe holds on any system.
BATCH, BATCHES, NUMBER = 16, 4096, 4
# How many values a worker sends at once.
SENT = 64

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
    background: Callable[[], None] | None = None,
) -> Iterator[Any]:
    """What `work(some of the items, number of the worker)` yields, in no certain order.

    `work` must yield plain values. It is called once in each worker, which takes batches of items
    from a common queue. `background` runs in a thread of this process while workers are busy;
    without workers it is not called. Raises WorkerFailedError, and whatever `work` raises where it
    runs in this process.
    """
    workers = min(workers, len(items) // FEW)
    if workers < 2 or not can_fork():
        yield from work(items, 0)
        return
    # Looking for garbage among objects that exist now would copy their memory: in the workers, and
    # here as long as the workers share it.
    gc.freeze()
    started: list[tuple[BaseProcess, Connection]] = []
    thread = None
    try:
        with _queue(items) as queue:
            for number in range(workers):
                pipes = [pipe for _, pipe in started]
                started.append(_start(queue, work, number, pipes))
        if background:
            # After the forks: a fork has no thread but all the locks that threads hold.
            thread = threading.Thread(target=background)
            thread.start()
        yield from _gather([pipe for _, pipe in started])
    finally:
        if thread:
            thread.join()
        # Close all before waiting for any: a worker may wait for its values to be read.
        for _, pipe in started:
            pipe.close()
        for process, _ in started:
            process.join()
        gc.unfreeze()


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
            pipe.close()
            process.join()

    return result


def _start(
    items: Iterable[Any], work: Work, number: int, others: Iterable[Connection] = ()
) -> tuple[BaseProcess, Connection]:
    """Fork a worker: its process and the pipe to read from. `others` are pipes of other workers."""
    fork = get_context("fork")
    receiving, sending = fork.Pipe(duplex=False)

    def run() -> None:
        # A pipe that somebody could still read from never breaks.
        for pipe in (receiving, *others):
            pipe.close()
        # A worker creates thousands of objects and few reference cycles.
        gc.set_threshold(20_000, 20, 20)
        with suppress(BrokenPipeError, KeyboardInterrupt):
            _serve(items, work, number, sending)

    # A daemon, so that a build that is broken off does not wait for it.
    process = fork.Process(target=run, daemon=True)
    process.start()
    sending.close()
    return process, receiving


def _serve(items: Iterable[Any], work: Work, number: int, out: Connection) -> None:
    """Send messages, each a kind with plain values: `values`, and at last `end`, `failed`, or
    `refused` for what the system refused.
    """

    def send(kind: str, values: list[Any]) -> None:
        out.send_bytes(marshal.dumps((kind, values)))

    batch: list[Any] = []
    try:
        for value in work(items, number):
            batch.append(value)
            if len(batch) == SENT:
                send("values", batch)
                batch = []
        send("end", batch)
    except OSError as error:
        send("refused", [error.errno or 0, error.strerror or str(error), error.filename])
    except Exception as error:
        # An exception that has the name and the places of another one passes these on.
        name = getattr(error, "type_name", type(error).__name__)
        places = getattr(error, "places", None) or places_of(error)
        send("failed", [name, str(error), traceback.format_exc(), list(places)])


def places_of(error: BaseException) -> list[tuple[str, int]]:
    """Where an exception happened: file and line of every call, the innermost last."""
    return [(call.filename, call.lineno or 0) for call in traceback.extract_tb(error.__traceback__)]


def _gather(pipes: Iterable[Connection]) -> Iterator[Any]:
    """The values that workers send, until all have ended. Raises WorkerFailedError and OSError."""
    left = set(pipes)
    while left:
        for pipe in cast(list[Connection], wait(left)):
            try:
                kind, values = marshal.loads(pipe.recv_bytes())
            except (EOFError, OSError):
                raise WorkerFailedError("", "一个工作进程意外结束（可能是内存不足）。") from None
            if kind == "refused":
                raise OSError(*values)
            if kind == "failed":
                raise WorkerFailedError(*values)
            if kind == "end":
                left.discard(pipe)
            yield from values
