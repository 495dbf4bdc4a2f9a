"""``search/``: the Lunr index or its pieces, what results show, and the words as people write.

The documents of ``index.json`` are what ``_document`` makes of each paper, in the corpus's order;
their positions are its refs, and the positions in ``papers.json``. ``words.json`` tells written
words, for half-typed and mistyped ones: the index knows only stems. ``abstracts/`` is what
phrases are looked for in, and where the sentence stands that a result shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.emit.endings import endings
from generator.emit.lunr.builder import index_json, utf16_order
from generator.emit.lunr.counts import Counts, Weighing, count
from generator.emit.lunr.stemmer import stem
from generator.emit.lunr.tokens import STOP_WORDS, chunks, cut, trim
from generator.emit.search_words import OtherForms, read_chunk
from generator.emit.shards.records import compact_json
from generator.emit.shards.words import SizedWord
from generator.emit.shards.write import shard_files
from generator.emit.synonyms import synonym_groups
from generator.language.language import Language
from generator.model.corpus import Corpus
from generator.model.dates import PartialDate
from generator.model.paper import LinkKind, Paper
from generator.plan import urls
from generator.plan.site_plan import SitePlan
from generator.plan.views import all_links, author_line, gist
from generator.text.plain import readable

# Boosts: a larger one for titles wins queries by title and loses queries by content. Abstracts come
# first, because what most terms lack should stand together, where it is compressed best.
FIELDS = {"abstract": 1.0, "title": 3.0, "authors": 3.0, "topics": 2.0} | {
    "venue": 1.0,
    "year": 1.0,
    "system": 1.0,
}
# Neither repetition nor length of such short texts tells much, and an index without them is a fifth
# smaller in one file, and a third in pieces.
_WEIGHING = Weighing(k1=0.0, b=0.0)

ABSTRACTS_EACH = 2  # in a file: a page of results needs some of them, never all

_SUMMARY_LENGTH = 200
# Of ASCII letters and digits; or the code points of one or two characters of other scripts.
_WRITTEN_WORD = re.compile(r"[0-9]*[a-z][a-z0-9]+|(?:[0-9a-f]+_)+").fullmatch


def emit_search(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the index and its companions."""
    in_pieces = config.search.shards(len(corpus.papers))
    documents = documents_of(corpus)
    counts = counted(documents)
    entries = [
        _entry(corpus, paper, plan.paper_urls[paper.id], names, config.language)
        for paper, names in zip(corpus.papers, _topics(corpus), strict=True)
    ]
    words = _written_words(counts, _identifiers_of(documents))
    abstracts = [document["abstract"] for document in documents]
    synonyms = synonym_groups(corpus)
    del documents  # of large sites, larger than the index
    if in_pieces:
        firsts = _first_authors(corpus, counts)
        yield from shard_files(counts, entries, abstracts, words, firsts, synonyms)
    else:
        yield _artifact(urls.SEARCH_INDEX, index_json(counts))
        yield _artifact(urls.SEARCH_PAPERS, compact_json(entries))
        yield _artifact(urls.SEARCH_WORDS, compact_json(_endings(counts, words)))
        for number, start in enumerate(range(0, len(abstracts), ABSTRACTS_EACH)):
            piece = compact_json(abstracts[start : start + ABSTRACTS_EACH])
            yield _artifact(f"{urls.SEARCH_ABSTRACTS}{number}.json", piece)
    yield _artifact(urls.SEARCH_SYNONYMS, compact_json(synonyms))


def documents_of(corpus: Corpus) -> list[Mapping[str, str]]:
    """Return each paper's searchable texts, as they are printed on its page.

    The authors' keywords count as topics, identifiers as names of the system: a field of their own
    would make the index of every site larger. ``identifiers`` has them alone, and is no field.
    """
    documents: list[Mapping[str, str]] = []
    for paper, names in zip(corpus.papers, _topics(corpus), strict=True):
        identifiers = [alias.partition(":")[2] for alias in paper.aliases]
        documents.append(
            {
                "title": readable(paper.title),
                "authors": ", ".join(author.name for author in paper.authors),
                "abstract": readable(paper.abstract),
                "topics": "\n".join(dict.fromkeys((*names, *paper.keywords))),
                "venue": paper.venue,
                "year": _date(corpus, paper)[:4],
                "system": "\n".join(filter(None, (_system(corpus, paper), *identifiers))),
                "identifiers": "\n".join(identifiers),
            }
        )
    return documents


