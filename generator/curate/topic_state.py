"""Topic models as JSON: the kept state of discovered topics, and what a shipped pack has learned.

    {"version": 1,
     "topics": [{"slug", "name", "description", "parent", "centre": {term: weight}}, …],
     "rarity": {term: weight}}

A topic without a centre is a parent, which groups others and has no papers of its own.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from generator.curate.topic_model import TopicModel
from generator.errors import Diagnostic, Severity, SourceLocation
from generator.model.topic import Term, Topic
from generator.text.slug import slugify

STATE_FILE = PurePosixPath(".florilegium/topics.json")
"""Where the state is kept, relative to the project."""

VERSION = 1
SHOWN_TERMS = 20


def state_text(model: TopicModel) -> str:
    """Return the file that holds a model, one topic a line so that changes can be read."""
    rows = [
        json.dumps(
            {
                "slug": topic.id,
                "name": topic.name,
                "description": topic.description,
                "parent": topic.parent,
                "centre": dict(model.centres.get(topic.id, {})),
            },
            ensure_ascii=False,
        )
        for topic in model.topics
    ]
    rarity = json.dumps(dict(sorted(model.rarity.items())), ensure_ascii=False)
    listed = ",\n".join(rows)
    return f'{{"version": {VERSION},\n"topics": [\n{listed}\n],\n"rarity": {rarity}}}\n'


def read_state(text: str, path: PurePosixPath) -> tuple[TopicModel | None, tuple[Diagnostic, ...]]:
    """Return the model a file holds; None, and why, when it holds none that can be used."""
    try:
        return model_of(json.loads(text)), ()
    except (ValueError, RecursionError) as error:
        return None, (unusable(error, path),)


def unusable(reason: object, path: PurePosixPath) -> Diagnostic:
    """Return the warning that the kept topics are of no use."""
    return Diagnostic(
        code="U087",
        severity=Severity.WARNING,
        message=f"the kept topics cannot be used: {reason}",
        location=SourceLocation(path),
        hint="take the file back from version control, or delete it",
    )


def model_of(state: object) -> TopicModel:
    """Return the model that parsed JSON describes.

    Raises:
        ValueError: It has the wrong form or version, or contradicts itself.
    """
    if not isinstance(state, dict) or state.get("version") != VERSION:
        raise ValueError(f"it is no object with version {VERSION}")
    rows = state.get("topics")
    if not isinstance(rows, list) or not rows:
        raise ValueError("it lists no topics")
    rarity = _weights(state.get("rarity"), "rarity")
    topics: dict[str, Topic] = {}
    centres: dict[str, dict[str, float]] = {}
    for row in rows:
        topic, centre = _topic(row)
        if topic.id in topics:
            raise ValueError(f"two topics are {topic.id!r}")
        topics[topic.id] = topic
        if centre:
            centres[topic.id] = centre
    known = (
        topic if topic.parent in topics else replace(topic, parent="") for topic in topics.values()
    )
    return TopicModel(topics=tuple(known), centres=centres, rarity=rarity)


def _topic(row: object) -> tuple[Topic, dict[str, float]]:
    if not isinstance(row, dict):
        raise ValueError("a topic is no object")  # noqa: TRY004 — bad input, not a wrong call
    texts = {key: row.get(key, "") for key in ("slug", "name", "description", "parent")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise ValueError("slug, name, description and parent of a topic must be text")
    slug = texts["slug"]
    if not slug or slug != slugify(slug):
        raise ValueError(f"{slug!r} cannot be part of a URL")
    centre = _weights(row.get("centre"), f"the centre of {slug!r}")
    return topic_with_terms(
        Topic(
            id=slug,
            name=" ".join(texts["name"].split()) or slug,
            description=" ".join(texts["description"].split()),
            parent=texts["parent"],
        ),
        centre,
    ), centre


def topic_with_terms(topic: Topic, centre: Mapping[str, float]) -> Topic:
    """Return the topic with the heaviest terms of its centre."""
    heaviest = sorted(centre.items(), key=lambda entry: (-entry[1], entry[0]))[:SHOWN_TERMS]
    terms = tuple(Term(text=term, weight=weight) for term, weight in heaviest if weight > 0)
    return replace(topic, terms=terms)


def _weights(table: Any, what: str) -> dict[str, float]:
    if not isinstance(table, dict):
        raise ValueError(f"{what} must be an object")  # noqa: TRY004 — bad input
    for term, weight in table.items():
        if type(weight) not in {int, float} or not math.isfinite(weight):
            raise ValueError(f"the weight of {term!r} in {what} is no number")
    return {term: float(weight) for term, weight in table.items()}
