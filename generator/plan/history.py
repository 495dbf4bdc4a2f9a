"""The past of the site, carried on by one build."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping

from generator.model.corpus import Corpus
from generator.model.history import History, Remembered
from generator.model.issue import Issue
from generator.model.paper import Paper

UNDATED = datetime.date(1970, 1, 1)
"""Stands for the date of what no source dates; readers of feeds sort it last."""

_DIGEST_BYTES = 8


def issue_key(issue: str) -> str:
    """Return the name of an issue in the history; papers have their ids."""
    return f"issue:{issue}"


def carried_on(
    old: History,
    corpus: Corpus,
    *,
    paper_urls: Mapping[str, str],
    issue_urls: Mapping[str, str],
    today: datetime.date,
) -> History:
    """Return the history with this build's papers and issues.

    What is new changed on the day that its sources state. What is known changed again when its
    content differs: on the day its sources state, if that is later than before, else today. What
    has another address than before leaves the former one in ``moved``; what is gone is forgotten.
    """
    pages: dict[str, Remembered] = {}
    moved = dict(old.moved)
    for key, url, digest, stated in _pages(corpus, paper_urls, issue_urls):
        was = old.pages.get(key)
        pages[key] = Remembered(url, digest, _changed(was, digest, stated, today))
        if was and was.url != url:
            moved[was.url] = key
    taken = {page.url for page in pages.values()}
    kept = {url: key for url, key in moved.items() if key in pages and url not in taken}
    places = {
        paper.id: place
        for paper in corpus.papers
        if (place := corpus.enrichments[paper.id].position)
    }
    return History(pages=pages, moved=kept, places=places)


def _pages(
    corpus: Corpus, paper_urls: Mapping[str, str], issue_urls: Mapping[str, str]
) -> Iterator[tuple[str, str, str, datetime.date]]:
    """Yield key, URL, digest and stated date of each paper and issue."""
    for paper in corpus.papers:
        shown = _shown(corpus, paper)
        yield paper.id, paper_urls[paper.id], _digest(shown), stated_date(corpus, paper)
    for issue in corpus.issues:
        key = issue_key(issue.id)
        yield key, issue_urls[issue.id], _digest(_arranged(issue)), issue.date


def _changed(
    was: Remembered | None, digest: str, stated: datetime.date, today: datetime.date
) -> datetime.date:
    if was is None:
        return stated
    if was.digest == digest:
        return was.changed
    return stated if stated > was.changed else max(today, was.changed)


def stated_date(corpus: Corpus, paper: Paper) -> datetime.date:
    """Return a paper's last revision, first publication or first issue, as far as stated."""
    stated = paper.updated or paper.published
    if stated:
        return stated.earliest()
    return min((issue.date for issue in corpus.issues_with(paper.id)), default=UNDATED)


def _shown(corpus: Corpus, paper: Paper) -> str:
    """Return what a feed shows of a paper."""
    enrichment = corpus.enrichments[paper.id]
    statements = (enrichment.contribution, enrichment.result)
    return "\x1f".join(
        (
            paper.title,
            paper.abstract,
            *[author.name for author in paper.authors],
            *[entry.topic for entry in enrichment.topics],
            *[statement.brief for statement in statements if statement],
            *[link.url for link in paper.links],
            str(paper.published),
            str(paper.updated),
        )
    )


def _arranged(issue: Issue) -> str:
    sections = ((section.title, section.picks) for section in issue.sections)
    return repr((issue.title, issue.curator, issue.introduction, *sections))


def _digest(shown: str) -> str:
    body = shown.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(body, digest_size=_DIGEST_BYTES).hexdigest()
