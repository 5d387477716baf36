"""Our place in Pelican's run: one generator that reads records and writes the planned pages."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican
from pelican.generators import ArticlesGenerator
from pelican.plugins import signals
from pelican.writers import Writer

from plugins.build.run import Run
from plugins.build.told import fingerprint, told_by


class RecordsGenerator(ArticlesGenerator):
    """Pelican's articles, read and written our way.

    It takes the place of `ArticlesGenerator`, which is made for a blog: a file it can't read is
    silently missing, and every template sees every article. Records are its `articles` all the
    same, so that Pelican counts them and plugins find them.
    """

    def generate_context(self) -> None:
        program = fingerprint(self.settings)
        told = told_by(self.settings, self.path, self.theme, self.output_path)
        self._run = Run(told, program, self.settings.get("TOLD", ""), lambda: self.env)
        self._run.prepare()
        report, build = self._run.report, self._run.build
        if build is None:
            # Pelican counts them, and that is all that is asked of them now.
            self.articles, self.drafts = [None] * report.records, [None] * report.drafts
            return
        self.articles, self.drafts = build.site.by_id.values(), [None] * report.drafts
        self.context["site"] = build.site
        signals.article_generator_finalized.send(self)

    def generate_output(self, writer: Writer) -> None:
        for path in self._run.write():
            signals.content_written.send(str(Path(self.output_path) / path), context={})
        self._run.close()

    def refresh_metadata_intersite_links(self) -> None:
        """Nothing to do: links between records are resolved when a view is made."""


class SitePelican(Pelican):
    """Pelican with RecordsGenerator in the place of its ArticlesGenerator."""

    def _get_generator_classes(self) -> list[type]:
        classes = super()._get_generator_classes()
        return [RecordsGenerator if cls is ArticlesGenerator else cls for cls in classes]
