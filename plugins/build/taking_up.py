"""Going on from the site as it stood: nothing changed but the texts or titles of some records, or
templates, so what stands where is what it was.
"""

from __future__ import annotations

from plugins.build.ground import Ground
from plugins.build.looking import texts_changed
from plugins.build.report import Report
from plugins.build.rows import Sums
from plugins.build.stage import Stage
from plugins.build.standing import Standing, site_of
from plugins.rebuild.reads import overlap
from plugins.records.extract import Extract

# What a finding of these rules says may be about the title of another record.
ABOUT_TITLES = {"reference", "dead-link"}


def take_up(ground: Ground, again: set[str]) -> Stage | None:
    """None where the site may have to be arranged otherwise. `again` are read in any case."""
    told, found, now, memory, readings, _ = ground
    changed = texts_changed(memory, found, now)
    if changed is None:
        return None
    changed = [*dict.fromkeys((*changed, *again))]
    held = Standing(*memory.part("standing"))
    site, outward = site_of(
        held, told.content, found.content, now, told.links, told.preview, readings.record
    )
    columns = {column.code: column for column in site.columns}
    files = [(path, columns[path.partition("/")[0]]) for path in changed]
    reads = list(readings.read(files, site, told.workers))
    titles = any(finding[0] in ABOUT_TITLES for finding in held.general)
    spoken_of = {finding[2] for finding in held.general}
    for (path, _), read in zip(files, reads, strict=True):
        held_row = readings.before(path)
        if not held_row.fit:
            # It was left out: of a file that can't be read there is not even an extract.
            return None
        before = Extract._make(held_row.extract)
        extract = read.record.extract if read.fit else None
        if (
            extract is None
            or path in spoken_of
            or held.paths.get(extract.id) != path
            or before.outline != extract.outline
            or (titles and before.title != extract.title)
            or extract.id not in site.by_id
        ):
            return None
    edited = {read.record.id for read in reads}
    survey = readings.survey(changed)
    findings = {p: f for p, f in memory.head["of_files"].items() if p not in set(changed)}
    findings |= survey.findings
    of_files = (plain for plains in findings.values() for plain in plains)
    # Which records there are and which wait is as it was.
    report = Report(*memory.head["report"])._replace(
        findings=tuple(dict.fromkeys((*held.general, *of_files)))
    )
    if report.has_errors:
        # The notice of a preview counts them on every page.
        return None
    return Stage(
        site,
        outward,
        held,
        report,
        findings,
        Sums(memory.part("sums")).moved(readings, site, edited),
        overlap(memory.head["true"], survey[:2]),
        [],
        readings.survey(readings.paths).files if again else None,
        edited,
        not all(map(readings.same_pieces, changed)),
    )
