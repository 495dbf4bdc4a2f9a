"""Lists of names from A to Z, in every script."""

from __future__ import annotations

import dataclasses

from generator.language.language import Language
from generator.model.corpus import Corpus
from generator.model.enrichment import Fact, Facts
from generator.plan.contexts import NamesPage
from generator.plan.parts import NameGroup
from tests.factories import make_config, make_corpus, make_enrichment, make_papers
from tests.planning import make_plan


def naming(*names: str) -> Corpus:
    papers = make_papers(len(names))
    enrichments = {
        paper.id: dataclasses.replace(
            make_enrichment(), facts=Facts(system=Fact(text=name, start=0, end=len(name)))
        )
        for paper, name in zip(papers, names, strict=True)
    }
    return make_corpus(papers, topics=(), issues=(), enrichments=enrichments)


def groups(corpus: Corpus, language: Language) -> tuple[NameGroup, ...]:
    plan = make_plan(corpus, make_config(language=language))
    page = next(page for page in plan.pages if page.url == "systems/").context()
    assert isinstance(page, NamesPage)
    return page.groups


def listed(*names: str, tag: str = "en") -> list[tuple[str, list[str]]]:
    found = groups(naming(*names), Language(tag=tag, shipped=tag))
    return [(group.letter, [row.name for row in group.rows]) for group in found]


def test_accents_and_case_do_not_part_names() -> None:
    assert listed("Zeta", "Éclair", "eagle", "Ähre", "Otter") == [
        *(("A", ["Ähre"]), ("E", ["eagle", "Éclair"]), ("O", ["Otter"]), ("Z", ["Zeta"]))
    ]


def test_names_without_a_letter_come_first_under_a_sign() -> None:
    assert listed("Otter", "3DMap", "🦦") == [("#", ["🦦", "3DMap"]), ("O", ["Otter"])]


def test_other_scripts_follow_under_their_own_letters() -> None:
    found = listed("خرائط", "Карта", "Maps", "أنهار", "نهر")
    assert [letter for letter, _ in found] == ["M", "К", "ا", "خ", "ن"]


def test_chinese_characters_stand_under_one_heading() -> None:
    assert listed("河图", "Maps", "地图", "山", tag="zh") == [
        *(("M", ["Maps"]), ("汉字", ["地图", "山", "河图"]))
    ]
