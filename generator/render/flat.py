"""A template with those it extends and includes, as one.

Each block and include costs a frame of Python and a look at the context on every page. Most pages
are of one template, so it pays to put the pieces together once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import Environment, Template, TemplateError, nodes
from jinja2.visitor import NodeTransformer

_DECLARATIONS = (nodes.Import, nodes.FromImport, nodes.Assign, nodes.AssignBlock, nodes.Macro)


def flat_template(environment: Environment, name: str) -> Template | None:
    """Return a template in one piece that renders the same as ``name``.

    None where there is none: for what calls ``super()`` or ``self``, decides while it is rendered
    what it extends, or cannot be read. Errors in it have no place in a file.
    """
    try:
        chain = tuple(_chain(environment, name))
        if not all(_is_simple(tree) for tree in chain):
            return None
        blocks: dict[str, nodes.Block] = {}
        for tree in chain:
            for block in tree.find_all(nodes.Block):
                blocks.setdefault(block.name, block)
        declared = [node for tree in chain[:-1] for node in tree.body if _declares(node)]
        joined = _Joining(environment, blocks)
        body = [joined.visit(node) for node in (*declared, *chain[-1].body)]
        whole = nodes.Template(body, lineno=1).set_environment(environment)
        assert isinstance(whole, nodes.Template)  # noqa: S101 # set_environment returns its node
        code = environment.compile(whole, name)
    except (TemplateError, nodes.Impossible):
        return None
    return environment.template_class.from_code(environment, code, environment.make_globals(None))


class _Joining(NodeTransformer):
    """Puts the innermost definition in each block's place, and its template in each include's."""

    def __init__(self, environment: Environment, blocks: Mapping[str, nodes.Block]) -> None:
        self._environment = environment
        self._blocks = blocks
        self._open: list[str] = []

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802 # jinja's name
        body = self._blocks[node.name].body
        return nodes.Scope([self.visit(inner) for inner in body], lineno=node.lineno)

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 # jinja's name
        if not (isinstance(node.template, nodes.Const) and node.with_context):
            return node
        name = node.template.value
        if node.ignore_missing or name in self._open:
            return node
        tree = _read(self._environment, name)
        if not _is_simple(tree) or tree.find(nodes.Extends) or tree.find(nodes.Block):
            return node
        self._open.append(name)
        body = [self.visit(inner) for inner in tree.body]
        self._open.pop()
        return nodes.Scope(body, lineno=node.lineno)


def _chain(environment: Environment, name: str) -> Iterator[nodes.Template]:
    """Yield a template, the one it extends, and so on."""
    following: str | None = name
    while following:
        tree = _read(environment, following)
        yield tree
        extends = tree.find(nodes.Extends)
        following = extends.template.as_const() if extends else None


def _read(environment: Environment, name: str) -> nodes.Template:
    assert environment.loader is not None  # noqa: S101 # ours has one
    source, filename, _ = environment.loader.get_source(environment, name)
    return environment.parse(source, name, filename)


def _is_simple(tree: nodes.Template) -> bool:
    """Tell whether a template can be joined with others by putting pieces into places."""
    extends = list(tree.find_all(nodes.Extends))
    if any(name.name in {"super", "self"} for name in tree.find_all(nodes.Name)):
        return False
    if any(block.scoped or block.required for block in tree.find_all(nodes.Block)):
        return False
    if not extends:
        return True
    known = (*_DECLARATIONS, nodes.Extends, nodes.Block)
    return tree.body.count(extends[0]) == len(extends) == 1 and all(
        isinstance(node, known) or _is_blank(node) for node in tree.body
    )


def _declares(node: nodes.Node) -> bool:
    return isinstance(node, _DECLARATIONS)


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(
        isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes
    )
