"""Our place in Pelican's run: one generator that reads records and writes the planned pages."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from pathlib import Path

from jinja2 import StrictUndefined, Template
from pelican import Pelican
from pelican.generators import ArticlesGenerator
from pelican.plugins import signals
from pelican.writers import Writer

from plugins.build.frame import FILTERS, Frame
from plugins.build.prepare import prepare
from plugins.build.stale import remove_stale
from plugins.build.theme_assets import load_theme_assets
from plugins.bureau.clock import build_time
from plugins.findings import Finding, as_text, has_errors, summary_line
from plugins.site import File, Page, Site
from plugins.site.show import moment


class RecordsGenerator(ArticlesGenerator):
    """Pelican's articles, read and written our way.

    It takes the place of `ArticlesGenerator`, which is made for a blog: a file it can't read is
    silently missing, and every template sees every article. Records are its `articles` all the
    same, so that Pelican counts them and plugins find them.
    """

    def generate_context(self) -> None:
        assets = load_theme_assets(Path(self.theme) / "static")
        prepared = prepare(
            Path(self.path),
            build_time(),
            assets,
            site_address=self.settings["SITEURL"],
            relative=self.settings["RELATIVE_URLS"],
            preview=not self.settings["PUBLISHING"],
        )
        _report(self.settings["PATH"], prepared.findings)
        site = prepared.site
        if site is None or (has_errors(prepared.findings) and not site.preview):
            # SystemExit: Pelican would print the stack of any other exception.
            sys.exit("有错误，没有生成网站。请改正以上错误后再试。")
        _announce(site)
        self.prepared = prepared
        self.frame = Frame(site, prepared.outward, assets)
        self.articles, self.drafts = site.records, site.library.drafts
        self.context["site"] = site
        signals.article_generator_finalized.send(self)

    def generate_output(self, writer: Writer) -> None:
        self.env.autoescape = True
        self.env.undefined = StrictUndefined
        self.env.trim_blocks = self.env.lstrip_blocks = True
        self.env.filters.update(FILTERS)
        for output in self.prepared.outputs:
            if isinstance(output, File):
                _write_bytes(Path(self.output_path) / output.path, output.content)
            else:
                self._write_page(writer, output)
        paths = [output.path for output in self.prepared.planned]
        remove_stale(Path(self.output_path), Path(self.settings["CACHE_PATH"]), paths)

    def refresh_metadata_intersite_links(self) -> None:
        """Nothing to do: links between records are resolved when a view is made."""

    def _write_page(self, writer: Writer, page: Page) -> None:
        # Pelican's writer looks for this one setting in every context.
        context = {"localsiteurl": None, **self.frame.context(page)}
        writer.write_file(page.path, self._template(page.template), context)

    def _template(self, name: str) -> Template:
        """`records/<kind>` falls back to the template of all records."""
        if name.startswith("records/") and f"{name}.html" not in self._template_names:
            name = "record"
        return self.get_template(name)

    @cached_property
    def _template_names(self) -> frozenset[str]:
        return frozenset(self.env.list_templates())


class SitePelican(Pelican):
    """Pelican with RecordsGenerator in the place of its ArticlesGenerator."""

    def _get_generator_classes(self) -> list[type]:
        classes = super()._get_generator_classes()
        return [RecordsGenerator if cls is ArticlesGenerator else cls for cls in classes]


def _write_bytes(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _report(content: str, findings: list[Finding]) -> None:
    """Print the findings with paths as the editor knows them, from where the build was started."""
    if findings:
        print(as_text(findings, os.path.relpath(content).replace(os.sep, "/") + "/"))
    print(summary_line(findings))


def _announce(site: Site) -> None:
    """Say what will appear when, and what has been left out."""
    for record in site.library.scheduled(site.now):
        print(f"定时：{moment(record.published)} 发布 {record.path}《{record.title}》")
    drafts = site.library.drafts
    if drafts:
        print(f"草稿 {len(drafts)} 篇，不发布：{'、'.join(record.path for record in drafts)}")
    if site.library.left_out:
        print(f"有 {len(site.library.left_out)} 篇稿件因错误没有放上网站。")
