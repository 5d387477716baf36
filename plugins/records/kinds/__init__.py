"""Every kind of record by its name."""

from plugins.records.kinds.base import Attachment, Part, Picture, RecordModel, Revision
from plugins.records.kinds.community import Event, RoleModel, Slogan, Volunteer
from plugins.records.kinds.enforcement import Case, Element, Matter, Penalty
from plugins.records.kinds.information import Coverage, News, Notice, Story
from plugins.records.kinds.others import Campaign, Page, Research
from plugins.records.kinds.policies import LEVELS, Interpretation, Policy, Statute
from plugins.records.kinds.services import Consultation, Guide, Reply

KINDS: dict[str, type[RecordModel]] = {
    model.kind: model
    for model in (
        News,
        Notice,
        Story,
        Coverage,
        Policy,
        Interpretation,
        Statute,
        Case,
        Penalty,
        Guide,
        Consultation,
        Reply,
        Event,
        Volunteer,
        RoleModel,
        Research,
        Campaign,
        Slogan,
        Page,
    )
}
# A column of this kind holds one data file instead of records.
MATTER = "matter"

__all__ = [
    "KINDS",
    "LEVELS",
    "MATTER",
    "Attachment",
    "Element",
    "Matter",
    "Part",
    "Picture",
    "RecordModel",
    "Revision",
]