def _topics(corpus: Corpus) -> list[list[str]]:
    """Return the names of each paper's topics, primary first."""
    names = {topic.id: topic.name for topic in corpus.topics}
    return [
        [names[scored.topic] for scored in corpus.enrichments[paper.id].topics]
        for paper in corpus.papers
    ]


def _identifiers_of(documents: Iterable[Mapping[str, str]]) -> list[str]:
    return [name for document in documents for name in chunks(document["identifiers"])]


def counted(documents: Sequence[Mapping[str, str]]) -> Counts:
    """Return the terms of the documents."""
    filled = {"title"}.union(*({name for name in text if text[name]} for text in documents))
    fields = {name: boost for name, boost in FIELDS.items() if name in filled}
    texts = _searchable(documents, list(fields))
    return count(texts, fields, _WEIGHING)


def _searchable(
    documents: Sequence[Mapping[str, str]], fields: Sequence[str]
) -> Iterator[list[str]]:
    """Yield the texts of each document with the further forms of their words.

    Identifiers have none: half of a DOI would find every paper of its publisher.
    """
    forms = OtherForms(dict.fromkeys(_identifiers_of(documents), ()))
    for document in documents:
        yield [f"{text} {forms.of(text)}" for text in map(document.__getitem__, fields)]


def _entry(
    corpus: Corpus, paper: Paper, url: str, topics: Sequence[str], language: Language
) -> dict[str, object]:
    """Return what a result shows of a paper."""
    links = all_links(corpus, paper)
    return {
        "id": paper.id,
        "url": urls.encoded(url),
        "title": readable(paper.title),
        "authors": author_line(paper.authors, language),
        "topics": topics,
        "date": _date(corpus, paper),
        "venue": paper.venue,
        "issues": [issue.id for issue in corpus.issues_with(paper.id)],
        "summary": gist(paper, corpus.enrichments[paper.id], _SUMMARY_LENGTH),
        "has_code": any(link.kind is LinkKind.CODE for link in links),
    }


def _date(corpus: Corpus, paper: Paper) -> str:
    """Return when it was published or, if nobody says, first in an issue; maybe empty."""
    issues = corpus.issues_with(paper.id)
    issued = PartialDate.from_date(issues[-1].date) if issues else ""
    return str(paper.published or issued)


def _system(corpus: Corpus, paper: Paper) -> str:
    system = corpus.enrichments[paper.id].facts.system
    return system.text if system else ""


def _first_authors(corpus: Corpus, counts: Counts) -> list[list[int]]:
    """Return the terms of each paper's first author's name."""
    names = [paper.authors[0].name if paper.authors else "" for paper in corpus.papers]
    forms = OtherForms({})
    written = (cut(f"{name} {forms.of(name)}") for name in names)
    return [
        [counts.terms[term] for token in tokens if (term := stem(trim(token))) in counts.terms]
        for tokens in written
    ]


def _written_words(counts: Counts, identifiers: Iterable[str]) -> list[SizedWord]:
    """Return the words in ASCII, sorted, with their stems' postings.

    Stop words are left out, and so are identifiers: no word is a slip of one.
    """
    words: set[str] = set()
    for token in counts.tokens:  # lunr's trimming would leave stumps of accented words
        words.update([trim(token)] if token.isascii() else (w.plain for w in read_chunk(token)))
    found = counts.found.tolist()
    sized = []
    parts = {trim(token) for identifier in identifiers for token in cut(identifier)}
    for word in sorted(words - STOP_WORDS - parts):
        if _WRITTEN_WORD(word):
            term = counts.tokens.get(word)
            number = counts.terms.get(stem(word)) if term is None else term
            sized.append((word, found[number] if number is not None else 0))
    return sized


def _endings(counts: Counts, words: Sequence[SizedWord]) -> str:
    return endings(utf16_order(counts.terms), [word for word, _ in words])


def _artifact(path: str, body: bytes) -> Artifact:
    return Artifact(path=path, body=body, media_type="application/json", origin="search")
