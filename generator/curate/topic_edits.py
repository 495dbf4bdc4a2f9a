"""Discovered topics that an editor has gone over in the topics file.

As long as the state lies beside the file, a topic whose terms are as they were written is known by
its centre, whatever became of its name: the file then places papers as discovery did. A topic with
other terms, or a new one, is known by them; one that was deleted leaves its papers to the others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from generator.curate.taxonomy import read_taxonomy
from generator.curate.topic_groups import cosine
from generator.curate.topic_model import TopicModel
from generator.curate.topics_yaml import topics_yaml
from generator.model.topic import Topic


def unedited(model: TopicModel, filed: Sequence[Topic]) -> TopicModel:
    """Return a kept model without the centres of topics that the file words anew, or lacks."""
    written, _ = read_taxonomy(topics_yaml(model), PurePosixPath("topics.yaml"))
    terms = {topic.id: topic.terms for topic in written}
    same = {topic.id for topic in filed if topic.terms and topic.terms == terms.get(topic.id)}
    return replace(model, centres={s: c for s, c in model.centres.items() if s in same})


def successors(model: TopicModel, used: Collection[str]) -> Mapping[str, str]:
    """Return, for each kept topic that no paper has any more, the one in use most like it.

    Topics are alike by their centres; empty where no centre is like it.
    """
    present = [slug for slug in model.centres if slug in used]
    gone = [slug for slug in model.centres if slug not in used]
    return {slug: _nearest(slug, present, model.centres) for slug in gone}


def _nearest(slug: str, present: Sequence[str], centres: Mapping[str, Mapping[str, float]]) -> str:
    likeness = {other: cosine(centres[slug], centres[other]) for other in present}
    best = min(likeness, key=lambda other: (-likeness[other], other), default="")
    return best if best and likeness[best] > 0 else ""
