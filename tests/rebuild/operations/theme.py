"""Changes of the theme: templates edited, added and taken away, styles, scripts, icons."""

from __future__ import annotations

import re
from random import Random

from tests.rebuild.operations.records import kind_of
from tests.rebuild.project import Project, chosen

TEMPLATES = "theme/templates"
MARK = '<p hidden data-mark="{}"></p>'
RECORD = "{{% extends 'record.html' %}}\n{{% block after %}}\n{0}\n{{% endblock %}}\n"
LIST = "<ol>\n{{% for card in cards %}}\n<li>{0}{{{{ card.title }}}}</li>\n{{% endfor %}}\n</ol>\n"


def edit_base(project: Project, random: Random) -> str:
    return _mark(project, f"{TEMPLATES}/base.html")


def edit_a_part(project: Project, random: Random) -> str:
    return _mark(project, project.any_of(f"{TEMPLATES}/parts/**/*.html", random))


def edit_a_page_template(project: Project, random: Random) -> str:
    return _mark(project, project.any_of(f"{TEMPLATES}/*.html", random))


def edit_a_record_template(project: Project, random: Random) -> str:
    return _mark(project, project.any_of(f"{TEMPLATES}/records/*.html", random))


def edit_a_list_template(project: Project, random: Random) -> str:
    return _mark(project, project.any_of(f"{TEMPLATES}/lists/*.html", random))


def new_record_template(project: Project, random: Random) -> str:
    """Where one kind has none of its own, it had that of all records."""
    return _added(project, random, "records", RECORD)


def new_list_template(project: Project, random: Random) -> str:
    return _added(project, random, "lists", LIST)


def remove_a_template(project: Project, random: Random) -> str:
    """One that something else stands in for."""
    places = [f"{TEMPLATES}/records/*.html", f"{TEMPLATES}/lists/*.html"]
    paths = [path for place in places for path in project.glob(place)]
    path = chosen([path for path in paths if not path.endswith("/default.html")], random)
    project.delete(path)
    return path


def edit_a_style(project: Project, random: Random) -> str:
    path = project.any_of("theme/static/css/**/*.css", random)
    project.change(path, lambda text: f"{text}.mark-{project.number()} {{ color: red; }}\n")
    return path


def new_style(project: Project, random: Random) -> str:
    path = f"theme/static/css/blocks/xin-{project.number()}.css"
    project.write(path, f".mark-{project.number()} {{ color: red; }}\n")
    return path


def edit_a_script(project: Project, random: Random) -> str:
    path = project.any_of("theme/static/js/**/*.js", random)
    project.change(path, lambda text: f"{text}// {project.number()}\n")
    return path


def edit_an_icon(project: Project, random: Random) -> str:
    path = project.any_of("theme/static/icons/*.svg", random)
    project.change(path, lambda text: f"{text.rstrip()}<!-- {project.number()} -->\n")
    return path


def break_a_template(project: Project, random: Random) -> str:
    """No page that needs it can be made; all pages need this one."""
    path = project.any_of(f"{TEMPLATES}/parts/footer.html", random)
    project.broken[path] = project.read(path)
    project.write(path, project.text(path) + "{% if %}\n")
    return path


def _mark(project: Project, path: str) -> str:
    project.change(path, lambda text: _marked(text, project.number()))
    return path


def _marked(text: str, number: int) -> str:
    """The template with something more to say, at a place that is shown."""
    mark = MARK.format(number)
    if "</body>" in text:
        return text.replace("</body>", f"{mark}\n</body>")
    opening = re.search(r"\{%-? macro [^%]*%\}|\{% block [^%]*%\}", text)
    if not opening:
        return f"{text}{mark}\n"
    return f"{text[: opening.end()]}{mark}{text[opening.end() :]}"


def _added(project: Project, random: Random, folder: str, template: str) -> str:
    kinds = sorted({kind_of(project, path) for path in project.glob("content/*/_column.yml")})
    known = {path.rpartition("/")[2] for path in project.glob(f"{TEMPLATES}/{folder}/*.html")}
    kind = chosen([kind for kind in kinds if f"{kind}.html" not in known], random)
    path = f"{TEMPLATES}/{folder}/{kind}.html"
    project.write(path, template.format(MARK.format(project.number())))
    return path


OPERATIONS = (
    edit_base,
    edit_a_part,
    edit_a_page_template,
    edit_a_record_template,
    edit_a_list_template,
    new_record_template,
    new_list_template,
    remove_a_template,
    edit_a_style,
    new_style,
    edit_a_script,
    edit_an_icon,
    break_a_template,
)
