"""The numbers an abstract is proud of, each with the words that say what it measures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.enrichment import Fact
from generator.text.sentences import Spans

_VALUE = r"(?<![\w.$-])[-+~≈]?\$?\d[\d,]*(?:\.\d+)?\$?"
_QUANTITY = re.compile(
    rf"""
      {_VALUE}\s?(?:\\?%|percent\b|(?:x|×|\$?\\times\$?)(?![\w]|-)|points?\b|pp\b|times\b|-?fold\b
        |dB\b|orders?\sof\smagnitude|BLEU\b|mAP\b|mIoU\b|FPS\b|fps\b|ms\b|hours?\b)
    | (?<![\w.])\d+(?:\.\d+)?\s?[-–]\s?\d+(?:\.\d+)?\s?\\?%
    | (?:one|two|three|four|five|several|an)\sorders?\sof\smagnitude
    | {_VALUE}\s?(?:→|->|\$?\\?rightarrow\$?|⇒|\sto\s)\s?{_VALUE}
    | (?<=\s)\d+\.\d+(?![\w.]|\s?[BMK]\b)
    """,
    re.VERBOSE,
)
_MANY = r"(?:[KkMB]|thousand|million|billion|trillion)"
_COUNTED = re.compile(
    rf"(?<![\w.$-])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{3,}}|\d+(?:\.\d+)?(?=\s?{_MANY}\b))\s?{_MANY}?\+?\s"
    r"(?:[\w-]+\s){0,3}?(?:questions|samples|examples|images|videos|tokens|tasks|instances|pairs"
    r"|hours|problems|datasets|languages|annotations|prompts|sentences|documents|papers|dialogues"
    r"|scenes|trajectories|entries)\b"
)
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[-+~≈$\d]")
_GAIN = re.compile(
    r"\b(?:achiev|attain|reach|improv|outperform|surpass|exceed|reduc|increas|decreas|boost|gain"
    r"|obtain|yield|speed|accelerat|accura|perform|higher|lower|faster|better|fewer|less|more|sav"
    r"|cut|drop|degrad|rais|rate|score|F1|BLEU|win|recall|precision|error|cost|success|agreement"
    r"|state|result|match|only|retain|compress|smaller|larger|deliver|advanc|enhanc|scor|from)\w*",
    re.IGNORECASE,
)
_DULL = re.compile(
    r"^(?:19|20)\d\d$|^\d+(?:\.\d+)?\s?[BMKbk]$|(?:GPT|Llama|LLaMA|Qwen|Gemini|Claude|Gemma|version"
    r"|v|Section|Python)[\s-]?$"
)
_MODEL_BEFORE = re.compile(
    r"(?:GPT|Llama|LLaMA|Qwen|Gemini|Claude|Gemma|Diffusion|SD|Phi|PaLM|version|CUDA)[\s-]?$",
    re.IGNORECASE,
)
_START = re.compile(
    r".*(?:[,;:]\s|\s[–—-]{1,3}\s|\.\s|\b(?:achiev|attain|reach|obtain|yield|improv|outperform|surpass"
    r"|exceed|reduc|increas|boost|deliver|provid|produc|scor|show|demonstrat|exhibit|perform|caus"
    r"|incur|requir|us|gain|sav|bring|brought|lead|result|retain|maintain|mak|tak|get|giv|cut|drop"
    r"|rais|enhanc|enabl|with|while|and|that|which|is|are|was|were|than)(?:e|es|ed|s|ing|ion|ment)?"
    r"(?:\sto|\sin)?\s)",
    re.DOTALL | re.IGNORECASE,
)
_END = re.compile(
    r"[;:]|,(?!\d)|\.(?!\d)(?=\s|$)|\s[–—]\s|\s--|\s\(|\)|\b(?:while|whereas|when|which|that|without|using"
    r"|compared|demonstrat\w+|indicat\w+|outperform\w+|surpass\w+|achiev\w+|thereby|despite|but|even)\b"
)
_LEFT, _RIGHT = 75, 90
_MOST = 6


def find_quantities(abstract: str, spans: Spans) -> tuple[Fact, ...]:
    """Return exact pieces of an abstract with its key quantities, in order; at most six.

    Numbers of gains and scores come first; where there are none, the size of what was collected.
    """
    numeric = tuple(_numeric(abstract, spans))
    found = [f for span in numeric for f in _in_sentence(abstract, span, _QUANTITY)]
    if not found:
        found = [f for span in numeric for f in _in_sentence(abstract, span, _COUNTED)]
    return tuple(found[:_MOST])


def _numeric(abstract: str, spans: Spans) -> Iterator[tuple[int, int]]:
    """Yield the sentences with a digit or an order of magnitude: few have one."""
    plain = abstract.isascii() and not any(digit in abstract for digit in "0123456789")
    if plain and "magnitude" not in abstract:
        return
    digit = None if plain else _DIGIT.search(abstract)
    for start, end in spans:
        if digit and digit.start() < start:
            digit = _DIGIT.search(abstract, start)
        if (digit and digit.start() < end) or abstract.find("magnitude", start, end) >= 0:
            yield start, end


def _in_sentence(abstract: str, span: tuple[int, int], pattern: re.Pattern[str]) -> Iterator[Fact]:
    start, end = span
    last = start
    matches = list(_matches(pattern, abstract, start, end))
    if not matches or (pattern is _QUANTITY and not _GAIN.search(abstract, start, end)):
        return
    for match in matches:
        if match.start() < last or _is_dull(abstract, match):
            continue
        left = _left(abstract, max(start, last), match.start())
        right = _right(abstract, match.end(), end)
        stripped = abstract[left:right].rstrip(" ,;:")
        if stripped.endswith(")") and "(" not in stripped:
            stripped = stripped.rstrip(") ")
        yield Fact(text=stripped, start=left, end=left + len(stripped))
        last = left + len(stripped)


def _matches(
    pattern: re.Pattern[str], abstract: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Yield what the pattern finds; it is tried only where a number can begin."""
    if abstract.find("magnitude", start, end) >= 0:
        yield from pattern.finditer(abstract, start, end)
        return
    while sign := _NUMBER.search(abstract, start, end):
        match = pattern.match(abstract, sign.start(), end)
        if match:
            yield match
        start = match.end() if match else sign.end()


