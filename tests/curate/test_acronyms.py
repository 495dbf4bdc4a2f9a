from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curate.acronyms import find_acronyms


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("We draw River Otter Maps (ROM) now.", "ROM", "River Otter Maps"),
        ("We use River Otter Maps (ROMs) now.", "ROMs", "River Otter Maps"),
        ("We use the Map of the River (MoR).", "MoR", "Map of the River"),
        ("The Hidden Chain-of-Otters (HCoO) swims.", "HCoO", "Hidden Chain-of-Otters"),
        ("Otter Map Hypothesis (OM Hypothesis).", "OM", "Otter Map"),
        ("We use a Quick Transformer (QFormer).", "QFormer", "Quick Transformer"),
        ("a self-supervised swimming coach (S3C)", "S3C", "self-supervised swimming coach"),
        ("COntinual Decomposed Attention (CODA).", "CODA", "COntinual Decomposed Attention"),
    ],
)
def test_a_short_form_is_found_with_its_long_form(text: str, short: str, long: str) -> None:
    (found,) = find_acronyms(text)
    assert (found.short, found.long) == (short, long)


@pytest.mark.parametrize(
    "text",
    ["We swim (see Fig. 2).", "rivers (RIVERS)", "in Oslo (NO) we swim", "Otters (2021) swim (i)."],
)
def test_other_parentheses_explain_nothing(text: str) -> None:
    assert not [a for a in find_acronyms(text) if a.long not in text] + [
        a for a in find_acronyms(text) if a.short in {"NO", "2021", "i"}
    ]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="OtMap rv(),-2*\n", max_size=60))
def test_both_forms_stand_where_it_is_said(text: str) -> None:
    for found in find_acronyms(text):
        assert text[found.short_start : found.short_end] == found.short
        assert text[found.long_start : found.long_end] == found.long
