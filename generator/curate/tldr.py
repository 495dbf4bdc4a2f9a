"""What a paper adds and what it found, in its own words.

Each sentence of an abstract is scored twice by a linear model over the features of
``sentence_features``: as a statement of what is new, and of what was found. An editor's or
author's own summary wins over the chosen contribution.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.curate.brief import contribution_line, one_line, result_line
from generator.curate.sentence_features import Features, sentence_features
from generator.curate.statement_weights import StatementWeights, shipped_weights
from generator.model.enrichment import Statement, StatementOrigin
from generator.model.paper import Paper
from generator.text.plain import readable
from generator.text.sentences import Spans, sentence_spans

Statements = tuple[Statement | None, Statement | None]
"""Contribution and result."""

_EDITORS_FORMATS = frozenset({"markdown"})
_FEWEST_LETTERS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredSentence:
    """A sentence of an abstract, and why it was chosen or not.

    Attributes:
        start: First character in the abstract.
        end: One past the last character.
        features: What was seen of it, 0.0 to 1.0 each; those not named are 0.0.
        contribution: Score as a statement of what is new; higher is better.
        result: Score as a statement of what was found.
    """

    start: int
    end: int
    features: Features
    contribution: float
    result: float


def statements_of(
    paper: Paper, weights: StatementWeights, spans: Spans | None = None
) -> Statements:
    """Return what a paper adds and what it found; None where its abstract does not say.

    Args:
        paper: The paper.
        weights: What each feature of a sentence counts.
        spans: The sentences of its abstract; found here when None.
    """
    title = readable(paper.title)
    scored = explain_statements(paper, weights, spans)
    contribution, result = _best_pair(scored, weights.result_floor)
    if paper.tldr.strip():
        first: Statement | None = _given(paper)
    elif contribution is None:
        first = None
    else:
        text = paper.abstract[contribution.start : contribution.end]
        brief = contribution_line(text, title, weights.line, weights.rarity)
        first = _extracted(contribution, text, brief)
    if result is None:
        return first, None
    text = paper.abstract[result.start : result.end]
    return first, _extracted(result, text, result_line(text))


def explain_statements(
    paper: Paper, weights: StatementWeights | None = None, spans: Spans | None = None
) -> tuple[ScoredSentence, ...]:
    """Return every sentence of the paper's abstract, in order, with features and scores."""
    known = weights or shipped_weights()
    spans = sentence_spans(paper.abstract) if spans is None else spans
    texts = [" ".join(readable(paper.abstract[start:end]).split()) for start, end in spans]
    features = sentence_features(readable(paper.title), texts, known.rarity)
    return tuple(
        ScoredSentence(
            start=start,
            end=end,
            features=seen,
            contribution=_score(seen, known.contribution),
            result=_score(seen, known.result),
        )
        for (start, end), seen in zip(spans, features, strict=True)
    )


def _score(features: Features, weights: Mapping[str, float]) -> float:
    total = 0.0
    for name, value in features.items():
        if name in weights:
            total += value * weights[name]
    return round(total, 4)


def _best_pair(
    scored: Sequence[ScoredSentence], floor: float
) -> tuple[ScoredSentence | None, ScoredSentence | None]:
    """Return the best contribution, and the best result among the others if it is good enough."""
    fit = [s for s in scored if s.end - s.start >= _FEWEST_LETTERS] or list(scored)
    if not fit:
        return None, None
    contribution = max(fit, key=lambda s: s.contribution)
    others = [s for s in fit if s is not contribution]
    result = max(others, key=lambda s: s.result, default=None)
    if result is None or result.result < floor:
        return contribution, None
    return contribution, result


def _extracted(sentence: ScoredSentence, text: str, brief: str) -> Statement:
    return Statement(text=text, brief=brief, start=sentence.start, end=sentence.end)


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
