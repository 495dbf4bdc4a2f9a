from __future__ import annotations

import pytest

from generator.curate.sentence_features import folded, sentence_features


def cues(sentence: str) -> set[str]:
    return set(sentence_features("Otter Maps", [sentence], {})[0])


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("In this paper we also propose otters.", "proposes"),
        ("This survey reviews otters.", "studies"),
        ("We consider the problem of mapping rivers.", "states_task"),
        ("Our experiments on two rivers show gains.", "reports"),
        ("A novel map is then introduced.", "passive"),
        ("It reaches 3.5% more.", "measure"),
        ("We call it OtterMap (OM).", "called"),
        ("Otters are state-of-the-art.", "best"),
        ("See https://example.org.", "release"),
        ("Are otters good?", "question"),
        ("Our method swims.", "our_thing"),
    ],
)
def test_a_cue_is_seen(sentence: str, cue: str) -> None:
    assert cue in cues(sentence)


def test_what_others_propose_is_not_ours() -> None:
    assert "proposes" not in cues("A recent study proposed otters.")
    assert "proposes" in cues("This study proposed otters.")


def test_order_tells_the_first_proposal_from_what_follows() -> None:
    before, first, after = sentence_features(
        "Otter Maps", ["Rivers bend.", "We propose otters.", "We propose beavers."], {}
    )
    assert not {"first_proposal", "after_proposal"} & before.keys()
    assert first["first_proposal"] == 1.0
    assert after["next_proposal"] == after["after_proposal"] == 1.0


def test_common_words_shared_with_the_title_count_less() -> None:
    rarity = {"the": 0.1}
    the, otter = sentence_features("The Otter", ["the bend is", "otter bend is"], rarity)
    assert 0 < the["title_found"] < otter["title_found"] < 1


def test_every_feature_lies_between_zero_and_one() -> None:
    sentences = ["We propose maps. " * 30, "(A, B) 1, 2, 3, 4, 5, 6, 7,,,,,", "", "otter maps"]
    for features in sentence_features("Otter Maps", sentences, {"we": 0.2}):
        assert all(0.0 <= value <= 1.0 + 1e-9 for value in features.values()), features


def test_plurals_are_one_word() -> None:
    assert folded("Maps and map's MAP") == ("map", "and", "map", "s", "map")
