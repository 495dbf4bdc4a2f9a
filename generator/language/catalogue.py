"""Catalogues of phrases: one TOML file for each language, all with the keys of the English one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.language.plurals import PluralRule
from generator.resources import shipped

Phrase = str | dict[str, str] | list[str]
"""A text; its texts by plural form; or the names of months or weekdays."""

ENGLISH = "en"
PLURALS = "plurals"
THEME = "theme"
"""A table of phrases that a site's own templates use; its keys are free."""

_OTHER_SCRIPTS = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
"""Tags that the shipped catalogue of their first part does not serve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything the interface says in one language.

    Attributes:
        phrases: By table and key, for example ``home.latest``.
        plurals: When each plural form is used; what no rule takes is ``other``.
        missing: Keys that the language lacks; English stands in their place.
    """

    phrases: Mapping[str, Phrase]
    plurals: Mapping[str, PluralRule]
    missing: tuple[str, ...]


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
    """Return a shipped catalogue as it is written; the tag may be empty for none."""
    if not tag:
        return {}
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


@cache
def catalogue(tag: str, own: str) -> Catalogue:
    """Return a shipped catalogue with a site's own phrases over it, and English below.

    Args:
        tag: Of the shipped catalogue; empty for none.
        own: A catalogue as TOML, already checked (``faults``); empty for none.
    """
    english = phrases_in(shipped_tables(ENGLISH))
    tables = (shipped_tables(tag), tomllib.loads(own))
    said = phrases_in(tables[0]) | phrases_in(tables[1])
    rules: dict[str, str] = {**tables[0].get(PLURALS, {}), **tables[1].get(PLURALS, {})}
    return Catalogue(
        phrases={**english, **said},
        plurals={form: PluralRule.parse(rule) for form, rule in rules.items()},
        missing=tuple(sorted(key for key in english if key not in said)),
    )
