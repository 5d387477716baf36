"""Records form one graph, built once; every link and back link in the site is read from it."""

from plugins.relations.graph import Graph, build_graph
from plugins.relations.targets import Target, TargetKind, Targets

__all__ = ["Graph", "Target", "TargetKind", "Targets", "build_graph"]
