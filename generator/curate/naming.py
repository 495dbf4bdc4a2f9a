"""Places of an abstract where its authors name something: ``we present OtterMap, which …``.

Few words can be such a name. They are looked at one by one: what stands before a word, then the
whole phrase, and at last the name itself and what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from generator.curate.coined import is_coined

_STEMS = (
    *("propos", "introduc", "present", "develop", "design", "devis", "describ", "creat", "build"),
    *("built", "construct", "releas", "contribut", "formulat", "establish", "offer", "collect"),
    *("curat", "term", "call", "nam", "unveil", "suggest"),
)
_ENDINGS = ("es", "ed", "e", "s", "ing", "")
MAKE = rf"(?:{'|'.join(_STEMS)})(?:{'|'.join(_ENDINGS)})"
"""A verb for what authors do to something new."""

_KINDS = (
    *("method", "model", "framework", "approach", "system", "algorithm", "dataset", "benchmark"),
    *("network", "architecture", "technique", "pipeline", "paradigm", "agent", "corpus"),
    *("library", "toolkit", "strategy", "loss", "metric", "tracker", "detector", "planner"),
    *("solver", "simulator", "platform", "tool", "robot", "language", "optimizer", "descriptor"),
)
KIND = "|".join(_KINDS)
"""Words for what authors make."""

_THING = r"(?:[\w²³+*&/.@]|-(?!-))*[\w²³+*]"
_SECOND = r"[ ](?!(?:It|We|The|This|Our|In|A|These|To|Unlike)\b)(?:[A-Z]|\d|v\d)"
_NAME = rf"(?:[\"“'`*{{$]|\\\w+\{{)*(?P<name>{_THING}(?:{_SECOND}{_THING}|[ ]\d(?:\.\d)?\b)?)"
_ALONE = re.compile(rf"{_NAME}(?!\w|-\w|(?:\s[\w-]+){{1,5}}\s?\()")  # no beginning of a long form
_ENDED = re.compile(
    _NAME + r"(?:[\"”'`*}]|\$)*(?=\s*[,.;:()—–]|\s*$|-{2}|\s-\s|\s(?:an?|the|that|which|to|for|by"
    rf"|is|as|with|and|in|on|{KIND})\b)"
)
_BEFORE_KIND = re.compile(rf"{_NAME}(?=\s(?:[\w-]+\s){{1,3}}(?:{KIND})\b)")
_ENDED_PLAINLY = re.compile(
    _NAME + r"(?=[\"”'`*}$]*(?:[,.;)]|\s[–—-]|\s\(|\s(?:to|that|which|for|by|with|is)\b))"
)
_IN_PARENTHESES = re.compile(r"\(" + _NAME + r"(?=[\"”'`*}]*[);,])")
_DEFINED = re.compile(rf"{_NAME}\sis\s(?:an?|the\sfirst)\s")
_MODIFIER = re.compile(
    r".*-(?:based|like|style|free|aware|driven|level|wise|guided|enhanced|inspired|trained|tuned"
    r"|augmented|only|specific|type)"
)

_LINKS = frozenset(
    (
        *("for", "of", "in", "on", "to", "with", "by", "and", "or", "that", "which", "as", "from"),
        *("using", "via", "we", "is", "are"),
    )
)
_NO_LINK = rf"(?!(?:{'|'.join(sorted(_LINKS))})\b)"
_MADE = re.compile(
    r"\b(?:[Ww]e|paper|work|article|study|report)\s+(?:\w+\s+){0,2}?"
    rf"(?:{MAKE}|put\s+forward)\s+(?:the\s+|an?\s+|our\s+|with\s+)?\Z"
)
_MADE_THE = re.compile(rf"\b{MAKE}\s(?:the|our)\s(?:novel\s)?\Z")
_MADE_TOO = re.compile(rf"\b(?:and|to|by|then|also)\s+{MAKE}\s+(?:the\s+|an?\s+|our\s+)?\Z")
_CALLED = re.compile(
    r"\b(?:called|named|dubbed|termed|coined|entitled|abbr\.?|denoted(?:\sas|\sby)?"
    r"|abbreviated(?:\sas|\sto)?|referred\sto\sas|known\sas"
    r"|which\swe\s(?:call|term|name|dub|refer\sto\sas))\s+(?:as\s|the\s|an?\s)?\Z"
)
_CALL_IT = re.compile(
    r"\b[Ww]e\s(?:call|term|name|dub|denote)\s(?:it|this|them|the|our)\s(?:[\w-]+\s){0,7}?\Z"
)
PART_BEFORE = re.compile(
    r"\b(?:module|unit|block|layer|mechanism|component|loss|metric|task)s?,?\s"
    r"(?:called|named|dubbed|termed|coined|namely),?\s(?:as\s|the\s|an?\s)?\Z"
)
"""Ends what stands before the name of a mere part."""

_NAMELY = re.compile(rf"\b{MAKE}\s[^.;]{{5,140}}\bnamely,?\s\Z")
_APPOSED = re.compile(
    rf"\b(?:[Oo]ur|[Tt]he|[Tt]his|an?|new|novel)\s(?:[\w-]+\s){{0,6}}?(?:{KIND})s?[,;:]?\s"
    r"(?:namely,?\s|i\.e\.,?\s)?\Z"
)
_OURS_APPOSED = re.compile(
    rf"\b(?:[Oo]ur|new|novel|resulting|proposed)\s(?:[\w-]+\s){{0,3}}?(?:{KIND})[,;:]?\s\Z"
)
_OURS_BY_KIND = re.compile(rf"\b[Oo]ur\s(?:[\w-]+\s){{0,3}}?(?:{KIND})[,;:]?\s\Z")
_DESCRIBED = re.compile(
    rf"\b{MAKE}\s(?:an?|the|our)\s(?:{_NO_LINK}[\w-]+,?\s){{1,8}}(?:[–—-]{{1,3}}\s)?\Z"
)
_OURS = re.compile(r"\b(?:[Oo]ur(?:\sproposed)?|[Tt]he\s(?:proposed|resulting))\s\Z")
_MET_WITH = re.compile(
    r"\b[Ww]e\s(?:\w+\s)?(?:address|tackle|approach|meet)\s[^.;,]{2,60}\swith\s\Z"
)
_MADE_BEFORE = re.compile(rf"\b{MAKE}\s(?:{_NO_LINK}[\w-]+,?\s){{1,10}}\Z")
_MADE_FAR_BEFORE = re.compile(rf"\b{MAKE}\s[^.;()]{{5,130}}\s\Z")
_MAKING = re.compile(rf"\b{MAKE}\b")
_NEW_BEHIND = re.compile(
    r"[)”\"'*]*\s?(?:,|:|\s[–—-]{1,3})\s?an?\s(?:[\w-]+\s){0,2}?(?:novel|new|first)\b"
)
_MADE_BEHIND = re.compile(
    rf"[”\"'*]*[),]?\s(?:(?:{KIND})\s)?(?:is|are)\s(?:proposed|introduced|presented)\b(?!\sby)"
)
_OUR_KIND = re.compile(
    rf"\b(?:[Oo]ur|[Tt]he\s(?:proposed|resulting))\s(?:[\w-]+\s){{0,3}}?(?:{KIND})\s\Z"
)

_DESCRIPTION_BEGINS = (" a ", " an ", " - ", " – ", " — ", " -- ")
_PASSIVE_BEGINS = (" is ", " are ")
_LAST_WORD = re.compile(r"\w+(?=\W*\Z)")
_ARTICLES = frozenset(("the", "a", "an", "our"))
_OURS_IN_APPOSITION, _MADE_IN_APPOSITION = 2.7, 2.7
_LEADS = (
    (
        frozenset(("forward", *(stem + ending for stem in _STEMS for ending in _ENDINGS))),
        (
            (_MADE, _ENDED, 3.0),
            (_MADE_TOO, _ENDED_PLAINLY, 2.7),
            (_MADE_THE, _BEFORE_KIND, 2.7),
        ),
    ),
    (
        frozenset(
            (
                *("called", "named", "dubbed", "termed", "coined", "denoted", "as", "by", "to"),
                *("call", "term", "name", "dub", "entitled", "abbreviated", "abbr"),
            )
        ),
        ((_CALLED, _ALONE, 3.0),),
    ),
    (frozenset(("it", "them", "this", *_KINDS)), ((_CALL_IT, _ALONE, 3.0),)),
    (frozenset(("namely",)), ((_NAMELY, _ENDED, 3.0),)),
    (
        frozenset((*_KINDS, *(f"{kind}s" for kind in _KINDS), "namely", "e")),  # the e of i.e.
        ((_APPOSED, _ENDED, 1.4), (_OURS_BY_KIND, _ALONE, _OURS_IN_APPOSITION)),
    ),
    (frozenset(("our", "Our", "proposed", "resulting")), ((_OURS, _ALONE, 2.2),)),
    (frozenset(("with",)), ((_MADE, _ENDED, 3.0), (_MET_WITH, _ENDED_PLAINLY, 2.7))),
)
"""Words that may stand right before a name; the phrases they end, the name's form, its points."""

