"""Written words, as what each puts in the place of its term's end: ``otter``, ``s`` is ``otters``.

The index holds all terms already, so that the words cost a quarter of what a list of them would.
For each term in the index's order there is a text: the endings of its words, with a blank between
them, or ``-`` for a term that is no word. A digit before an ending says how many letters of the
term it takes away: ``studi`` and ``1y`` are ``study``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.emit.lunr.stemmer import stem

_NONE = "-"


def endings(terms: Sequence[str], words: Iterable[str]) -> str:
    """Return the endings of words, terms separated by commas; words of other terms are left out."""
    held: dict[str, list[str]] = {term: [] for term in terms}
    for word in words:
        term = stem(word)
        if term in held:
            held[term].append(_ending(term, word))
    return ",".join(" ".join(some) if some else _NONE for some in held.values())


def words_by_term(terms: Sequence[str], coded: str) -> dict[str, list[str]]:
    """Return the words of each term from what ``endings`` made of them.

    Raises:
        ValueError: It was made of other terms.
    """
    texts = coded.split(",") if terms else []
    return {
        term: [] if text == _NONE else [_word(term, ending) for ending in text.split(" ")]
        for term, text in zip(terms, texts, strict=True)
    }


def _ending(term: str, word: str) -> str:
    kept = next((n for n in range(len(term)) if term[: n + 1] != word[: n + 1]), len(term))
    lost, rest = len(term) - kept, word[kept:]
    return f"{lost}{rest}" if lost or rest[:1].isdigit() else rest


def _word(term: str, ending: str) -> str:
    if not ending[:1].isdigit():
        return term + ending
    return term[: len(term) - int(ending[0])] + ending[1:]
