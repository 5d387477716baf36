"""The manual of fields: Markdown made from the models, in the words that the models use."""

from plugins.manual.bureau import bureau_manual
from plugins.manual.fields import fields_manual

__all__ = ["bureau_manual", "fields_manual"]
