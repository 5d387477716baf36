"""Plugins switched on and off: what was built before does not tell whether it was with them."""

import gzip

import pytest

from tests.rebuild.building import build, clean_tree
from tests.rebuild.operations.plugins import switch
from tests.rebuild.project import TINY, Project
from tests.rebuild.trees import described, read_tree

PAGE = "index.html"
# What minifying takes away.
LINE = b">\n<"


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path, TINY)
    compared(project, [])
    yield project
    project.remove()


def compared(project: Project, done: list[str]) -> dict[str, bytes]:
    built = build(project)
    assert built.code == 0, "\n".join([*done, built.everything])
    found, expected = read_tree(project.output), clean_tree(project)
    differences = described(found, expected)
    assert differences == [], "\n".join([*done, *differences])
    return found


def another_paragraph(project: Project) -> str:
    path = "content/dongtai/riji-1.md"
    project.change(path, lambda text: f"{text}\n第{project.number()}段。\n")
    return f"edit {path}"


def another_program(project: Project) -> str:
    path = "plugins/site/related.py"
    project.change(path, lambda text: f"{text}# {project.number()}\n")
    return f"edit {path}"


def test_switched_on_and_off(project):
    """The plugins leave alone what they find compressed: it must be gone when its page changes."""
    assert LINE in read_tree(project.output)[PAGE]
    done = [switch(project, "minify")]
    assert LINE not in compared(project, done)[PAGE]

    done.append(switch(project, "compress"))
    tree = compared(project, done)
    assert gzip.decompress(tree[f"{PAGE}.gz"]) == tree[PAGE]

    done.append(another_paragraph(project))
    compared(project, done)

    done.append(f"{another_paragraph(project)}, FRESH=true")
    project.overrides = {"FRESH": "true"}
    compared(project, done)
    project.overrides = {}

    # Everything is rendered, and much of it comes out as it was.
    project.change("content/bureau.yml", lambda text: text.replace("page_size: 5", "page_size: 6"))
    done.append("another page_size")
    compared(project, done)

    project.delete("content/dongtai/riji-2.md")
    done.append(f"{another_program(project)}, and delete a record")
    compared(project, done)

    done.append(switch(project, "minify"))
    assert LINE in compared(project, done)[PAGE]

    done.append(switch(project, "compress"))
    assert f"{PAGE}.gz" not in compared(project, done)
