"""What can be seen of a sentence of an abstract, as numbers.

Every feature lies between 0.0 and 1.0, so that weights can be compared by eye; a feature that is
not named is 0.0.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.curate.cues import (
    ADVERBS,
    DEEDS,
    OPENINGS,
    OWNERS,
    PASSIVES,
    REPORTS,
    TASKS,
    TRIALS,
    WORD_CUES,
    WRITERS,
    WRITINGS,
    word_set,
)
from generator.text.tokens import words

_NUMBER = re.compile(r"(?<![\w.])[-+]?\d[\d,.]*")
_MEASURE = re.compile(r"\d\s?\\?%|\d\s?(?:x|×)(?![a-z])|\d\s(?:points?|times)\b")
_SHORT_FORM = re.compile(r"\([^()]{0,20}[A-Z][^()]{0,12}[A-Z][^()]{0,20}\)")
_NAME = re.compile(r"(\S{2,24}(?:\s\S{1,12})?)\s?(?::|\s-{1,2}\s|–|—)")
_CALLED = word_set("called named dubbed termed coined namely denoted")
_TELLING = WRITERS | WRITINGS | TRIALS | PASSIVES
_FEW_WORDS, _MANY_WORDS = 12, 40
_REACH = 8

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    words: tuple[str, ...]


@lru_cache(maxsize=64)
def folded(text: str) -> tuple[str, ...]:
    """Return the words of a text, lower case, without an s at the end: ``Maps`` is ``map``."""
    return tuple([w[:-1] if w[-1] == "s" and len(w) > 3 else w for w in words(text)])


def sentence_features(
    title: str, sentences: Sequence[str], rarity: Mapping[str, float]
) -> tuple[Features, ...]:
    """Return the features of each sentence.

    Args:
        title: The paper's title, readable.
        sentences: The abstract's sentences in order, readable.
        rarity: Weight, 0.0 to 1.0, of common folded words; all others weigh 1.0.
    """
    cut = [_Sentence(text, folded(text)) for text in sentences]
    found = [_cues(s) | _size(s.text) | _place(i, len(cut)) for i, s in enumerate(cut)]
    for features, overlap in zip(found, _overlaps(title, cut, rarity), strict=True):
        features.update(overlap)
    for name, cues in (
        ("proposal", ("proposes",)),
        ("own", ("we", "our", "proposes", "studies", "passive")),
        ("deed", ("proposes", "develops", "studies", "shows", "passive", "this_work")),
        ("result", ("opens_results", "reports")),
    ):
        _mark_order(found, name, cues)
    return tuple(found)


def _cues(sentence: _Sentence) -> dict[str, float]:
    found = {cue for word in sentence.words if word in WORD_CUES for cue in WORD_CUES[word]}
    found.update(name for name, opening in OPENINGS.items() if opening.match(sentence.text))
    found.update(_deeds(sentence.words))
    if "state-of-the-art" in sentence.text or "state of the art" in sentence.text:
        found.add("best")
    if "://" in sentence.text:
        found.add("release")
    if "this paper" in sentence.text or "this work" in sentence.text:
        found.add("this_work")
    if not {"our", "proposed"}.isdisjoint(sentence.words) and "thing" in found:
        found.add("our_thing")
    if "new" in found and "thing" in found:
        found.add("new_thing")
    if "?" in sentence.text:
        found.add("question")
    if "(" in sentence.text and _SHORT_FORM.search(sentence.text):
        found.add("called")
    if not _CALLED.isdisjoint(sentence.words):
        found.add("called")
    return dict.fromkeys(found, 1.0)


def _deeds(tokens: Sequence[str]) -> set[str]:
    """Return what the sentence says that the authors do, or that their trials report."""
    found: set[str] = set()
    for index, word in enumerate(tokens):
        if word not in _TELLING:
            continue
        if word in WRITERS or (word in WRITINGS and _is_own(tokens, index)):
            deeds = _deeds_of_actor(tokens, index + 1)
            found.update(deeds)
            if "studies" in deeds and not TASKS.isdisjoint(tokens[index : index + _REACH]):
                found.add("states_task")
        if word in TRIALS and not REPORTS.isdisjoint(tokens[index + 1 : index + 1 + _REACH]):
            found.add("reports")
        if word in PASSIVES and not {"is", "are", "we"}.isdisjoint(
            tokens[max(index - 3, 0) : index]
        ):
            found.add("passive")
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


def _place(index: int, count: int) -> dict[str, float]:
    place = {"place": index / max(count - 1, 1), "alone": 1.0 / count}
    if index < 3:
        place[f"place_{index + 1}"] = 1.0
    if count - index <= 3:
        place[f"place_from_end_{count - index}"] = 1.0
    place[("opening", "middle", "closing")[3 * index // count]] = 1.0
    return place


def _size(text: str) -> dict[str, float]:
    count = text.count(" ") + 1
    size = {"length": min(math.log(count + 1) / 5, 1.0), "commas": min(text.count(",") / 5, 1.0)}
    if count < _FEW_WORDS:
        size["short"] = (_FEW_WORDS - count) / _FEW_WORDS
    if count > _MANY_WORDS:
        size["long"] = min((count - _MANY_WORDS) / _MANY_WORDS, 1.0)
    if numbers := len(_NUMBER.findall(text)):
        size["number"] = 1.0
        size["numbers"] = min(numbers / 4, 1.0)
        if _MEASURE.search(text):
            size["measure"] = 1.0
    if "(" in text:
        size["parenthesis"] = 1.0
    return size


def _overlaps(
    title: str, sentences: Sequence[_Sentence], rarity: Mapping[str, float]
) -> list[dict[str, float]]:
    """Return how much each sentence shares with the title, and with the other sentences."""
    title_words = folded(title)
    title_set, title_pairs = frozenset(title_words), frozenset(pairwise(title_words))
    name = _NAME.match(title)
    counts = Counter(word for s in sentences for word in frozenset(s.words))
    weights = {word: rarity.get(word, 1.0) for word in title_set.union(counts)}
    weigh = weights.__getitem__
    in_title = sum(map(weigh, title_set)) or 1.0
    centre = {word: n * weights[word] ** 2 for word, n in counts.items()}
    whole = math.hypot(*(n * weights[word] for word, n in counts.items()))
    found = []
    for sentence in sentences:
        bag = frozenset(sentence.words)
        shared = sum(map(weigh, bag & title_set))
        total = sum(map(weigh, bag))
        own = math.hypot(*map(weigh, bag))
        overlap = {
            "title_found": shared / in_title,
            "title_share": shared / (total or 1.0),
            "title_alike": 2 * shared / (in_title + total),
            "central": sum(map(centre.__getitem__, bag)) / ((own * whole) or 1.0),
        }
        if title_pairs:
            met = title_pairs.intersection(pairwise(sentence.words))
            overlap["title_pairs"] = len(met) / len(title_pairs)
        if name and name[1] in sentence.text:
            overlap["title_name"] = 1.0
        found.append(overlap)
    return found


def _mark_order(found: Sequence[dict[str, float]], name: str, cues: Sequence[str]) -> None:
    """Add to each sentence whether it is the first with one of the cues, or comes behind it."""
    first = next((i for i, f in enumerate(found) if any(cue in f for cue in cues)), None)
    if first is None:
        return
    found[first][f"first_{name}"] = 1.0
    for index in range(first + 1, len(found)):
        found[index][f"after_{name}"] = 1.0
    if first + 1 < len(found):
        found[first + 1][f"next_{name}"] = 1.0
