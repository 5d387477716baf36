"""The values come as they are, and now and then it is told how many there are."""

from plugins.workers import progress as module
from plugins.workers.progress import progress


def test_the_values_are_the_same(capsys):
    assert list(progress("生成页面", 3, iter("abc"))) == ["a", "b", "c"]
    assert capsys.readouterr().out == ""


def test_where_it_takes_long_a_line_says_how_many_are_done(capsys, monkeypatch):
    moments = iter([0.0, 2.0, 6.0, 7.0])
    monkeypatch.setattr(module.time, "monotonic", lambda: next(moments))
    list(progress("生成页面", 3, iter("abc")))
    assert capsys.readouterr().out == "生成页面：2/3\n"


def test_on_a_terminal_a_bar_is_drawn_around_the_same_values(monkeypatch):
    monkeypatch.setattr(module.sys.stdout, "isatty", lambda: True, raising=False)
    many = range(module.FEW)
    assert list(progress("生成页面", len(many), iter(many))) == [*many]
