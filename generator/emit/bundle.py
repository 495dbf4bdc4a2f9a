"""Several of our ES modules as one file without comments: one request where there were a dozen.

Not a JavaScript parser: it knows the forms of import and export that this repository uses, and
leaves a script as it is when it meets any other, for example in a theme's own file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

_IMPORT = re.compile(
    r"^import\s+(?:(?:(?P<default>\w+)|\{(?P<names>[^}]*)\})\s+from\s+)?"
    r'"(?P<path>\.{1,2}/[^"]+)";\n',
    re.MULTILINE,
)
_PASS_ON = re.compile(
    r'^export \{(?P<names>[^}]*)\} from "(?P<path>\.{1,2}/[^"]+)";\n', re.MULTILINE
)
_EXPORT = re.compile(r"^export (?:async )?(?:const|let|class|function\*?) (\w+)", re.MULTILINE)
_EXPORT_MARK = re.compile(r"^export (?=(?:async )?(?:const|let|class|function))", re.MULTILINE)
_DEFAULT = re.compile(r"^export default (\w+);\n", re.MULTILINE)
_STRANGE = re.compile(r"^(?:import\b(?!\()|export\b)", re.MULTILINE)
_DYNAMIC = re.compile(r'\bimport\("(\.{1,2}/[^"]+)"\)')
_OWN_ADDRESS = "import.meta"
_VENDOR = "vendor/"

# Comments, and what may look like one and is none: strings, templates, regular expressions.
_PIECES = re.compile(
    r"""
      (?P<comment> /\*.*?\*/ | (?<!:)//[^\n]* )
    | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' | `(?:\\.|[^`\\])*`
    | (?<=[(,=:[!&|?{};\n])\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+/[a-z]*
    """,
    re.VERBOSE | re.DOTALL,
)


class BundleError(Exception):
    """A module is written in a way that bundling does not know."""


def bundle(files: Mapping[str, bytes], entry: str, *, inline: frozenset[str]) -> bytes:
    """Return a script with all that it imports.

    Args:
        files: Scripts by path.
        entry: The script's path. Addresses relative to a module mean its own folder, so modules
            elsewhere must not use them.
        inline: Paths of modules imported when needed that shall be part of it; others stay apart.

    Raises:
        BundleError: It cannot be done; the scripts work as they are.
    """
    modules: dict[str, str] = {}
    _collect(files, entry, inline, modules)
    names = {path: f"m{number}" for number, path in enumerate(modules)}
    folder = posixpath.dirname(entry)
    parts = [_wrapped(path, text, names, folder) for path, text in modules.items()]
    exported = ",".join(_EXPORT.findall(modules[entry]))
    if exported:
        parts.append(f"export const {{{exported}}} = {names[entry]};\n")
    return "".join(parts).encode()


def _collect(
    files: Mapping[str, bytes], path: str, inline: frozenset[str], modules: dict[str, str]
) -> None:
    """Add a module after all that it needs; circles do not occur."""
    if path in modules:
        return
    if path not in files:
        raise BundleError(path)
    source = files[path].decode()
    text = source if path.startswith(_VENDOR) else without_comments(source)
    needed = [found["path"] for found in (*_IMPORT.finditer(text), *_PASS_ON.finditer(text))]
    for target in (*needed, *_DYNAMIC.findall(text)):
        other = _resolved(path, target)
        if target in needed or other in inline:
            _collect(files, other, inline, modules)
    modules[path] = text


def _wrapped(path: str, text: str, names: Mapping[str, str], folder: str) -> str:
    """Return a module as a function that returns what it exports."""
    if not path.startswith(_VENDOR):
        text = _unlinked(path, text, names, folder)
    return f"const {names[path]} = (() => {{\n{text}}})();\n"


def _unlinked(path: str, text: str, names: Mapping[str, str], folder: str) -> str:
    """Return a module with its imports taken from other modules' values, its exports returned."""
    exported = {name: name for name in _EXPORT.findall(text)}
    if default := _DEFAULT.search(text):
        exported["default"] = default[1]
    for found in _PASS_ON.finditer(text):
        module = names[_resolved(path, found["path"])]
        exported |= {name: f"{module}.{name}" for name in _listed(found["names"])}

    def imported(found: re.Match[str]) -> str:
        module = names[_resolved(path, found["path"])]
        if found["default"]:
            return f"const {found['default']} = {module}.default;\n"
        return f"const {{{_renamed(found['names'])}}} = {module};\n" if found["names"] else ""

    def imported_when_needed(found: re.Match[str]) -> str:
        target = _resolved(path, found[1])
        if target in names:
            return f"Promise.resolve({names[target]})"
        return f'import("./{posixpath.relpath(target, folder)}")'

    text = _IMPORT.sub(imported, _DEFAULT.sub("", _PASS_ON.sub("", text)))
    text = _EXPORT_MARK.sub("", text)
    if _STRANGE.search(text) or (_OWN_ADDRESS in text and posixpath.dirname(path) != folder):
        raise BundleError(path)
    returned = ",".join(f"{name}:{value}" for name, value in exported.items())
    return f"{_DYNAMIC.sub(imported_when_needed, text)}return {{{returned}}};\n"


def without_comments(source: str) -> str:
    """Return one of our scripts without comments, indentation and empty lines."""
    lines = "".join(_uncommented(source)).split("\n")
    return "".join(f"{line.strip()}\n" for line in lines if line.strip())


def _uncommented(source: str) -> Iterator[str]:
    done = 0
    for found in _PIECES.finditer(source):
        yield source[done : found.start()]
        yield " " if found["comment"] else found[0]
        done = found.end()
    yield source[done:]


def _resolved(path: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _renamed(names: str) -> str:
    return ",".join(name.replace(" as ", ":") for name in _listed(names))
