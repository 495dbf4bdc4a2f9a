"""The language of the interface: a shipped catalogue, and the site's own phrases over it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from generator.config.site import SiteConfig
from generator.config.suggest import did_you_mean
from generator.config.toml_lines import TomlLines
from generator.errors import Diagnostic, Severity, SourceLocation
from generator.language.catalogue import (
    ENGLISH,
    PLURALS,
    THEME,
    phrases_in,
    shipped_tables,
    shipped_tag,
    shipped_tags,
)
from generator.language.faults import fault
from generator.language.language import Language
from generator.language.plurals import FORMS, PluralRule

FOLDER = "locales"
"""Beside the settings file: ``<tag>.toml`` holds the site's own phrases of a language."""


def known_languages(root: Path) -> tuple[str, ...]:
    """Return the tags of all catalogues, shipped and of the site."""
    own = (file.stem for file in (root / FOLDER).glob("*.toml"))
    return tuple(sorted({*shipped_tags(), *own}))


def read_language(tag: str, root: Path) -> tuple[Language | None, tuple[Diagnostic, ...]]:
    """Return a language, and what is wrong with the site's own phrases.

    None when there is no catalogue of it.

    Args:
        tag: BCP 47, checked by ``SiteConfig``.
        root: The project's folder.
    """
    shipped = shipped_tag(tag)
    file = root / FOLDER / f"{tag}.toml"
    if not file.is_file():
        return (Language(tag=tag, shipped=shipped) if shipped else None), ()
    own, problems = _own_catalogue(file)
    return Language(tag=tag, shipped=shipped, own=own), problems


def paper_attributes(site: SiteConfig, language: Language) -> dict[str, str]:
    """Return the attributes of elements that hold text of papers; none on most sites.

    In another language than the interface, or beside a script from right to left, each text goes
    in the direction of its own first letter.
    """
    is_foreign = bool(site.papers_language) and site.papers_language != language.tag
    attributes = {"lang": site.papers_language} if is_foreign else {}
    if is_foreign or language.direction == "rtl":
        attributes["dir"] = "auto"
    return attributes


def gaps(language: Language) -> tuple[Diagnostic, ...]:
    """Return a warning about the phrases for which English stands in."""
    missing = language.catalogue.missing
    if not missing:
        return ()
    named = ", ".join(missing[:5]) + (", …" if len(missing) > 5 else "")
    return (
        Diagnostic(
            code="C014",
            severity=Severity.WARNING,
            message=f"{len(missing)} phrases are missing in {language.tag!r}: {named}",
            location=SourceLocation(PurePosixPath(FOLDER) / f"{language.tag}.toml", None),
            hint="English stands in their place; generator/locales/en.toml has all of them",
        ),
    )


def _own_catalogue(file: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a site's own catalogue, empty where something is wrong with it, and what is."""
    path = PurePosixPath(FOLDER) / file.name
    try:
        text = file.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        return "", (_fault(path, None, f"cannot be read: {error}", "write UTF-8 text, as TOML"),)
    problems = tuple(_problems(path, TomlLines(text), tables))
    return ("" if problems else text), problems


def _problems(
    path: PurePosixPath, lines: TomlLines, tables: dict[str, Any]
) -> Iterator[Diagnostic]:
    english = shipped_tables(ENGLISH)
    known = phrases_in(english)
    for table, entries in tables.items():
        if not isinstance(entries, dict) or table not in (*english, THEME):
            hint = did_you_mean(table, (*english, THEME))
            yield _fault(path, lines.table(table), f"has no table [{table}]", hint)
            continue
        for key, value in entries.items():
            name, line = f"{table}.{key}", lines.key(table, 0, key)
            if table == PLURALS:
                if wrong := _rule_fault(key, value):
                    yield _fault(path, line, wrong, "docs/languages.md explains plural rules")
            elif name not in known and table != THEME:
                hint = did_you_mean(key, english[table])
                yield _fault(path, line, f"[{table}] has no key {key!r}", hint)
            elif wrong := fault(name, value):
                yield _fault(
                    path, line, f"{key} in [{table}] {wrong}", f"English has: {known.get(name)}"
                )


def _rule_fault(form: str, rule: object) -> str:
    if form not in FORMS or not isinstance(rule, str):
        return f"[{PLURALS}] has rules for {', '.join(FORMS)}, not for {form!r}"
    try:
        PluralRule.parse(rule)
    except ValueError as error:
        return str(error)
    return ""


def _fault(path: PurePosixPath, line: int | None, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code="C013",
        severity=Severity.ERROR,
        message=f"the catalogue: {message}" if message.startswith(("cannot", "has")) else message,
        location=SourceLocation(path, line),
        hint=hint,
    )
