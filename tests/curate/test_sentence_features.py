from __future__ import annotations

import pytest

from generator.curate.sentence_features import Features, sentence_features
from generator.curate.title_words import TitleWords
from generator.text.tokens import words


def features(*sentences: str, title: str = "Otter Maps", before: int = 0) -> tuple[Features, ...]:
    tokens = [words(sentence) for sentence in sentences]
    return sentence_features(TitleWords.of(title, {}), sentences, tokens, before)


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("In this paper we also propose otters.", "proposes"),
        ("This survey reviews otters.", "studies"),
        ("We consider the problem of mapping rivers.", "states_task"),
        ("Our experiments on two rivers show gains.", "reports"),
        ("A novel map is then introduced.", "passive"),
        ("It reaches 3.5% more.", "measure"),
        ("Our method swims.", "own"),
        ("OtterMap: it swims.", "title_name"),
    ],
)
def test_a_cue_is_seen(sentence: str, cue: str) -> None:
    assert cue in features(sentence, title="OtterMap: Otters")[0]


def test_what_others_propose_is_not_ours() -> None:
    assert "proposes" not in features("A recent study proposed otters.")[0]
    assert "proposes" in features("This study proposed otters.")[0]


def test_order_tells_the_first_proposal_from_what_follows() -> None:
    before, first, after = features("Rivers bend.", "We propose otters.", "We propose beavers.")
    assert not {"first_proposal", "after_proposal"} & before.keys()
    assert first["first_proposal"] == 1.0
    assert after["next_proposal"] == after["after_proposal"] == 1.0


def test_place_counts_the_sentences_before() -> None:
    alone, last = features("We propose otters.", "Otters swim.", before=2)
    assert alone["place"] == 2 / 3
    assert "place_3" in alone
    assert last["place_from_end_1"] == 1.0


def test_every_feature_lies_between_zero_and_one() -> None:
    sentences = ["We propose maps. " * 30, "(A, B) 1, 2, 3, 4, 5, 6, 7,,,,,", "", "otter maps map"]
    for seen in features(*sentences, title="Otter Maps Otter Maps"):
        assert all(0.0 <= value <= 1.0 for value in seen.values()), seen
