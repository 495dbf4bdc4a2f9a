"""What the shipped pack knows of papers, as a help to tell groups of them apart.

Two papers may share few words and still speak of one thing. The model of the pack
``machine-learning`` learned from thousands of papers which words go together; how much more each of
its topics speaks of a paper than of the digest's mean paper is that paper's profile. What the
model does not know, in digests of other fields, leaves short profiles, which hardly count.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from generator.curate.packs import pack_model
from generator.curate.paper_words import word_batches
from generator.curate.topic_table import TopicTable
from generator.model.paper import Paper

_KNOWN = 0.1
"""Length of a profile from which on the model knows the paper: nearly all of its field have it."""

_CHANCE = 0.1
"""A share of a profile that tells nothing."""


def profiles(papers: Sequence[Paper]) -> list[dict[str, float]]:
    """Return the profile of each paper, by topic; of length 1, or less where little is known."""
    model = pack_model()
    table = TopicTable(tuple(model.centres.values()), model.rarity)
    cosines = np.concatenate([table.cosines(batch) for batch in word_batches(papers)])
    above = np.maximum(cosines - np.maximum(cosines.mean(axis=0), 0.0), 0.0)
    lengths = np.sqrt((above * above).sum(axis=1, keepdims=True))
    return [
        {topic: share for topic, share in zip(model.centres, row, strict=True) if share > _CHANCE}
        for row in (above / np.maximum(lengths, _KNOWN)).tolist()
    ]
