from __future__ import annotations

from math import sqrt

import pytest

from generator.curate.topic_profiles import profiles
from tests.factories import make_paper

KNOWN = [
    make_paper("Machine translation of low-resource languages", abstract="We translate sentences."),
    make_paper("Neural machine translation decoders", abstract="A translation of sentences."),
    make_paper("Grasping by robot hands", abstract="A gripper grasps objects by tactile sensing."),
    make_paper("Bandits with regret bounds", abstract="We bound the regret of arms of a bandit."),
]
FOREIGN = [
    make_paper("Otters of the northern rivers", abstract="Otters eat fish in cold rivers."),
    make_paper("Loaves of the southern bakers", abstract="Bakers knead dough for loaves."),
]


def cosine(first: dict[str, float], second: dict[str, float]) -> float:
    return sum(share * second.get(topic, 0.0) for topic, share in first.items())


def length(profile: dict[str, float]) -> float:
    return sqrt(cosine(profile, profile))


def test_papers_of_one_field_have_like_profiles() -> None:
    first, second, grasp, bandits = profiles(KNOWN)
    assert cosine(first, second) > 0.5
    assert max(cosine(first, grasp), cosine(first, bandits), cosine(grasp, bandits)) < 0.2


def test_no_profile_is_longer_than_1_and_those_of_unknown_fields_are_short() -> None:
    *known, otters, loaves = profiles([*KNOWN, *FOREIGN])
    assert [length(profile) for profile in known] == pytest.approx([1.0] * 4, abs=0.1)
    assert max(length(otters), length(loaves)) < 0.85


def test_papers_without_words_have_no_profile() -> None:
    assert profiles([make_paper("X", abstract=""), *KNOWN])[0] == {}
