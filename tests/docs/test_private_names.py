"""What the libraries keep private is used in two modules only, which name the pinned versions."""

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "plugins").rglob("*.py"))
# Named tuples document these, and the standard library documents `os._exit`.
DOCUMENTED = {"_make", "_replace", "_asdict", "_fields", "_exit"}
# Modules whose names have no underscore, and which are documented nowhere.
UNDOCUMENTED = {"json.encoder", "json.decoder", "json.scanner"}
ALLOWED = {
    "plugins/theme/template_compiler.py": "jinja2",
    "plugins/build/pelican_plugin.py": "pelican",
}


def tree(file):
    return ast.parse(file.read_text(encoding="utf-8"))


def is_private(name):
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__"))


def own_names(nodes):
    """Every underscored name that a module itself gives to something."""
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Attribute | ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.attr if isinstance(node, ast.Attribute) else node.id
        elif isinstance(node, ast.alias):
            yield node.asname or node.name


def used(file):
    """Private names of others that a module imports, or asks an object for."""
    nodes = [*ast.walk(tree(file))]
    own = {*own_names(nodes)}
    for node in nodes:
        if isinstance(node, ast.Attribute) and is_private(node.attr):
            if node.attr not in own | DOCUMENTED:
                yield node.attr
        elif isinstance(node, ast.Attribute) and node.attr.startswith("__pydantic"):
            yield node.attr
        elif isinstance(node, ast.Import | ast.ImportFrom):
            module = getattr(node, "module", None)
            names = [*filter(None, [module]), *(found.name for found in node.names)]
            if module != "__future__":
                yield from (n for n in names if any(map(is_private, n.split("."))))
            yield from (n for n in names if n in UNDOCUMENTED)


def overridden(file):
    """Private methods of classes of others that a class of a module puts its own in place of."""
    name = ".".join(file.relative_to(ROOT).with_suffix("").parts)
    for node in tree(file).body:
        if not isinstance(node, ast.ClassDef) or not node.bases:
            continue
        methods = {held.name for held in node.body if isinstance(held, ast.FunctionDef)}
        private = set(filter(is_private, methods))
        if private:
            for base in inspect.getmro(getattr(import_module(name), node.name))[1:]:
                if not base.__module__.startswith("plugins."):
                    yield from private & vars(base).keys()


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_private_name_of_a_library_is_used(file):
    if str(file.relative_to(ROOT)) not in ALLOWED:
        assert [*used(file), *overridden(file)] == []


def test_a_private_name_would_be_found():
    assert "_generate" in {*overridden(ROOT / "plugins/theme/template_compiler.py")}


@pytest.mark.parametrize(("path", "package"), ALLOWED.items())
def test_the_modules_that_may_name_the_pinned_version(path, package):
    pinned = (ROOT / "requirements/site.in").read_text(encoding="utf-8")
    [version] = re.findall(rf"^{package}==(.+)$", pinned, re.M)
    assert f"{package} {version}" in ast.get_docstring(tree(ROOT / path))
