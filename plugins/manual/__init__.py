"""docs/fields.md and docs/bureau.md, generated from the models with their own labels."""

from plugins.manual.bureau import bureau_manual
from plugins.manual.fields import fields_manual

__all__ = ["bureau_manual", "fields_manual"]
