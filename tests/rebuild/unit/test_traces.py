"""An output is made again when something that it was made from has changed, and only then."""

import marshal
import random

import pytest

from plugins.rebuild.reads import BEGINNING, END
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
    traces.set(path, maker, given, since, until, own, shared, "新的页面")


def kept(traces, inputs):
    """What the next build begins with: written, and read again."""
    return Traces(marshal.loads(marshal.dumps(traces.plain(inputs.all))))


def made_of(traces, path):
    """A trace with the names of its inputs instead of numbers."""
    plain = traces.plain(lambda names: dict.fromkeys(names))
    trace = traces.of(path)
    names = plain["names"]
    own = [names[number] for number in trace.own]
    return trace[:4], own, [names[number] for number in plain["shared"][trace.shared]]


@pytest.fixture
def inputs():
    return Inputs({"card news/a": b"1", "record news/a": b"2", "template base.html": b"3"})


def one_page(inputs, **trace):
    traces = Traces()
    made = {"given": ("a", 1), "own": ["record news/a"], "shared": ["template base.html"]}
    put(traces, "a.html", **{**made, **trace})
    return kept(traces, inputs)


def why(traces, inputs, *, path="a.html", maker=MAKER, given=("a", 1), now=NOON):
    """The reason by the path and what is planned, and by the path alone where that is enough."""
    traces.compare(inputs.all)
    return traces.why_again(path, maker, given, now), traces.again(now).get("a.html")


class TestReasons:
    def test_nothing_changed(self, inputs):
        assert why(one_page(inputs), inputs) == (None, None)

    def test_a_new_page(self, inputs):
        assert why(one_page(inputs), inputs, path="b.html")[0] == "新的页面"

    @pytest.mark.parametrize(
        "changed", [{"given": ("a", 2)}, {"given": ()}, {"maker": "plugins.views.lists.list_page"}]
    )
    def test_it_is_made_otherwise(self, inputs, changed):
        assert why(one_page(inputs), inputs, **changed)[0] == "它在网站上的位置或列表变了"

    @pytest.mark.parametrize("name", ["record news/a", "template base.html"])
    def test_an_input_of_its_own_or_a_shared_one_changed(self, inputs, name):
        traces = one_page(inputs)
        inputs[name] = b"new"
        assert why(traces, inputs) == (f"输入变了：{name}",) * 2

    @pytest.mark.parametrize(("before", "after"), [(None, b"1"), (b"1", None)])
    def test_an_input_came_or_went(self, inputs, before, after):
        inputs["record news/a"] = before
        traces = one_page(inputs)
        inputs["record news/a"] = after
        assert why(traces, inputs) == ("输入变了：record news/a",) * 2

    def test_an_input_of_another_page_changed(self, inputs):
        traces = one_page(inputs)
        put(traces, "b.html", own=["card news/a"])
        traces = kept(traces, inputs)
        inputs["card news/a"] = b"new"
        assert why(traces, inputs) == (None, None)
        assert traces.again(NOON) == {"b.html": "输入变了：card news/a"}

    @pytest.mark.parametrize(
        ("now", "again"), [(9, True), (10, False), (19, False), (20, True), (21, True)]
    )
    def test_its_time_is_over_or_not_yet_come(self, inputs, now, again):
        traces = one_page(inputs, since=10, until=20)
        reason = "时间到了（排期、期限或日期变化）" if again else None
        assert why(traces, inputs, now=now) == (reason, reason)


class TestComparing:
    def test_a_change_is_a_reason_once(self, inputs):
        traces = one_page(inputs)
        inputs["record news/a"] = b"new"
        traces.compare(inputs.all)
        assert why(kept(traces, inputs), inputs) == (None, None)

    def test_only_suspects_are_asked_about(self, inputs):
        traces = one_page(inputs)
        put(traces, "b.html", own=["card news/a", "card news/b"])
        inputs["card news/b"] = b"4"
        traces = kept(traces, inputs)
        inputs.asked.clear()
        inputs |= {"card news/b": b"new", "record news/a": b"new"}
        traces.compare(inputs.all, ({"card news/b", "card news/c"}, ("template ",)))
        assert sorted(inputs.asked) == ["card news/b", "template base.html"]
        assert traces.again(NOON) == {"b.html": "输入变了：card news/b"}

    def test_only_new_inputs_are_asked_about_when_it_is_kept(self, inputs):
        traces = one_page(inputs)
        inputs.asked.clear()
        put(traces, "b.html", own=["record news/a", "card news/a"])
        traces.plain(inputs.all)
        assert inputs.asked == ["card news/a"]


