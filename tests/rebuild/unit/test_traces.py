"""An output is made again when something that it was made from has changed, and only then."""

import itertools
import marshal
import random

import pytest

from plugins.rebuild.reads import BEGINNING, END
from plugins.rebuild.shelf import Shelf, write
from plugins.rebuild.traces import Trace, Traces

MAKER = "plugins.views.home.home_page"
NOON = 1_000


class Inputs(dict):
    """Fingerprints by name; `asked` are the names that were asked for."""

    def __init__(self, *values, **named):
        super().__init__(*values, **named)
        self.asked = []

    def all(self, names):
        names = list(names)
        self.asked += names
        return {name: self[name] for name in names}


def put(traces, path, *, maker=MAKER, given=(), since=BEGINNING, until=END, own=(), shared=()):
    traces.set(path, maker, given, since, until, tuple(own), tuple(shared), "新的页面")


@pytest.fixture
def keep(tmp_path):
    """What the next build begins with when the plan was made anew: written, and read again."""
    numbers = itertools.count()

    def keep(traces, inputs, paths):
        return Traces(tuple(shelf(values) for values in traces.anew(paths, inputs.all)))

    def shelf(values):
        file = tmp_path / f"shelf-{next(numbers)}"
        write(file, values)
        return Shelf(file)

    return keep


def laid(traces, inputs):
    """What the next build begins with after an edit."""
    return Traces(tuple(Shelf(shelf.file, shelf.laid) for shelf in traces.laid(inputs.all)))


def made_of(traces, path):
    """A trace with the names of its inputs."""
    trace = traces.of(path)
    return trace[:4], list(trace.own), list(traces.set_of(trace.shared))


@pytest.fixture
def inputs():
    return Inputs({"card news/a": b"1", "record news/a": b"2", "template base.html": b"3"})


@pytest.fixture
def one_page(keep):
    def one_page(inputs, **trace):
        traces = Traces()
        made = {"given": ("a", 1), "own": ["record news/a"], "shared": ["template base.html"]}
        put(traces, "a.html", **{**made, **trace})
        return keep(traces, inputs, ["a.html"])

    return one_page


def why(traces, inputs, *, path="a.html", maker=MAKER, given=("a", 1), now=NOON):
    """The reason by the path and what is planned, and by the path alone where that is enough."""
    traces.compare(inputs.all)
    return traces.why_again(path, maker, given, now), traces.again(now).get("a.html")


class TestReasons:
    def test_nothing_changed(self, one_page, inputs):
        assert why(one_page(inputs), inputs) == (None, None)

    def test_a_new_page(self, one_page, inputs):
        assert why(one_page(inputs), inputs, path="b.html")[0] == "新的页面"

    @pytest.mark.parametrize(
        "changed", [{"given": ("a", 2)}, {"given": ()}, {"maker": "plugins.views.lists.list_page"}]
    )
    def test_it_is_made_otherwise(self, one_page, inputs, changed):
        assert why(one_page(inputs), inputs, **changed)[0] == "它在网站上的位置或列表变了"

    @pytest.mark.parametrize("name", ["record news/a", "template base.html"])
    def test_an_input_of_its_own_or_a_shared_one_changed(self, one_page, inputs, name):
        traces = one_page(inputs)
        inputs[name] = b"new"
        assert why(traces, inputs) == (f"输入变了：{name}",) * 2

    @pytest.mark.parametrize(("before", "after"), [(None, b"1"), (b"1", None)])
    def test_an_input_came_or_went(self, one_page, inputs, before, after):
        inputs["record news/a"] = before
        traces = one_page(inputs)
        inputs["record news/a"] = after
        assert why(traces, inputs) == ("输入变了：record news/a",) * 2

    def test_an_input_of_another_page_changed(self, one_page, keep, inputs):
        traces = one_page(inputs)
        put(traces, "b.html", own=["card news/a"])
        traces = keep(traces, inputs, ["a.html", "b.html"])
        inputs["card news/a"] = b"new"
        assert why(traces, inputs) == (None, None)
        assert traces.again(NOON) == {"b.html": "输入变了：card news/a"}

    @pytest.mark.parametrize(
        ("now", "again"), [(9, True), (10, False), (19, False), (20, True), (21, True)]
    )
    def test_its_time_is_over_or_not_yet_come(self, one_page, inputs, now, again):
        traces = one_page(inputs, since=10, until=20)
        reason = "时间到了（排期、期限或日期变化）" if again else None
        assert why(traces, inputs, now=now) == (reason, reason)


class TestComparing:
    def test_a_change_is_a_reason_once(self, one_page, keep, inputs):
        traces = one_page(inputs)
        inputs["record news/a"] = b"new"
        traces.compare(inputs.all)
        assert why(keep(traces, inputs, ["a.html"]), inputs) == (None, None)
        assert why(laid(traces, inputs), inputs) == (None, None)

    def test_only_suspects_are_asked_about(self, one_page, keep, inputs):
        traces = one_page(inputs)
        put(traces, "b.html", own=["card news/a", "card news/b", "leads news/b"])
        inputs |= {"card news/b": b"4", "leads news/b": b"5"}
        traces = keep(traces, inputs, ["a.html", "b.html"])
        inputs.asked.clear()
        inputs |= {"card news/b": b"new", "record news/a": b"new", "leads news/b": b"new"}
        traces.compare(inputs.all, ({"news/b", "news/c", "template"}, {"card", "template"}))
        assert sorted(inputs.asked) == ["card news/b", "template base.html"]
        assert traces.again(NOON) == {"b.html": "输入变了：card news/b"}

    def test_only_new_inputs_are_asked_about_when_it_is_kept(self, one_page, inputs):
        traces = one_page(inputs)
        inputs.asked.clear()
        put(traces, "b.html", own=["record news/a", "card news/a"])
        traces.anew(["a.html", "b.html"], inputs.all)
        assert inputs.asked == ["card news/a"]


