from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curate.discovery import discover
from generator.curate.topic_model import topics_by_model
from generator.curate.topic_state import read_state, state_text
from generator.errors import Severity
from tests.curate.themes import themed_papers

PATH = PurePosixPath(".florilegium/topics.json")


def good() -> dict[str, Any]:
    return {
        "version": 1,
        "topics": [{"slug": "maps", "name": "Maps", "centre": {"map": 1.0}}],
        "rarity": {"map": 2.0},
    }


def test_what_was_written_reads_back_the_same_and_places_papers_the_same() -> None:
    papers = themed_papers()
    model = discover(papers)
    assert model is not None
    again, problems = read_state(state_text(model), PATH)
    assert again is not None
    assert (again, problems) == (model, ())
    assert topics_by_model(papers, again, 3) == topics_by_model(papers, model, 3)


def test_every_topic_stands_on_a_line_of_its_own() -> None:
    model = discover(themed_papers())
    assert model is not None
    lines = state_text(model).splitlines()
    assert sum('"slug"' in line for line in lines) == len(model.topics)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"version": None},
        {"topics": []},
        {"topics": {}},
        {"topics": ["maps"]},
        {"topics": [{"slug": "Not A Slug", "centre": {}}]},
        {"topics": [{"slug": "../up", "centre": {}}]},
        {"topics": [{"slug": 7, "centre": {}}]},
        {"topics": [{"slug": "maps", "centre": {"map": "heavy"}}]},
        {"topics": [{"slug": "maps", "centre": {"map": True}}]},
        {"topics": [{"slug": "maps", "centre": {"map": float("inf")}}]},
        {"topics": [{"slug": "maps", "centre": []}]},
        {"topics": [{"slug": "maps", "centre": {}}] * 2},
        {"rarity": None},
        {"rarity": {"map": None}},
    ],
)
def test_a_state_of_the_wrong_form_is_reported_and_not_used(change: dict[str, Any]) -> None:
    model, (problem,) = read_state(json.dumps({**good(), **change}), PATH)
    assert model is None
    assert (problem.code, problem.severity) == ("U087", Severity.WARNING)
    assert problem.location is not None
    assert problem.location.path == PATH


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000])
def test_a_damaged_file_is_reported(text: str) -> None:
    model, (problem,) = read_state(text, PATH)
    assert (model, problem.code) == (None, "U087")


def test_an_unknown_parent_is_dropped() -> None:
    state = good()
    state["topics"][0]["parent"] = "seas"
    model, _ = read_state(json.dumps(state), PATH)
    assert model is not None
    assert model.topics[0].parent == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@given(JSON, JSON)
@settings(max_examples=60, deadline=None)
def test_no_json_raises(topics: object, rarity: object) -> None:
    text = json.dumps({"version": 1, "topics": [{"slug": "a", "centre": topics}], "rarity": rarity})
    model, problems = read_state(text, PATH)
    assert (model is None) == bool(problems)
