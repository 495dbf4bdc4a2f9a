from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cache import as_json
from generator.model.enrichment import Enrichment
from generator.model.paper import Paper
from generator.packing import packed, unpacker


@settings(max_examples=50)
@given(st.builds(Enrichment))
def test_what_is_derived_survives_packing(enrichment: Enrichment) -> None:
    assert unpacker(Enrichment)(json.loads(as_json(packed(enrichment)))) == enrichment


def test_a_field_that_cannot_be_packed_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="cannot be packed"):
        unpacker(Paper)  # its locations hold paths


def test_a_row_of_another_record_is_refused() -> None:
    @dataclass(frozen=True)
    class Pair:
        left: int
        right: str | None

    assert unpacker(Pair)([1, None]) == Pair(1, None)
    with pytest.raises(ValueError, match="zip"):
        unpacker(Pair)([1])