class TestKeeping:
    def test_a_trace_comes_back(self, one_page, inputs):
        traces = one_page(inputs, since=10, until=20)
        trace = traces.of("a.html")
        assert trace[:4] == (MAKER, ("a", 1), 10, 20)
        assert (trace.reason, isinstance(trace, Trace)) == ("新的页面", True)
        assert made_of(traces, "a.html")[1:] == (["record news/a"], ["template base.html"])
        assert traces.of("b.html") is None

    @pytest.mark.parametrize("way", ["anew", "laid"])
    def test_a_page_that_is_made_again_has_its_new_trace_only(self, one_page, keep, inputs, way):
        traces = one_page(inputs)
        put(traces, "a.html", own=["card news/a"])
        traces = keep(traces, inputs, ["a.html"]) if way == "anew" else laid(traces, inputs)
        inputs |= {"record news/a": b"new", "template base.html": b"new"}
        assert why(traces, inputs, given=()) == (None, None)
        assert made_of(traces, "a.html") == ((MAKER, (), BEGINNING, END), ["card news/a"], [])
        inputs["card news/a"] = b"new"
        assert why(traces, inputs, given=()) == ("输入变了：card news/a",) * 2

    def test_it_is_laid_on_the_shelves_while_the_outputs_are_the_same(self, one_page, inputs):
        traces = one_page(inputs)
        put(traces, "a.html", own=["card news/a"])
        outputs, _ = traces.kept(["a.html"], inputs.all)
        assert isinstance(outputs, Shelf)
        assert list(outputs.laid) == ["a.html"]
        put(traces, "b.html")
        for paths in (["a.html", "b.html"], ["b.html"], []):
            outputs, _ = traces.kept(paths, inputs.all)
            assert list(outputs) == paths

    @pytest.mark.parametrize("order", [["a.html", "b.html"], ["b.html", "a.html"]])
    def test_filled_while_it_is_made_or_after_that_is_the_same(self, inputs, order):
        paths = ["a.html", "b.html"]
        filled = []
        for at_once in (True, False):
            traces = Traces()
            if at_once:
                traces.fill(paths)
            for path in order:
                put(traces, path, own=["card news/a", f"record {path}/x"], shared=["template a"])
            inputs |= {"record a.html/x": 1, "record b.html/x": 2, "template a": 3}
            filled.append(traces.anew(paths, inputs.all))
        assert [list(outputs) for outputs, _ in filled] == [paths, paths]
        plain = [
            {key: marshal.loads(value) for shelf in both for key, value in shelf.items()}
            for both in filled
        ]
        assert plain[0] == plain[1]

    def test_a_page_that_is_gone_is_forgotten(self, one_page, keep, inputs):
        traces = one_page(inputs)
        put(traces, "b.html")
        traces = keep(traces, inputs, ["b.html"])
        assert (traces.of("a.html"), traces.of("b.html") is None) == (None, False)

    def test_all_of_it_is_true_while_each_page_is(self):
        traces = Traces()
        assert traces.true_during([]) == (BEGINNING, END)
        put(traces, "a.html", since=10, until=20)
        put(traces, "b.html", since=5, until=15)
        put(traces, "c.html")
        assert traces.true_during(["a.html", "b.html", "c.html"]) == (10, 15)
        assert traces.true_during(["b.html", "c.html"]) == (5, 15)


def random_names(chance, most):
    return [*{f"record news/{chance.randrange(40)}" for _ in range(chance.randrange(most))}]


def random_trace(chance, sets):
    return {
        "given": (chance.randrange(9),),
        "since": chance.choice([BEGINNING, 10]),
        "until": chance.choice([END, 20]),
        "own": random_names(chance, 8),
        "shared": chance.choice(sets),
    }


@pytest.mark.parametrize("seed", range(30))
def test_after_any_edits_it_is_what_it_would_be_anew(keep, seed):
    """What edits lay on the shelves says the same as shelves made anew, whatever they did."""
    chance = random.Random(seed)
    inputs = Inputs({f"record news/{number}": 0 for number in range(40)})
    inputs |= {f"template {number}.html": 0 for number in range(9)}
    sets = [[f"template {chance.randrange(9)}.html"] for _ in range(3)]
    paths = [f"{number}.html" for number in range(20)]
    traces = Traces()
    for path in paths:
        put(traces, path, **random_trace(chance, sets[:2]))
    held = keep(traces, inputs, paths)
    made = {path: traces.of(path) for path in paths}
    for turn in range(6):
        changed = chance.sample(sorted(inputs), 3)
        for name in changed:
            inputs[name] = turn + 1
        held.compare(inputs.all)
        again = set(held.again(15))
        using = {path for path, trace in made.items() if {*changed} & names_in(held, trace)}
        assert again == using
        for path in again:
            put(held, path, **random_trace(chance, sets))
        made = {path: held.of(path) for path in paths}
        held = laid(held, inputs)
        assert {path: held.of(path) for path in paths} == made
        anew = keep(held, inputs, paths)
        assert {path: made_of(anew, path) for path in paths} == {
            path: made_of(held, path) for path in paths
        }
        used = {name for path in paths for name in names_in(held, made[path])}
        assert {name: print_ for name, print_ in held.prints.items() if name in used} == anew.prints


def names_in(traces, trace):
    return {*trace.own, *traces.set_of(trace.shared)}
