"""What is changed in a source file, and what is left alone."""

import pytest

from mutation.mutants import mutants


def changes(source):
    return [mutant.change for mutant in mutants("shop.py", source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", ["a < b → a <= b"]),
        ("a < b in c", ["a < b in c → a <= b in c", "a < b in c → a < b not in c"]),
        ("a and b or c", ["a and b or c → (a and b) and c", "a and b → a or b"]),
        ("not a", ["not a → a"]),
        ("-a + b", ["-a + b → -a - b", "-a → a"]),
        ("a += b", ["a += b → a -= b"]),
        ("x = True", ["True → False"]),
        ("x = 3", ["3 → 4"]),
        ("x = '城窗'", ["'城窗' → ''"]),
        ("x = f'第{n}条'", ["'第' → ''", "'条' → ''"]),
        ("if a: pass", ["a → not a"]),
        ("if a == b: pass", ["a == b → a != b"]),
        ("x = [a for a in b if a > c]", ["a > c → not a > c", "a > c → a >= c"]),
        ("def f(): return a", ["return a → return None"]),
        # What a guard refuses if it is turned on, and the same word where it decides something.
        ("zip(a, b, strict=False)", ["False → True"]),
        ("field(frozen=True)", ["True → False"]),
        ("sorted(a, reverse=True)", ["True → False"]),
    ],
)
def test_changed(source, expected):
    assert sorted(changes(source)) == sorted(expected)


@pytest.mark.parametrize(
    "source",
    [
        "'''说明'''",
        "def f():\n    '''说明'''",
        "x = 'shop'",
        "x: a | b",
        "def f(x: a | b) -> a | b: pass",
        "@cached(1)\nclass A: pass",
        "if TYPE_CHECKING:\n    x = 1",
        "def f(): return None",
        "@dataclass(frozen=True, order=True)\nclass A: pass",
        "x = ConfigDict(extra='forbid', frozen=True, defer_build=True)",
        "zip(a, b, strict=True)",
    ],
)
def test_left_alone(source):
    assert changes(source) == []


def test_only_one_place_differs():
    texts = [mutant.source for mutant in mutants("shop.py", "x = 1\ny = 2")]
    assert texts == ["x = 2\ny = 2", "x = 1\ny = 3"]


def test_a_mutant_names_its_place():
    (mutant,) = mutants("shop.py", "class A:\n    def f(self):\n        g(\n            1)")
    assert (mutant.line, mutant.first, mutant.last) == (4, 3, 4)
    assert mutant.key == "shop.py A.f: 1 → 2 in g(1)"
    assert str(mutant) == "shop.py:4 A.f: 1 → 2 in g(1)"


def test_the_lines_of_a_condition_are_not_those_of_its_body():
    negated, _ = mutants("shop.py", "if a(\n    b):\n    c(1)")
    assert (negated.first, negated.last) == (1, 2)


def test_mutants_of_several_statements_have_names_of_their_own():
    source = "class A:\n    x = 1\n    y = 1\n    @property\n    def f(self):\n        return a\n"
    keys = [mutant.key for mutant in mutants("shop.py", source)]
    assert keys == [
        "shop.py A: 1 → 2 in x = 1",
        "shop.py A: 1 → 2 in y = 1",
        "shop.py A.f: return a → return None",
    ]


def test_the_name_of_a_mutant_in_a_condition_or_a_default_has_no_body():
    source = "if a < 3:\n    b()\n@c\ndef f(x=1):\n    b()\n"
    keys = {mutant.key for mutant in mutants("shop.py", source)}
    assert "shop.py <module>: 3 → 4 in if a < 3:" in keys
    assert "shop.py f: 1 → 2 in def f(x=1):" in keys
