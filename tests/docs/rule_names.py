"""The names of all rules, read from the source: from every place that makes a Finding or a Rule.

A name is the first argument of `Finding` and `Rule`, or what is handed to a function of the same
module that has a parameter `rule`, or what a variable `rule` is set to. A name that can't be read
this way is an error, so that no rule escapes the manuals.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
MAKERS = {"Finding": 0, "Rule": 0}


def rule_names(folder: Path = PLUGINS) -> set[str]:
    return {
        name
        for file in sorted(folder.rglob("*.py"))
        for name in names_in(file.read_text(encoding="utf-8"), file.as_posix())
    }


def names_in(source: str, file: str = "") -> Iterator[str]:
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    passing = MAKERS | {
        function.name: place for function in functions if (place := _place(function)) is not None
    }
    for function in functions:
        yield from _default(function)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "rule":
            yield ast.literal_eval(node.value)
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        place = passing.get(_called(call))
        if place is None:
            continue
        given = _given(call, place)
        if given is None:
            continue  # The function's own default holds.
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            yield given.value
        elif ast.unparse(given) not in {"rule", "rule.name"}:
            raise LookupError(f"{file}:{call.lineno}: no rule name in {ast.unparse(given)}")


def _place(function: ast.FunctionDef) -> int | None:
    """The position of the parameter `rule`, not counting `self`."""
    names = [argument.arg for argument in function.args.args if argument.arg != "self"]
    return names.index("rule") if "rule" in names else None


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
