from __future__ import annotations

from generator.curate.title_words import TitleWords
from generator.text.tokens import words


def shared(title: str, text: str, rarity: dict[str, int] | None = None) -> dict[str, float]:
    return TitleWords.of(title, rarity or {}).shared(words(text))


def test_singular_and_plural_are_one_word() -> None:
    assert shared("River Maps", "a map of many rivers")["title_found"] == 1.0
    assert shared("The river map", "maps")["title_found"] == 1 / 3


def test_common_words_count_less() -> None:
    common, rare = shared("The Otter", "the bend", {"the": 10}), shared("The Otter", "otter", {})
    assert 0 < common["title_found"] < rare["title_found"] < 1


def test_words_side_by_side_count_as_a_pair() -> None:
    assert "title_pairs" not in shared("River Otter Maps", "maps of the otter")
    assert shared("River Otter Maps", "a river otter swims")["title_pairs"] == 0.5


def test_the_name_stands_before_the_colon() -> None:
    assert TitleWords.of("OtterMap: Drawing Rivers", {}).name == "OtterMap"
    assert TitleWords.of("Drawing Rivers", {}).name == ""


def test_nothing_is_shared_with_a_title_without_words() -> None:
    assert shared("!", "an otter") == {}
