"""Catalogues of phrases: one TOML file for each language, all with the keys of the English one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.language.language import Language, Phrase
from generator.language.plurals import PluralRule
from generator.resources import shipped

ENGLISH = "en"
PLURALS = "plurals"
THEME = "theme"
"""A table of phrases that a site's own templates use; its keys are free."""

_OTHER_SCRIPTS = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
"""Tags that the shipped catalogue of their first part does not serve."""


def shipped_tags() -> tuple[str, ...]:
    """Return the tags of the shipped catalogues."""
    return tuple(sorted(file.stem for file in shipped("locales").glob("*.toml")))


def shipped_tag(tag: str) -> str:
    """Return the tag of the catalogue that serves a language, as ``de`` serves ``de-AT``.

    Empty when none does.
    """
    name = tag.lower()
    if name.startswith(_OTHER_SCRIPTS):
        return ""
    known = shipped_tags()
    return next((short for short in (name, name.partition("-")[0]) if short in known), "")


@cache
def shipped_tables(tag: str) -> Mapping[str, Any]:
    """Return a shipped catalogue as it is written."""
    text = shipped("locales").joinpath(f"{tag}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def phrases_in(tables: Mapping[str, Any]) -> dict[str, Phrase]:
    """Return the phrases of a catalogue by table and key, without its plural rules."""
    return {
        f"{table}.{key}": phrase
        for table, entries in tables.items()
        if table != PLURALS
        for key, phrase in entries.items()
    }


def make_language(tag: str, *catalogues: Mapping[str, Any]) -> Language:
    """Return a language whose phrases stand in the first catalogue that has them, else English.

    Args:
        tag: BCP 47.
        catalogues: Tables as TOML gives them, already checked (``faults``).
    """
    english = phrases_in(shipped_tables(ENGLISH))
    own: dict[str, Phrase] = {}
    for tables in reversed(catalogues):
        own |= phrases_in(tables)
    rules: Mapping[str, str] = next(
        (tables[PLURALS] for tables in catalogues if PLURALS in tables), {}
    )
    return Language(
        tag=tag,
        phrases={**english, **own},
        plurals={form: PluralRule.parse(rule) for form, rule in rules.items()},
        missing=tuple(sorted(key for key in english if key not in own)),
    )


@cache
def english() -> Language:
    """Return the interface in English."""
    return make_language(ENGLISH, shipped_tables(ENGLISH))
