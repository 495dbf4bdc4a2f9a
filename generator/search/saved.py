"""Feeds of saved searches: the newest papers that hold every word of a query."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.emit.feeds import Press
from generator.emit.lunr.stemmer import stem
from generator.emit.lunr.tokens import chunks
from generator.emit.search_words import fold, read_chunk
from generator.model.corpus import Corpus
from generator.model.paper import Paper
from generator.plan.feeds import SEARCH
from generator.plan.site_plan import SitePlan
from generator.search.query import parse_query
from generator.text.plain import readable

_HYPHENS = re.compile("[-\u2010-\u2013\u2212]")


def emit_saved_searches(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the feed of each ``[[feeds.search]]`` table."""
    outlines = [outline for outline in plan.feeds if outline.kind == SEARCH]
    if not outlines:
        return
    press, stems = Press(corpus, plan, config), _Stems()
    for outline in outlines:
        found = matching(corpus, outline.name, stems)
        yield from press.files(outline, list(islice(found, config.feeds.topic_limit)))


class _Stems(dict[str, frozenset[str]]):
    """The stems of the words in a run of text without blanks; each run is read once."""

    def __missing__(self, chunk: str) -> frozenset[str]:
        words = read_chunk(chunk)
        forms = {form for word in words for form in (word.plain, word.token, word.joined) if form}
        self[chunk] = frozenset(map(stem, forms))
        return self[chunk]


def matching(corpus: Corpus, query: str, stems: _Stems | None = None) -> Iterator[Paper]:
    """Yield the papers that hold every word of a query, in the corpus's order.

    Words are those that the site's search reads, and match by their stems; here, none of them is
    taken for half typed or mistyped, and signs mean nothing.
    """
    stems = _Stems() if stems is None else stems
    clauses = [frozenset(map(stem, clause.forms)) for clause in parse_query(query, plain=True)]
    if not clauses:
        return
    openings = [{_opening(form) for form in clause} for clause in clauses]
    for paper in corpus.papers:
        texts = _texts(corpus, paper)
        if not _may_hold(openings, fold(" ".join(texts))):
            continue
        whole = " ".join(map(readable, texts))
        held = frozenset().union(*(stems[chunk] for chunk in chunks(whole)))
        if all(clause & held for clause in clauses):
            yield paper


def _texts(corpus: Corpus, paper: Paper) -> tuple[str, ...]:
    names = (author.name for author in paper.authors)
    return (paper.title, paper.abstract, *names, *corpus.topic_names(paper.id))


def _opening(form: str) -> str:
    """Return what words of this stem begin with: the stem's last letter may stand for another.

    Words of scripts without blanks are code points in the index, which rule nothing out.
    """
    return "" if "_" in form else form[: max(2, len(form) - 1)]


def _may_hold(openings: Sequence[Collection[str]], text: str) -> bool:
    """Rule out, fast, most papers: each word must begin somewhere in the text."""
    joined = _HYPHENS.sub("", text)
    return all(any(word in text or word in joined for word in words) for words in openings)
