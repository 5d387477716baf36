"""What each rule of the gate checks, why, and how to mend what it finds: the catalogue."""

from plugins.rules.catalogue import Group, all_rules, load_catalogue
from plugins.rules.model import Example, Rule, Scope

__all__ = ["Example", "Group", "Rule", "Scope", "all_rules", "load_catalogue"]