_DESCRIPTION, _DEFINITION, _SHORT_FORM, _FAR_SHORT_FORM = 2.7, 2.0, 2.6, 2.0
_SAID_NEW, _SAID_MADE, _ONLY_A_PART, _ONLY_A_KIND = 1.8, 2.4, 1.0, 1.0
_PHRASE = 160
"""Characters; no such phrase is longer."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A name, where it stands, and what the phrase around it says for it.

    Attributes:
        name: Without the signs around it.
        start: Of the name.
        points: 3 and more settle the matter.
        bracketed: It stands in parentheses, and what stands before them speaks for it.
    """

    name: str
    start: int
    points: float
    bracketed: bool = False


def named_places(abstract: str, marked: Iterable[tuple[int, int]]) -> Iterator[NamedPlace]:
    """Yield where an abstract names something, from left to right.

    Of the phrases before one name the most telling counts; what follows it counts as well.

    Args:
        abstract: As the source writes it.
        marked: Its marked words.
    """
    for start, end in marked:
        if abstract[start] == "(":
            yield from _bracketed(abstract, start)
            continue
        led = list(_led(abstract, start))
        if led:
            yield max(led, key=attrgetter("points"))
        if abstract.startswith(_DESCRIPTION_BEGINS, end):
            yield from _said_new(abstract, start)
        elif abstract.startswith(_PASSIVE_BEGINS, end):
            yield from _said_made(abstract, start)


