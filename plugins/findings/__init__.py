"""Every problem is a Finding, whichever package finds it. Findings have three renderings."""

from plugins.findings.invisible import shown_code
from plugins.findings.model import (
    Finding,
    Position,
    Severity,
    has_errors,
    nearest,
    position_at,
    position_in,
)
from plugins.findings.render import as_annotations, as_json, as_text, summary_line

__all__ = [
    "Finding",
    "Position",
    "Severity",
    "as_annotations",
    "as_json",
    "as_text",
    "has_errors",
    "nearest",
    "position_at",
    "position_in",
    "shown_code",
    "summary_line",
]
