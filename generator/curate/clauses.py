"""Where a sentence can end early and still be one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

_CUTS = re.compile(
    r"""
    (?= [\s,;:—] ) (?:
      (?P<relative>,\s(?:in\s|for\s|of\s|with\s|through\s)?(?:which|where|whose|whom|who)\s)
    | (?P<adverbial>,\s(?:while|whereas|although|though|since|because|so\sthat|such\sthat
        |as\s(?!well)|when|even\swhen|even\sif|unlike|despite|without|instead|rather\sthan|compared|if|once)\s)
    | (?P<participle>,\s(?:thus\s|thereby\s|hence\s|therefore\s|effectively\s|significantly\s
        |consistently\s|further\s|often\s|even\s)*(?!(?:including|during|being|according)\b)
        [a-z]+ing\s)
    | (?P<passive>,\s(?:based|inspired|motivated|followed|trained|built|combined|coupled|driven
        |guided)\s)
    | (?P<means>,\s(?:by|with|via|through|using|from|on|in|for|to|at|under|across)\s)
    | (?P<second>,?\sand\s(?:also\s|then\s|further\s|thus\s|empirically\s|theoretically\s)?
        (?:show|demonstrate|prove|find|evaluate|validate|verify|apply|test|discuss|analyze|analyse
        |illustrate|provide|present|introduce|propose|report|compare|study|investigate|explore
        |use|derive|establish|argue|describe|develop|conduct|achieve|achieves|outperforms
        |outperform|obtain)\s)
    | (?P<clause>(?:,|;)\s(?:and|but|so|yet)\s(?:we|it|they|is|are|can|does|do|has|have|achieves
        |outperforms)\s)
    | (?P<thing>(?:,|;)\s(?:and|but|so|yet)\s(?:this|our|the|these|that)\s)
    | (?P<mark>\s?(?:;|:|\s--|\s–|—)\s)
    | (?P<example>,?\s(?:such\sas|e\.g\.,?|i\.e\.,?|including|especially|particularly|namely
        |specifically|for\sexample,?|for\sinstance,?)\s)
    | (?P<byverb>\s(?:by|via|through)\s[a-z]+ing\s)
    | (?P<usingverb>\s(?:using|leveraging|exploiting|without|while|utilizing|employing|allowing
        |enabling|based\son)\s)
    | (?P<purpose>\s(?:in\sorder\sto|so\sthat|such\sthat|so\sas\sto|when|where|because|since
        |whereas|although|compared\s(?:to|with)|as\swell\sas|even\swhen)\s)
    | (?P<that>\s(?:which|that)\s(?:is|are|can|has|have|does|do|not|also|we|uses|learns|allows
        |enables|achieves|consists|leverages|provides|makes|combines|exploits|takes)\s)
    )
    """,
    re.VERBOSE,
)
_MARKS = frozenset(",;:—")
_CUT_STARTS = (
    "and such e.g. e.g., e.g i.e. i.e., i.e including especially particularly namely specifically "
    "for by via through using leveraging exploiting without while utilizing employing allowing "
    "enabling based in so when where because since whereas although compared as even which that "
    "; : -- – —"
)
_CUT_WORDS = frozenset(_CUT_STARTS.split())
"""Words that can follow a cut without a mark before them."""
_BEFORE = MappingProxyType(
    {
        "in": ("order",),
        "as": ("well",),
        "for": ("example", "instance"),
        "so": ("that", "as"),
        "such": ("as", "that"),
        "compared": ("to", "with"),
        "based": ("on",),
        "even": ("when",),
    }
)
_BEFORE_ING = frozenset(("by", "via", "through"))
_FINITE = re.compile(
    r"\b(?:is|are|was|were|can|could|will|would|may|might|has|have|had|does|do|did|must|should"
    r"|shows?|achieves?|outperforms?|improves?|reduces?|enables?|allows?|uses?|learns?|provides?"
    r"|presents?|proposes?|introduces?|demonstrates?|requires?|yields?|leads?|performs?|surpasses"
    r"|exceeds?|combines?|consists?|leverages?|generates?|generalizes?|matches|makes?|takes?"
    r"|attains?|reaches|gains?|obtains?|beats?|helps?|holds?|runs?|converges?|scales?|transfers?|mitigates?|boosts?|increases?"
    r"|decreases?|enhances?|maintains?|captures?|handles?|extends?|integrates?|incorporates?"
    r"|establishes|delivers?|solves?|gives?|adapts?|employs?|relies|focuses|contains?|covers?"
    r"|describes?|studies|investigates?|explores?|addresses"
    r"|aims?|offers?|produces?|supports?|predicts?|remains?|becomes?|works?|depends?|exhibits?)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?:while|although|though|if|when|whenever|since|as|because|given|despite|by|using|with"
    r"|without|in|to|unlike|for|based|motivated|inspired|building|through|from|on|under|at|via"
    r"|leveraging|whereas|after|before|unless|once|during|among|across|beyond|instead|rather"
    r"|compared|until|where|following|drawing|similar|starting|due|combined|over|towards?)\b",
    re.IGNORECASE,
)
_MAIN = re.compile(
    r",\s(?:we|our|this|it|the|these|they|there|most|many|both|a|an|[A-Z][\w-]*)\s", re.IGNORECASE
)
_LAST_WORD = re.compile(r"\w+$")
_OPEN_ENDS = (
    "a an the of to in on for and or nor but with by from as at that which whose than between both "
    "either neither whether not only is are was were be been being has have can will its their our "
    "this these into via how what why if very more most less such each every any some no also we "
    "it they show shows demonstrate find prove so make makes allows enables given based using "
    "called named novel new following follows when where while if though although because unless "
    "until about almost nearly roughly approximately even"
)
_NEVER_LAST = frozenset(_OPEN_ENDS.split())
_PAIRS = (
    ("not only", re.compile(r"\bnot only\b"), re.compile(r"\bbut\b")),
    ("both", re.compile(r"\bboth\b"), re.compile(r"\band\b")),
    ("either", re.compile(r"\beither\b"), re.compile(r"\bor\b")),
    ("neither", re.compile(r"\bneither\b"), re.compile(r"\bnor\b")),
    ("between", re.compile(r"\bbetween\b"), re.compile(r"\band\b")),
    ("whether", re.compile(r"\bwhether\b"), re.compile(r"\bor\b|\bcan\b")),
)
_CONDITIONS = frozenset(("that", "purpose"))
"""Kinds without a comma: what follows tells which things are meant, or when."""
_MAY_END_LISTS = frozenset(("second", "means", "thing"))
_SWEEPING = re.compile(r"\b(?:every|any|all|no|none|not|never|cannot|only|same|impossible)\b")
_FOLLOWING = re.compile(r"\b(?:the following|as follows)\b[^,;]*$")
_INSERTED = re.compile(
    r",\s(?:(?:i\.e|e\.g)\.?,\s)?[^,;]{1,160},\s(?:is|are|was|were|can|could|will|would|may|might"
    r"|must|should|has|have|does|do)\s"
)
"""Commas around what parts a subject from its verb: ``the gain, i.e., the core, can be``."""
_MARKER = re.compile(r"\(\s*(?:\d+|[a-z]|[ivx]+)\s*\)|\b(?:i|ii|a|1)\)")
_FEWEST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence may end before ``sentence[at]``; ``kind`` names what begins there."""

    kind: str
    at: int


