from __future__ import annotations

from generator.curate.label_spelling import as_written, spelled_label
from generator.model.paper import Paper
from tests.factories import make_paper


def told(*abstracts: str) -> list[Paper]:
    return [make_paper(f"Paper {n}", abstract=text) for n, text in enumerate(abstracts)]


def test_a_key_is_shown_as_a_paper_writes_it() -> None:
    papers = told("We use Fine-Tuned otters.")
    assert as_written("fine tuned", papers) == "Fine-Tuned"
    assert as_written("otter", papers) == "otters"
    assert as_written("missing", papers) == ""


def test_plurals_that_change_a_letter_are_found() -> None:
    assert as_written("river policy", told("Two river policies.")) == "river policies"


def test_words_parted_by_a_bracket_or_a_full_stop_are_no_phrase() -> None:
    papers = told("A river otter (RO) swims. Fish swim.")
    assert as_written("otter ro", papers) == ""
    assert as_written("swim fish", papers) == ""


def test_a_name_is_plural_where_papers_mostly_write_it_so() -> None:
    papers = told("River maps help.", "River maps fade.", "A river map.")
    assert spelled_label("river map", "river map", papers) == "river maps"
    assert spelled_label("river map", "river map", papers[1:]) == "river map"


def test_a_word_that_mostly_follows_belongs_to_the_name() -> None:
    papers = told("A support otter machine.", "Support otter machines.", "Support otter machines.")
    assert spelled_label("support otter", "support otter", papers) == "support otter machines"


def test_words_that_seldom_follow_and_stop_words_do_not() -> None:
    papers = told("A river map of otters.", "River map of fish.", "River map reading.")
    assert spelled_label("river map", "", papers) == "river map"


def test_a_word_that_mostly_stands_before_belongs_to_the_name() -> None:
    papers = told("A game-theoretic plan.", "Game-theoretic plans.", "One game-theoretic plan.")
    assert spelled_label("theoretic plan", "", papers) == "game-theoretic plan"


def test_a_word_grows_into_no_name_that_another_topic_has() -> None:
    papers = told("An otter map.", "The otter map.", "Some otter map.")
    assert spelled_label("map", "", papers) == "otter map"
    assert spelled_label("map", "", papers, {"otter map"}) == "map"
