from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.slug import folded, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Otters: A Benchmark of River Maps", "otters-a-benchmark-of-river-maps"),
        ("  Crème brûlée & Łódź!  ", "creme-brulee-łodz"),
        ("../../etc/passwd", "etc-passwd"),
        ("snake_case.name", "snake-case-name"),
        ("水獺 maps", "水獺-maps"),
        ("ﬁne 𝐦𝐚𝐭𝐡", "fine-math"),
        ("用于河流地图的大语言模型", "用于河流地图的大语言模型"),
        ("خَرائطُ الأنهار", "خرائط-الأنهار"),
        ("हिन्दी में नदियाँ", "हिन्दी-में-नदियाँ"),
        ("แผนที่แม่น้ำ 1️⃣", "แผนที่แม่น้ํา-1"),
        ("Карта реки Ёж, ΧΆΡΤΗΣ", "карта-реки-еж-χαρτησ"),
        ("!?… 🦦", ""),
        ("", ""),
    ],
)
def test_a_slug_is_lower_case_words_with_hyphens(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_a_long_slug_ends_at_a_word() -> None:
    assert slugify("otters " * 40, limit=30) == "otters-otters-otters-otters"
    assert slugify("o" * 500, limit=30) == "o" * 30


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_every_slug_is_safe_as_a_folder_and_its_own_slug(text: str) -> None:
    slug = slugify(text)
    assert len(slug) <= 80
    assert len(slug.encode()) <= 200
    assert not set(slug) & set("./\\ :?#%\0\n")
    assert not slug.startswith("-")
    assert not slug.endswith("-")
    assert slugify(slug) == slug


def test_folding_forgets_case_accents_and_punctuation() -> None:
    assert folded("The Ötter's Map-Making") == folded("the otters map making")
    assert folded("Otter 1") != folded("Otter 2")


def test_no_slug_is_the_name_of_a_device_on_windows() -> None:
    assert [slugify(title) for title in ("Con", "LPT1", "Console")] == [
        "con-1",
        "lpt1-1",
        "console",
    ]
