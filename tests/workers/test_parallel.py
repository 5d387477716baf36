"""The same values however many work on them; nobody is left behind when one fails."""

import gc
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from plugins.workers import parallel
from plugins.workers.parallel import (
    BATCH,
    BATCHES,
    FEW,
    WorkerFailedError,
    in_background,
    parallel_map,
)

ENOUGH = FEW * 3
# More than a pipe holds, so that a worker whose values nobody takes has to wait.
LONG = "字" * 10_000

forking = pytest.mark.skipif(not parallel.can_fork(), reason="this system does not fork")


@pytest.fixture(autouse=True)
def at_most_20_seconds():
    """A worker that waits for ever must fail the test and not stop the run."""

    def end(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def squares(items, number):
    for item in items:
        yield item, item * item


def with_process(items, number):
    for item in items:
        yield item, number, os.getpid()


@pytest.fixture
def wait_for(tmp_path):
    """Let one worker draw before the others, however slowly it starts."""
    started = tmp_path / "started"

    def wait(first, number):
        if number == first:
            started.touch()
        while not started.exists():
            time.sleep(0.01)
        if number != first:
            time.sleep(0.1)

    return wait


BEFORE: set[int] = set()


def children():
    """The processes begun by this one, those that have ended and were not waited for included."""
    lists = Path("/proc/self/task").glob("*/children")
    return {int(process) for file in lists for process in file.read_text().split()}


@pytest.fixture(autouse=True)
def before():
    """Other tests in this process have children of their own, such as a browser."""
    BEFORE.clear()
    BEFORE.update(children())


def left_behind():
    return children() - BEFORE


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("length", [0, 1, FEW, ENOUGH, ENOUGH + 1])
def test_the_values_do_not_depend_on_how_many_work(count, length):
    values = sorted(parallel_map(range(length), squares, count))
    assert values == [(item, item * item) for item in range(length)]


@forking
def test_every_item_is_had_once_and_every_worker_has_a_process_of_its_own():
    def slowly(items, number):
        for value in with_process(items, number):
            # Long enough that the last worker starts before the others have taken all batches.
            time.sleep(0.01)
            yield value

    values = list(parallel_map(range(ENOUGH), slowly, 3))
    assert sorted(item for item, *_ in values) == list(range(ENOUGH))
    processes = {(number, process) for _, number, process in values}
    assert {number for number, _ in processes} == {0, 1, 2}
    assert len({process for _, process in processes} - {os.getpid()}) == 3
    assert not left_behind()


@forking
@pytest.mark.parametrize("count", [FEW * 3, BATCH * BATCHES + 1])
def test_who_is_done_draws_more_and_who_is_not_does_not(count):
    def work(items, number):
        for place, item in enumerate(items):
            # The first waits with its first item until the others have had all the rest.
            if number == 0 and place == 0:
                time.sleep(1)
            yield item, number

    values = list(parallel_map(range(count), work, 3))
    assert sorted(item for item, _ in values) == list(range(count))
    lot = max(BATCH, -(-count // BATCHES))
    assert sum(number == 0 for _, number in values) <= lot


@forking
def test_garbage_is_not_looked_for_in_what_workers_share_as_long_as_they_work():
    gc.unfreeze()
    values = parallel_map(range(ENOUGH), squares, 2)
    next(values)
    assert gc.get_freeze_count() > 0
    list(values)
    assert gc.get_freeze_count() == 0


def test_few_items_stay_in_this_process():
    values = list(parallel_map(range(2 * FEW - 1), with_process, 8))
    assert {(number, process) for _, number, process in values} == {(0, os.getpid())}


def test_without_a_safe_fork_one_process_does_all(monkeypatch):
    monkeypatch.setattr(parallel, "can_fork", lambda: False)
    values = list(parallel_map(range(ENOUGH), with_process, 3))
    assert [item for item, *_ in values] == list(range(ENOUGH))
    assert {process for *_, process in values} == {os.getpid()}


@forking
@pytest.mark.parametrize("failing", [0, 1, 2])
def test_what_a_worker_raises_arrives_with_its_text(failing, wait_for):
    def work(items, number):
        wait_for(failing, number)
        for item in items:
            yield item, LONG
            if number == failing:
                raise ValueError(f"稿件 {number} 读不了")

    with pytest.raises(WorkerFailedError, match=f"稿件 {failing} 读不了"):
        list(parallel_map(range(ENOUGH), work, 3))
    assert not left_behind()


@forking
def test_a_value_that_is_not_plain_is_a_failure():
    with pytest.raises(WorkerFailedError, match="unmarshallable"):
        list(parallel_map(range(ENOUGH), lambda items, _: map(object.__class__, items), 2))


def test_what_is_raised_in_this_process_is_raised_as_it_is():
    with pytest.raises(ZeroDivisionError):
        list(parallel_map([0], lambda items, _: (1 // item for item in items), 1))


@forking
@pytest.mark.parametrize("killed", [0, 1, 2])
def test_a_worker_that_is_killed_is_a_failure_and_leaves_nobody_behind(killed, wait_for):
    def work(items, number):
        wait_for(killed, number)
        for item in items:
            yield item, LONG
            if number == killed:
                os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(WorkerFailedError, match="一个工作进程意外结束"):
        list(parallel_map(range(ENOUGH), work, 3))
    assert not left_behind()


@forking
def test_who_stops_taking_values_does_not_wait_for_ever():
    def work(items, number):
        for item in items:
            yield item, LONG

    values = parallel_map(range(ENOUGH * 4), work, 3)
    next(values)
    values.close()
    assert not left_behind()


@forking
def test_workers_of_a_build_that_was_killed_end_by_themselves(tmp_path):
    def work(items, number):
        (tmp_path / str(os.getpid())).touch()
        for item in items:
            yield item, LONG

    build = os.fork()
    if build == 0:
        try:
            next(parallel_map(range(ENOUGH * 4), work, 3))
            os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(1)
    os.waitpid(build, 0)
    processes = {int(file.name) for file in tmp_path.iterdir()}
    assert processes
    while any(map(is_running, processes)):
        time.sleep(0.02)


@forking
def test_what_is_done_aside_is_over_when_all_values_have_come():
    done = []

    def aside():
        time.sleep(0.3)
        done.append(threading.current_thread() is not threading.main_thread())

    values = list(parallel_map(range(ENOUGH), squares, 2, background=aside))
    assert (done, len(values)) == ([True], ENOUGH)


@forking
def test_it_is_over_too_where_a_worker_fails():
    done = []

    def aside():
        time.sleep(0.3)
        done.append(True)

    def fail(items, number):
        raise ValueError
        yield

    with pytest.raises(WorkerFailedError):
        list(parallel_map(range(ENOUGH), fail, 2, background=aside))
    assert done == [True]


def test_without_workers_nothing_is_done_aside():
    done = []
    assert len(list(parallel_map(range(3), squares, 2, background=lambda: done.append(True)))) == 3
    assert done == []


class TestInBackground:
    @pytest.fixture(autouse=True)
    def several_cores(self, monkeypatch):
        monkeypatch.setattr(parallel, "cores", lambda: 2)

    @forking
    def test_it_is_done_beside_this_process(self):
        result = in_background(lambda: {"process": os.getpid(), "long": LONG * 50})
        found = result()
        assert found["process"] != os.getpid()
        assert found["long"] == LONG * 50
        assert not left_behind()

    @forking
    @pytest.mark.parametrize("failing", [lambda: 1 / 0, lambda: os.kill(os.getpid(), 9)])
    def test_what_fails_there_is_done_here(self, failing):
        here = os.getpid()

        def work():
            if os.getpid() != here:
                failing()
            return "done"

        assert in_background(work)() == "done"
        assert not left_behind()

    @pytest.mark.parametrize(("forks", "cores"), [(False, 2), (True, 1)])
    def test_where_it_can_t_be_it_is_done_when_it_is_asked_for(self, monkeypatch, forks, cores):
        monkeypatch.setattr(parallel, "can_fork", lambda: forks)
        monkeypatch.setattr(parallel, "cores", lambda: cores)
        done = []
        result = in_background(lambda: done.append(os.getpid()) or done)
        assert done == []
        assert result() == [os.getpid()]


def is_running(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{process}/stat", encoding="utf-8") as stat:
        return stat.read().rpartition(")")[2].split()[0] != "Z"
