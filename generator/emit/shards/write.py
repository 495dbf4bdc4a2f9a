"""The whole index as files: the root, which says where everything lies, and what it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.artifact import Artifact
from generator.emit.lunr.counts import Counts
from generator.emit.shards.facets import facet_columns
from generator.emit.shards.records import compact_json, grouped, papers_a_file, rows
from generator.emit.shards.terms import Terms, paper_numbers, term_shards
from generator.emit.shards.volume import Volume, deflated, packed
from generator.emit.shards.words import SizedWord, Words, word_blocks
from generator.plan import urls

FORMAT = 2
_ABSTRACT_FILES = 2  # papers in a file of abstracts, for each in a file of records


def shard_files(
    counts: Counts,
    entries: Sequence[Mapping[str, object]],
    abstracts: Sequence[str],
    words: Sequence[SizedWord],
) -> Iterator[Artifact]:
    """Yield the root and all that it names.

    Args:
        counts: The terms of each paper's document.
        entries: What results show of each paper; one or more, all with the same keys.
        abstracts: Each paper's.
        words: Written words with the sizes of their stems' postings, sorted.
    """
    numbers = paper_numbers(counts)
    papers = numbers.argsort().tolist()
    entries = [entries[paper] for paper in papers]
    columns = list(entries[0])
    each = papers_a_file(len(papers))
    terms = term_shards(counts, numbers)
    common = word_blocks("words", [word for word in words if word[1] > 1])
    rare = word_blocks("rare", [word for word in words if word[1] <= 1])
    records = grouped("records", rows(entries, columns), each)
    texts = [abstracts[paper] for paper in papers]
    passages = grouped("abstracts", texts, each * _ABSTRACT_FILES)
    facets = Volume(name="facets", bodies=[deflated(compact_json(facet_columns(entries)))])
    root = {
        "format": FORMAT,
        "papers": len(papers),
        "k1": counts.weighing.k1,
        "b": counts.weighing.b,
        "fields": _fields(counts, terms),
        "runs": terms.runs,
        "terms": _volume(terms),
        "words": _volume(common),
        "rare": _volume(rare),
        "records": {"mark": records.mark, "each": each, "columns": columns},
        "abstracts": {"mark": passages.mark, "each": each * _ABSTRACT_FILES},
        "facets": {"mark": facets.mark},
    }
    yield packed(urls.SEARCH_SHARDS, deflated(compact_json(root)))
    for volume in (terms.volume, common.volume, rare.volume, records, passages, facets):
        yield from volume.artifacts(urls.SEARCH)


def _fields(counts: Counts, terms: Terms) -> list[list[object]]:
    """Return name, boost, total length and the Rice parameter of lengths, by field."""
    return [
        [field.name, field.boost, int(field.lengths.sum()), width]
        for field, width in zip(counts.fields, terms.widths, strict=True)
    ]


def _volume(pieces: Terms | Words) -> dict[str, object]:
    return {"mark": pieces.volume.mark, "starts": list(pieces.starts)}
