"""The Python code that templates compile to."""

from __future__ import annotations

import keyword

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

_ASK_FOR_MISSING = frozenset({"default", "d", "defined", "undefined"})
"""Filters and tests that may be given what is not there."""


class PageCode(CodeGenerator):
    """Prints values as plain strings.

    Jinja itself wraps each printed value in ``Markup``, only to join them all the next moment; a
    page has a hundred, and wrapping them took half the time of rendering it. ``printed`` prints any
    value (``generator/text/escape.py``); most are plain strings, which need one call less.
    """

    def write_commons(self) -> None:
        """Write what each function of a template begins with."""
        super().write_commons()
        self.writeline("escaped = environment.escaped")
        self.writeline("printed = environment.printed")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if _is_ordinary(frame, finalize):
            self.write("(escaped(value) if (value := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if _is_ordinary(frame, finalize):
            self.write(").__class__ is str else printed(value))")
        else:
            super()._output_child_post(node, frame, finalize)


class SwiftCode(PageCode):
    """Takes for granted that all names and attributes are there, and raises where they are not.

    Jinja asks two functions for each attribute, and one for each call of a macro, what it is; here
    Python does both. What then raises may be fine by Jinja's rules (``row.key`` of a mapping) or
    wrong in a way that they can explain, so it has to be rendered again with ``PageCode``. What
    does not raise is the same.
    """

    _may_miss = False
    _macros: frozenset[str] = frozenset()

    def visit_Template(  # noqa: N802 # jinja's name
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """Write the code of a template."""
        self._macros = _macros(node)
        super().visit_Template(node, frame)

    def visit_Call(  # noqa: N802 # jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write a call; a macro expects first what ``context.call`` would tell it."""
        called = node.node
        if isinstance(called, nodes.Name) and called.name in self._macros and not forward_caller:
            self.write(f"{frame.symbols.ref(called.name)}(context.eval_ctx")
            self.signature(node, frame)
            self.write(")")
        else:
            super().visit_Call(node, frame, forward_caller=forward_caller)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 # jinja's name
        """Write the reading of an attribute."""
        if self._may_miss or keyword.iskeyword(node.attr) or not node.attr.isascii():
            super().visit_Getattr(node, frame)
        elif isinstance(node.node, nodes.Name):
            self.write(f"{frame.symbols.ref(node.node.name)}.{node.attr}")
        else:
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 # jinja's name
        """Write a filter and what it is given."""
        self._with_care(node, frame)

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802 # jinja's name
        """Write a test and what it is given."""
        self._with_care(node, frame)

    def _with_care(self, node: nodes.Filter | nodes.Test, frame: Frame) -> None:
        before = self._may_miss
        self._may_miss = before or node.name in _ASK_FOR_MISSING
        if isinstance(node, nodes.Filter):
            super().visit_Filter(node, frame)
        else:
            super().visit_Test(node, frame)
        self._may_miss = before


def _is_ordinary(frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> bool:
    return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and not finalize.src


def _macros(tree: nodes.Template) -> frozenset[str]:
    """Return the names that mean macros wherever they stand in a template."""
    names = {macro.name for macro in tree.find_all(nodes.Macro)}
    for imports in tree.find_all(nodes.FromImport):
        names.update(name if isinstance(name, str) else name[1] for name in imports.names)
    return frozenset(
        names - {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    )
