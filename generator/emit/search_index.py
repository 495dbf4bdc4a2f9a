"""``search/``: the Lunr index, what a result shows, and the words as people write them.

The documents of ``index.json`` are what ``_document`` makes of each paper, in the corpus's order;
their positions are its refs, and the positions in ``papers.json``. ``words.json`` lists written
words, for half-typed and mistyped ones: the index knows only stems.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.emit.lunr.builder import index_json
from generator.emit.lunr.counts import count
from generator.emit.lunr.tokens import STOP_WORDS, trim
from generator.emit.search_words import OtherForms, read_chunk
from generator.model.corpus import Corpus
from generator.model.dates import PartialDate
from generator.model.paper import LinkKind, Paper
from generator.plan import urls
from generator.plan.site_plan import SitePlan
from generator.plan.views import all_links, author_line, gist
from generator.text.plain import readable

# Boosts: a larger one for titles wins queries by title and loses queries by content.
FIELDS = {"title": 3.0, "authors": 3.0, "abstract": 1.0, "topics": 2.0}

_SUMMARY_LENGTH = 200
_WRITTEN_WORD = re.compile(r"[0-9]*[a-z][a-z0-9]+")


def emit_search(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the index and its two companions; nothing when search is switched off."""
    if not config.search.enabled:
        return
    documents = _documents(corpus)
    filled = {"title"}.union(*({name for name in text if text[name]} for text in documents))
    fields = {name: boost for name, boost in FIELDS.items() if name in filled}
    counts = count(_searchable(documents, list(fields)), fields)
    entries = [
        _entry(corpus, paper, plan.paper_urls[paper.id], document)
        for paper, document in zip(corpus.papers, documents, strict=True)
    ]
    yield _artifact(urls.SEARCH_INDEX, index_json(counts))
    yield _artifact(urls.SEARCH_PAPERS, _json(entries))
    yield _artifact(urls.SEARCH_WORDS, _json(_written_words(counts.tokens)))


def _documents(corpus: Corpus) -> list[Mapping[str, str]]:
    """Return each paper's searchable texts, as they are printed on its page."""
    names = {topic.id: topic.name for topic in corpus.topics}
    return [
        {
            "title": readable(paper.title),
            "authors": ", ".join(author.name for author in paper.authors),
            "abstract": readable(paper.abstract),
            "topics": "\n".join(
                names[scored.topic] for scored in corpus.enrichments[paper.id].topics
            ),
        }
        for paper in corpus.papers
    ]


def _searchable(
    documents: Iterable[Mapping[str, str]], fields: Sequence[str]
) -> Iterator[list[str]]:
    """Yield the texts of each document with the further forms of their words."""
    forms = OtherForms()
    for document in documents:
        yield [f"{text} {forms.of(text)}" for text in map(document.__getitem__, fields)]


def _entry(
    corpus: Corpus, paper: Paper, url: str, document: Mapping[str, str]
) -> dict[str, object]:
    """Return what a result shows of a paper."""
    issues = corpus.issues_with(paper.id)
    issued = PartialDate.from_date(issues[-1].date) if issues else ""
    links = all_links(corpus, paper)
    return {
        "id": paper.id,
        "url": urls.encoded(url),
        "title": document["title"],
        "authors": author_line(paper.authors),
        "topics": [name for name in document["topics"].split("\n") if name],
        "date": str(paper.published or issued),
        "summary": gist(paper, corpus.enrichments[paper.id], _SUMMARY_LENGTH),
        "has_code": any(link.kind is LinkKind.CODE for link in links),
    }


def _written_words(tokens: Iterable[str]) -> list[str]:
    """Return the words made of ASCII letters and digits, without stop words, sorted."""
    words: set[str] = set()
    for token in tokens:  # lunr's trimming would leave stumps of accented words
        words.update([trim(token)] if token.isascii() else (w.plain for w in read_chunk(token)))
    return sorted(word for word in words - STOP_WORDS if _WRITTEN_WORD.fullmatch(word))


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")


def _artifact(path: str, body: bytes) -> Artifact:
    return Artifact(path=path, body=body, media_type="application/json", origin="search")
