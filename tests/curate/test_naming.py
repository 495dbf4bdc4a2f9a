from __future__ import annotations

import pytest

from generator.curate.coined import marked_words
from generator.curate.naming import named_places


def names(abstract: str) -> list[str]:
    return [place.name for place in named_places(abstract, tuple(marked_words(abstract)))]


@pytest.mark.parametrize(
    "abstract",
    [
        "We present OtterMap, which draws rivers.",
        "In this work we\nintroduce the OtterMap framework.",
        "A map of rivers, so-called OtterMap, is drawn.",
        "We draw rivers with a method, namely OtterMap.",
        "Our new drawing model OtterMap is small.",
        "OtterMap is a model of rivers.",
        "Rivers wind. OtterMap is the first map of them.",
        "We propose \\textbf{OtterMap}, a model.",
        "To this end, rivers are measured and we put forward OtterMap, a model.",
        "We propose a tiny reader of rivers and maps, namely OtterMap.",
        "We introduce a fast, small river reader OtterMap to help otters.",
        "We propose a reader of maps for otters (OtterMap), which is small.",
        "A map of rivers (OtterMap) is proposed.",
        "Rivers are drawn by OtterMap, a very novel reader.",
        "Our OtterMap draws rivers.",
        "Our small reader model OtterMap draws rivers.",
        "It draws rivers, thus we call it OtterMap.",
        "Rivers are our aim: we unveil OtterMap, a map.",
        "We fill this gap by proposing OtterMap (a map of rivers).",
        "Hence, we propose with OtterMap a reader of rivers.",
        "We address the winding of rivers with OtterMap, a reader.",
        "We measure rivers to build $\\textbf{OtterMap}$, a map.",
        "We propose the OtterMap convolutional river network.",
        "We present a small and quick river map framework OtterMap to help otters.",
        "A small reader of rivers, OtterMap, is presented.",
        "A map reading (OtterMap) framework is introduced.",
        "Rivers are drawn by our small method (OtterMap).",
        "The resulting OtterMap draws rivers.",
    ],
)
def test_phrases_of_naming_are_found(abstract: str) -> None:
    assert names(abstract) == ["OtterMap"]


@pytest.mark.parametrize(
    "abstract",
    [
        "Others compare rivers with OtterMap, which is older.",
        "We present Rivers, which wind.",
        "Lakes of OtterMap is a mere place.",
        "We propose an OtterMap-based reader.",
        "Rivers of four data sets, namely OtterMap and MapOtter.",
        "A map of rivers (OtterMap) was drawn by others.",
        "OtterMap is introduced by others.",
        "Rivers that our otters know (OtterMap) wind.",
    ],
)
def test_other_words_are_no_names(abstract: str) -> None:
    assert names(abstract) == []


def test_one_phrase_does_not_hide_the_next() -> None:
    assert names("We introduce the map model OtterMap, and the method MapOtter.") == [
        *("OtterMap", "MapOtter"),
    ]


def test_places_are_exact() -> None:
    abstract = "Rivers wind. We present “OtterMap”, a map."
    (place,) = named_places(abstract, tuple(marked_words(abstract)))
    assert abstract[place.start :].startswith("OtterMap”")
