from __future__ import annotations

import numpy as np
import pytest

from generator.curate.pack_choice import choices

AREAS = ["vision", "vision", "learning", "agents"]
UNKNOWN = [-np.inf] * 4


def choose(evidence: list[float], cosines: list[float], limit: int = 3) -> list[tuple[int, float]]:
    (choice,) = choices(np.array([evidence]), np.array([cosines]), AREAS, limit)
    return choice


def test_the_area_with_most_comes_before_the_best_topic() -> None:
    assert choose([2.0, 1.5, 0.0, 2.2], UNKNOWN)[0][0] == 0


def test_a_method_for_pictures_belongs_to_the_pictures() -> None:
    assert [number for number, _ in choose([1.0, 0.0, 1.5, 0.0], UNKNOWN)] == [0, 2]


def test_rules_and_learned_words_have_half_a_say_each() -> None:
    choice = dict(choose([4.0, 0.0, 0.0, 0.0], [-np.inf, -np.inf, -np.inf, 0.5]))
    assert choice == pytest.approx({0: 0.5, 3: 0.5})


def test_alone_the_rules_decide_all() -> None:
    assert choose([4.0, 0.0, 0.0, 4.0], UNKNOWN) == [(3, 0.5), (0, 0.5)]


def test_where_nothing_speaks_there_is_no_topic() -> None:
    assert choose([0.0] * 4, UNKNOWN) == []
    assert choose([0.1, 0.0, 0.0, 0.0], [0.01] * 4) == []


def test_no_more_topics_than_the_limit() -> None:
    assert len(choose([1.0] * 4, UNKNOWN, limit=2)) == 2
