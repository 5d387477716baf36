"""Every problem is a Finding, whichever package finds it, and how findings are told."""

from plugins.findings.acceptance import Acceptance, AcceptanceTuple, accept, is_accepted
from plugins.findings.by_file import as_listing_by_file
from plugins.findings.colours import Colours
from plugins.findings.invisible import shown_code
from plugins.findings.listing import as_full_listing, as_listing
from plugins.findings.model import (
    Finding,
    Position,
    Severity,
    has_errors,
    nearest,
    position_at,
    position_in,
)
from plugins.findings.places import prefix_of
from plugins.findings.render import (
    as_annotations,
    as_json,
    as_text,
    full_words,
    summary_line,
)

__all__ = [
    "Acceptance",
    "AcceptanceTuple",
    "Colours",
    "Finding",
    "Position",
    "Severity",
    "accept",
    "as_annotations",
    "as_full_listing",
    "as_json",
    "as_listing",
    "as_listing_by_file",
    "as_text",
    "full_words",
    "has_errors",
    "is_accepted",
    "nearest",
    "position_at",
    "position_in",
    "prefix_of",
    "shown_code",
    "summary_line",
]
