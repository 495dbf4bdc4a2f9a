"""Discovered topics as a ``topics.yaml`` that a person can edit."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.curate.topic_model import TopicModel
from generator.model.topic import Topic

_OPENING = """\
# Topics that were discovered in the papers, for you to edit: rename, merge, delete, add terms.
# Keep a slug when you change a name: it is part of the topic's address. A topic whose terms stay as
# they are keeps its papers, as long as .florilegium/topics.json is there; other terms decide by
# their weights. See docs/intelligence/topics.md.

topics:
"""
_HEAVIEST = 4.5
_LEAST = 0.5
_LEAST_LETTERS = 4


def topics_yaml(model: TopicModel) -> str:
    """Return the file; beside the kept state it gives papers the topics the model gives them."""
    return _OPENING + "\n".join("\n".join(_lines(topic)) + "\n" for topic in model.topics)


def _lines(topic: Topic) -> Iterator[str]:
    yield f"  - slug: {json.dumps(topic.id, ensure_ascii=False)}"
    yield f"    name: {json.dumps(topic.name, ensure_ascii=False)}"
    if topic.description:
        yield f"    description: {json.dumps(topic.description, ensure_ascii=False)}"
    if topic.parent:
        yield f"    parent: {json.dumps(topic.parent, ensure_ascii=False)}"
    heaviest = max((term.weight for term in topic.terms), default=0.0)
    weights: dict[str, float] = {}
    for term in topic.terms:
        weights.setdefault(_with_plural(term.text), _HEAVIEST * term.weight / heaviest)
    kept = {text: weight for text, weight in weights.items() if weight >= _LEAST}
    if kept:
        yield "    terms:"
    for text, weight in kept.items():
        yield f"      {json.dumps(text, ensure_ascii=False)}: {weight:.1f}"


def _with_plural(term: str) -> str:
    """Return a term that matches its last word's plural too: ``river map*``, ``polic*``."""
    if len(term.rpartition(" ")[2]) < _LEAST_LETTERS:
        return term
    return f"{term.removesuffix('y')}*"
