"""The short name a paper gives its own method, model or data set, and what it stands for.

Places where authors name things are weighed and added up; a name that a whole field uses counts
less. Below a threshold the paper is taken to name nothing: a wrong name is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.curate.acronyms import Acronym
from generator.curate.coined import is_coined
from generator.curate.mentions import is_of_word, mention_ends
from generator.curate.naming import KIND, MAKE, PART_BEFORE, named_places
from generator.model.enrichment import Fact

_TITLE = re.compile(r"[\"“'`]*(?P<name>[^:]{2,44}?)[\"”']*\s*(?::\s|\s(?:-{1,3}|–|—)\s)(?=\S)")
_COLONS = (":", " -", "–", "—")
_NUMBERED = re.compile(r"[A-Z][\w-]+\s(?:v?\d[\d.]*|II|III|IV)")
_SUBJECT_OF = re.compile(
    r"\s(?:is|are|achieves?|outperforms?|improves?|uses?|can|consists?|learns?|leverages?"
    r"|provides?|enables?|reduces?|surpasses|exhibits|demonstrates|shows|allows|generates"
    r"|employs|introduces|builds|operates|first|also|significantly|consistently|not)\b"
)
_WINS = re.compile(
    r"[”\"'*})]*\s(?:\w+ly\s|can\s|also\s)?(?:achiev|outperform|surpass|attain|obtain)"
)
_OF_MANY = re.compile(
    r"[”\"'*})]*\s(?:methods|approaches|techniques|algorithms|tasks?|problems?|strategies)\b"
)
_LEADS = (
    (
        re.compile(
            rf"\b{MAKE}\s(?:(?!(?:for|of|in|on|to|with|by|and|that|which|as|from)\b)[\w-]+\s){{0,6}}[\"“*'`]*$"
        ),
        2.9,
    ),
    (
        re.compile(
            r"\b(?:called|named|dubbed|termed|novel|new|[Oo]ur|proposed|namely),?\s(?:an?\s|the\s)?[\"“*'`]*$"
        ),
        2.4,
    ),
    (
        re.compile(
            r"\b(?:for|of|in|on|to|as|like|such as|from|between|and|or)\s(?:the\s)?(?:[\w-]+\s)?$"
        ),
        0.2,
    ),
    (re.compile(rf"\b[Oo]ur\s(?:[\w-]+\s)?(?:{KIND}),\s(?:an?\s|the\s)?$"), 2.7),
    (re.compile(rf"\b{MAKE}\b"), 2.0),
)
"""What stands before a long form, most telling first, and its points."""

_THING_BEHIND = re.compile(
    r"[\"”*'}]*\),?\s(?:method|model|framework|approach|system|algorithm|network|architecture|strategy"
    r"|pipeline|dataset|benchmark)"
)
_PART_BEHIND = re.compile(
    r"[\"”*'}]*\)(?:-based|,?\s(?:and\s)?(?:module|unit|block|layer|mechanism|loss|head|branch|problem"
    r"|task|techniques|is\s(?:the|an?)\s(?:\w+\s)?(?:task|problem)))"
)
_PARTS = frozenset(
    ("module", "unit", "block", "layer", "mechanism", "loss", "head", "branch", "problem", "task")
)
_MEANS = re.compile(
    r"(?:\b(?:via|with|using|by|through|from)\s(?:an?\s|the\s)?|:\s(?:an?\s|the\s)?)$",
    re.IGNORECASE,
)
_MEANS_BEHIND = re.compile(r"\s(?:via|with|using|by|through|from)\b", re.IGNORECASE)
_APPOSITION = re.compile(r",|:| \(| stands for")
_CAPITALS = re.compile(r"[A-Z][\w-]*(?:\s(?:of|for|in|and|with|to|the|by|from|[A-Z][\w-]*))+")
_REPOSITORY = re.compile(r"\b(?:github|gitlab|huggingface)\.(?:com|co)/[\w.-]+/(?P<name>[\w.-]+)")
_REPOSITORY_POINTS, _WINNER, _LATE = 2.6, 0.5, 0.4
_THRESHOLD, _HEADING = 2.4, 5.0
_MENTION, _MOST_MENTIONS = 0.3, 3
_SHARED, _FIELD = -2.2, -1.0


@dataclass(frozen=True, slots=True)
class SystemName:
    """A name with the places that speak for it, and its long form."""

    name: Fact
    expansion: Fact | None
    score: float


def find_system_name(
    title: str,
    abstract: str,
    marked: Iterable[tuple[int, int]],
    acronyms: Sequence[Acronym],
    shared: frozenset[str],
) -> SystemName | None:
    """Return the name a paper gives its own work, or None.

    Args:
        title: As the source writes it; spans of a name found there refer to it.
        abstract: As the source writes it.
        marked: The marked words of the abstract.
        acronyms: The short forms that the abstract explains.
        shared: Coined words that are no paper's own.
    """
    headed = _TITLE.match(title) if any(sign in title for sign in _COLONS) else None
    scores: dict[str, float] = {}
    places: dict[str, Fact] = {}
    for name, points, place in (
        *_in_title(headed, abstract),
        *_in_abstract(abstract, marked, acronyms),
        *_explained(title, abstract, acronyms),
        *_in_addresses(abstract),
    ):
        scores[name] = scores.get(name, 0.0) + points
        places.setdefault(name, place)
    for name in scores:
        scores[name] += _support(name, "" if headed else title, abstract, shared)
    if not scores:
        return None

    def rank(name: str) -> tuple[bool, float, int, str]:
        heads = places[name].in_title and scores[name] >= _HEADING and _is_made_up(name)
        return not heads, -round(scores[name], 6), places[name].start, name

    best = min(scores, key=rank)
    if scores[best] < _THRESHOLD:
        return None
    return SystemName(places[best], _expansion(best, abstract, acronyms), round(scores[best], 3))


_Candidate = tuple[str, float, Fact]


def _in_title(match: re.Match[str] | None, abstract: str) -> Iterator[_Candidate]:
    if match is None:
        return
    name = match["name"].strip()
    words = name.split()
    if len(words) > 6 or len(name) < 2:
        return
    fact = Fact(
        text=name, start=match.start("name"), end=match.start("name") + len(name), in_title=True
    )
    recurs = _count(name, abstract) or _count(name.replace(" & ", " and "), abstract)
    if _is_made_up(name):
        yield name, _HEADING if recurs or len(words) == 1 else 3.2, fact
    elif recurs and any(word[:1].isupper() for word in words):
        yield name, 3.0 if len(words) > 1 or recurs > 1 else 2.7, fact


def _is_made_up(name: str) -> bool:
    """Tell that the words before a title's colon are a name, not a heading."""
    words = name.split()
    small = len(words) == 1 and name[0].islower()
    numbered = _NUMBERED.fullmatch(name) is not None
    return len(words) <= 3 and (small or numbered or any(is_coined(word) for word in words))


