"""The Python code that templates compile to."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class PageCode(CodeGenerator):
    """Prints values through ``environment.printed``, which makes plain strings.

    Jinja itself wraps each printed value in ``Markup``, only to join them all the next moment; a
    page has a hundred, and wrapping them took half the time of rendering it.
    """

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(")
