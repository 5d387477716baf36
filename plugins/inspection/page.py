"""The report of a day as one HTML file that needs nothing else, for reading and for printing."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.findings import Severity, full_words
from plugins.inspection.clocks import State
from plugins.inspection.markdown import in_days
from plugins.inspection.report import WHOLE, Report

FOLDER = Path(__file__).parent
TEMPLATE = "report.html"


def as_page(report: Report) -> str:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"words": full_words, "in_days": in_days}
    template = environment.get_template(TEMPLATE)
    return template.render(report=report, Severity=Severity, State=State, whole=WHOLE)
