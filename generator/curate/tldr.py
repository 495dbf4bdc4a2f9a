"""What a paper adds and what it found, in its own words.

Each sentence of an abstract is scored twice by a linear model over the features of
``sentence_features``: as a statement of what is new, and of what was found. An editor's or
author's own summary wins over the chosen contribution.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.curate.brief import contribution_line, one_line, result_line
from generator.curate.sentence_features import Features, sentence_features
from generator.curate.statement_weights import StatementWeights, shipped_weights
from generator.curate.title_words import TitleWords
from generator.model.enrichment import Statement, StatementOrigin
from generator.model.paper import Paper
from generator.text.plain import is_plain, readable
from generator.text.sentences import Spans, sentence_spans
from generator.text.tokens import words

Statements = tuple[Statement | None, Statement | None]
"""Contribution and result."""

_EDITORS_FORMATS = frozenset({"markdown"})
_FEWEST_LETTERS = 20


_OWN = ("We ", " we ", "Our ", " our ", "his paper", "his work", "his study", "his article",
        "his survey", "his report", "his research", "ropose", "ntroduce")  # fmt: skip
"""What stands where authors begin to speak of their own work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredSentence:
    """A sentence of an abstract, and why it was chosen or not.

    Attributes:
        start: First character in the abstract.
        end: One past the last character.
        words: As ``text.tokens`` gives them.
        features: What was seen of it, 0.0 to 1.0 each; those not named are 0.0.
        contribution: Score as a statement of what is new; higher is better.
        result: Score as a statement of what was found.
    """

    start: int
    end: int
    words: Sequence[str]
    features: Features
    contribution: float
    result: float


def statements_of(
    paper: Paper, weights: StatementWeights, spans: Spans | None = None
) -> Statements:
    """Return what a paper adds and what it found; None where its abstract does not say.

    Args:
        paper: The paper.
        weights: What is seen of a sentence, and what it counts.
        spans: The sentences of its abstract; found here when None.
    """
    title = TitleWords.of(readable(paper.title), weights.rarity)
    own = own_sentences(paper.abstract, title, spans)
    scores = [weights.sentence.scores(*seen) for seen in zip(own.features, own.words, strict=True)]
    contribution, result = _best_pair(own.spans, scores, weights.result_floor)
    first = second = None
    if paper.tldr.strip():
        first = _given(paper)
    elif contribution is not None:
        line = contribution_line(own.texts[contribution], title, weights.line)
        first = _extracted(paper, own.spans[contribution], line)
    if result is not None:
        second = _extracted(paper, own.spans[result], result_line(own.texts[result]))
    return first, second


def explain_statements(paper: Paper) -> tuple[ScoredSentence, ...]:
    """Return the sentences that can be chosen, in order, with features and scores.

    Those before the authors first speak of their own work are background, and never chosen.
    """
    weights = shipped_weights()
    own = own_sentences(paper.abstract, TitleWords.of(readable(paper.title), weights.rarity))
    explained = []
    for span, text, features in zip(own.spans, own.words, own.features, strict=True):
        contribution, result = weights.sentence.scores(features, text)
        explained.append(
            ScoredSentence(
                start=span[0],
                end=span[1],
                words=text,
                features=features,
                contribution=contribution,
                result=result,
            )
        )
    return tuple(explained)


class OwnSentences(NamedTuple):
    """The sentences of an abstract from the first in which the authors speak of their work.

    Attributes:
        spans: Start and end of each.
        texts: Readable, each in one line.
        words: Of each, as ``text.tokens`` gives them.
        features: Of each.
    """

    spans: Spans
    texts: list[str]
    words: list[list[str]]
    features: tuple[Features, ...]


def own_sentences(abstract: str, title: TitleWords, spans: Spans | None = None) -> OwnSentences:
    """Return the sentences without the background; all of them where authors never speak."""
    spans = sentence_spans(abstract) if spans is None else spans
    before = _count_background(abstract, spans)
    spans = spans[before:]
    texts = [abstract[start:end] for start, end in spans]
    if not is_plain(abstract):
        texts = [" ".join(readable(text).split()) for text in texts]
    tokens = [words(text) for text in texts]
    return OwnSentences(spans, texts, tokens, sentence_features(title, texts, tokens, before))


def _count_background(abstract: str, spans: Spans) -> int:
    first = len(abstract)
    for cue in _OWN:
        place = abstract.find(cue, 0, first)
        if place >= 0:
            first = place
    return 0 if first == len(abstract) else sum([end <= first for _, end in spans])


def _best_pair(
    spans: Spans, scores: Sequence[tuple[float, float]], floor: float
) -> tuple[int | None, int | None]:
    """Return the best contribution, and the best result among the others if it is good enough."""
    places = range(len(spans))
    fit = [i for i in places if spans[i][1] - spans[i][0] >= _FEWEST_LETTERS] or places
    contribution = max(fit, key=lambda i: scores[i][0], default=None)
    others = [i for i in fit if i != contribution]
    result = max(others, key=lambda i: scores[i][1], default=None)
    if result is not None and scores[result][1] < floor:
        result = None
    return contribution, result


def _extracted(paper: Paper, span: tuple[int, int], brief: str) -> Statement:
    start, end = span
    return Statement(text=paper.abstract[start:end], brief=brief, start=start, end=end)


def _given(paper: Paper) -> Statement:
    """Return the paper's own summary: an editor's when a seed of ours holds it, else its authors'.

    Its place is given when it is a piece of the abstract.
    """
    text = paper.tldr.strip()
    start = paper.abstract.find(text)
    won = next((s.origin.format for s in paper.provenance if s.field == "tldr"), None)
    formats = {won} if won else {origin.format for origin in paper.origins}
    by_editor = not _EDITORS_FORMATS.isdisjoint(formats)
    return Statement(
        text=text,
        brief=one_line(text),
        start=start,
        end=start + len(text) if start >= 0 else -1,
        origin=StatementOrigin.EDITOR if by_editor else StatementOrigin.AUTHOR,
    )
