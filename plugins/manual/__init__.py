"""What is generated from the models and the rules, with their own words: manuals, schemas,
snippets, and what a terminal says of a rule.
"""

from plugins.manual.bureau import bureau_manual
from plugins.manual.explained import explained
from plugins.manual.fields import fields_manual
from plugins.manual.rules import rule_pages
from plugins.manual.schemas import schemas
from plugins.manual.snippets import snippets

__all__ = ["bureau_manual", "explained", "fields_manual", "rule_pages", "schemas", "snippets"]
