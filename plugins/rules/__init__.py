"""What each rule of the gate checks, why, and how to mend what it finds: the catalogue."""

from plugins.rules.catalogue import Group, load_catalogue, rule_named
from plugins.rules.model import Example, Rule, Scope

__all__ = ["Example", "Group", "Rule", "Scope", "load_catalogue", "rule_named"]
