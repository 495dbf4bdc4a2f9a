"""The rules by which papers that share an identifier, or a title, are one paper or several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.curate.groups import Groups
from generator.curate.merge_authors import family_word
from generator.curate.title_key import TitleKey, title_key
from generator.model.paper import Paper
from generator.model.preprints import is_preprint_doi
from generator.text.slug import folded

_EXCLUSIVE = ("arxiv", "doi", "openreview", "acl", "pmid")
"""Schemes under which one paper has one identifier, so that two tell papers apart."""

_FAR_APART = 3
"""Years; an editor writes another editorial every few years."""


class TitleKeys:
    """The keys of titles, each made once."""

    def __init__(self) -> None:
        self._known: dict[str, TitleKey] = {}

    def of(self, title: str) -> TitleKey:
        """Return the key of a title."""
        if title not in self._known:
            self._known[title] = title_key(title)
        return self._known[title]


def named(paper: Paper) -> bool:
    """Tell whether the paper names an author."""
    return bool(paper.authors)


def one_paper_each(
    name: str, papers: Mapping[int, Paper], keys: TitleKeys
) -> Iterator[Sequence[int]]:
    """Yield the numbers of papers that share an identifier, those of one paper together.

    A notice about a paper often bears its identifier and is not that paper. A DOI may be that of a
    whole volume: papers that share neither title nor first author are then not the same.
    """
    letters = {number: keys.of(paper.title).letters for number, paper in papers.items()}
    about = set(letters.values())
    notices = [
        number
        for number, paper in papers.items()
        if (key := keys.of(paper.title)).notice and key.whole in about
    ]
    if notices:
        yield notices
        papers = {number: paper for number, paper in papers.items() if number not in notices}
    if name.startswith("doi:"):
        yield from _kindred(papers, letters)
    else:
        yield tuple(papers)


def by_first_author(papers: Mapping[int, Paper]) -> list[list[int]]:
    """Return the numbers of the papers that name authors, those of one first author together.

    Family names count; the same words in another order are the same name.
    """
    marks = {
        number: _name_marks(paper.authors[0].name, family_word(paper.authors[0]))
        for number, paper in papers.items()
        if named(paper)
    }
    return _connected(marks)


def compatible(papers: Sequence[Paper], keys: TitleKeys) -> bool:
    """Tell whether papers of one title may be one, by identifiers and, if need be, by years.

    Two identifiers of one scheme tell papers apart, but for DOIs of preprints: a preprint and its
    published record have a DOI each. Papers with a title that many have must be near in time.
    """
    claims = [
        {alias.partition(":")[0] for alias in paper.aliases if not is_preprint_doi(alias)}
        for paper in papers
    ]
    if any(sum(scheme in claim for claim in claims) > 1 for scheme in _EXCLUSIVE):
        return False
    years = [paper.published.year for paper in papers if paper.published]
    generic = any(keys.of(paper.title).generic for paper in papers)
    return not generic or not years or max(years) - min(years) <= _FAR_APART


def _kindred(papers: Mapping[int, Paper], letters: Mapping[int, str]) -> Iterator[Sequence[int]]:
    marks = {}
    for number, paper in papers.items():
        marks[number] = [f"title {letters[number]}"]
        if named(paper):
            first = paper.authors[0]
            marks[number] += _name_marks(first.name, family_word(first))
    found = _connected(marks)
    with_authors = [same for same in found if any(named(papers[number]) for number in same)]
    if len(with_authors) <= 1:  # nothing tells the others from it
        yield tuple(papers)
    else:
        yield from found


def _name_marks(name: str, family: str) -> list[str]:
    words = sorted(folded(word) for word in name.split())
    return [f"family {family}", f"name {' '.join(words)}"]


def _connected(marks: Mapping[int, Iterable[str]]) -> list[list[int]]:
    """Return the numbers that are connected by marks they share, each set in order."""
    numbers = list(marks)
    groups = Groups(len(numbers))
    first: dict[str, int] = {}
    for place, number in enumerate(numbers):
        for mark in marks[number]:
            groups.join(first.setdefault(mark, place), place)
    return [[numbers[place] for place in places] for places in groups.members().values()]
