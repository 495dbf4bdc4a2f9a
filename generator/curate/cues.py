"""Words that tell what a sentence of an abstract is for: to propose, to report, to complain.

All words are folded as ``sentence_features`` folds them: lower case, a plural or third-person s
cut off. Chosen by reading abstracts; how much each cue counts is learned (see training/).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text between blanks."""
    return frozenset(text.split())


def _inverted(groups: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Return for each word the names of the groups that list it."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in groups.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return MappingProxyType(found)


WORD_CUES = _inverted(
    {
        "we": "we i",
        "our": "our my",
        "new": "novel new first simple newly unified general efficient effective lightweight",
        "thing": "method approach framework model algorithm technique architecture system paradigm "
        "dataset benchmark network library toolkit corpu strategy mechanism",
        "background": "recent recently increasing increasingly been widely typically traditional "
        "traditionally conventional existing current currently previou prior often usually popular "
        "important essential crucial fundamental remarkable succes successful commonly emerged "
        "advance advancement progres",
        "problem": "however challenge challenging difficult difficulty lack lacking limited "
        "limitation fail suffer remain unclear unknown unexplored costly expensive hard issue "
        "problem hinder struggle despite unfortunately little few bottleneck neglect overlook "
        "underexplored prone vulnerable",
        "experiments": "experiment experimental experimentally evaluation evaluate empirical "
        "empirically result benchmark simulation dataset test task",
        "gains": "outperform outperforming surpas surpasse surpassing exceed exceeding improve "
        "improved improving improvement achieve achieved achieving attain attaining reduce reduced "
        "reducing reduction gain boost better superior faster higher lower increase increased "
        "increasing decrease speedup match matche matching comparable competitive accurate "
        "accuracy reach reaching yield yielding beat significant significantly substantial "
        "substantially consistently enhance enhancing",
        "best": "sota outperform outperforming surpas surpasse surpassing exceed exceeding "
        "superior best",
        "compared": "compared than baseline relative against versu counterpart",
        "release": "available github release released publicly sourced website",
        "hope": "hope believe expect envision paving pave future potential promising promise "
        "insight implication shed toward facilitate highlight underscore valuable",
        "vague": "effectivenes superiority efficacy feasibility advantage benefit validity "
        "applicability usefulnes",
        "ablation": "ablation qualitative qualitatively human user case additional visualization",
        "can": "can could able allow enable enabling capable",
        "by_means": "by via using through based",
        "will": "will plan",
    }
)
"""Which cues a single word gives."""

WRITERS = word_set("we i author")
"""Words for the paper's authors, before a verb."""

WRITINGS = word_set(
    "paper work article report study survey thesi letter book chapter tutorial review"
)
"""Words for the paper itself, before a verb and behind one of ``OWNERS``."""

OWNERS = word_set("thi the our present open position")
"""Words (``thi`` is this) that tell our own work from others', such as a recent study."""

TRIALS = word_set(
    "result experiment evaluation analysi analyse finding simulation ablation study test "
    "experimentation investigation evidence"
)
"""Words that stand for what was tried, before a verb that reports."""

ADVERBS = word_set("also thu hence further then here first instead therefore have next now")
"""Words that may stand between an actor and its verb, besides those in -ly."""

TASKS = word_set("problem task challenge setting question scenario")
"""What is studied, rather than what is new."""

DEEDS = _inverted(
    {
        "proposes": "propose proposed introduce introduced present presented put",
        "develops": "develop developed design designed devise build built create created construct "
        "constructed formulate derive describe release contribute offer provide establish define "
        "implement extend adapt",
        "uses": "train use leverage apply combine model employ collect curate formalize "
        "characterize unify take cast frame treat",
        "studies": "study studie investigate explore examine analyze analyse addres addresse "
        "consider tackle revisit survey review focu focuse aim ask seek compare identify discus "
        "argue",
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
"""What is done to a new thing, behind ``is`` or ``are``."""

OPENINGS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        name: re.compile(pattern + r"\b", re.IGNORECASE)
        for name, pattern in {
            "opens_we": r"we",
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
            r"|quantitative|numerical|evaluation|additional|thorough|detailed|we|these|through|in"
            r"|both|qualitative|and) )*(?:results?|experiments?|evaluations?|findings|simulations?"
            r"|analys[ie]s|experimentally|empirically)",
            "opens_definition": r"\S+(?: \S+){0,3} is an?",
        }.items()
    }
)
"""How a sentence opens; each is matched at its first character."""
