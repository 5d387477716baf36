"""Templates compiled our way show what Jinja's own way shows."""

import pytest
from jinja2 import DictLoader, Environment, UndefinedError
from markupsafe import Markup

from plugins.theme.templates import Bytecode, environment

SOURCES = {
    "base.html": "<title>{{ title }}</title>\n{% block body %}{% endblock %}\n",
    "page.html": """\
{% extends 'base.html' %}
{% from 'macros.html' import row %}
{% block body %}
{% set said = 'page' %}
{% include 'part.html' %}
{{ said }}
{% for item in items %}{% include 'item.html' %}{% endfor %}
{% call row(items) %}<i>{{ title }}</i>{% endcall %}
{% endblock %}
""",
    "part.html": "{% set said = 'part' %}{{ said }} & <b>{{ title }}</b>\n",
    "item.html": "{{ item.name }}={{ item.count }};{{ '\"' ~ item.name }}\n",
    "macros.html": "{% macro row(items) %}{{ items | length }}: {{ caller() }}{% endmacro %}",
    "tree.html": "{{ node.name }}{% for node in node.below %}{% include 'tree.html' %}{% endfor %}",
}
VALUES = {
    "title": "甲 & <乙>",
    "items": [{"name": "'x'", "count": 3}, {"name": Markup("<i>y</i>"), "count": 0}],
    "node": {"name": "a", "below": [{"name": "b", "below": []}]},
}


def ours(sources, held=None):
    return environment(Environment(loader=DictLoader(sources)), {}, Bytecode(held or {}))


@pytest.mark.parametrize("name", ["page.html", "part.html", "tree.html"])
def test_the_same_comes_out(name):
    plain = Environment(
        loader=DictLoader(SOURCES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    shown = ours(SOURCES).get_template(name).render(VALUES)
    assert shown == plain.get_template(name).render(VALUES)


def test_a_mistake_in_a_part_is_reported_where_it_is_included():
    env = ours({**SOURCES, "part.html": "\n\n\n\n\n\n\n\n{{ nothing.at_all }}\n"})
    with pytest.raises(UndefinedError) as caught:
        env.get_template("page.html").render(VALUES)
    lines = [(entry.path, entry.lineno) for entry in caught.traceback]
    assert any(str(path).endswith("<template>") and line + 1 == 5 for path, line in lines)


def test_code_is_kept_until_a_part_in_it_changes():
    env = ours(SOURCES)
    env.get_template("page.html")
    held = env.bytecode_cache.stored
    again = ours(SOURCES, held)
    again.get_template("page.html")
    assert "page.html" not in again.inlined
    changed = ours({**SOURCES, "part.html": "anders"}, held)
    assert "anders" in changed.get_template("page.html").render(VALUES)