def _in_abstract(
    abstract: str, marked: Iterable[tuple[int, int]], acronyms: Sequence[Acronym]
) -> Iterator[_Candidate]:
    explained = {acronym.short_start for acronym in acronyms}
    for place in named_places(abstract, marked):
        start, name = place.start, place.name
        if place.bracketed and start in explained:
            continue  # what stands before its long form counts
        early = 0.4 if start < 0.6 * len(abstract) else 0.0
        yield name, place.points + early, Fact(text=name, start=start, end=start + len(name))


def _explained(title: str, abstract: str, acronyms: Sequence[Acronym]) -> Iterator[_Candidate]:
    for acronym in acronyms:
        before = abstract[max(0, acronym.long_start - 170) : acronym.long_start]
        before = before[before.rfind(". ") + 1 :]
        points = next((points for test, points in _LEADS if test.search(before)), 0.6)
        words = acronym.long.split()
        if sum(word[0].isupper() for word in words) * 2 > len(words):
            points += 0.3
        if _THING_BEHIND.match(abstract, acronym.short_end):
            points += 0.5
        if (
            words[-1].lower() in _PARTS
            or _PART_BEHIND.match(abstract, acronym.short_end)
            or PART_BEFORE.search(before)
        ):
            points -= 0.9
        if _is_means(acronym.long, title):
            points += 1.3
        start, name = acronym.short_start, acronym.short
        if len(words) == 1 and is_coined(acronym.long):  # as in LongOtterMap (LOM)
            start, name = acronym.long_start, acronym.long
        yield name, points, Fact(text=name, start=start, end=start + len(name))


