"""What can be seen of a sentence of an abstract, as numbers.

Every feature lies between 0.0 and 1.0, so that weights can be compared by eye; a feature that is
not named is 0.0. What single words tell is weighed apart (see ``statement_weights``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.curate.cues import (
    ADVERBS,
    DEEDS,
    DONE,
    OPENINGS,
    OURS,
    OWNERS,
    PASSIVES,
    REPORTS,
    TASKS,
    TRIALS,
    WRITERS,
    WRITINGS,
)
from generator.curate.title_words import TitleWords

_NUMBER = re.compile(r"(?<![\w.])[-+]?\d[\d,.]*")
_MEASURE = re.compile(r"\d\s?\\?%|\d\s?(?:x|×)(?![a-z])|\d\s(?:points?|times)\b")
_CUES = WRITERS | WRITINGS | TRIALS | PASSIVES | OURS
_FEW_WORDS, _MANY_WORDS = 12, 40
_REACH = 8
_PHRASES = (
    ("this paper", "this_work"),
    ("this work", "this_work"),
    ("state-of-the-art", "best"),
    ("state of the art", "best"),
    ("://", "release"),
    ("?", "question"),
    ("(", "parenthesis"),
)
_THIRDS = ("opening", "middle", "closing")
_FROM_START = ("place_1", "place_2", "place_3")
_FROM_END = ("place_from_end_1", "place_from_end_2", "place_from_end_3")


class Order(NamedTuple):
    """Names of features that tell where a kind of sentence begins, and the cues of its kind."""

    first: str
    next: str
    after: str
    cues: frozenset[str]


_ORDERS = tuple(
    Order(f"first_{name}", f"next_{name}", f"after_{name}", frozenset(cues.split()))
    for name, cues in {
        "proposal": "proposes",
        "own": "own proposes studies passive",
        "deed": "proposes develops studies shows passive this_work",
        "result": "opens_results reports",
    }.items()
)

Features = Mapping[str, float]


def sentence_features(
    title: TitleWords, sentences: Sequence[str], tokens: Sequence[Sequence[str]], before: int = 0
) -> tuple[Features, ...]:
    """Return the features of each sentence.

    Args:
        title: What the paper's title says.
        sentences: Of the abstract, in order, readable.
        tokens: The words of each, as ``text.tokens`` gives them.
        before: How many sentences stand before these.
    """
    found = []
    count = before + len(sentences)
    for index, (text, words) in enumerate(zip(sentences, tokens, strict=True), before):
        features = title.shared(words)
        _add_cues(features, text, words)
        _add_size(features, text, words)
        _add_place(features, index, count)
        if title.name and title.name in text:
            features["title_name"] = 1.0
        found.append(features)
    for order in _ORDERS:
        _mark_order(found, order)
    return tuple(found)


def _add_cues(features: dict[str, float], text: str, words: Sequence[str]) -> None:
    for name, opening in OPENINGS.get(words[0], ()) if words else ():
        if opening.match(text):
            features[name] = 1.0
    for phrase, name in _PHRASES:
        if phrase in text:
            features[name] = 1.0
    if cues := _CUES.intersection(words):
        for name in _deeds(words, sorted(cues)):
            features[name] = 1.0


def _deeds(tokens: Sequence[str], cues: Sequence[str]) -> list[str]:
    """Return what the sentence says that the authors do, or that their trials report.

    Args:
        tokens: Words of the sentence.
        cues: Those that may begin such a statement; each is looked at where it stands first.
    """
    found: list[str] = []
    for word in cues:
        index = tokens.index(word)
        if word in OURS:
            found.append("own")
        if word in WRITERS or (word in WRITINGS and _is_own(tokens, index)):
            deeds = _deeds_of_actor(tokens, index + 1)
            found += deeds
            if "studies" in deeds and not TASKS.isdisjoint(tokens[index : index + _REACH]):
                found.append("states_task")
        if word in TRIALS and not REPORTS.isdisjoint(tokens[index + 1 : index + 1 + _REACH]):
            found.append("reports")
        if word in PASSIVES and not DONE.isdisjoint(tokens[max(index - 3, 0) : index]):
            found.append("passive")
    return found


def _deeds_of_actor(tokens: Sequence[str], index: int) -> tuple[str, ...]:
    for word in tokens[index : index + 3]:
        if word in DEEDS:
            return DEEDS[word]
        if word not in ADVERBS and not word.endswith("ly"):
            break
    return ()


def _is_own(tokens: Sequence[str], index: int) -> bool:
    return not OWNERS.isdisjoint(tokens[max(index - 2, 0) : index])


def _add_place(features: dict[str, float], index: int, count: int) -> None:
    features["place"] = index / max(count - 1, 1)
    features[_THIRDS[3 * index // count]] = 1.0
    if index < 3:
        features[_FROM_START[index]] = 1.0
    if count - index <= 3:
        features[_FROM_END[count - index - 1]] = 1.0


def _add_size(features: dict[str, float], text: str, words: Sequence[str]) -> None:
    count = len(words)
    if count < _FEW_WORDS:
        features["short"] = (_FEW_WORDS - count) / _FEW_WORDS
    elif count > _MANY_WORDS:
        features["long"] = min((count - _MANY_WORDS) / _MANY_WORDS, 1.0)
    features["length"] = min(count / _MANY_WORDS, 1.0)
    # Digits stand in words: most sentences need no search for them.
    if not "".join(words).isalpha() and (numbers := len(_NUMBER.findall(text))):
        features["number"] = 1.0
        features["numbers"] = min(numbers / 4, 1.0)
        if _MEASURE.search(text):
            features["measure"] = 1.0


def _mark_order(found: Sequence[dict[str, float]], order: Order) -> None:
    """Add to each sentence whether it is the first with one of the cues, or comes behind it."""
    first = next((i for i, seen in enumerate(found) if not order.cues.isdisjoint(seen)), None)
    if first is None:
        return
    found[first][order.first] = 1.0
    for features in found[first + 1 :]:
        features[order.after] = 1.0
    if first + 1 < len(found):
        found[first + 1][order.next] = 1.0
