"""Names for discovered topics: phrases that authors use as keywords, never a bag of words.

A topic is named by the phrase that its papers hold most often, compared with all papers, and that
speaks of its heaviest words. A phrase that fits over a quarter of all papers is too broad to name
one topic. Candidates are the corpus's own
keywords and a shipped vocabulary of phrases that authors of other papers used; where none of them
fits, a pair of neighbouring words, or a long word, that many of the topic's papers share.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import log, sqrt

from generator.curate.label_spelling import as_written, spelled_label
from generator.curate.telling import dull_words
from generator.curate.topic_features import folded_word
from generator.model.paper import Paper
from generator.resources import shipped
from generator.text.plurals import singular
from generator.text.stop_words import STOP_WORDS
from generator.text.tokens import words

_LONGEST = 4
_TOO_BROAD = 0.25
_BROAD_FROM = 40
_LEAST_SHARE = 0.25
_TITLE_BONUS = 1.0
_READ_IN_A_TOPIC = 60
_READ_IN_ALL = 1500
_SINGLE_WORD = 0.7
_UNLISTED = 0.5
_PAIR_SHARE = 0.08
_LEAST_LIFT = 3.0
_LEAST_TOLD = 0.08
_IN_TITLES = 1.4
_LEAST_LETTERS = 5
_WORD_SHARE = 0.6
_NOUN_ENDINGS = ("tion", "tuning", "training", "learning", "ment", "ity", "ness", "ics", "images")
_OTHER_ENDINGS = (
    *("al", "ed", "ive", "ic", "ous", "able", "free", "based", "aware", "shot", "inner", "ly"),
    *("ful", "less", "world", "space", "time", "side", "ible", "ary", "ent", "ant", "ural"),
)
_NOUNS_ALL_THE_SAME = (
    *("logic", "topic", "traffic", "metric", "music", "survival", "retrieval", "animal", "agent"),
    *("speed", "seed", "need", "feed", "weed", "summary", "content", "alignment", "ment", "color"),
    *("vocabulary", "dictionary", "table", "cable", "vegetable", "mosaic", "fabric", "clinic"),
    *("metal", "material", "signal", "hospital", "crystal", "mineral", "arctic", "plant", "dream"),
    *("current", "accident", "patient", "student", "gradient", "parent", "talent", "patent"),
)
_NO_NAMES_TEXT = """\
multi modal non pre self semi high low long short fine zero cid image object network attribute
action agent language natural system feature function word algorithm concept creation variable
outside real world latent space processing human sample input output user group object class label
domain vector parameter point learn
"""
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())


def phrase_key(phrase: str) -> str:
    """Return a phrase's words without case, hyphens and plurals: what makes two the same."""
    return " ".join(singular(word) for word in words(phrase))


def reads_as_noun(phrase: str) -> bool:
    """Tell, by the ending alone, whether a phrase may be a name: ``low-light`` is none."""
    last = phrase.lower().rpartition(" ")[2]
    if "-" in last:
        return last.endswith(_NOUN_ENDINGS)
    return not last.endswith(_OTHER_ENDINGS) or last.endswith(_NOUNS_ALL_THE_SAME)


def _can_name(key: str) -> bool:
    """Tell whether a phrase that is no keyword names a subject: ``longer sequence`` does not."""
    dull = dull_words()
    empty = key in dull.phrases or not dull.empty.isdisjoint(key.split())
    return not empty and reads_as_noun(key)


@cache
def shipped_keywords() -> Mapping[str, str]:
    """Return the shipped vocabulary: from key to spelling."""
    path = shipped("weights") / "keywords.json"
    return {phrase_key(phrase): phrase for phrase in json.loads(path.read_text(encoding="utf-8"))}