class TestKeeping:
    def test_a_trace_comes_back(self, inputs):
        traces = one_page(inputs, since=10, until=20)
        trace = traces.of("a.html")
        assert trace[:4] == (MAKER, ("a", 1), 10, 20)
        assert (trace.reason, isinstance(trace, Trace)) == ("新的页面", True)
        assert made_of(traces, "a.html")[1:] == (["record news/a"], ["template base.html"])
        assert traces.of("b.html") is None

    def test_a_page_that_is_made_again_has_its_new_trace_only(self, inputs):
        traces = one_page(inputs)
        put(traces, "a.html", own=["card news/a"])
        traces = kept(traces, inputs)
        inputs["record news/a"] = b"new"
        assert why(traces, inputs, given=()) == (None, None)
        assert made_of(traces, "a.html") == ((MAKER, (), BEGINNING, END), ["card news/a"], [])

    def test_a_page_that_is_gone_is_forgotten(self, inputs):
        traces = one_page(inputs)
        put(traces, "b.html")
        traces.keep_only(["b.html", "c.html"])
        assert (traces.of("a.html"), traces.of("b.html") is None) == (None, False)

    def test_all_of_it_is_true_while_each_page_is(self):
        traces = Traces()
        assert traces.true_during() == (BEGINNING, END)
        put(traces, "a.html", since=10, until=20)
        put(traces, "b.html", since=5, until=15)
        put(traces, "c.html")
        assert traces.true_during() == (10, 15)


def random_names(chance, most):
    return [f"record news/{chance.randrange(400)}" for _ in range(chance.randrange(most))]


def random_traces(chance, pages):
    traces = Traces()
    sets = [random_names(chance, 4) for _ in range(3)]
    for number in range(pages):
        put(
            traces,
            f"{number}.html",
            given=(number,),
            since=chance.choice([BEGINNING, 10]),
            until=chance.choice([END, 20]),
            own=random_names(chance, 8),
            shared=chance.choice(sets),
        )
    return traces


@pytest.mark.parametrize("seed", range(20))
def test_numbering_anew_changes_nothing(seed):
    """With most inputs out of use the numbers are given anew; each trace stays what it says."""
    chance = random.Random(seed)
    inputs = Inputs({f"record news/{number}": number for number in range(400)})
    # What nothing will need any more: far more names than pages use.
    inputs |= {f"card old/{number}": number for number in range(3_000)}
    traces = random_traces(chance, 60)
    for number in range(100):
        own = [f"card old/{number * 30 + place}" for place in range(30)]
        put(traces, f"old-{number}.html", own=own, shared=own[:1])
    traces = kept(traces, inputs)
    wanted = [f"{number}.html" for number in chance.sample(range(60), 40)]
    before = {path: made_of(traces, path) for path in wanted}

    traces.keep_only(wanted)
    # Made in this build, from inputs old and new, whose fingerprints are not taken down yet.
    inputs |= {f"record new/{number}": number for number in range(5)}
    put(traces, "new.html", own=["record news/1", "record new/3"], shared=["record new/4"])
    names = len(traces.plain(inputs.all)["names"])
    traces = kept(traces, inputs)

    assert names < 500
    assert {path: made_of(traces, path) for path in wanted} == before
    assert made_of(traces, "new.html")[1:] == (
        ["record news/1", "record new/3"], ["record new/4"]
    )  # fmt: skip
    for name in chance.sample(sorted(inputs), 10):
        changed = Inputs({**inputs, name: b"changed"})
        again = kept(traces, inputs)
        again.compare(changed.all)
        using = {path for path in [*wanted, "new.html"] if name in _all(made_of(traces, path))}
        assert set(again.again(15)) == using


def _all(made):
    _, own, shared = made
    return {*own, *shared}
