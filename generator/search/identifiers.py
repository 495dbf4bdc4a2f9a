"""arXiv ids, DOIs and the like as people write them; the index has them bare: ``2402.12345``.

``static/js/search/identifiers.js`` reads the same way.
"""

from __future__ import annotations

import re

from generator.emit.search_words import Word, read_chunk

_SCHEME = re.compile(
    r"\A(?:https?://)?(?:"
    r"[\w.]*(?:arxiv|doi|openreview|aclanthology|pubmed[\w.]*|openalex)\.(?:org|net|gov)/"
    r"(?:\w+/|\w+\?id=)?|(?:arxiv|doi|openreview|acl|pmid|s2|openalex):)(?=.)",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
_ARXIV_DOI = re.compile(r"\A10\.48550/arxiv\.", re.IGNORECASE | re.ASCII)
_VERSION = re.compile(
    r"\A([0-9]{4}\.[0-9]{4,5}|[a-z-]+/[0-9]{7})(?:v[0-9]+)?(?:\.pdf)?\Z", re.IGNORECASE | re.ASCII
)


def read_identifier(chunk: str) -> list[tuple[Word, ...]]:
    """Return the words of a chunk, or those of the identifier it states.

    Each comes with the further ways to write it.
    """
    bare = _VERSION.sub(r"\1", _ARXIV_DOI.sub("", _SCHEME.sub("", chunk)))
    typed = read_chunk(chunk)
    if bare == chunk:
        return [(word,) for word in typed]
    return [
        (word, *(other for other in typed if other.plain.startswith(f"{word.plain}v")))
        for word in read_chunk(bare)
    ]
