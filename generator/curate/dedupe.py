"""Which records are the same paper, and the one record they become.

Papers are the same when they share an identifier or, failing that, title and first author's family
name, both folded; docs/curation.md has the rules in full. The result does not depend on the order
in which the records were read, and the time is nearly linear in their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.curate.groups import Groups
from generator.curate.identity import TitleKeys, by_first_author, compatible, named, one_paper_each
from generator.curate.lookalikes import report_lookalikes
from generator.curate.merge import is_editors, merge_records, ranked, ranked_numbers
from generator.curate.sameness import Statements
from generator.errors import Diagnostic, Severity
from generator.model.ids import SCHEMES, equivalent, paper_id
from generator.model.paper import Paper, PaperId
from generator.text.slug import folded

Papers = dict[int, Paper]
"""The paper that each group of records makes, by the group's lowest record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Papers without doubles.

    Attributes:
        papers: In the order in which each was read first.
        ids: Ids and identifiers that lead to a paper with another id.
        diagnostics: Records that contradict each other, and look-alikes that stay apart.
        doubled: How many of the records share a paper with another record.
        doubled_into: How many papers those records make.
    """

    papers: tuple[Paper, ...]
    ids: Mapping[str, PaperId]
    diagnostics: tuple[Diagnostic, ...]
    doubled: int = 0
    doubled_into: int = 0


def merge_papers(records: Sequence[Paper], statements: Statements | None = None) -> Merged:
    """Make one paper of all records of it; nothing a record says of ids and origins is lost.

    Args:
        records: In reading order.
        statements: What the user says of numbers in ``records``; it wins over every rule.
    """
    statements = statements or Statements()
    groups = Groups(len(records), statements.different)
    for first, second in statements.same:
        groups.join(first, second)
    keys = TitleKeys()
    papers = _joined(records, groups, keys)
    members = groups.members()
    papers = _with_unique_ids(papers)
    shared = [numbers for numbers in members.values() if len(numbers) > 1]
    apart = {(groups.root(a), groups.root(b)) for a, b in statements.different}
    return Merged(
        papers=tuple(papers.values()),
        ids=_ids(records, members, papers),
        diagnostics=(
            *(found for numbers in shared for found in _contradictions(records, numbers)),
            *report_lookalikes(papers, keys, apart),
        ),
        doubled=sum(map(len, shared)),
        doubled_into=len(shared),
    )


def _joined(records: Sequence[Paper], groups: Groups, keys: TitleKeys) -> Papers:
    """Join until nothing more is the same: what is learnt by joining may show further doubles."""
    papers = _merged(records, groups, {}, {})
    while True:
        sizes = _sizes(groups)
        _join_by_identifier(papers, groups, keys)
        papers = _merged(records, groups, papers, sizes)
        sizes_now = _sizes(groups)
        _join_by_title(papers, groups, keys)
        papers = _merged(records, groups, papers, sizes_now)
        if len(papers) == len(sizes):
            return papers


def _sizes(groups: Groups) -> dict[int, int]:
    return {root: len(numbers) for root, numbers in groups.members().items()}


def _merged(
    records: Sequence[Paper], groups: Groups, known: Papers, sizes: Mapping[int, int]
) -> Papers:
    """Return the paper of each group; those of groups that have not grown are known."""
    papers: Papers = {}
    for root, numbers in groups.members().items():
        if sizes.get(root) == len(numbers):
            papers[root] = known[root]
        elif len(numbers) == 1:
            papers[root] = records[root]
        else:
            papers[root] = merge_records([records[number] for number in numbers])
    return papers


def _join_by_identifier(papers: Papers, groups: Groups, keys: TitleKeys) -> None:
    shared = _shared((name, root) for root, paper in papers.items() for name in names_of(paper))
    for name in sorted(shared, key=_strength):
        for same in one_paper_each(name, {root: papers[root] for root in shared[name]}, keys):
            _join(same, papers, groups)


def _join_by_title(papers: Papers, groups: Groups, keys: TitleKeys) -> None:
    """Join papers of one title: those of each first author, and then those without authors.

    A paper without authors joins only where there is exactly one paper that it can be.
    """
    shared = _shared((keys.of(paper.title).letters, root) for root, paper in papers.items())
    for roots in shared.values():
        same_title = {root: papers[root] for root in roots}
        distinct: list[list[int]] = []
        for same in by_first_author(same_title):
            if compatible([papers[root] for root in same], keys):
                _join(same, papers, groups)
                distinct.append(same)
            else:
                distinct.extend([root] for root in same)
        nameless = [root for root in roots if not named(papers[root])]
        if nameless and len(distinct) == 1:
            everyone = [*distinct[0], *nameless]
            if compatible([papers[root] for root in everyone], keys):
                nameless = everyone
        if nameless and compatible([papers[root] for root in nameless], keys):
            _join(nameless, papers, groups)


def _shared(places: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Return the groups that each name leads to, for names that lead to several."""
    first: dict[str, int] = {}
    shared: dict[str, list[int]] = {}
    for name, root in places:
        known = first.setdefault(name, root)
        if known != root and name:
            shared.setdefault(name, [known]).append(root)
    return shared


