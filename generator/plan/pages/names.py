"""Lists of names: the systems that papers present, and the benchmarks they use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from generator.language.language import Language
from generator.model.enrichment import Fact, Facts
from generator.model.paper import PaperId
from generator.plan import urls
from generator.plan.contexts import NamesPage
from generator.plan.frame import Frame
from generator.plan.parts import NameGroup, NameRow
from generator.plan.site_plan import Page
from generator.text.plain import readable
from generator.text.slug import folded

_IDEOGRAPH = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U0003ffff]")

_Named = Callable[[Facts], Iterable[tuple[Fact, str]]]

Names = Mapping[str, tuple[str, tuple[PaperId, ...]]]
"""Expansion and papers by name."""


def names_pages(frame: Frame) -> Iterator[Page]:
    """Yield the list of systems and that of benchmarks, where papers name any."""
    for url, key, names in (
        (urls.SYSTEMS, "systems", _gathered(frame, _systems)),
        (urls.BENCHMARKS, "benchmarks", _gathered(frame, _benchmarks)),
    ):
        title, lead = (frame.language.text(f"{table}.{key}") for table in ("pages", "names"))
        if names:
            yield Page(
                url=url,
                template="pages/names.html",
                kind="names",
                title=title,
                context=partial(_context, frame, url, title, lead, names),
            )


def _systems(facts: Facts) -> Iterable[tuple[Fact, str]]:
    if facts.system:
        yield facts.system, facts.expansion.text if facts.expansion else ""


def _benchmarks(facts: Facts) -> Iterable[tuple[Fact, str]]:
    return ((fact, "") for fact in facts.benchmarks)


def _gathered(frame: Frame, named: _Named) -> Names:
    found: dict[str, tuple[str, tuple[PaperId, ...]]] = {}
    for paper in frame.corpus.papers:
        for fact, expansion in named(frame.corpus.enrichments[paper.id].facts):
            known, papers = found.get(fact.text, ("", ()))
            found[fact.text] = (known or expansion, (*papers, paper.id))
    return found


def _letter(name: str, language: Language) -> str:
    """Return the letter a name stands under, ``#`` without one.

    Chinese characters, each of them a word, stand under one heading.
    """
    initial = folded(name)[:1].upper()[:1]
    if _IDEOGRAPH.match(initial):
        return language.text("names.ideographs")
    return initial if initial.isalpha() else "#"


def _context(frame: Frame, url: str, title: str, lead: str, names: Names) -> NamesPage:
    groups: dict[str, list[NameRow]] = {}
    for name in sorted(names, key=lambda name: (folded(name), name)):
        expansion, papers = names[name]
        groups.setdefault(_letter(name, frame.language), []).append(
            NameRow(
                name=readable(name),
                anchor=urls.anchor(name),
                expansion=readable(expansion),
                papers=tuple(frame.views.paper_link(paper) for paper in papers),
            )
        )
    return NamesPage(
        head=frame.head(url=url, kind="names", title=title, description=lead),
        title=title,
        lead=lead,
        groups=tuple(NameGroup(letter=letter, rows=tuple(rows)) for letter, rows in groups.items()),
    )
