"""The words and pairs of words by which topics are told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from math import log, sqrt

from generator.model.paper import Paper
from generator.text.plurals import singular
from generator.text.tokens import words

TITLE_COUNTS = 2
"""How often a title counts."""

_STOP_TEXT = """\
a about above across after again against all along already also although always among an and
another any are around as at based be because become been before behind being below benchmark
benchmarks best better between beyond both but by can case cases certain common commonly
compare compared comparison consider considered contrast could current currently dataset
datasets demonstrate demonstrated demonstrates despite did different difficult do does doing
due during e each easily effective effectively effectiveness effort either enable enables end
enough especially et etc even evaluate evaluated evaluation every example existing experiment
experimental experiments extensive far few find first five focus followed following for
framework framework from full further furthermore g general give given gives good great had
has have having he hence her here high higher his how however i ie if important improve
improved improvement improvements improves in including increase increasing indeed instead
into introduce introduced introduces introducing investigate is issue issues it its itself
just key know known large largely larger last lead leading leads least led less let level like
likely little low lower made main mainly major make makes making many may mean means method
methods might more moreover most much multiple must name named namely need needs neither
never new no non nor not novel now number obtain obtained of often on once one only onto or
order other others our out outperform outperforms over overall own paper papers part
particular particularly per perform performance performed performs possible potential present
presented presents previous previously prior problem problems produce promising proposal
propose proposed proposes proposing provide provided provides providing rather recent recently
related remain remains report require required requires respectively result resulting results
same second see seen set sets setting settings several shall she should show showed showing
shown shows significant significantly similar simple simply since single small so some
specifically state still strong study studies successful such suggest superior task tasks
technique techniques than that the their them themselves then there thereby therefore these
they thing things this those though three through throughout thus time times to together too
toward towards two type types under underlying unlike until up upon us use used useful user
uses using usually utilize various very via want was way ways we well were what when where
whereas whether which while who whole whose why wide widely will with within without work
works would year years yet you your approach approaches art model models learning data
training train trained code available github http https com www cid
"""
_STOP_WORDS = frozenset(_STOP_TEXT.split())


@lru_cache(maxsize=200_000)
def folded_word(word: str) -> str:
    """Return a word without the plural's ending; empty when it says nothing about a topic."""
    if len(word) < 2 or word.isdecimal() or word in _STOP_WORDS:
        return ""
    return singular(word)


def term_counts(paper: Paper) -> Counter[str]:
    """Return how often each telling word, and each pair of neighbouring ones, occurs in a paper.

    A title counts twice. No pair spans a stop word, two fields or two keywords.
    """
    counts: Counter[str] = Counter()
    for text in (*[paper.title] * TITLE_COUNTS, paper.abstract, *paper.keywords):
        folded = [folded_word(word) for word in words(text)]
        counts.update(word for word in folded if word)
        following = iter(folded)
        next(following, None)
        counts.update(
            f"{first} {second}"
            for first, second in zip(folded, following, strict=False)
            if first and second
        )
    return counts


def unit_vector(counts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """Return the terms' weights: logarithm of the count, times rarity, scaled to length 1.

    Terms of unknown rarity are left out. The order is that of the counts, so that sums repeat.
    """
    weights = {
        term: (1 + log(count)) * rarity[term] for term, count in counts.items() if term in rarity
    }
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}
