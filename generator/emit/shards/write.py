"""The whole index as files: the root, which says where everything lies, and what it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.artifact import Artifact
from generator.emit.lunr.counts import Counts
from generator.emit.shards.facets import facet_columns
from generator.emit.shards.front import front_coded
from generator.emit.shards.pieces import deflated, mark, packed
from generator.emit.shards.record_lines import record_lines
from generator.emit.shards.records import (
    block_marks,
    compact_json,
    grouped,
    papers_a_file,
)
from generator.emit.shards.terms import NAMES, span_of, term_pieces
from generator.emit.shards.words import SizedWord, word_pieces
from generator.emit.synonym_stems import read_synonyms
from generator.plan import urls

FORMAT = 5
_ABSTRACT_FILES = 4  # papers in a file of abstracts, for each in a file of records


def shard_files(
    counts: Counts,
    entries: Sequence[Mapping[str, object]],
    abstracts: Sequence[str],
    words: Sequence[SizedWord],
    firsts: Sequence[Sequence[int]],
    synonyms: Iterable[Iterable[str]],
) -> Iterator[Artifact]:
    """Yield the root and all that it names.

    Args:
        counts: The terms of each paper's document, weighed without repetition and lengths.
        entries: What results show of each paper; one or more, all with the same keys.
        abstracts: Each paper's.
        words: Written words with the sizes of their stems' postings, sorted.
        firsts: The terms of each paper's first author's name.
        synonyms: Groups of phrases that mean the same.
    """
    each = papers_a_file(len(entries))
    pieces = (
        term_pieces(counts, firsts, read_synonyms(synonyms)),
        word_pieces("words", [word for word in words if word[1] > 1]),
        word_pieces("rare", [word for word in words if word[1] <= 1]),
    )
    records = grouped("records", entries[::-1], each, record_lines)
    passages = grouped("abstracts", abstracts[::-1], each * _ABSTRACT_FILES, compact_json)
    facets = deflated(compact_json(facet_columns(entries)))
    blocks = block_marks([str(entry["id"]) for entry in reversed(entries)])
    root = {
        "format": FORMAT,
        "papers": len(entries),
        "span": span_of(len(entries)),
        "fields": [[field.name, field.boost, int(field.name == NAMES)] for field in counts.fields],
        "records": records.listed,
        "abstracts": passages.listed,
        "facets": {"mark": mark(facets)},
        "starts": {kind.name: front_coded(kind.starts) for kind in pieces},
    }
    marks = {"blocks": "".join(blocks), **{kind.name: kind.marks for kind in pieces}}
    yield packed(urls.SEARCH_SHARDS, deflated(*_root_parts(root, marks)))
    for kind in pieces:
        yield from kind.artifacts(urls.SEARCH)
    for group in (records, passages):
        yield from group.artifacts(urls.SEARCH, blocks)
    yield packed(f"{urls.SEARCH}facets.bin", mark(facets).encode() + facets)


def _root_parts(root: Mapping[str, object], marks: Mapping[str, str]) -> tuple[bytes, bytes]:
    """Return the root in two parts that compress best apart: marks look like chance."""
    return compact_json(root)[:-1], b"," + compact_json({"marks": marks})[1:]
