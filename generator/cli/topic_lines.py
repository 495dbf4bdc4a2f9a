"""Why a paper is in a topic, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.curate.topic_reasons import Kind, Reason, TopicSources, nearly, reasons
from generator.model.enrichment import TopicScore
from generator.model.paper import Paper
from generator.model.topic import Topic

_NAMES: Mapping[Kind, str] = {
    Kind.RULES: "its rules, evidence",
    Kind.MODEL: "learned words, cosine",
    Kind.CATEGORY: "category",
}


def told(found: Sequence[Reason]) -> Iterator[str]:
    """Yield a line for each kind of evidence."""
    if not found:
        yield "no word speaks for it; its papers resemble this one most"
    for reason in found:
        if reason.kind is Kind.EDITOR:
            yield "an editor says so"
        else:
            terms = ", ".join(f"{term} {weight:+.2f}" for term, weight in reason.terms)
            yield f"{_NAMES[reason.kind]} {reason.total:.2f}: {terms}"


def topic_lines(
    paper: Paper, scores: Sequence[TopicScore], topics: Sequence[Topic], sources: TopicSources
) -> Iterator[str]:
    """Yield a paper's topics, what speaks for each, and the topics that come next."""
    known = {topic.id: topic for topic in topics}
    for entry in scores:
        topic = known[entry.topic]
        yield f"  {entry.score:.2f}  {topic.name} ({topic.id})"
        yield from (f"        {line}" for line in told(reasons(paper, topic, sources)))
    for topic, found in nearly(paper, scores, topics, sources):
        yield f"  next  {topic.name} ({topic.id})"
        yield from (f"        {line}" for line in told(found))
