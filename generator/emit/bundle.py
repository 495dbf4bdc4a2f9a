"""Several of our ES modules as one file, without comments and with short names: one request.

All modules share one scope, so that imports and exports cost nothing. One whose names another has
too keeps them to itself, in a function that returns what it exports.

Not a JavaScript parser: it knows the forms of import and export that this repository uses, and
leaves a script as it is when it meets any other, for example in a theme's own file.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set

from generator.emit.script_text import squeezed, uncommented
from generator.emit.short_names import shortened

_IMPORT = re.compile(
    r'^import\s+(?:\{(?P<names>[^}]*)\}\s+from\s+)?"(?P<path>\.{1,2}/[^"]+)";\n', re.MULTILINE
)
_PASS_ON = re.compile(
    r'^export \{(?P<names>[^}]*)\} from "(?P<path>\.{1,2}/[^"]+)";\n', re.MULTILINE
)
_DECLARATION = r"(?:async )?(?:const|let|class|function\*?) "
_EXPORT = re.compile(rf"^export {_DECLARATION}(\w+)", re.MULTILINE)
_EXPORT_MARK = re.compile(rf"^export (?={_DECLARATION})", re.MULTILINE)
_DECLARED = re.compile(rf"^(?:export )?{_DECLARATION}([\w{{[]+)", re.MULTILINE)
_STRANGE = re.compile(r"^(?:import\b(?!\()|export\b)", re.MULTILINE)
_DYNAMIC = re.compile(r'\bimport\("(\.{1,2}/[^"]+)"\)')
_OWN_ADDRESS = "import.meta"
_VENDOR = "vendor/"
# Of a browser's window, which modules may mean that do not declare them.
_WINDOW = frozenset(
    {"close", "event", "find", "focus", "history", "length", "location", "name", "navigator"}
    | {"open", "origin", "parent", "print", "scroll", "self", "status", "stop", "top"}
)


class BundleError(Exception):
    """A module is written in a way that bundling does not know."""


def bundle(files: Mapping[str, bytes], entry: str, *, short_names: bool = True) -> bytes:
    """Return a script with all that it imports from the start; what it imports later stays apart.

    Args:
        files: Scripts by path.
        entry: The script's path. Addresses relative to a module mean its own folder, so modules
            elsewhere must not use them.
        short_names: Whether all of them are written in our style, which shortening relies on.

    Raises:
        BundleError: It cannot be done; the scripts work as they are.
    """
    modules: dict[str, str] = {}
    _collect(files, entry, modules)
    owners = Counter(name for text in modules.values() for name in _declared(text))
    if any(owners[name] > 1 for text in modules.values() for name in _EXPORT.findall(text)):
        raise BundleError(entry)
    parts = []
    for path, text in modules.items():
        plain = text if _is_vendored(path) else _unlinked(path, text, entry)
        shares = all(owners[n] == 1 and n not in _WINDOW and _is_name(n) for n in _declared(text))
        alone = _is_vendored(path) or not shares
        parts.append(_in_a_function(plain, _EXPORT.findall(text)) if alone else plain)
    if exported := ",".join(_exports(modules[entry])):
        parts.append(f"export {{{exported}}};\n")
    script = "".join(parts)
    is_ours = short_names and not any(map(_is_vendored, modules))
    return (shortened(script) if is_ours else script).encode()


def _collect(files: Mapping[str, bytes], path: str, modules: dict[str, str]) -> None:
    """Add a module after all that it needs; circles do not occur."""
    if path in modules:
        return
    if path not in files:
        raise BundleError(path)
    source = files[path].decode()
    text = source if _is_vendored(path) else uncommented(source)
    for found in (*_IMPORT.finditer(text), *_PASS_ON.finditer(text)):
        _collect(files, _resolved(path, found["path"]), modules)
    modules[path] = text


def _declared(text: str) -> Set[str]:
    """Return the names a module adds to its scope; with a bracket where it takes a value apart."""
    renamed = [_pair(name) for found in _IMPORT.finditer(text) for name in _listed(found["names"])]
    return {*_DECLARED.findall(text), *(own for name, own in renamed if own != name)}


def _exports(text: str) -> list[str]:
    """Return the names a module exports, its own and those it passes on."""
    passed = [name for found in _PASS_ON.finditer(text) for name in _listed(found["names"])]
    return [*_EXPORT.findall(text), *passed]


def _unlinked(path: str, text: str, entry: str) -> str:
    """Return a module without what links it to others, which are in its scope."""
    folder = posixpath.dirname(entry)

    def imported(found: re.Match[str]) -> str:
        pairs = [_pair(name) for name in _listed(found["names"])]
        return "".join(f"const {own} = {name};\n" for name, own in pairs if own != name)

    def imported_when_needed(found: re.Match[str]) -> str:
        return f'import("./{posixpath.relpath(_resolved(path, found[1]), folder)}")'

    text = _EXPORT_MARK.sub("", _IMPORT.sub(imported, _PASS_ON.sub("", text)))
    if _STRANGE.search(text) or (_OWN_ADDRESS in text and posixpath.dirname(path) != folder):
        raise BundleError(path)
    return squeezed(_DYNAMIC.sub(imported_when_needed, text))


def _in_a_function(text: str, exported: Iterable[str]) -> str:
    names = ",".join(exported)
    if not names:
        return f"(() => {{\n{text}}})();\n"
    return f"const {{{names}}}=(()=>{{{text}return {{{names}}}}})();\n"


def _is_name(declared: str) -> bool:
    return declared[0] not in "{["


def _is_vendored(path: str) -> bool:
    return path.startswith(_VENDOR)


def _resolved(path: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _listed(names: str | None) -> list[str]:
    return [name.strip() for name in (names or "").split(",") if name.strip()]


def _pair(name: str) -> tuple[str, str]:
    """Return a name's two sides: ``a as b`` is ``a`` elsewhere and ``b`` here."""
    before, _, after = name.partition(" as ")
    return before, after or before