def _in_addresses(abstract: str) -> Iterator[_Candidate]:
    """Yield made-up names of repositories: code is mostly called like what it makes."""
    if "://" not in abstract and ".com/" not in abstract:
        return
    for match in _REPOSITORY.finditer(abstract):
        name = match["name"].rstrip(".").removesuffix(".git")
        if is_coined(name):
            fact = Fact(text=name, start=match.start("name"), end=match.start("name") + len(name))
            yield name, _REPOSITORY_POINTS, fact


def _is_means(long: str, title: str) -> bool:
    """Tell that a title names the long form as what is new or used, not as what it is used for."""
    place = title.lower().find(long.lower())
    if place == 0:
        return _MEANS_BEHIND.match(title, len(long)) is None
    return place > 0 and _MEANS.search(title[:place]) is not None


def _support(name: str, plain_title: str, abstract: str, shared: frozenset[str]) -> float:
    ends = list(mention_ends(name, abstract, inflected=True, joined=True))
    mentions = sum(not is_of_word(abstract[end : end + 1]) for end in ends)
    points = _MENTION * min(max(mentions - 1, 0), _MOST_MENTIONS)
    if name in shared or name.removesuffix("s") in shared:
        points += _SHARED
    if any(_SUBJECT_OF.match(abstract, end) for end in ends):
        points += 0.4
    if any(_OF_MANY.match(abstract, end) for end in ends):
        points += _FIELD
    if any(_WINS.match(abstract, end) for end in ends if end > _LATE * len(abstract)):
        points += _WINNER
    if _count(name, plain_title):
        points += 0.5
    return points


def _count(name: str, text: str) -> int:
    return sum(1 for _ in mention_ends(name, text, inflected=False, joined=True))


def _expansion(name: str, abstract: str, acronyms: Sequence[Acronym]) -> Fact | None:
    """Return the words a name stands for: explained in parentheses, or in apposition."""
    for acronym in acronyms:
        if acronym.short.lower() == name.lower():
            return Fact(text=acronym.long, start=acronym.long_start, end=acronym.long_end)
    return _apposition(name, abstract)


def _apposition(name: str, abstract: str) -> Fact | None:
    """Return the words in ``CorDA, a Context-Oriented Decomposition Adaptation method``."""
    mentioned = mention_ends(name, abstract, inflected=True, joined=True)
    match = next(filter(None, (_APPOSITION.match(abstract, end) for end in mentioned)), None)
    if match is None:
        return None
    for found in _CAPITALS.finditer(abstract, match.end(), match.end() + 120):
        letters = "".join(c for c in name.lower() if c.isalnum())
        words = re.findall(r"[A-Za-z]+", found[0])
        if words and words[0][0].lower() == letters[0]:
            joined = "".join(word[0].lower() for word in words)
            if _is_within(letters, "".join(words).lower()) and joined[0] == letters[0]:
                return Fact(text=found[0], start=found.start(), end=found.end())
    return None


def _is_within(letters: str, text: str) -> bool:
    place = 0
    for letter in letters:
        place = text.find(letter, place) + 1
        if not place:
            return False
    return True
