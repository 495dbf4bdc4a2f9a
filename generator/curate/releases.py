"""Whether an abstract says that code, data or a model is out, or will be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.enrichment import Fact, FoundLink, Release
from generator.model.paper import LinkKind
from generator.text.tokens import lowered

_GOODS = (
    r"(?:(?:source\s)?codes?|code ?base|data ?sets?|data|models?|checkpoints?|weights|benchmarks?"
    r"|corpus|corpora|implementations?|software|toolkit|library|packages?|scripts?|resources?"
    r"|annotations?|repository|materials?|artifacts?|platform|framework|collection|demos?|tools?"
    r"|project(?:\spage)?|prompts|programs?|simulator|environments?|suite|everything)"
)
_WILL = re.compile(
    rf"\b(?:will|to)\sbe\s(?:\w+\s){{0,2}}?(?:available|released?|open|public|published|shared"
    rf"|accessible|provided|made)"
    rf"|\b(?:will|plan\sto|intend\sto|going\sto)\s(?:\w+\s){{0,2}}?(?:releas|open|publish|share|make"
    rf"|provide)\w*\b[^.]{{0,80}}\b(?:{_GOODS}|public\w*|available)\b"
    rf"|\b(?:code|data|models?)\b[^.]{{0,20}}\bcoming\ssoon\b"
    rf"|\bavailable\s(?:up)?on\s(?:acceptance|publication|request)"
)
_OPEN = r"(?:available|accessible|released|shared|provided|open[-\s]?sourced|public|published)"
_DONE = re.compile(
    rf"""
      \b(?:codes?|code\s?base|implementations?|software|checkpoints|weights|toolkit|library
        |simulator)\b(?:[^.,]|\.(?=\w)){{0,70}}?\s(?:is|are|has\sbeen|have\sbeen|can\sbe)\s
        (?:\w+\s){{0,2}}?{_OPEN}\b
    | \b{_GOODS}\b(?:[^.]|\.(?=\w)){{0,90}}?\b(?:is|are|be|been|made)\s(?:\w+\s){{0,2}}?
        (?:(?:publicly|freely|openly)\s{_OPEN}|open[-\s]?sourced|released|available\sonline)\b
    | \b(?:we|and|to|by|also|have|us)\s(?:\w+ly\s|also\s|further\s|have\s)*
        (?:releas(?:e|ed|ing)|open[-\s]?sourc(?:e|ed|ing)|publish(?:ed)?)\b
        (?:[^.]|\.(?=\w)){{0,60}}?\b{_GOODS}\b
    | \b(?:make|made|making)\b(?:[^.]|\.(?=\w)){{0,60}}?\b(?:publicly|freely|openly|open)\b
    | \b(?:available|found|released|hosted)\s(?:\w+\s){{0,2}}?(?:at|on|in|from|under|via)\s
        (?:our\s|the\s|a\s|an\s)?(?:project|github|git|hugging|web|url|open|this\s(?:url|link)|mit)
    """,
    re.VERBOSE,
)
_SIGNS = (
    *("available", "public", "release", "sourc", "accessible", "found ", "github", "download"),
    *("http", "online", "hosted"),
)
"""One of these stands where ``_REACHABLE`` finds something. All patterns expect small letters."""

_REACHABLE = re.compile(
    r"available|public|released?|open[-\s]?sourc|accessible|found (?:at|on|in|here)|github"
    r"|download|http|online|hosted"
)
_OTHERS = re.compile(
    r"\b(?:publicly|freely|openly|widely|readily)\s(?:available|accessible)\s(?!at\b|on\b|in\b|from\b"
    r"|under\b|via\b|for\b|to\b|here\b|online\b)[\w-]+"
    r"|\bopen[-\s]source(?:d)?\s(?!at\b|on\b|under\b|our\b|the\b|all\b|both\b|code\b|it\b|and\b|to\b)[\w-]+"
    r"|\b(?:recently|previously|newly|usually|often|typically)\sreleased\b|\bnot\s(?:publicly\s)?(?:available|released)\b"
)
_PUBLIC_GOODS = re.compile(
    r"\b(?:codes?|data|data ?sets?|models?|checkpoints?|weights|software|source|implementations?"
    r"|benchmarks?|toolkit|library|corpus)\b"
)
_OUT = frozenset((LinkKind.CODE, LinkKind.DATA))


def find_release(
    abstract: str, spans: tuple[tuple[int, int], ...], links: tuple[FoundLink, ...]
) -> tuple[Release, Fact | None]:
    """Return whether something is out, and the sentence that says so.

    A link to code or data is enough; a page of samples or a project page alone is not, unless the
    sentence says that more is there.
    """
    low = lowered(abstract)
    signs = [sign for sign in _SIGNS if sign in low]
    if not links and not signs:
        return Release.NO, None
    promised: Fact | None = None
    for start, end in reversed(spans):
        sentence = low[start:end]
        inside = [found for found in links if start <= found.start < end]
        if not inside and not _is_reachable(sentence, signs):
            continue
        fact = Fact(text=abstract[start:end], start=start, end=end)
        if _WILL.search(sentence):
            promised = promised or fact
            if not any(found.link.kind in _OUT for found in inside):
                continue
        if any(found.link.kind in _OUT for found in inside) or _says_out(sentence, bool(inside)):
            return Release.YES, fact
    return (Release.WILL, promised) if promised else (Release.NO, None)


def _is_reachable(sentence: str, signs: Sequence[str]) -> bool:
    return any(sign in sentence for sign in signs) and _REACHABLE.search(sentence) is not None


def _says_out(sentence: str, has_link: bool) -> bool:
    if has_link:
        return _PUBLIC_GOODS.search(sentence) is not None
    return _DONE.search(sentence) is not None and _OTHERS.search(sentence) is None
