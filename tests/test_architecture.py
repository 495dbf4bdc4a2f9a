"""The walls of the building: who may import whom, and what no module may hold.

The table is the one of docs/architecture.md; a package that is not in it fails the test, so that
a new one gets its row on purpose.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator"

ROWS = (
    {"errors", "artifact", "cache", "chunks", "memory", "packing", "resources"}
    | {"sampler", "stages", "version"},
    {"language", "text"},
    {"model"},
    {"config"},
    {"sources", "curate", "plan"},
    {"render", "emit"},
    {"publish", "search", "mail", "fetch", "extend"},
    {"builtin", "files", "rebuild", "theme"},
    {"build"},
    {"serve", "fetch"},
    {"cli", "__main__"},
)
ROW = {unit: row for row, units in enumerate(ROWS) for unit in units}

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
PACKAGES = sorted(PACKAGE.rglob("__init__.py"))
PRINTER = PACKAGE / "cli" / "console.py"

MUTABLE_DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MUTABLE_TYPES = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter"}
MUTATORS = {
    *("add", "append", "appendleft", "clear", "discard", "extend", "insert", "pop", "popitem"),
    *("popleft", "remove", "reverse", "setdefault", "sort", "update"),
}

every_module = pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE))
)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def unit(path: Path) -> str:
    """Return the package or top-level module that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_units(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and unit of each import from our own package, also inside functions."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Import(names=names):
                targets = [name.name for name in names]
            case ast.ImportFrom(module="generator", names=names):
                targets = [f"generator.{name.name}" for name in names]
            case ast.ImportFrom(module=str(module)):
                targets = [module]
            case _:
                continue
        for target in targets:
            top, _, rest = target.partition(".")
            if top == "generator" and rest:
                yield node.lineno, rest.partition(".")[0]


def names_bound(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.Assign(targets=targets):
            return [target.id for target in targets if isinstance(target, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
    return []


def is_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        called = value.func
        return isinstance(called, ast.Name) and called.id in MUTABLE_TYPES
    return isinstance(value, MUTABLE_DISPLAYS)


def mutables(path: Path) -> dict[str, int]:
    """Return name and line of each mutable value bound at module level."""
    return {
        name: statement.lineno
        for statement in tree(path).body
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and is_mutable(statement.value)
        for name in names_bound(statement)
    }


def names_changed(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and name of each statement that changes a value in place."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                yield node.lineno, name
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr)):
                if attr in MUTATORS:
                    yield node.lineno, name
            case ast.AugAssign(target=ast.Name(id=name)):
                yield node.lineno, name


def test_every_unit_has_a_row() -> None:
    assert {unit(path) for path in MODULES} <= ROW.keys()


@every_module
def test_imports_go_down_only(path: Path) -> None:
    own = unit(path)
    wrong = [
        f"line {line}: {own} (row {ROW[own]}) imports {target} (row {ROW[target]})"
        for line, target in imported_units(path)
        if target != own and ROW[target] >= ROW[own] and {own, target} != {"cli", "__main__"}
    ]
    assert not wrong


@every_module
def test_imports_are_absolute(path: Path) -> None:
    relative = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert not relative


@every_module
def test_only_the_console_prints(path: Path) -> None:
    if path == PRINTER:
        return
    lines = [
        node.lineno
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.Name) and node.id == "print")
        or (isinstance(node, ast.Attribute) and node.attr in {"stdout", "stderr"})
    ]
    assert not lines


@every_module
def test_modules_hold_no_state(path: Path) -> None:
    constants = mutables(path)
    lower = [f"line {line}: {name}" for name, line in constants.items() if not name.isupper()]
    changed = [f"line {line}: {name}" for line, name in names_changed(path) if name in constants]
    rebound = [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Global)]
    assert (lower, changed, rebound) == ([], [], [])


@every_module
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300


@every_module
def test_functions_are_short(path: Path) -> None:
    long = [
        f"{node.name}: {length} lines"
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > 50
    ]
    assert not long


@every_module
def test_names_say_what_a_module_is(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


@pytest.mark.parametrize("path", PACKAGES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_packages_open_with_a_docstring_and_nothing_else(path: Path) -> None:
    assert ast.get_docstring(tree(path))
    assert len(tree(path).body) == 1
