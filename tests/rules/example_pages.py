"""What an example says of built pages, read as `make check PAGES=1` and `EXTERNAL=1` would.

The site is that of tests/crawl, in which nothing is wrong.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from plugins.bureau import load_bureau, load_columns
from plugins.crawl import Answer, Context, Options, external, external_links
from plugins.findings import Finding
from plugins.records.kinds import KINDS
from plugins.rules import Example, Rule, Scope
from tests.crawl.conftest import Site
from tests.rules.example_site import at_nine, made

SCOPES = (Scope.PAGE, Scope.LIVE)


def findings_of_built(
    rule: Rule, example: Example, built: tuple[Path, Path], folder: Path
) -> list[Finding]:
    """`built` is the content and the site; `folder` is empty and may be filled."""
    content, output = built
    shutil.copytree(output, folder / "site")
    site = Site(content, folder / "site")
    for path, parts in example.built.items():
        for pattern, new in parts.items():
            site.substitute(path, pattern, new)
    for path, data in made(example).items():
        (site.folder / path).write_bytes(data)
    if rule.scope is Scope.PAGE:
        return site.crawl()
    bureau, _ = load_bureau(content)
    columns, _ = load_columns(content, bureau, KINDS)
    links = external_links(site.folder, Context(bureau, columns, Options()))
    assert example.answers.keys() <= links.keys(), "nothing leads to what is answered"

    def fetch(address: str) -> Answer:
        answer = example.answers.get(address, "200")
        return Answer(int(answer), address) if answer.isdigit() else Answer(200, answer)

    now = at_nine(example)
    return external(links, folder / "cache.json", fetch, now, pause=lambda _: None)
