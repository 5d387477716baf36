"""What documents of Office and WPS have in common (ECMA-376): who made them, embedded objects."""

from __future__ import annotations

import re

from plugins.attachments.model import AttachmentFacts
from plugins.attachments.package import Package

# Where on a computer a template lies tells the name of its user.
LOCAL = re.compile(r"^(?:file:)?/*(?:[A-Za-z]:[\\/]|\\\\)|/(?:Users|home)/")
PEOPLE = (("creator", "作者"), ("lastModifiedBy", "最后保存的人"))


def read_properties(package: Package, facts: AttachmentFacts) -> None:
    core = package.values("docProps/core.xml")
    app = package.values("docProps/app.xml")
    custom = package.values("docProps/custom.xml")
    facts.title = core.get("title", "")
    facts.is_aigc = "AIGC" in custom or "AIGC" in core
    for key, word in PEOPLE:
        facts.add_person(word, core.get(key))
    facts.add_person("单位", app.get("Company"))
    facts.add_person("主管", app.get("Manager"))
    paths = [app.get("Template", "")]
    for name in package.matching(r"word/_rels/settings\.xml\.rels"):
        paths += [each.get("Target", "") for each in package.attributes(name, "Relationship")]
    if any(LOCAL.search(path) for path in paths):
        facts.trace("模板在电脑里的位置")
    embedded = package.matching(r"(?:word|xl|ppt)/embeddings/[^/]+")
    facts.trace("{} 个嵌入的文件", len(embedded))
