"""Changes of the program and its settings, by those who maintain them."""

from __future__ import annotations

from random import Random

from tests.rebuild.project import Impossible, Project, chosen

# File, what stands there, and what could stand there; each is turned over and back.
CODE = (
    ("plugins/records/kinds/base.py", 'heading="相关稿件"', 'heading="有关稿件"'),
    ("plugins/records/formatting.py", "{value.day}日", "{value.day}号"),
    ("plugins/theme/frame.py", 'timespec="minutes"', 'timespec="seconds"'),
    ("plugins/records/summary.py", '"……"', '"…"'),
    ("plugins/records/assets.py", '"SVG 图片"', '"SVG 图形"'),
    ("plugins/texts/converter.py", "回到正文的注释", "返回正文的注释"),
    ("plugins/relations/citations.py", "可在法规库补建记录", "可在法规库里补记录"),
)


def edit_code(project: Project, random: Random) -> str:
    path, one, other = random.choice(CODE)
    text = project.text(path)
    old, new = (one, other) if one in text else (other, one)
    project.change(path, lambda text: text.replace(old, new))
    return f"{path}: {new}"


def comment_code(project: Project, random: Random) -> str:
    """A module that means the same as before."""
    path = project.any_of("plugins/*/*.py", random)
    project.change(path, lambda text: f"{text}# {project.number()}\n")
    return path


def relative_urls(project: Project, random: Random) -> str:
    return _turned(project, "RELATIVE_URLS = True", "RELATIVE_URLS = False")


def site_address(project: Project, random: Random) -> str:
    return _turned(project, 'SITEURL = ""', 'SITEURL = "https://copy.yunting.gov.cn/site"')


def site_address_from_outside(project: Project, random: Random) -> str:
    """Only the settings for publishing look at it."""
    address = random.choice(("", "https://zhzf.yunting.gov.cn/copy"))
    if project.environ.get("SITEURL", "") == address:
        raise Impossible(address)
    project.environ["SITEURL"] = address
    return address


def publish_or_preview(project: Project, random: Random) -> str:
    """With the settings for publishing an error stops the build and the output stays as it is."""
    settings = ["pelicanconf.py", "publishconf.py"]
    settings.remove(project.settings)
    project.settings = settings[0]
    return project.settings


def preview(project: Project, random: Random) -> str:
    project.settings = "pelicanconf.py"
    return project.settings


def check_out_an_earlier_state(project: Project, random: Random) -> str:
    states = project.states[:-1]
    back = chosen(range(len(states)), random)
    project.restore(states[back])
    return f"{len(states) - back} steps back"


def _turned(project: Project, one: str, other: str) -> str:
    old, new = (one, other) if one in project.text("pelicanconf.py") else (other, one)
    project.change("pelicanconf.py", lambda text: text.replace(old, new))
    return new


OPERATIONS = (
    edit_code,
    comment_code,
    relative_urls,
    site_address,
    site_address_from_outside,
    publish_or_preview,
    preview,
    check_out_an_earlier_state,
)
