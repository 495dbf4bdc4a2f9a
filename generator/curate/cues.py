"""Words that tell what a sentence of an abstract is for: to propose, to study, to report.

Chosen by reading abstracts; how much each cue counts is learned (see training/). Words are in
small letters, as ``text.tokens`` gives them; each also stands for its form with an s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType


def word_set(text: str) -> frozenset[str]:
    """Return the words between blanks, and the same with an s at the end."""
    return frozenset(form for word in text.split() for form in (word, word + "s"))


def _by_word(groups: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Return for each word the names of the groups that list it."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in groups.items():
        for word in word_set(words):
            found[word] = (*found.get(word, ()), name)
    return MappingProxyType(found)


WRITERS = word_set("we i author")
"""Words for the paper's authors, before a verb."""

WRITINGS = word_set(
    "paper work article report study studie survey thesis letter book chapter tutorial review"
)
"""Words for the paper itself, before a verb and behind one of ``OWNERS``."""

OWNERS = word_set("this the our present open position")
"""Words that tell our own work from others', such as a recent study."""

OURS = frozenset(("we", "our", "i", "my", "ours"))
"""Words that say that the authors speak of themselves."""

TRIALS = word_set(
    "result experiment evaluation analysis analyse finding simulation ablation study studie test "
    "experimentation investigation evidence"
)
"""Words that stand for what was tried, before a verb that reports."""

ADVERBS = word_set("also thus hence further then here first instead therefore have next now")
"""Words that may stand between an actor and its verb, besides those in -ly."""

TASKS = word_set("problem task challenge setting question scenario")
"""What is studied, rather than what is new."""

DEEDS = _by_word(
    {
        "proposes": "propose proposed introduce introduced present presented put",
        "develops": "develop developed design designed devise build built create created construct "
        "constructed formulate derive describe release contribute offer provide establish define "
        "implement extend adapt",
        "uses": "train use leverage apply applie combine model employ collect curate formalize "
        "characterize unify take cast frame treat",
        "studies": "study studie investigate explore examine analyze analyse address addresse "
        "consider tackle revisit survey review focus focuse aim ask seek compare identify discuss "
        "discusse argue",
        "evaluates": "evaluate evaluated test tested perform performed conduct conducted "
        "experiment validate validated verify benchmark demonstrated",
        "shows": "show showed demonstrate prove reveal indicate suggest confirm illustrate",
        "finds": "find found observe observed discover discovered",
    }
)
"""What an actor does."""

REPORTS = word_set(
    "show demonstrate reveal indicate suggest confirm verify validate prove highlight illustrate "
    "find showed demonstrated showing demonstrating validating establish"
)
"""What a trial does."""

PASSIVES = word_set(
    "proposed introduced presented developed devised designed described derived investigated "
    "considered studied constructed"
)
"""What is done to a new thing, behind one of ``DONE``."""

DONE = frozenset(("is", "are", "we"))
"""Words before a deed in the passive, within three words."""

_OPENINGS = {
    "opens_purpose": r"(?:to (?:this|that) (?:end|aim)|to \w+ (?:this|these|such|the above)"
    r"|in response|motivated by|inspired by|based on|building on|therefore|thus|hence)",
    "opens_paper": r"(?:(?:in )?(?:this|the present) (?:\w+ )?(?:paper|work|study|article"
    r"|report|survey|letter)|here)",
    "opens_but": r"(?:however|but|yet|despite|although|while|unfortunately|though)",
    "opens_also": r"(?:also|additionally|furthermore|moreover|in addition|besides|further"
    r"|finally|lastly|second|secondly|third|thirdly|last|we (?:also|further|additionally))",
    "opens_detail": r"(?:specifically|in particular|concretely|more (?:specifically"
    r"|precisely|concretely)|first|firstly|then|next|for example|for instance|to do so"
    r"|by \w+ing|namely|that is)",
    "opens_ending": r"(?:overall|in summary|in conclusion|together|altogether"
    r"|taken together|to summarize|these (?:results|findings)|our (?:results|findings)"
    r"|as a result|notably|remarkably|surprisingly|importantly|interestingly|crucially)",
    "opens_dangling": r"(?:it|they|this|these|those|such|the (?:latter|former|resulting"
    r"|proposed)|both|its|their|each|another|one|some|others?)",
    "opens_results": r"(?:(?:our|the|extensive|comprehensive|experimental|empirical|various"
    r"|quantitative|numerical|evaluation|additional|thorough|detailed|these|through|in"
    r"|both|qualitative|and) )*(?:results?|experiments?|evaluations?|findings|simulations?"
    r"|analys[ie]s|experimentally|empirically)",
}
_FIRST_WORDS = {
    "opens_purpose": "to in motivated inspired based building therefore thus hence",
    "opens_paper": "in this the here",
    "opens_but": "however but yet despite although while unfortunately though",
    "opens_also": "also additionally furthermore moreover in besides further finally lastly second "
    "secondly third thirdly last we",
    "opens_detail": "specifically in concretely more first firstly then next for to by namely that",
    "opens_ending": "overall in together altogether taken to these our as notably remarkably "
    "surprisingly importantly interestingly crucially",
    "opens_dangling": "it they this these those such the both its their each another one some "
    "other others",
    "opens_results": "our the extensive comprehensive experimental empirical various quantitative "
    "numerical evaluation additional thorough detailed these through in both qualitative and "
    "result results experiment experiments evaluations findings simulation simulations analysis "
    "analyses experimentally empirically",
}


def _by_first_word() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    found: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}
    for name, pattern in _OPENINGS.items():
        opening = (name, re.compile(pattern + r"\b", re.IGNORECASE))
        for word in _FIRST_WORDS[name].split():
            found[word] = (*found.get(word, ()), opening)
    return MappingProxyType(found)


OPENINGS = _by_first_word()
"""How a sentence may open, by its first word: name, and what matches at its first character."""
