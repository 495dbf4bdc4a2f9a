"""Every rule of the query language; tests/js/search-language.test.js holds JavaScript to them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.emit.synonym_stems import read_synonyms
from generator.search.backend import Backend
from generator.search.engine import search
from tests.emit.search_papers import hard_corpus, search_files, whole_of

RULES = json.loads(
    (Path(__file__).parents[1] / "js/fixtures/language.json").read_text(encoding="utf-8")
)
SYNONYMS = read_synonyms([["LLM", "otter transformer"]])


@pytest.fixture(scope="module")
def backend() -> Backend:
    return whole_of(search_files(hard_corpus()))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule['rule']}: {rule['typed']}")
def test_a_query_is_read_by_the_rules(backend: Backend, rule: dict[str, Any]) -> None:
    answer = search(backend, SYNONYMS, rule["typed"])
    records = backend.records([hit.paper for hit in answer.hits])
    titles = [record["title"] for record in records]
    if "first" in rule:
        assert titles[0].startswith(rule["first"])
    assert len(titles) == rule.get("found", len(titles))
    assert all(any(t.startswith(one) for t in titles) for one in rule.get("has", ()))
    assert not any(t.startswith(one) for t in titles for one in rule.get("lacks", ()))
    assert list(answer.corrections.values()) == rule.get("used", [])
    assert answer.plainly == rule.get("plainly", False)
