"""The schemas take what the program takes, and find what a form can find."""

import datetime
import json
import re

import pytest
import yaml
from jsonschema import Draft7Validator

from plugins.manual.schemas import schemas
from plugins.records.kinds import KINDS
from tests.content_folder import TINY
from tests.docs.test_generated import DOCS
from tests.states.moment_site import sample

CONTENT = DOCS.parent / "content"
HEAD = re.compile(r"---\n(.*?)\n---", re.S)
VALIDATORS = {name: Draft7Validator(json.loads(write())) for name, write in schemas().items()}


def as_json(value):
    """As a YAML language server has it, in whose version of YAML a date is a text."""
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    return [as_json(item) for item in value] if isinstance(value, list) else value


def said(name, text, loader=yaml.SafeLoader):
    data = as_json(yaml.load(text, loader))
    return [error.message for error in VALIDATORS[name].iter_errors(data)]


def kind_of(folder):
    return yaml.safe_load((folder / "_column.yml").read_text(encoding="utf-8"))["kind"]


@pytest.mark.parametrize("name", VALIDATORS)
def test_each_is_a_schema(name):
    Draft7Validator.check_schema(VALIDATORS[name].schema)
    assert VALIDATORS[name].schema["$comment"] == "由 make docs 生成，请不要手工修改。"


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.BaseLoader])
def test_every_record_of_the_sample_passes(loader):
    wrong, seen = {}, set()
    for file in sorted([*CONTENT.glob("*/*.md"), *TINY.glob("*/*.md")]):
        kind = kind_of(file.parent)
        seen.add(kind)
        head = HEAD.match(file.read_text(encoding="utf-8"))
        # Some have Pelican's header lines, which are no YAML.
        if head and (found := said(f"{kind}.json", head[1], loader)):
            wrong[file.name] = found
    assert wrong == {}
    assert seen == {*KINDS}


def test_every_configuration_passes():
    for content in (CONTENT, TINY):
        assert said("bureau.json", (content / "bureau.yml").read_text(encoding="utf-8")) == []
        for file in content.glob("*/_column.yml"):
            assert said("_column.json", file.read_text(encoding="utf-8")) == [], file
        for file in content.glob("*/items.yml"):
            assert said("matter.json", file.read_text(encoding="utf-8")) == [], file
        for file in content.glob("*/topics.yml"):
            assert said("whom.json", file.read_text(encoding="utf-8")) == [], file


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "fields",
    [
        {"关健词": "甲"},
        {"标题": None},
        {"状态": "发表"},
        {"发布日期": "三月一日"},
        {"附件": "\n  - 文间: files/a.pdf"},
    ],
    ids=["an unknown field", "none that is required", "no choice", "no date", "an unknown part"],
)
def test_a_mistake_is_found(kind, fields):
    head = HEAD.match(sample(kind, **fields))[1]
    assert said(f"{kind}.json", head) != []
    assert said(f"{kind}.json", HEAD.match(sample(kind))[1]) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bureau.json", "name: [甲]"),
        ("_column.json", "name: 动态\nkind: meiyou"),
        ("matter.json", "- 事项名称: 摆摊"),
        ("matter.json", "事项名称: 摆摊"),
    ],
)
def test_a_mistake_in_a_configuration_is_found(name, text):
    assert said(name, text) != []


@pytest.mark.parametrize("spelling", ["标题", "title", "Title"])
def test_every_spelling_is_taken(spelling):
    text = HEAD.match(sample("news"))[1].replace("标题:", f"{spelling}:")
    assert said("news.json", text) == []


def test_a_field_says_what_it_is():
    shown = VALIDATORS["case.json"].schema["definitions"]["status"]
    assert shown["title"] == "状态"
    assert shown["description"].startswith("可选。可填：")
