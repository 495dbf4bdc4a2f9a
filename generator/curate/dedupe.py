"""Which records are the same paper, and the one record they become.

Papers are the same when they share an identifier or, failing that, title and first author's family
name, both folded. The result does not depend on the order in which the records were read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.curate.merge import fullest_authors, merge_records, ranked
from generator.errors import Diagnostic, Severity
from generator.model.ids import SCHEMES
from generator.model.paper import Paper, PaperId
from generator.text.slug import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Papers without doubles.

    Attributes:
        papers: In the order in which each was read first.
        ids: Ids and identifiers that lead to a paper with another id.
        diagnostics: Records that contradict each other.
    """

    papers: tuple[Paper, ...]
    ids: Mapping[str, PaperId]
    diagnostics: tuple[Diagnostic, ...]


def merge_papers(records: Sequence[Paper]) -> Merged:
    """Make one paper of all records of it; nothing a record says of ids and origins is lost."""
    merged = _merge_once(records)
    while len(merged.papers) < len(records):  # what was learnt may show further doubles
        records = merged.papers
        again = _merge_once(records)
        ids = {name: again.ids.get(target, target) for name, target in merged.ids.items()}
        merged = Merged(
            papers=again.papers,
            ids={**ids, **again.ids},
            diagnostics=merged.diagnostics + again.diagnostics,
        )
    return merged


def _merge_once(records: Sequence[Paper]) -> Merged:
    groups = _Groups(len(records))
    _join_by_identifier(records, groups)
    _join_by_title(records, groups)
    papers: list[Paper] = []
    ids: dict[str, PaperId] = {}
    found: list[Diagnostic] = []
    for members in groups.lists():
        group = [records[number] for number in members]
        paper = group[0]
        if len(group) > 1:
            found.extend(_contradictions(group))
            paper = merge_records(group)
        papers.append(paper)
        names = (name for record in group for name in (record.id, *record.aliases))
        ids.update({name: paper.id for name in names if name != paper.id})
    return Merged(papers=tuple(papers), ids=ids, diagnostics=tuple(found))


class _Groups:
    """Sets of record numbers that grow together (union-find with path halving)."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def root(self, number: int) -> int:
        """Return the lowest number of the group."""
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    def join(self, first: int, second: int) -> None:
        """Make one group of two."""
        low, high = sorted((self.root(first), self.root(second)))
        self._parents[high] = low

    def lists(self) -> list[list[int]]:
        """Return the groups' members, all in ascending order."""
        members: dict[int, list[int]] = {}
        for number in range(len(self._parents)):
            members.setdefault(self.root(number), []).append(number)
        return list(members.values())


def _join_by_identifier(records: Sequence[Paper], groups: _Groups) -> None:
    first_with: dict[str, int] = {}
    for number, record in enumerate(records):
        for name in dict.fromkeys((record.id, *record.aliases)):
            groups.join(first_with.setdefault(name, number), number)


def _join_by_title(records: Sequence[Paper], groups: _Groups) -> None:
    """Join groups that share a title and an author, and have no identifiers that differ.

    A group without authors joins the one group with authors that has its title, if there is
    exactly one.
    """
    by_title: dict[str, dict[int, None]] = {}
    for number, record in enumerate(records):
        if title := folded(record.title):
            by_title.setdefault(title, {})[groups.root(number)] = None
    doubled = {title: roots for title, roots in by_title.items() if len(roots) > 1}
    members = {}
    if doubled:
        members = {group[0]: [records[n] for n in group] for group in groups.lists()}
    for roots in doubled.values():
        by_author: dict[str, list[int]] = {}
        for root in roots:
            by_author.setdefault(_first_family(members[root]), []).append(root)
        nameless = by_author.pop("", [])
        if not by_author:
            by_author[""] = nameless
        elif len(by_author) == 1:
            next(iter(by_author.values())).extend(nameless)
        elif nameless:
            by_author[""] = nameless
        for same in by_author.values():
            _join_compatible(same, members, groups)


def _join_compatible(
    roots: Sequence[int], members: Mapping[int, list[Paper]], groups: _Groups
) -> None:
    """Join all groups unless two of them have different identifiers of one scheme."""
    aliases: dict[str, set[str]] = {}
    for root in roots:
        for record in members[root]:
            for alias in record.aliases:
                aliases.setdefault(alias.partition(":")[0], set()).add(alias)
    if all(len(aliases.get(scheme, ())) <= 1 for scheme in SCHEMES):
        for root in roots[1:]:
            groups.join(roots[0], root)


def _first_family(group: Iterable[Paper]) -> str:
    """Return the folded family name of the first of the authors that the merged record gets."""
    authors = fullest_authors(ranked(group))
    if not authors:
        return ""
    return folded(authors[0].family or authors[0].name.split()[-1])


def _contradictions(group: Sequence[Paper]) -> Iterator[Diagnostic]:
    """Report records an editor wrote that claim one id for papers with different titles."""
    written: dict[PaperId, Paper] = {}
    for record in ranked(group):
        if not any(origin.format == "markdown" for origin in record.origins):
            continue
        first = written.setdefault(record.id, record)
        if folded(first.title) != folded(record.title):
            yield Diagnostic(
                code="U020",
                severity=Severity.ERROR,
                message=f"{record.title!r} has the id {record.id!r}, which "
                f"{first.origins[0].location} gives to {first.title!r}",
                location=record.origins[0].location,
                hint="correct the id in one of the two files",
            )
