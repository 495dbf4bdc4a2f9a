from __future__ import annotations

import dataclasses

from generator.emit.synonyms import synonym_groups
from generator.model.corpus import Corpus
from tests.factories import make_corpus, make_paper


def explaining(*abstracts: str) -> Corpus:
    return make_corpus([make_paper(f"Otters {n}", abstract=a) for n, a in enumerate(abstracts)])


def test_a_short_form_that_two_papers_explain_is_known_in_plain_letters() -> None:
    corpus = explaining("We use River Maps (RM) here.", "We like river maps (RM) as well.")
    assert synonym_groups(corpus) == [["rm", "river maps"]]


def test_one_paper_alone_holds_both_forms_anyway() -> None:
    assert synonym_groups(explaining("We use River Maps (RM) here.")) == []


def test_what_the_user_says_comes_first_and_is_not_said_again() -> None:
    corpus = explaining("We use River Maps (RM) here.", "We like river maps (RM) as well.")
    corpus = dataclasses.replace(corpus, synonyms=(("RM", "river map"), ("Otter", "otters")))
    assert synonym_groups(corpus) == [["rm", "river map"]]
