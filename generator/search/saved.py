"""Feeds of saved searches: the newest papers that a query asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from itertools import islice

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.emit.feeds import Press
from generator.emit.lunr.stemmer import stem
from generator.emit.lunr.tokens import chunks
from generator.emit.search_words import Word, fold, read_chunk
from generator.model.corpus import Corpus
from generator.model.paper import Paper
from generator.plan.feeds import SEARCH
from generator.plan.site_plan import SitePlan
from generator.search.query import Clause, Presence, parse_query
from generator.text.plain import readable

_HYPHENS = re.compile("[-\u2010-\u2013\u2212]")

Texts = Mapping[str, str]
"""What a paper can be found by, under the names of the index's fields."""


def emit_saved_searches(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the feed of each ``[[feeds.search]]`` table."""
    outlines = [outline for outline in plan.feeds if outline.kind == SEARCH]
    press, words = Press(corpus, plan, config), _Words()
    for outline in outlines:
        found = matching(corpus, outline.name, words)
        yield from press.files(outline, list(islice(found, config.feeds.topic_limit)))


class _Words(dict[str, tuple[Word, ...]]):
    """The words in a run of text without blanks; each run is read once."""

    def __missing__(self, chunk: str) -> tuple[Word, ...]:
        self[chunk] = tuple(read_chunk(chunk))
        return self[chunk]


def matching(corpus: Corpus, query: str, words: _Words | None = None) -> Iterator[Paper]:
    """Yield the papers that hold all that a query asks for, in the corpus's order.

    Queries are those of the site's search: words, "phrases", ``field:``, ``-`` and ``*``. Every
    clause must be met, and no word is taken for half typed or mistyped.
    """
    words = _Words() if words is None else words
    clauses = parse_query(f"{query} ")
    needles = [_needles(clause) for clause in clauses if clause.presence is not Presence.NOT]
    for paper in corpus.papers if needles else ():
        texts = _texts(corpus, paper)
        whole = fold(" ".join(texts.values()))
        joined = _HYPHENS.sub("", whole)
        may_hold = all(any(n in whole or n in joined for n in clause) for clause in needles)
        if may_hold and all(_is_met(clause, texts, words) for clause in clauses):
            yield paper


def _needles(clause: Clause) -> set[str]:
    """Return what a paper must hold letter for letter, which rules out most papers fast.

    Words of one stem begin alike up to its last letter, which may stand for another. Words of
    scripts without blanks are code points in the index, and rule nothing out.
    """
    if clause.pattern:
        return {clause.pattern.partition("*")[0]}
    stems = map(stem, clause.forms)
    return {"" if "_" in form else form[: max(2, len(form) - 1)] for form in stems}


def _texts(corpus: Corpus, paper: Paper) -> Texts:
    facts = corpus.enrichments[paper.id].facts
    names = [facts.system.text] if facts.system else []
    names += [facts.expansion.text] if facts.expansion else []
    return {
        "title": paper.title,
        "authors": ", ".join(author.name for author in paper.authors),
        "abstract": paper.abstract,
        "topics": ", ".join(corpus.topic_names(paper.id)),
        "venue": paper.venue,
        "year": str(paper.published.year) if paper.published else "",
        "system": ", ".join(names),
    }


def _is_met(clause: Clause, texts: Texts, words: _Words) -> bool:
    chosen = [texts[clause.field]] if clause.field else list(texts.values())
    held = any(_holds([w for c in chunks(readable(t)) for w in words[c]], clause) for t in chosen)
    return held != (clause.presence is Presence.NOT)


def _holds(words: Sequence[Word], clause: Clause) -> bool:
    if clause.pattern:
        return any(fnmatchcase(word.plain, clause.pattern) for word in words)
    if not clause.phrase:
        wanted = set(map(stem, clause.forms))
        return any(wanted & _stems(word) for word in words)
    sought = [_stems(word) for word in clause.words]
    places = range(len(words) - len(sought) + 1)
    return any(
        all(stems & _stems(words[place + n]) for n, stems in enumerate(sought)) for place in places
    )


def _stems(word: Word) -> set[str]:
    return {stem(form) for form in (word.plain, word.token, word.joined) if form}