def _join(roots: Sequence[int], papers: Papers, groups: Groups) -> None:
    if groups.constrained:  # then it matters who comes first
        roots = ranked_numbers(roots, papers)
    groups.join_all(roots)


def names_of(paper: Paper) -> Iterator[str]:
    """Yield what names a paper alone: its identifiers, and the id that an editor gave it."""
    names = dict.fromkeys(equivalent(alias) for alias in paper.aliases)
    if not paper.id.startswith("title:"):
        names.setdefault(equivalent(paper.id))
    return iter(names)


def _strength(name: str) -> tuple[int, str]:
    scheme = name.partition(":")[0]
    return (SCHEMES.index(scheme) if scheme in SCHEMES else -1, name)


def _with_unique_ids(papers: Papers) -> Papers:
    """Return the papers with other ids for look-alikes that would have the same one."""
    by_id: dict[PaperId, list[int]] = {}
    for root, paper in papers.items():
        by_id.setdefault(paper.id, []).append(root)
    taken: set[str] = set(by_id)
    changed = dict(papers)
    for roots in (by_id[name] for name in sorted(by_id) if len(by_id[name]) > 1):
        for root in ranked_numbers(roots, papers)[1:]:
            new = _other_id(papers[root], taken)
            taken.add(new)
            changed[root] = replace(papers[root], id=new)
    return changed


def _other_id(paper: Paper, taken: set[str]) -> PaperId:
    """Return an id made of the paper's other identifiers, else of title, year and a number."""
    first = paper.authors[0].name if paper.authors else ""
    made = paper_id(paper.title, first, [name for name in paper.aliases if name not in taken])
    if made in taken and paper.published:
        made = PaperId(f"{made}-{paper.published.year}")
    number = 2
    while made in taken:
        made = PaperId(f"{made}-{number}")
        number += 1
    return made


def _ids(
    records: Sequence[Paper], members: Mapping[int, Sequence[int]], papers: Papers
) -> dict[str, PaperId]:
    """Return where each name leads that is no paper's id; a contested one to the best ranked."""
    own = {paper.id for paper in papers.values()}
    leads: dict[str, Paper] = {}
    for root, paper in papers.items():
        for number in members[root]:
            record = records[number]
            for name in (record.id, *record.aliases, *map(equivalent, record.aliases)):
                if name not in own:
                    known = leads.setdefault(name, paper)
                    leads[name] = known if known is paper else ranked((known, paper))[0]
    return {name: paper.id for name, paper in leads.items()}


def _contradictions(records: Sequence[Paper], numbers: Sequence[int]) -> Iterator[Diagnostic]:
    """Report records an editor wrote that claim one id for papers with different titles."""
    written: dict[PaperId, Paper] = {}
    for record in ranked(filter(is_editors, (records[number] for number in numbers))):
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
