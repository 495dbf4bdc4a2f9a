"""Several of our ES modules as one file, without comments and with short names: one request.

All modules share one scope, so that imports and exports cost nothing. One whose names another has
too keeps them to itself, in a function that returns what it exports.

What such a script fetches later can be a part of it: a file that imports what both need from the
script itself, so that nothing is fetched twice.

Not a JavaScript parser: it knows the forms of import and export that this repository uses, and
leaves a script as it is when it meets any other, for example in a theme's own file.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set

from generator.emit.fewer_signs import tightened
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


def bundle(
    files: Mapping[str, bytes],
    entry: str,
    *,
    parts: Iterable[str] = (),
    whole: str = "",
    short_names: bool = True,
) -> bytes:
    """Return a script with all that it imports from the start; what it imports later stays apart.

    Args:
        files: Scripts by path.
        entry: The script's path. Addresses relative to a module mean its own folder, so modules
            elsewhere must not use them.
        parts: Scripts that are bundled as parts of this one, from the same folder.
        whole: The script that this one is a part of.
        short_names: Whether all of them are written in our style, which shortening relies on.

    Raises:
        BundleError: It cannot be done; the scripts work as they are.
    """
    modules = _modules(files, entry)
    lent = sorted({name for part in parts for name in _borrowed(_modules(files, part), modules)})
    theirs = _modules(files, whole) if whole else {}
    borrowed = sorted(_borrowed(modules, theirs))
    modules = {path: text for path, text in modules.items() if path not in theirs}
    owners = Counter(name for text in modules.values() for name in _declared(text))
    owners.update(borrowed)
    if any(owners[name] > 1 for text in modules.values() for name in _EXPORT.findall(text)):
        raise BundleError(entry)
    pieces = []
    if borrowed:
        pieces.append(f'import{{{",".join(borrowed)}}}from"./{posixpath.basename(whole)}";\n')
    for path, text in modules.items():
        plain = text if _is_vendored(path) else _unlinked(path, text, entry)
        shares = all(owners[n] == 1 and n not in _WINDOW and _is_name(n) for n in _declared(text))
        alone = _is_vendored(path) or not shares
        pieces.append(_in_a_function(plain, _EXPORT.findall(text)) if alone else plain)
    if exported := ",".join([*_exports(modules[entry]), *lent]):
        pieces.append(f"export {{{exported}}};\n")
    script = "".join(pieces)
    is_ours = short_names and not any(map(_is_vendored, modules))
    return (tightened(shortened(script)) if is_ours else script).encode()


def _modules(files: Mapping[str, bytes], entry: str) -> dict[str, str]:
    """Return the text of all modules that a script consists of, each after all that it needs."""
    modules: dict[str, str] = {}
    _collect(files, entry, modules)
    return modules


def _borrowed(modules: Mapping[str, str], theirs: Mapping[str, str]) -> Set[str]:
    """Return the names that modules import of those that another script holds."""
    return {
        _pair(name)[0]
        for path, text in modules.items()
        if path not in theirs
        for found in _links(text)
        if _resolved(path, found["path"]) in theirs
        for name in _listed(found["names"])
    }


def _links(text: str) -> Iterator[re.Match[str]]:
    """Yield where a module names another that it needs."""
    yield from _IMPORT.finditer(text)
    yield from _PASS_ON.finditer(text)


def _collect(files: Mapping[str, bytes], path: str, modules: dict[str, str]) -> None:
    """Add a module after all that it needs; circles do not occur."""
    if path in modules:
        return
    if path not in files:
        raise BundleError(path)
    source = files[path].decode()
    text = source if _is_vendored(path) else uncommented(source)
    for found in _links(text):
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
