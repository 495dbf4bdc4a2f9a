"""From site.toml to a ``Config``; every fault of the file is found in one go."""

from __future__ import annotations

import dataclasses
import datetime
import re
import tomllib
import types
import typing
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any

from generator.config.language import known_languages, read_language
from generator.config.related import RelatedConfig
from generator.config.schema import Config
from generator.config.site import SiteConfig
from generator.config.suggest import did_you_mean
from generator.config.toml_lines import TomlLines
from generator.errors import ConfigError, Diagnostic, Severity, SourceLocation
from generator.language.language import Language
from generator.model.dates import PartialDate

_DEFAULT_NAME = "site.toml"
_NOT_IN_FILE = frozenset({"root", "today", "drafts", "language"})
_SYNTAX_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_TYPE_NAMES = {
    str: "text in quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    datetime.date: "a date such as 2025-03-11",
    PartialDate: 'a date such as 2025-03-11, or text such as "2025-03"',
    tuple: "a list of texts",
    dict: "a table of texts",
}


def load_config(
    path: Path | None,
    *,
    today: datetime.date,
    base_url: str | None = None,
    output: str | None = None,
    drafts: bool = False,
) -> Config:
    """Return the settings of a build.

    Args:
        path: A settings file, or a project's folder; None: the current folder. A folder without
            ``site.toml`` gets the defaults.
        today: See ``Config.today``.
        base_url: Overrides ``[site] base_url``.
        output: Overrides ``[build] output``.
        drafts: See ``Config.drafts``.

    Raises:
        ConfigError: With one diagnostic for every unknown name, wrong type and value out of range;
            or the named file does not exist or is no TOML.
    """
    folder = path if path is not None else Path.cwd()
    file = folder / _DEFAULT_NAME if folder.is_dir() else folder
    text = "" if folder.is_dir() and not file.exists() else _read(file)
    loader = _Loader(file, text)
    tables = loader.tables()
    _override(tables, "site", "base_url", base_url)
    _override(tables, "build", "output", output)
    values = loader.records(tables)
    root = file.resolve().parent
    loader.check_model(values.get("related"), root)
    language = loader.language(values.get("site", SiteConfig()), root)
    if loader.problems:
        raise ConfigError(*sorted(loader.problems, key=lambda problem: problem.sort_key))
    config = Config(root=root, today=today, drafts=drafts, language=language, **values)
    return dataclasses.replace(config, site=_with_slash(config.site))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason, hint = error.strerror or str(error), "give the path of a settings file"
        message = f"{file} cannot be read: {reason}"
    except UnicodeDecodeError:
        message, hint = f"{file} is not UTF-8 text", "save it as UTF-8"
    raise ConfigError(Diagnostic(code="C006", severity=Severity.ERROR, message=message, hint=hint))


def _override(tables: dict[str, Any], table: str, key: str, value: str | None) -> None:
    if value is not None and isinstance(tables.setdefault(table, {}), dict):
        tables[table][key] = value


def _with_slash(site: SiteConfig) -> SiteConfig:
    if not site.base_url or site.base_url.endswith("/"):
        return site
    return dataclasses.replace(site, base_url=f"{site.base_url}/")


