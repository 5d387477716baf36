"""The mutants of a source file: copies of it that differ in one operator, constant or condition.

Left alone is what no reader and no editor can see: annotations, docstrings, decorators (whether a
dataclass is frozen, has slots or an order), and guards. A guard is a keyword argument that is True
to refuse what no code of the program does, or to do the same later; see GUARDS. Without it the
program behaves the same, so that no test can notice, and none should. `extra="forbid"` is none: it
decides whether an editor is told of a misspelt key.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

CHINESE = re.compile("[\u4e00-\u9fff]")
# Operators by their names in `ast`, each with what replaces it.
OPERATORS = {
    **{"Eq": "NotEq", "NotEq": "Eq", "Is": "IsNot", "IsNot": "Is", "In": "NotIn", "NotIn": "In"},
    **{"Lt": "LtE", "LtE": "Lt", "Gt": "GtE", "GtE": "Gt", "And": "Or", "Or": "And"},
    **{"Add": "Sub", "Sub": "Add", "Mult": "Div", "Div": "Mult", "FloorDiv": "Div"},
    **{"Mod": "Mult", "BitOr": "BitAnd", "BitAnd": "BitOr"},
}
# Swapping these operators negates the comparison.
NEGATED = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
# What Python or readers of the code use, but not the program.
SKIPPED_FIELDS = {"annotation", "returns", "decorator_list"}
# By the function they are given to. Models that are frozen are never assigned to, and built late
# only to save time; iterables that are zipped strictly are of one length.
GUARDS = {("ConfigDict", "frozen"), ("ConfigDict", "defer_build"), ("zip", "strict")}
SHOWN = 80


@dataclass(frozen=True)
class Mutant:
    """`first` and `last` are the lines of the changed statement, `line` is that of the change.

    `scope` is the qualified name of the function or class around it, `statement` its first line.
    """

    path: str
    line: int
    first: int
    last: int
    scope: str
    statement: str
    change: str
    source: str

    @property
    def key(self) -> str:
        """Names the mutant in the list of accepted ones; does not change when lines move.

        With the statement: a class has many fields that are False.
        """
        return f"{self.path} {self._name}"

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self._name}"

    @property
    def _name(self) -> str:
        inside = "" if self.change.startswith(self.statement) else f" in {self.statement}"
        return f"{self.scope}: {self.change}{inside}"


@dataclass(frozen=True)
class _Place:
    """A node of the tree and where it hangs: a field of its parent, or an item of that field."""

    parent: ast.AST
    field: str
    index: int | None
    scope: str
    statement: ast.AST

    @property
    def node(self) -> ast.AST:
        value = getattr(self.parent, self.field)
        return value if self.index is None else value[self.index]

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def mutants(path: str, source: str) -> Iterator[Mutant]:
    """Every mutant of the file `path`; each `source` is the text of the whole file."""
    tree = ast.parse(source)
    for place in list(_places(tree, "<module>", tree)):
        node = place.node
        lines, statement = _span(place.statement), _shown(place.statement)
        for new in _replacements(place):
            place.put(new)
            text = ast.unparse(tree)
            place.put(node)
            change = f"{_shown(node)} → {_shown(new)}"
            yield Mutant(path, node.lineno, *lines, place.scope, statement, change, text)


def _places(parent: ast.AST, scope: str, statement: ast.AST) -> Iterator[_Place]:
    for field, value in ast.iter_fields(parent):
        if field in SKIPPED_FIELDS:
            continue
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(node, ast.AST) or _is_skipped(node) or _is_guard(parent, node):
                continue
            inside = node if isinstance(node, ast.stmt) else statement
            yield _Place(parent, field, index, scope, inside)
            yield from _places(node, _scope(scope, node), inside)


def _is_skipped(node: ast.AST) -> bool:
    """Docstrings, and imports that only a type checker follows."""
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_guard(call: ast.AST, argument: ast.AST) -> bool:
    match call, argument:
        case ast.Call(ast.Name(function)), ast.keyword(name, ast.Constant(True)):
            return (function, name) in GUARDS
    return False


def _span(node: ast.stmt) -> tuple[int, int]:
    """The lines of a statement without those of the statements in its body."""
    body = getattr(node, "body", None)
    last = body[0].lineno - 1 if body else node.end_lineno
    return node.lineno, max(node.lineno, last)


def _scope(scope: str, node: ast.AST) -> str:
    if not isinstance(node, ast.ClassDef | ast.FunctionDef):
        return scope
    return node.name if scope == "<module>" else f"{scope}.{node.name}"


def _replacements(place: _Place) -> Iterator[ast.AST]:
    node = place.node
    match node:
        case ast.Compare(left, operators, right):
            for index, operator in enumerate(operators):
                if new := _swapped(operator):
                    changed = [*operators[:index], new, *operators[index + 1 :]]
                    yield _at(node, ast.Compare(left, changed, right))
        case ast.BoolOp(operator, values):
            yield _at(node, ast.BoolOp(_swapped(operator), values))
        case ast.BinOp(left, operator, right) if new := _swapped(operator):
            yield _at(node, ast.BinOp(left, new, right))
        case ast.AugAssign(target, operator, value) if new := _swapped(operator):
            yield _at(node, ast.AugAssign(target, new, value))
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.Constant(bool(value)):
            yield _at(node, ast.Constant(not value))
        case ast.Constant(int(value) | float(value)):
            yield _at(node, ast.Constant(value + 1))
        case ast.Constant(str(value)) if CHINESE.search(value):
            yield _at(node, ast.Constant(""))
        case ast.Return(value) if value and not isinstance(value, ast.Constant):
            yield _at(node, ast.Return(ast.Constant(None)))
    if place.field in ("test", "ifs") and not _is_negated_by_another(node):
        yield _at(node, ast.UnaryOp(ast.Not(), node))


def _swapped(operator: ast.AST) -> ast.AST | None:
    name = OPERATORS.get(type(operator).__name__)
    return getattr(ast, name)() if name else None


def _is_negated_by_another(test: ast.AST) -> bool:
    if isinstance(test, ast.Compare):
        return len(test.ops) == 1 and isinstance(test.ops[0], NEGATED)
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)


def _at(old: ast.AST, new: ast.AST) -> ast.AST:
    return ast.fix_missing_locations(ast.copy_location(new, old))


def _shown(node: ast.AST) -> str:
    """An expression, or a statement without those of its body."""
    text = ast.unparse(node)
    if hasattr(node, "body") and isinstance(node, ast.stmt):
        text = next(line for line in text.splitlines() if not line.startswith("@"))
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
