"""English plurals, folded lightly: enough to count *model* and *models* as one word."""

from __future__ import annotations

from functools import lru_cache

_SAME_IN_BOTH = frozenset({"series", "species"})


@lru_cache(maxsize=65_536)
def singular(word: str) -> str:
    """Return a lower-case word without the commonest endings of the plural."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word in _SAME_IN_BOTH:
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]