def _is_dull(abstract: str, match: re.Match[str]) -> bool:
    before = abstract[max(0, match.start() - 20) : match.start()]
    return bool(_DULL.search(match[0]) or _MODEL_BEFORE.search(before))


def _left(abstract: str, start: int, place: int) -> int:
    """Return where the words begin that belong to a number: behind a verb or a comma."""
    window = max(start, place - _LEFT)
    opened = abstract.rfind("(", window, place)
    if opened >= 0 and abstract.find(")", opened, place) < 0 and place - opened < 25:
        words = abstract[window:opened].rstrip()
        short = " ".join(words.split()[-3:])
        return window + words.rfind(short) if short else place
    before = abstract[window:place]
    match = _START.match(before)
    left = window + match.end() if match else window
    if left == window and window > start:
        blank = abstract.find(" ", window, place)
        left = blank + 1 if blank >= 0 else place
    while abstract[left : left + 1] in ' (["“':
        left += 1
    return min(left, place)


def _right(abstract: str, place: int, end: int) -> int:
    opened = abstract.rfind("(", max(0, place - 25), place)
    if opened >= 0 and abstract.find(")", opened, place) < 0:
        closed = abstract.find(")", place, min(end, place + 40))
        if closed >= 0:
            return closed + 1
    stop = _END.search(abstract, place, min(end, place + _RIGHT))
    if stop:
        return stop.start()
    if end <= place + _RIGHT:
        return end
    blank = abstract.rfind(" ", place, place + _RIGHT)
    return max(place, blank)
