"""The graph of all records; the site reads links and back links from it."""

from plugins.relations.graph import Graph, build_graph
from plugins.relations.link_resolver import LinkResolver
from plugins.relations.link_target import LinkTarget, TargetKind

__all__ = ["Graph", "LinkResolver", "LinkTarget", "TargetKind", "build_graph"]
