"""The architecture page is true: packages import what it says, and what it names is there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")


def table(heading):
    """The rows of the table under a heading, without its head, as lists of cells."""
    rows = re.findall(r"^\|(.*)\|$", TEXT.split(f"## {heading}\n")[1].split("\n## ")[0], re.M)
    return [[cell.strip() for cell in row.split("|")] for row in rows[2:]]


def names(cell):
    return re.findall(r"`([^`]+)`", cell)


def imports(package):
    """The other packages of plugins/ that a package imports, or a module that is one by itself."""
    found = set()
    alone = ROOT / "plugins" / f"{package}.py"
    for file in [alone] if alone.exists() else (ROOT / "plugins" / package).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            module = getattr(node, "module", None) if isinstance(node, ast.ImportFrom) else None
            if module and module.startswith("plugins."):
                found.add(module.split(".")[1])
    return found - {package}


PACKAGES = {names(package)[0]: set(names(allowed)) for package, _, allowed in table("Packages")}


def test_every_package_is_listed():
    folders = {file.parent.name for file in (ROOT / "plugins").glob("*/__init__.py")}
    alone = {file.stem for file in (ROOT / "plugins").glob("*.py")} - {"__init__"}
    assert set(PACKAGES) == folders | alone


def test_packages_import_exactly_what_the_page_says():
    assert {package: imports(package) for package in PACKAGES} == PACKAGES


def test_imports_go_down_the_table_only():
    order = list(PACKAGES)
    upward = [
        (package, other)
        for package, allowed in PACKAGES.items()
        for other in allowed
        if order.index(other) <= order.index(package)
    ]
    assert upward == []


def test_every_file_it_sends_a_developer_to_is_there():
    told = [name for _, where in table("Where to put a change") for name in names(where)]
    # A name without either is one in code.
    paths = [name for name in told if re.fullmatch(r"[\w-]*[./][\w./-]*", name)]
    assert len(paths) > 20
    assert [path for path in paths if not (ROOT / path).exists()] == []
