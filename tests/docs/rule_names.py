"""The names of all rules, read from the source: from every place that makes a Finding, a Rule,
a Hit, a TextProblem, a PrivacyProblem or a FileProblem.

A name is the first argument of these, or what is handed to a function of the same
module that has a parameter `rule`, or to a class of it that has a field `rule`, or what a variable
`rule` is set to. A name that can't be read this way is an error, so that no rule escapes the
manuals.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
MAKERS = dict.fromkeys(
    ("Hit", "Note", "Duty", "Finding", "Rule", "TextProblem", "PrivacyProblem", "FileProblem"), 0
)
# What was named where it came from: a parameter or a variable, the name of a Rule, a field `rule`.
HANDED_ON = re.compile(r"rule|rule\.name|\w+\.rule")


def rule_names(folder: Path = PLUGINS) -> set[str]:
    return {
        name
        for file in sorted(folder.rglob("*.py"))
        for name in names_in(file.read_text(encoding="utf-8"), file.as_posix())
    }


def names_in(source: str, file: str = "") -> Iterator[str]:
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    takes = [(node.name, _parameters(node)) for node in functions]
    takes += [(node.name, _fields(node)) for node in classes]
    passing = MAKERS | {name: names.index("rule") for name, names in takes if "rule" in names}
    for function in functions:
        yield from _default(function)
    for node in (node for node in ast.walk(tree) if isinstance(node, ast.Assign)):
        yield from _assigned(node)
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        place = passing.get(_called(call))
        if place is None:
            continue
        given = _given(call, place)
        if given is None:
            continue  # The function's own default holds.
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            yield given.value
        elif not HANDED_ON.fullmatch(ast.unparse(given)):
            raise LookupError(f"{file}:{call.lineno}: no rule name in {ast.unparse(given)}")


def _parameters(function: ast.FunctionDef) -> list[str]:
    """Those given by position, without `self`."""
    return [argument.arg for argument in function.args.args if argument.arg != "self"]


def _fields(made: ast.ClassDef) -> list[str]:
    """Of a dataclass or a named tuple, in the order in which they are given."""
    return [ast.unparse(node.target) for node in made.body if isinstance(node, ast.AnnAssign)]


def _assigned(node: ast.Assign) -> Iterator[str]:
    """To a variable `rule`, alone or together with others."""
    targets, values = node.targets, [node.value]
    if isinstance(targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
        targets, values = targets[0].elts, node.value.elts
    for target, value in zip(targets, values, strict=False):
        if ast.unparse(target) == "rule":
            yield ast.literal_eval(value)


def _default(function: ast.FunctionDef) -> Iterator[str]:
    arguments = function.args.args[::-1]
    for argument, default in zip(arguments, function.args.defaults[::-1], strict=False):
        if argument.arg == "rule" and isinstance(default, ast.Constant):
            yield default.value


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _given(call: ast.Call, place: int) -> ast.expr | None:
    """The argument for the rule's name, None where it is left out.

    Behind a starred argument places can't be counted: there the name is the last one.
    """
    for keyword in call.keywords:
        if keyword.arg == "rule":
            return keyword.value
    if any(isinstance(argument, ast.Starred) for argument in call.args[: place + 1]):
        last = call.args[-1]
        return None if isinstance(last, ast.Starred) else last
    return call.args[place] if len(call.args) > place else None
