"""Why a paper is in a topic, or nearly: the words that speak for and against, with their weights.

Three kinds of evidence are told apart, since their numbers do not compare: the words of a topic's
rules, what a model has learned about it, and arXiv's own classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.curate.paper_words import paper_words
from generator.curate.terms import TermMatcher
from generator.curate.topic_features import term_counts, unit_vector
from generator.curate.topic_model import TopicModel
from generator.model.enrichment import TopicScore
from generator.model.paper import Paper
from generator.model.topic import Topic
from generator.text.slug import slugify

SHOWN = 5
_NEARLY = 2


class Kind(StrEnum):
    """What speaks: an editor, words of the rules, words that a model knows, or a category."""

    EDITOR = "editor"
    RULES = "rules"
    MODEL = "model"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One kind of evidence that a paper belongs to a topic.

    Attributes:
        total: All of it: the evidence of the rules, or the cosine with the topic's centre.
        terms: The strongest terms and what each adds or takes away.
    """

    kind: Kind
    total: float
    terms: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSources:
    """By what the papers of a site get their topics.

    Attributes:
        model: Centres of discovered topics, or what a pack has learned; None without either.
        both: Whether topics that the model knows are known by their terms too, as a pack's are.
    """

    model: TopicModel | None
    both: bool = False


def reasons(paper: Paper, topic: Topic, sources: TopicSources) -> tuple[Reason, ...]:
    """Return what speaks for a paper's being in a topic; an editor's word needs no other."""
    if topic.id in paper.topics:
        return (Reason(kind=Kind.EDITOR, total=1.0),)
    found = []
    centre = sources.model.centres.get(topic.id) if sources.model else None
    if centre is None or sources.both:
        found.append(_by_rules(paper, topic) if topic.terms else _by_category(paper, topic))
    if sources.model is not None and centre is not None:
        found.append(_by_model(paper, centre, sources.model.rarity))
    return tuple(reason for reason in found if reason.terms)


def nearly(
    paper: Paper, chosen: Sequence[TopicScore], topics: Iterable[Topic], sources: TopicSources
) -> list[tuple[Topic, tuple[Reason, ...]]]:
    """Return the topics that come next after those that a paper has, the best first."""
    own = {entry.topic for entry in chosen}
    others = [(topic, reasons(paper, topic, sources)) for topic in topics if topic.id not in own]
    speaking = [(topic, found) for topic, found in others if found]
    speaking.sort(key=lambda entry: (-max(reason.total for reason in entry[1]), entry[0].id))
    return [entry for entry in speaking[:_NEARLY] if max(r.total for r in entry[1]) > 0]


def _by_rules(paper: Paper, topic: Topic) -> Reason:
    lone = [Topic(id=term.text, name=term.text, terms=(term,)) for term in topic.terms]
    weights = TermMatcher(lone).score(paper_words(paper))
    return _reason(Kind.RULES, {lone[number].id: value for number, value in weights.items()})


def _by_model(paper: Paper, centre: Mapping[str, float], rarity: Mapping[str, float]) -> Reason:
    vector = unit_vector(term_counts(paper), rarity)
    return _reason(
        Kind.MODEL,
        {term: weight * centre[term] for term, weight in vector.items() if term in centre},
    )


def _by_category(paper: Paper, topic: Topic) -> Reason:
    named = (category for category in paper.categories if slugify(category) == topic.id)
    return _reason(Kind.CATEGORY, dict.fromkeys(named, 1.0))


def _reason(kind: Kind, weights: Mapping[str, float]) -> Reason:
    ranked = sorted(weights.items(), key=lambda entry: (-abs(entry[1]), entry[0]))
    shown = tuple((term, round(value, 3)) for term, value in ranked[:SHOWN] if round(value, 3))
    return Reason(kind=kind, total=round(sum(weights.values()), 3), terms=shown)
