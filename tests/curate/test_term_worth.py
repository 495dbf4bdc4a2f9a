from __future__ import annotations

import numpy as np
import pytest

from generator.curate.term_worth import worth_of_pairs, worth_of_words
from generator.curate.topic_labels import shipped_keywords
from generator.curate.wording import Wording, read_wording
from tests.factories import make_paper


def wording_of(text: str) -> Wording:
    return read_wording([make_paper("!", abstract=text)], frozenset())


@pytest.mark.parametrize("phrase", ["continual learning", "object detection"])
def test_what_authors_give_as_keywords_counts_more(phrase: str) -> None:
    assert phrase in {known.lower() for known in shipped_keywords().values()}
    wording = wording_of(f"{phrase}. brown otters")
    keyword, other = worth_of_pairs(wording, wording.phrases[:2])
    assert keyword > other


def test_words_that_tell_nothing_count_less() -> None:
    wording = wording_of("otters designed rivers")
    places = [wording.numbers[word] for word in ("otter", "designed", "river")]
    otter, designed, river = worth_of_words(wording, np.array(places), {"designed", "unheard"})
    assert designed < otter == river == 1.0


def test_no_words_have_no_worth() -> None:
    nothing = np.zeros(0, dtype=np.int64)
    wording = wording_of("")
    assert len(worth_of_words(wording, nothing, frozenset())) == 0
    assert len(worth_of_pairs(wording, nothing)) == 0
