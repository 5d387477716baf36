"""What is generated from the models with their own labels: manuals, schemas, snippets."""

from plugins.manual.bureau import bureau_manual
from plugins.manual.fields import fields_manual
from plugins.manual.schemas import schemas
from plugins.manual.snippets import snippets

__all__ = ["bureau_manual", "fields_manual", "schemas", "snippets"]