def topic_names(
    papers: Sequence[Paper],
    groups: Sequence[Sequence[int]],
    centres: Sequence[Mapping[str, float]],
    vocabulary: Mapping[str, str],
) -> list[str]:
    """Return a name for each group, all different; empty where no phrase fits.

    A phrase that fits a quarter of a group is its name; else two narrower ones together are.

    Args:
        papers: All papers.
        groups: Positions in ``papers``, the most typical of a group first; groups choose in order.
        centres: Term weights of each group; a name speaks of its heaviest terms.
        vocabulary: Phrases by key, besides the papers' own keywords.
    """
    spelled = {**vocabulary, **_own_keywords(papers)}
    reader = _PhraseReader(spelled, papers)
    step = max(1, -(-len(papers) // _READ_IN_ALL))
    read = range(0, len(papers), step)
    spread = Counter(key for position in read for key in reader.phrases(position))
    names: list[str] = []
    taken: set[str] = set()
    for group, centre in zip(groups, centres, strict=True):
        positions = group[:_READ_IN_A_TOPIC]
        keys = _best_phrases(reader, positions, centre, spread, len(read), taken)
        taken.update(keys)
        members = [papers[position] for position in positions]
        texts = [spelled_label(key, spelled.get(key, ""), members, taken) for key in keys]
        taken.update(phrase_key(text) for text in texts)
        joined = " & ".join(texts)
        names.append(joined[:1].upper() + joined[1:])
    return names


def _own_keywords(papers: Iterable[Paper]) -> dict[str, str]:
    """Return keywords that two papers have, as most papers spell them."""
    spellings: dict[str, Counter[str]] = {}
    for paper in papers:
        for keyword in dict.fromkeys(paper.keywords):
            if ":" not in keyword and 0 < len(words(keyword)) <= _LONGEST:
                spelled = keyword.strip(" .,;")
                spellings.setdefault(phrase_key(keyword), Counter())[spelled] += 1
    return {
        key: min(counts, key=lambda text: (-counts[text], text))
        for key, counts in spellings.items()
        if counts.total() > 1 and len(key) > 2
    }


class _PhraseReader:
    """Finds phrases in papers; each paper is read once."""

    def __init__(self, known: Mapping[str, str], papers: Sequence[Paper]) -> None:
        self.known = known
        self._first = {key.partition(" ")[0] for key in known}
        self._papers = papers
        self._found: dict[int, dict[str, float]] = {}

    def phrases(self, position: int) -> dict[str, float]:
        """Return a paper's phrases and how much each counts: double in the title or a keyword."""
        if position not in self._found:
            paper = self._papers[position]
            found = dict.fromkeys(self._in_text(paper.abstract), 1.0)
            for text in (paper.title, *paper.keywords):
                found.update(dict.fromkeys(self._in_text(text), 1.0 + _TITLE_BONUS))
            self._found[position] = found
        return self._found[position]

    def counts(self, group: Sequence[int]) -> tuple[dict[str, float], Counter[str]]:
        """Return how much each phrase counts in a group of papers, and in how many it stands."""
        weights: dict[str, float] = {}
        holders: Counter[str] = Counter()
        for position in group:
            for key, weight in self.phrases(position).items():
                weights[key] = weights.get(key, 0.0) + weight
                holders[key] += 1
        return weights, holders

    def writes(self, key: str, group: Sequence[int]) -> bool:
        """Tell whether a paper of the group writes these words as one phrase."""
        return bool(as_written(key, (self._papers[position] for position in group)))

    def _in_text(self, text: str) -> list[str]:
        tokens = words(text)
        folded = [singular(word) for word in tokens]
        telling = [folded_word(word) for word in tokens]
        telling = ["" if word in _NO_NAMES or not word.isalpha() else word for word in telling]
        ends = [follower in STOP_WORDS for follower in (*tokens[1:], "a")]
        found = [
            word
            for word, is_end in zip(telling, ends, strict=False)
            if is_end and len(word) >= _LEAST_LETTERS
        ]
        found += [f"{first} {second}" for first, second in pairwise(telling) if first and second]
        for start, word in enumerate(folded):
            if word in self._first:
                found.extend(self._known_from(folded, start))
        return found

    def _known_from(self, folded: Sequence[str], start: int) -> list[str]:
        keys = (" ".join(folded[start:end]) for end in range(start + 1, start + _LONGEST + 1))
        return [key for key in keys if key in self.known]


def _best_phrases(
    reader: _PhraseReader,
    group: Sequence[int],
    centre: Mapping[str, float],
    spread: Mapping[str, int],
    read: int,
    taken: set[str],
) -> list[str]:
    """Return the phrase that tells a group from the others best, or two that fit less of it."""
    weights, holders = reader.counts(group)
    most = _TOO_BROAD * read if read >= _BROAD_FROM else read
    least_lift = min(_LEAST_LIFT, 0.5 * read / len(group))

    def lift(key: str) -> float:
        return holders[key] / len(group) * read / (spread.get(key, 0) + 0.5)

    def merit(key: str) -> tuple[float, str]:
        value = weights[key] * log(lift(key)) * _told(key, centre)
        value *= 1.0 if " " in key else _SINGLE_WORD
        return -value * (1.0 if key in reader.known else _UNLISTED), key

    def fits(key: str, share: float) -> bool:
        return (
            holders[key] >= max(2.0, share * len(group))
            and lift(key) >= least_lift
            and _told(key, centre) >= _LEAST_TOLD
        )

    def in_titles(key: str) -> bool:
        return weights[key] >= _IN_TITLES * holders[key]

    def unlisted(share: float) -> list[str]:
        return [key for key in others if fits(key, share) and reader.writes(key, group)]

    free = [key for key in holders if spread.get(key, 0) <= most and key not in taken]
    listed = [key for key in free if key in reader.known]
    others = [key for key in free if key not in reader.known and _can_name(key)]
    good = [key for key in listed if fits(key, _LEAST_SHARE)]
    titled = [key for key in unlisted(_WORD_SHARE) if in_titles(key)]
    good += [key for key in titled if key not in dull_words().plain]
    if good:
        return [min(good, key=merit)]
    narrow = [key for key in listed if fits(key, _PAIR_SHARE)]
    narrow += [key for key in unlisted(_LEAST_SHARE) if " " in key]
    narrow.sort(key=merit)
    if not narrow:
        return sorted(titled, key=merit)[:1]
    apart = [key for key in narrow[1:] if not set(key.split()) & set(narrow[0].split())]
    return narrow[:1] + apart[:1]


def _told(key: str, centre: Mapping[str, float]) -> float:
    """Return how much of a centre the words of a phrase tell, from 0 to 1."""
    telling = [word for word in key.split() if folded_word(word)]
    return sum(centre.get(word, 0.0) for word in telling) / sqrt(len(telling) or 1)
