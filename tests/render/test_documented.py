"""docs/templates.md names every block, macro, filter, page, partial and field there is."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from generator.plan import contexts
from generator.render.filters import shipped_filters
from generator.resources import shipped
from tests.factories import make_config

DOCUMENT = Path(__file__).parents[2] / "docs" / "templates.md"


def documented() -> set[str]:
    """Return every word that stands in code marks within a line."""
    text = re.sub(r"^```.*?^```$", "", DOCUMENT.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    marked = re.findall(r"`([^`\n]+)`", text)
    return {word for text in marked for word in re.findall(r"[\w.-]+", text)}


def in_templates(pattern: str) -> set[str]:
    files = shipped("templates").rglob("*.html")
    return {name for file in files for name in re.findall(pattern, file.read_text("utf-8"))}


def test_every_field_is_documented() -> None:
    records = [r for r in vars(contexts).values() if dataclasses.is_dataclass(r)]
    fields = {field.name for record in records for field in dataclasses.fields(record)}
    assert fields - documented() == set()


def test_every_block_macro_and_filter_is_documented() -> None:
    assert in_templates(r"{% block (\w+)") - documented() == set()
    assert in_templates(r"{% macro (\w+)") - documented() == set()
    assert set(shipped_filters(make_config())) - documented() == set()


def test_every_page_and_partial_is_documented() -> None:
    names = {path.name for path in shipped("templates").glob("p*/*")}
    assert names - documented() == set()
