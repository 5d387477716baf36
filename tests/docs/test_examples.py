"""The editors' manual can be followed: its examples are read without a finding."""

import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from plugins.records.checks import check_body
from plugins.records.kinds import COLUMN_KINDS, KINDS
from plugins.records.loading import load_library
from plugins.records.validate import validate
from plugins.relations import TargetKind
from plugins.site import build_site
from plugins.source import LocatedData, parse_yaml
from plugins.texts.converter import Converter

ROOT = Path(__file__).resolve().parents[2]
MANUAL = (ROOT / "docs/manual.md").read_text(encoding="utf-8")
# The day that the sample site's tests are made for.
NOW = datetime.fromisoformat("2026-11-23T09:00+08:00")
UNFINISHED = {"field-required", "field-advised"}


def marked(word):
    """The fenced blocks under `<!-- word：what -->`, each with what it is."""
    return re.findall(rf"<!-- {word}：(\S+) -->\n```\w+\n(.*?)```", MANUAL, re.S)


def test_every_block_of_markdown_or_yaml_says_what_it_is():
    fences = re.findall(r"^```(?:markdown|yaml)$", MANUAL, re.M)
    assert len(fences) == len(marked("示例")) + len(marked("片段")) > 10


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The sample site with the manual's whole records put into it."""
    content = tmp_path_factory.mktemp("manual") / "content"
    shutil.copytree(ROOT / "content", content)
    columns = load_library(content).columns
    for kind, text in marked("示例"):
        column = next(column for column in columns if column.kind == kind)
        (content / column.code / "manual-example.md").write_text(text, encoding="utf-8")
    return build_site(load_library(content), NOW, preview=True)


@pytest.mark.parametrize("kind", [kind for kind, _ in marked("示例")])
def test_a_whole_example_can_be_put_into_the_sample_site(site, kind):
    (record,) = [
        each for each in site.records if (each.kind, each.slug) == (kind, "manual-example")
    ]
    assert [found for found in site.findings if found.path == record.path] == []


@pytest.mark.parametrize(("kind", "text"), [each for each in marked("片段") if each[0] in KINDS])
def test_a_piece_of_front_matter_is_right_as_far_as_it_goes(kind, text):
    _, findings = validate(KINDS[kind], parse_yaml(text), "piece.md")
    wrong = [found for found in findings if found.rule not in UNFINISHED]
    assert wrong == []


@pytest.mark.parametrize(("kind", "group"), [("matter", "市容和环境卫生"), ("whom", "路面和路灯")])
def test_the_piece_of_a_data_file_is_whole(kind, group):
    ((_, text),) = [each for each in marked("片段") if each[0] == kind]
    for item in parse_yaml(text).data:
        read, findings = validate(COLUMN_KINDS[kind].item, LocatedData(item), "items.yml")
        assert (findings, read.group) == ([], group)


@pytest.mark.parametrize("text", [text for kind, text in marked("片段") if kind == "正文"])
def test_a_piece_of_text_is_right(text):
    assert check_body("piece.md", KINDS["news"], Converter().convert(text), text, 1) == []


def test_every_link_into_the_site_leads_somewhere(site):
    links = set(re.findall(r"\]\((/[^)\s]+)", MANUAL))
    assert len(links) > 5
    dead = {
        link
        for link in links
        if site.graph.link_resolver.resolve_address(link).kind is TargetKind.DEAD
    }
    assert dead == set()
