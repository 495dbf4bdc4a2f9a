"""Places of an abstract where its authors name something: ``we present OtterMap, which …``.

Few words can be such a name. They are looked at one by one: what stands before a word, then the
whole phrase, and at last the name itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.curate.coined import is_coined

_STEMS = (
    *("propos", "introduc", "present", "develop", "design", "devis", "describ", "creat", "build"),
    *("built", "construct", "releas", "contribut", "formulat", "establish", "offer", "collect"),
    *("curat", "term", "call", "nam"),
)
_ENDINGS = ("es", "ed", "e", "s", "ing", "")
MAKE = rf"(?:{'|'.join(_STEMS)})(?:{'|'.join(_ENDINGS)})"
"""A verb for what authors do to something new."""

_KINDS = (
    *("method", "model", "framework", "approach", "system", "algorithm", "dataset", "benchmark"),
    *("network", "architecture", "technique", "pipeline", "paradigm", "agent", "corpus"),
    *("library", "toolkit", "strategy", "loss", "metric"),
)
_THING = r"(?:[\w²³+*&/.@]|-(?!-))*[\w²³+*]"
_SECOND = r"[ ](?!(?:It|We|The|This|Our|In|A|These|To|Unlike)\b)(?:[A-Z]|\d|v\d)"
_NAME = rf"(?:[\"“'`*{{]|\\\w+\{{)*(?P<name>{_THING}(?:{_SECOND}{_THING}|[ ]\d(?:\.\d)?\b)?)"
_AFTER = (
    r"(?:[\"”'`*}]|\$)*(?=\s*[,.;:()—–]|\s*$|-{2}|\s(?:an?|the|that|which|to|for|by|is|as|with"
    r"|and|in|on|framework|model|method|algorithm|dataset|benchmark|system)\b)"
)
_NAMED = re.compile(_NAME + _AFTER)
_DEFINED = re.compile(rf"{_NAME}\sis\s(?:an?|the\sfirst)\s")
_MADE = re.compile(
    rf"\b(?:[Ww]e|paper|work|article|study|report)\s(?:\w+\s){{0,2}}?{MAKE}\s"
    r"(?:the\s|an?\s|our\s)?\Z"
)
_CALLED = re.compile(
    r"\b(?:called|named|dubbed|termed|coined|denoted(?:\sas|\sby)?|referred\sto\sas"
    r"|which\swe\s(?:call|term|name|dub|refer\sto\sas)|known\sas)\s(?:as\s|the\s|an?\s)?\Z"
)
_APPOSED = re.compile(
    rf"\b(?:[Oo]ur|[Tt]he|[Tt]his|an?|new|novel)\s(?:[\w-]+\s){{0,4}}?(?:{'|'.join(_KINDS)})s?"
    r"[,;:]?\s(?:namely,?\s|i\.e\.,?\s)?\Z"
)
_LAST_WORD = re.compile(r"\w+(?=\W*\Z)")
_ARTICLES = frozenset(("the", "a", "an", "our"))
_BEFORE_MADE = frozenset(stem + ending for stem in _STEMS for ending in _ENDINGS)
_BEFORE_CALLED = frozenset(
    (
        *("called", "named", "dubbed", "termed", "coined", "denoted", "as", "by"),
        *("call", "term", "name", "dub"),
    )
)
_BEFORE_APPOSED = frozenset(
    (*_KINDS, *(f"{kind}s" for kind in _KINDS), "namely", "e")  # the e of i.e.
)
_LEADS = (
    (_BEFORE_MADE, _MADE, 3.0),
    (_BEFORE_CALLED, _CALLED, 3.0),
    (_BEFORE_APPOSED, _APPOSED, 1.4),
)
"""Words that may stand right before a name, the phrase they are the end of, and its points."""

_MAKING = re.compile(rf"\b{MAKE}\b")
_APPOSED_IN_MAKING, _DEFINITION = 2.7, 2.0
_PHRASE = 160
"""Characters; no such phrase is longer."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A name, where it stands, and what the phrase around it says for it."""

    name: str
    start: int
    points: float


def named_places(abstract: str, marked: Iterable[tuple[int, int]]) -> Iterator[NamedPlace]:
    """Yield where an abstract names something: each kind of phrase from left to right.

    Args:
        abstract: As the source writes it.
        marked: Its marked words.
    """
    words = [start for start, _ in marked]
    led = [(start, _words_before(abstract, start)) for start in words]
    for ends, phrase, points in _LEADS:
        for start, before in led:
            if not ends.isdisjoint(before):
                yield from _after_phrase(abstract, start, phrase, points)
    for start in words:
        if start == 0 or abstract[max(0, start - 2)] in ".!?":
            yield from _named(_DEFINED.match(abstract, start), _DEFINITION)


def _words_before(abstract: str, start: int) -> Sequence[str]:
    """Return the word before a name, or the two of which the last is an article."""
    words = abstract[max(0, start - 40) : start].split()[-2:]
    if not words:
        return ()
    if words[-1] not in _ARTICLES:
        words = words[-1:]
    return [_bare(word) for word in words]


def _bare(word: str) -> str:
    """Return a word without signs, and without what a hyphen joins to it: ``called``."""
    if word.isalpha():
        return word
    match = _LAST_WORD.search(word)
    return match[0] if match else ""


def _after_phrase(
    abstract: str, start: int, phrase: re.Pattern[str], points: float
) -> Iterator[NamedPlace]:
    before = phrase.search(abstract, max(0, start - _PHRASE), start)
    if before is None:
        return
    if phrase is _APPOSED and _MAKING.search(abstract, max(0, before.start() - 60), start):
        points = _APPOSED_IN_MAKING
    yield from _named(_NAMED.match(abstract, start), points)


def _named(match: re.Match[str] | None, points: float) -> Iterator[NamedPlace]:
    if match is None:
        return
    name = match["name"].rstrip(".*'-")
    first = name.split(maxsplit=1)[0]
    if is_coined(first) or (first.isupper() and len(first) > 2):
        yield NamedPlace(name, match.start("name"), points)