def _led(abstract: str, start: int) -> Iterator[NamedPlace]:
    """Yield a name once for each phrase before it that speaks for it."""
    if start == 0 or abstract[start - 2 : start - 1] in (".", "!", "?"):
        yield from _named(_DEFINED.match(abstract, start), _DEFINITION)
        return
    before = _words_before(abstract, start)
    if _LINKS.isdisjoint(before):
        yield from _described(abstract, start)
    for ends, phrases in _LEADS:
        if not ends.isdisjoint(before):
            for phrase, form, points in phrases:
                yield from _after_phrase(abstract, start, phrase, form, points)


def _words_before(abstract: str, start: int) -> list[str]:
    """Return the word before a name, or the two of which the last is an article."""
    words = abstract[max(0, start - 40) : start].rsplit(maxsplit=2)[-2:]
    if words and words[-1] not in _ARTICLES:
        words = words[-1:]
    return [_bare(word) for word in words]


def _bare(word: str) -> str:
    """Return a word without signs, and without what a hyphen joins to it: ``called``."""
    if word.isalpha():
        return word
    match = _LAST_WORD.search(word)
    return match[0] if match else ""


def _after_phrase(
    abstract: str, start: int, phrase: re.Pattern[str], form: re.Pattern[str], points: float
) -> Iterator[NamedPlace]:
    first = max(0, start - _PHRASE)
    before = phrase.search(abstract, first, start)
    if before is None:
        return
    if phrase is _CALLED and PART_BEFORE.search(abstract, first, start):
        points -= _ONLY_A_PART
    if phrase is _MADE and abstract.endswith((" a ", " an "), first, start):
        points -= _ONLY_A_KIND
    if phrase is _APPOSED:
        if _MAKING.search(abstract, max(0, before.start() - 60), start):
            points = _MADE_IN_APPOSITION
        elif _OURS_APPOSED.search(abstract, first, start):
            points = _OURS_IN_APPOSITION
    yield from _named(form.match(abstract, start), points)


def _bracketed(abstract: str, start: int) -> Iterator[NamedPlace]:
    """Yield what speaks for a name in parentheses: ``we build a map of rivers (OtterMap)``."""
    name = next(_named(_IN_PARENTHESES.match(abstract, start), 0.0), None)
    if name is None:
        return
    first, end = _clause(abstract, start), name.start + len(name.name)
    made = _MADE_FAR_BEFORE.search(abstract, first, start) is not None
    if made:
        close = _MADE_BEFORE.search(abstract, first, start) is not None
        points = _SHORT_FORM if close else _FAR_SHORT_FORM
        yield NamedPlace(name.name, name.start, points, bracketed=True)
    if made and _NEW_BEHIND.match(abstract, end):
        yield NamedPlace(name.name, name.start, _SAID_NEW)
    if _MADE_BEHIND.match(abstract, end):
        yield NamedPlace(name.name, name.start, _SAID_MADE)
    if _OUR_KIND.search(abstract, first, start):
        yield NamedPlace(name.name, name.start, _SAID_MADE, bracketed=True)


def _clause(abstract: str, start: int) -> int:
    """Return where the phrase before a name can begin at the earliest: behind a full stop."""
    first = max(0, start - _PHRASE)
    return max(first, abstract.rfind(".", first, start) + 1)


def _described(abstract: str, start: int) -> Iterator[NamedPlace]:
    """Yield a name behind a description of it: ``we build a tiny map reader, OtterMap, to``."""
    for name in _named(_ENDED_PLAINLY.match(abstract, start), _DESCRIPTION):
        if _DESCRIBED.search(abstract, _clause(abstract, start), start):
            yield name


def _said_new(abstract: str, start: int) -> Iterator[NamedPlace]:
    """Yield a name before a description of it: ``OtterMap, a novel map of rivers``."""
    for name in _named(_ALONE.match(abstract, start), _SAID_NEW):
        if _NEW_BEHIND.match(abstract, name.start + len(name.name)):
            yield name


def _said_made(abstract: str, start: int) -> Iterator[NamedPlace]:
    """Yield a name that a passive speaks of: ``a reader of maps, OtterMap, is presented``."""
    for name in _named(_ALONE.match(abstract, start), _SAID_MADE):
        if _MADE_BEHIND.match(abstract, name.start + len(name.name)):
            yield name


def _named(match: re.Match[str] | None, points: float) -> Iterator[NamedPlace]:
    if match is None:
        return
    name = match["name"].rstrip(".*'-")
    first = name.split(maxsplit=1)[0]
    if _MODIFIER.fullmatch(first) or "/" in first:
        return
    if is_coined(first) or (first[0].isalpha() and first.isupper() and len(first) > 2):
        yield NamedPlace(name, match.start("name"), points)
