from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sources.json_head import json_head
from tests.sources.seeds import make_seed


@pytest.mark.parametrize(
    ("text", "outer", "record"),
    [
        ('[{"a": 1}, {"b"', {}, {"a": 1}),
        ('[null, null, {"a": 1}]', {}, {"a": 1}),
        ('{"n": 2, "data": [{"a": 1}, {"b"', {"n": 2, "data": []}, {"a": 1}),
        ('{"message": {"items": [{"a": 1}]}}', {"message": {"items": []}}, {"a": 1}),
        ('{"message": {"a": 1}}', {"message": {"a": 1}}, {"a": 1}),
        ('{"a": 1, "b": [1', {"a": 1}, {"a": 1}),
        ('{"a": 1}\n{"b": 2}', {"a": 1}, {"a": 1}),
        ('{"items": ["x"], "a": 1}', {"items": ["x"], "a": 1}, {"items": ["x"], "a": 1}),
        ("[1, 2]", {}, {}),
        ("", {}, {}),
        ("<xml>", {}, {}),
    ],
)
def test_the_beginning_tells_what_the_file_holds(text: str, outer: object, record: object) -> None:
    head = json_head(make_seed(text))
    assert (head.outer, head.record) == (outer, record)


def test_of_a_very_long_list_the_first_object_tells() -> None:
    text = '{"entries": [' + ", ".join(['{"title": "Otters"}'] * 60_000) + "]}"
    assert json_head(make_seed(text)).outer == {"entries": [{"title": "Otters"}]}


def test_deep_nesting_is_survived() -> None:
    for opening in ("[", '{"data":[', '{"message":'):
        json_head(make_seed(opening * 50_000))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='[]{}",:1a \n', max_size=40))
def test_any_text_has_a_head(text: str) -> None:
    json_head(make_seed(text))