class _Loader:
    """Turns the tables of one file into records, gathering what is wrong with them."""

    def __init__(self, file: Path, text: str) -> None:
        self._path = PurePosixPath(file.name)
        self._text = text
        self._lines = TomlLines(text)
        self.problems: list[Diagnostic] = []

    def tables(self) -> dict[str, Any]:
        """Return the parsed file; empty, with a problem noted, when it is no TOML."""
        try:
            return tomllib.loads(self._text)
        except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
            match = _SYNTAX_LINE.search(str(error))
            line = int(match[1]) if match else None
            message = _SYNTAX_LINE.sub("", str(error)).strip().rstrip(".") or "nested too deeply"
            self._note("C001", f"not valid TOML: {message[:1].lower()}{message[1:]}", line)
            return {}

    def records(self, tables: dict[str, Any]) -> dict[str, Any]:
        """Return the records of ``Config`` by name; what is wrong is left out."""
        types_by_name = typing.get_type_hints(Config)
        known = {name: kind for name, kind in types_by_name.items() if name not in _NOT_IN_FILE}
        values: dict[str, Any] = {}
        for name, value in tables.items():
            if name not in known:
                self._unknown_table(name, value, known)
            elif typing.get_origin(known[name]) is tuple:
                values[name] = self._array(name, value, typing.get_args(known[name])[0])
            elif typing.get_origin(known[name]) is dict:
                values[name] = self._texts(name, value, known[name])
            elif isinstance(value, dict):
                values[name] = self._record(name, 0, value, known[name])
            else:
                self._note(
                    "C004",
                    f"{name} must be a table",
                    self._lines.table(name),
                    f"write [{name}] on a line of its own, and its keys below",
                )
        return values

    def check_model(self, related: RelatedConfig | None, root: Path) -> None:
        """Note a model that is not there, or that no installed package can read."""
        if related is None or not related.model:
            return
        line = self._lines.key("related", 0, "model")
        if not (root / related.model).is_dir():
            message = f"model in [related] names no folder: {related.model!r}"
            self._note("C011", message, line, "give the folder of a model, relative to the project")
        elif find_spec("model2vec") is None:
            message = "model in [related] needs the package model2vec, which is not installed"
            self._note("C011", message, line, "pip install 'florilegium[embeddings]'")

    def language(self, site: SiteConfig, root: Path) -> Language:
        """Return the language of the interface; one without a catalogue is noted."""
        language, problems = read_language(site.language, root)
        self.problems += problems
        if language is None:
            known = ", ".join(known_languages(root))
            self._note(
                "C005",
                f"[site] language has no catalogue for {site.language!r}; known are {known}",
                self._lines.key("site", 0, "language"),
                "take one of these, or add one: docs/languages.md tells how",
            )
        return language or Language()

    def _unknown_table(self, name: str, value: object, known: dict[str, Any]) -> None:
        if isinstance(value, dict | list):
            line = self._lines.table(name)
            self._note("C002", f"unknown table [{name}]", line, did_you_mean(name, known))
        else:
            message = f"the key {name!r} stands in no table"
            self._note("C003", message, self._lines.table(name), "move it under [site]")

    def _array(self, name: str, value: object, kind: type) -> tuple[Any, ...]:
        if isinstance(value, dict):
            hint = f"write [[{name}]] with two brackets"
            self._note("C004", f"{name} is a list of tables", self._lines.table(name), hint)
            return ()
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            line = self._lines.table(name)
            self._note("C004", f"{name} must be a list of tables", line, f"write [[{name}]]")
            return ()
        return tuple(self._record(name, place, entry, kind) for place, entry in enumerate(value))

    def _texts(self, name: str, value: object, kind: Any) -> object:
        texts = _converted(value, kind)
        if texts is None:
            hint = f'write [{name}], and below it lines such as "this" = "that"'
            self._note("C004", f"{name} must be {_wanted(kind)}", self._lines.table(name), hint)
        return texts or {}

    def _record(self, table: str, place: int, entries: dict[str, Any], kind: type) -> Any:
        hints = typing.get_type_hints(kind)
        title = self._lines.title(table)
        values: dict[str, Any] = {}
        for key, value in entries.items():
            line = self._lines.key(table, place, key)
            if key not in hints:
                message = f"{title} has no key {key!r}"
                self._note("C003", message, line, did_you_mean(key, hints))
                continue
            record = _listed_record(hints[key])
            converted = (
                self._array(f"{table}.{key}", value, record)
                if record
                else _converted(value, hints[key])
            )
            if converted is None:
                wanted = _wanted(hints[key])
                message = f"{key} in {title} must be {wanted}, not {_shown(value)}"
                self._note("C004", message, line)
            elif self._allowed(kind, table, key, converted, line):
                values[key] = converted
        return kind(**values)

    def _allowed(self, kind: type, table: str, key: str, value: object, line: int | None) -> bool:
        """Tell whether the record takes the value: each key is tried alone, to find every fault."""
        try:
            kind(**{key: value})
        except ValueError as error:
            self._note("C005", f"{self._lines.title(table)} {error}", line)
            return False
        return True

    def _note(self, code: str, message: str, line: int | None, hint: str = "") -> None:
        self.problems.append(
            Diagnostic(
                code=code,
                severity=Severity.ERROR,
                message=message,
                location=SourceLocation(self._path, line),
                hint=hint,
            )
        )


def _listed_record(kind: Any) -> type | None:
    """Return the record that a list of tables is made of; None for anything else."""
    arguments = typing.get_args(kind)
    is_list = typing.get_origin(kind) is tuple and dataclasses.is_dataclass(arguments[0])
    return typing.cast("type", arguments[0]) if is_list else None


def _converted(value: object, kind: Any) -> object:
    """Return the value as the record wants it, or None when it has the wrong type."""
    if typing.get_origin(kind) in {typing.Union, types.UnionType}:
        kind = next(option for option in typing.get_args(kind) if option is not type(None))
    if typing.get_origin(kind) is tuple:
        texts = isinstance(value, list) and all(isinstance(entry, str) for entry in value)
        return tuple(typing.cast("list[str]", value)) if texts else None
    if typing.get_origin(kind) is dict:
        texts = isinstance(value, dict) and all(isinstance(entry, str) for entry in value.values())
        return value if texts else None
    if kind is float and type(value) is int:
        return float(value)
    if kind is PartialDate:
        return _partial_date(value)
    # Exact types: true is an int to Python, and a date with a time is a date.
    return value if type(value) is kind else None


def _partial_date(value: object) -> PartialDate | None:
    if type(value) is datetime.date:
        return PartialDate.from_date(value)
    try:
        return PartialDate.parse(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _wanted(kind: Any) -> str:
    for option in (kind, typing.get_origin(kind), *typing.get_args(kind)):
        if option in _TYPE_NAMES:
            return _TYPE_NAMES[option]
    return "something else"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, str) else str(value)
