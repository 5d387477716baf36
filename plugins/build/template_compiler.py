"""How a template becomes Python: Jinja's way, but for what a page does hundreds of times.

Parts are put in place when a template is compiled, pieces are gathered before they are handed over,
functions are called straight, and words with nothing to escape are shown as they are. What comes
out is the same.
"""

from __future__ import annotations

from operator import call
from typing import Any

from jinja2 import Environment, TemplateNotFound, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

# Compiled templates take these from here.
__all__ = ["Generator", "Inliner", "call", "written"]


def written(value: Any) -> str:
    """`value` as it stands in HTML. Most words have nothing to escape, and need no Markup."""
    kind = type(value)
    if kind is str:
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        return value
    if kind is Markup:
        return value
    return str(value) if kind is int else escape(value)


class Generator(CodeGenerator):
    """Writes calls without Jinja's look at what they ask for, and `written` for `escape`."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import call, written")

    # A template and each of its blocks gather their pieces in a list and hand them over as one:
    # hundreds of pieces of a page would else climb one by one through all templates it extends.

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        if frame.parent is None:
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        super().leave_frame(frame, with_python_scope)
        if frame.parent is None:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A function of the site or a macro never asks for Jinja's context; a global may."""
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name in self.environment.globals:
            return super().visit_Call(node, frame, forward_caller)
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("written(")


class Inliner(NodeTransformer):
    """Puts what a template includes by a fixed name into it, in a scope of its own.

    To look up and to start a part takes longer than most parts take. `names` are those put in.
    """

    def __init__(self, env: Environment) -> None:
        self._env = env
        self._inside: list[str] = []
        self.names: set[str] = set()

    def visit_Include(self, node: nodes.Include) -> nodes.Node:
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if not isinstance(name, str) or not node.with_context or node.ignore_missing:
            return node
        part = self._part(name)
        if part is None:
            return node
        # A mistake inside is reported at the line that includes it: it is no line of this file.
        body = [held.set_lineno(node.lineno, override=True) for held in part.body]
        return nodes.Scope(body, lineno=node.lineno)

    def _part(self, name: str) -> nodes.Template | None:
        """None for what only Jinja's own way can do: a part that extends, or includes itself."""
        if name in self._inside:
            return None
        try:
            source, filename, _ = self._env.loader.get_source(self._env, name)
        except TemplateNotFound:
            return None
        part = self._env.parse(source, name, filename)
        if part.find((nodes.Extends, nodes.Block)):
            return None
        self.names.add(name)
        self._inside.append(name)
        part = self.visit(part)
        self._inside.pop()
        return part
