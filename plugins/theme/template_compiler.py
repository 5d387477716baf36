"""How a template is found and becomes Python: Jinja's way, but for what a page does very often.

Parts are put in place when a template is compiled, pieces are gathered before they are handed over,
functions are called straight, and words with nothing to escape are shown as they are. What comes
out is the same.

This is the only module that uses what Jinja does not document: hooks of its code generator, and
`_generate` and `_load_template` of its environment. They are those of jinja2 3.1.6, which
requirements/site.in pins; `tests/theme/test_template_compiler.py` compares the results.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import call
from typing import Any

from jinja2 import Environment, Template, TemplateNotFound, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.meta import find_referenced_templates
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from plugins.dependencies import TEMPLATE
from plugins.incremental.fingerprint import hash_bytes
from plugins.incremental.tracking import depends_on

# Compiled templates take `call` and `written` from here.
__all__ = ["Generator", "Inliner", "SiteEnvironment", "call", "references", "written"]


def written(value: Any) -> str:
    """`value` as it stands in HTML. Most words have nothing to escape, and need no Markup."""
    if type(value) is str:
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        return value
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else escape(value)


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

    def __init__(self, env: SiteEnvironment) -> None:
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
        body = [child.set_lineno(node.lineno, override=True) for child in part.body]
        return nodes.Scope(body, lineno=node.lineno)

    def _part(self, name: str) -> nodes.Template | None:
        """None for what only Jinja's own way can do: a part that extends, or includes itself."""
        if name in self._inside:
            return None
        try:
            part = self._env.parse(*self._env.source(name))
        except TemplateNotFound:
            return None
        if part.find(nodes.Extends) or part.find(nodes.Block):
            return None
        self.names.add(name)
        self._inside.append(name)
        self.generic_visit(part)
        self._inside.pop()
        return part


class SiteEnvironment(Environment):
    """Records a dependency on every template that is looked for, found or not.

    `inlined` are, by template, the parts that were compiled into it.
    """

    code_generator_class = Generator

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.inlined: dict[str, tuple[str, ...]] = {}
        self.references: dict[str, tuple[str, ...]] = {}
        self._digests: dict[str, bytes] = {}
        # Jinja's own cache asks a template for each of its uses whether it is up to date.
        self._loaded: dict[str, Template] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Of a dict the item: Jinja asks for an attribute first, and every view would fail that."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)

    def digest(self, name: str) -> bytes:
        """Of the source; empty for a template that does not exist."""
        if name not in self._digests:
            try:
                self._digests[name] = hash_bytes(self.source(name)[0].encode())
            except TemplateNotFound:
                self._digests[name] = b""
        return self._digests[name]

    def source(self, name: str) -> tuple[str, str, str | None]:
        """Its text, its name and its file, as `parse` takes them. Raises TemplateNotFound."""
        if self.loader is None:
            raise TemplateNotFound(name)
        text, filename, _ = self.loader.get_source(self, name)
        return text, name, filename

    def _generate(self, source: nodes.Template, name: str | None, *rest: Any, **more: Any) -> str:
        inliner = Inliner(self)
        if name is not None:
            self.references[name] = references(source)
        source = inliner.visit(source)
        if name is not None:
            self.inlined[name] = tuple(sorted(inliner.names))
        return super()._generate(source, name, *rest, **more)

    def make_globals(self, more: Mapping[str, Any] | None) -> dict[str, Any]:
        """Jinja goes through them for every page, and a ChainMap, as it makes, takes long."""
        return {**self.globals, **(more or {})}

    def _load_template(self, name: str, globals: Any) -> Any:
        depends_on(TEMPLATE, name)
        return self.loaded(name)

    def loaded(self, name: str) -> Template:
        """The template of that name, of which nothing is noted. Raises TemplateNotFound."""
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = super()._load_template(name, None)
        return found


def references(source: nodes.Template) -> tuple[str, ...]:
    """The templates that a template names by a fixed name."""
    return tuple(sorted({name for name in find_referenced_templates(source) if name}))
