"""The openings of a sentence that a line of its own does without.

``In this paper, we propose …``, ``To this end, …``, ``However, …``: they tie a sentence to its
place in the abstract and say nothing without it.
"""

from __future__ import annotations

import re

_WRITING = (
    r"(?:(?:position|short|research|survey|technical|first|present|current|recent|new)\s)?"
    r"(?:paper|work|study|article|report|thesis|letter|survey|manuscript|contribution|research"
    r"|tutorial|note|chapter|dissertation|project|investigation|regard|context|approach)"
)
_TIE = re.compile(
    rf"""
    (?:
      (?:in|within|through|throughout|with|for|by)\s(?:this|the\spresent|our|the\scurrent)
        \s{_WRITING}
    | to\s(?:this|that|these)\s(?:end|aim|goal|ends)
    | (?:to\sthe\sbest\sof\sour|to\sour)\sknowledge
    | (?:for|towards?|with)\s(?:this|that)\s(?:purpose|end|goal|aim|reason|in\smind)
    | (?:in|as)\s(?:addition|particular|contrast|response|turn|summary|conclusion|short|essence
        |general|other\swords|a\sresult|a\sconsequence|such|a\sfirst\sstep|a\ssolution|a\sremedy)
    | (?:in|with|under)\s(?:light|view)\sof\s(?:this|that|these)(?:\s\w+){{0,2}}
    | on\sthe\sother\shand | at\sthe\ssame\stime | last\sbut\snot\sleast | at\sits\score
    | for\s(?:example|instance) | more\s(?:specifically|precisely|concretely|importantly|generally)
    | (?:most|more)\s(?:notably|importantly) | that\sis | as\sshown\sbelow
    | (?:however|therefore|thus|hence|moreover|furthermore|further|additionally|finally|besides
        |consequently|accordingly|specifically|concretely|notably|importantly|surprisingly
        |interestingly|remarkably|overall|instead|here|then|next|first|firstly|second|secondly
        |third|thirdly|lastly|ultimately|also|likewise|similarly|meanwhile|nevertheless
        |nonetheless|conversely|alternatively|crucially|essentially|briefly|indeed|still|yet
        |and|but|so|in\sfact|to\sdate|to\sstart|to\sbegin|recently)
    | (?:to|in\sorder\sto)\s(?:\w+\s){{1,2}}(?:and\s\w+\s)?(?:this|that|these|those|such|the\sabove
        |both|it|them|its|their)
        (?:\s[\w/-]+){{0,5}}?
    | (?:motivated|inspired|driven|encouraged|guided|prompted)\sby\s(?:this|that|these|those|such
        |the\sabove)(?:\s[\w-]+){{0,4}}?
    | (?:based|building|drawing|relying)\s(?:up)?on\s(?:this|that|these|those|such|the\sabove)
        (?:\s[\w-]+){{0,4}}?
    | (?:given|considering|following|despite)\s(?:this|that|these|those|such)(?:\s[\w-]+){{0,4}}?
    )
    ,\s+ (?=[\w(`'"“$\\])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TIE_STARTS = (
    "in within through throughout with for by to towards toward as on at last more most that "
    "however therefore thus hence moreover furthermore further additionally finally besides "
    "consequently accordingly specifically concretely notably importantly surprisingly "
    "interestingly remarkably overall instead here then next first firstly second secondly third "
    "thirdly lastly ultimately also likewise similarly meanwhile nevertheless nonetheless "
    "conversely alternatively crucially essentially briefly indeed still yet and but so recently "
    "under motivated inspired driven encouraged guided prompted based building drawing relying "
    "given considering following despite"
)
_MAY_TIE = frozenset(_TIE_STARTS.split())
"""The first words of all ties."""
_TIE_BEFORE_WE = re.compile(
    rf"""
    (?: (?:in|within)\s(?:this|the\spresent|our)\s{_WRITING}
      | to\s(?:this|that)\s(?:end|aim|goal)
      | to\s(?:address|tackle|solve|overcome|mitigate|alleviate|fill|bridge|remedy|resolve|fix)
        \s(?:this|these|such)(?:\s[\w-]+){{1,2}}?
      | here | thus | hence | therefore | then | also | and )
    \s+ (?= we\s )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:to|in order to|based (?:up)?on|building (?:up)?on|inspired by|motivated by|drawing \w+"
    r"|leveraging|using|by|unlike|instead of|rather than|in contrast to|compared (?:to|with)"
    r"|despite|given|following|towards?|beyond|because of|due to|with|for|as|since|while|when"
    r"|although|though|whereas)\s[^,;:()]{3,160},\s+(?=(?:we|this paper|this work|our)\s)",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"^(We|Our [\w-]+|This (?:paper|work)|It) (?:also|further|thus|therefore|hence|then"
    r"|additionally|furthermore|moreover|finally|first|next|here|instead|now|consequently"
    r"|in this (?:paper|work|study)|herein|subsequently|accordingly|in addition|in particular"
    r"|specifically|as such|indeed) (?=[a-z])"
)
_SHOWN = re.compile(
    r"""
    ^(?: (?:(?:our|the|these|those|extensive|comprehensive|various|numerous|several|many|such
            |thorough|large-scale|detailed)\s)*
         (?:[\w-]+\s){0,3}
         (?:results?|experiments?|evaluations?|analys[ie]s|findings?|stud(?:y|ies)|simulations?
            |experimentation|evidence|ablations?|investigations?|tests)
         (?:\s(?:on|in|with|over|across|from|of|using|conducted\son|for)\s[^,;:()]{2,110}?)?
       | we(?:\s\w+ly)? )
    \s(?:also\s|further\s|clearly\s|empirically\s|consistently\s|convincingly\s)?
    (?:show|shows|demonstrate|demonstrates|indicate|indicates|reveal|reveals|suggest|suggests
      |find|confirm|confirms|verify|verifies|prove|validate|validates|observe|illustrate)
    \sthat\s(?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)


_GOES_ON = re.compile(
    r"\sand\s(?:also\s|further\s|thus\s)?(?:that|we|show|demonstrate|reveal|indicate|suggest|confirm"
    r"|illustrate|prove|verify|validate|emphasi[sz]e|highlight|underscore|discuss|evaluate|propose"
    r"|present|introduce|analy[sz]e|investigate|apply|derive|establish|compare|report|describe"
    r"|instantiate|characteri[sz]e|argue|provide)\b"
)
"""What follows hangs on who showed the first thing."""
_ADRIFT = ("for ", "in ", "with ", "under ", "on ", "by ")
"""Such a beginning needs a comma and a clause behind it."""


def without_ties(sentence: str) -> str:
    """Return the sentence without the phrases that only tie it to those before it."""
    bare = sentence
    for _ in range(4):  # ``However, to this end, in this paper, we also …``
        if bare.partition(" ")[0].rstrip(",").lower() not in _MAY_TIE:
            break
        match = _TIE.match(bare) or _TIE_BEFORE_WE.match(bare)
        if match is None:
            break
        bare = bare[match.end() :]
    bare = _raised(bare)
    return _ADVERB.sub(r"\1 ", bare) if bare.startswith(("We ", "Our ", "This ", "It ")) else bare


def without_reason(sentence: str) -> str:
    """Return the sentence from its ``we`` on when a phrase of purpose or ground stands before.

    ``Inspired by rivers, we draw maps.`` becomes ``We draw maps.``
    """
    match = _REASON.match(sentence) if ", " in sentence else None
    return without_ties(sentence[match.end() :]) if match else sentence


def without_showing(sentence: str) -> str:
    """Return what is shown, without who shows it: that of ``Results show that otters swim``.

    A sentence that goes on with ``and that`` or ``and demonstrate`` stays whole.
    """
    match = _SHOWN.match(sentence) if " that " in sentence else None
    if match is None or _GOES_ON.search(sentence, match.end()):
        return sentence
    shown = sentence[match.end() :]
    return sentence if shown.startswith(_ADRIFT) and "," not in shown else _raised(shown)


def _raised(sentence: str) -> str:
    """Return the sentence with a capital first letter, unless its first word is a name."""
    first = sentence.split(" ", 1)[0]
    if first[:1].islower() and first.rstrip(",;:").replace("-", "").isalpha() and first.islower():
        return sentence[0].upper() + sentence[1:]
    return sentence