def safe_cuts(sentence: str) -> tuple[Cut, ...]:
    """Return where the sentence can end and still be one, in order.

    Args:
        sentence: With single blanks.
    """
    found = []
    for match in _possible_cuts(sentence):
        head = sentence[: match.start()]
        if _stands_alone(head, match.lastgroup or "") and not _INSERTED.match(sentence, len(head)):
            found.append(Cut(match.lastgroup or "", match.start()))
    return tuple(found)


def _possible_cuts(sentence: str) -> Iterator[re.Match[str]]:
    """Yield what ``_CUTS`` finds; it is tried only where a mark or one of its words stands."""
    end = position = 0
    marked = False
    pieces = sentence.split(" ")
    for word, behind in zip(pieces, [*pieces[1:], ""], strict=True):
        start = position - 1  # of the blank before the word
        if marked or (word in _CUT_WORDS and _may_cut(word, behind)):
            match = (_CUTS.match(sentence, start - 1) if marked and start > end else None) or (
                _CUTS.match(sentence, start) if start >= end else None
            )
            if match:
                yield match
                end = match.end()
        marked = word[-1:] in _MARKS
        position += len(word) + 1


def _may_cut(word: str, behind: str) -> bool:
    """Tell that a word may begin a cut, by the word behind it; fast, for the commonest."""
    if word in _BEFORE:
        return behind.startswith(_BEFORE[word])
    return word not in _BEFORE_ING or behind.endswith("ing")


def _stands_alone(head: str, kind: str) -> bool:
    """Tell that the words before a cut are a whole sentence."""
    if head.count(" ") + 1 < _FEWEST_WORDS or _dangles(head):
        return False
    if ")" in head and _MARKER.search(head):
        return False
    if any(head.count(a) != head.count(b) for a, b in ("()", "[]", "{}", "“”")):
        return False
    if head.count("$") % 2 or head.count('"') % 2 or head.count("``") != head.count("''"):
        return False
    small = head.lower()
    if any(
        word in small and first.search(small) and not second.search(small)
        for word, first, second in _PAIRS
    ):
        return False
    return _has_main_clause(head) and not _needs_end(head, small, kind)


def _needs_end(head: str, small: str, kind: str) -> bool:
    """Tell that what is cut belongs to what stays: a list's end, a measure, a condition.

    ``Every map has an error that is small`` says the opposite without its end.
    """
    return bool(
        (kind in _MAY_END_LISTS and _lists(head))
        or (kind in _CONDITIONS and _SWEEPING.search(small))
        or (kind == "mark" and _FOLLOWING.search(small))
    )


def _dangles(head: str) -> bool:
    """Tell that the last word or mark wants something behind it."""
    last = _LAST_WORD.search(head, max(len(head) - 24, 0))
    return last[0].lower() in _NEVER_LAST if last else head[-1] in ",;:([–—-"


def _has_main_clause(head: str) -> bool:
    if _SUBORDINATE.match(head):
        main = _MAIN.search(head)
        if main is None:
            return False
        head = head[main.start() + 2 :]
    return head.count(" ") > 2 and (head.startswith(("We ", "we ")) or bool(_FINITE.search(head)))


def _lists(head: str) -> bool:
    """Tell that the head holds commas, so that an ``and`` behind it may end a list."""
    return "," in head
