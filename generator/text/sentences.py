"""Where the sentences of an abstract begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.text.tex import MATH
from generator.text.urls import find_urls


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_END = re.compile(
    r"""
      \n\s*\n
    | \s? (?<![.!?…]) [.!?…]++ ["'”’»)\]]* (?= \s | $ )
    | [。！？]+ ["'”’»）」』]*
    | (?<=[a-z\d)\]%"”]) [.!?] (?= [A-Z][a-z]*,?\s )
    """,
    re.VERBOSE,
)
_SIGN = re.compile(r"[.!?…。！？\n]")
_PARENTHESES = re.compile(r"\([^()]{0,400}\)|\[[^\[\]]{0,400}\]|“[^“”]{0,400}”")
_LAST_WORD = re.compile(r"[^\s(\[{“\"'~]+$")
_NEXT_WORD = re.compile(r"\s*([\"'“‘(\[*]*)(\S*)")
_CAMEL = re.compile(r"[a-z]+[-_]?[A-Z]")
_NEVER_LAST = _words(
    "e.g eg i.e ie cf vs viz fig figs eq eqs eqn sec secs tab ref refs alg thm prop lem def no nos "
    "vol pp ca approx dr prof mr mrs ms st mt resp ph.d. dept univ incl esp"
)
_SELDOM_LAST = _words(
    "etc al i.i.d w.r.t a.k.a s.t u.s u.k ph.d inc ltd co corp jr sr u.s.a a.m p.m"
)
_ABBREVIATED = _NEVER_LAST | _SELDOM_LAST
_OPENERS = _words(
    "a additionally after all also although an and as at based because besides both but by code "
    "compared consequently despite due during each empirical empirically even existing "
    "experimental experiments extensive finally first for from furthermore given hence here how "
    "however if in indeed instead inspired is it its last lastly many more moreover most motivated "
    "nevertheless new next no notably of on once one only our overall part recent recently results "
    "second several since some specifically state still such surprisingly that the then there "
    "therefore these they third this those through though thus to towards two under unlike using "
    "various we what when where whereas which while with within without yet"
)


Spans = tuple[tuple[int, int], ...]
"""Start and end of each sentence, in order."""


def sentence_spans(text: str) -> Spans:
    """Return start and end of each sentence, in order, without the white space between them.

    All other characters lie in exactly one span. Abbreviations, initials, decimals, addresses,
    formulas and parentheses do not end a sentence; an empty line always does, and so does a full
    stop whose blank was forgotten (``results.We``).
    """
    return tuple(each_sentence(text))


def each_sentence(text: str) -> Iterator[tuple[int, int]]:
    """Yield what ``sentence_spans`` returns; nobody looks at what is behind the last one taken."""
    closed = _closed_spans(text)
    start = 0
    at = 0
    for sign, end in _possible_ends(text):
        while at < len(closed) and closed[at][1] <= sign:
            at += 1
        inside = at < len(closed) and closed[at][0] <= sign < closed[at][1] - 1
        if inside and text[sign] != "\n":
            continue
        if _ends_plainly(text, start, sign, end) or _ends_sentence(text, start, sign, end):
            yield from _trimmed(text, start, end)
            start = end
    yield from _trimmed(text, start, len(text))


def _possible_ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what ``_END`` finds; it is tried only where one of its signs stands.

    Most signs stand between a word and a blank, or inside a number, and need no pattern at all.
    """
    last = len(text) - 1
    end = 0
    for sign in _SIGN.finditer(text):
        start = sign.start()
        if start < end:
            continue
        if sign[0] == "." and 0 < start < last:
            before, behind = text[start - 1], text[start + 1]
            if behind == " " and before.isalnum():
                end = start + 1
                yield start, end
                continue
            if behind.isdecimal() or behind.islower():
                continue
        blank_before = start > end and text[start - 1].isspace()
        match = (_END.match(text, start - 1) if blank_before else None) or _END.match(text, start)
        if match:
            end = match.end()
            yield match.start(), end


def _ends_plainly(text: str, start: int, sign: int, end: int) -> bool:
    """Tell, fast, that a sentence ends: behind a word in small letters, before a capital."""
    if end != sign + 1 or text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return False
    word = text[max(start, text.rfind(" ", start, sign) + 1) : sign]
    return len(word) > 1 and word.isalpha() and word.islower() and word not in _ABBREVIATED


def _trimmed(text: str, start: int, end: int) -> Spans:
    """Return a sentence's place without the white space around it; nothing of white space alone."""
    sentence = text[start:end]
    stripped = sentence.strip()
    if not stripped:
        return ()
    start += len(sentence) - len(sentence.lstrip())
    return ((start, start + len(stripped)),)


def _closed_spans(text: str) -> list[tuple[int, int]]:
    """Return the places in which no sentence ends, in order, without overlaps."""
    found = [(url.start, url.end) for url in find_urls(text)]
    if "$" in text or "\\" in text:
        found.extend(match.span() for match in MATH.finditer(text))
    if "(" in text or "[" in text or "“" in text:
        found.extend(match.span() for match in _PARENTHESES.finditer(text))
    found.sort(key=lambda span: (span[0], -span[1]))
    outer: list[tuple[int, int]] = []
    for span in found:
        if not outer or span[0] >= outer[-1][1]:
            outer.append(span)
    return outer


def _ends_sentence(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether the sentence that began at ``start`` ends with the signs from ``at``."""
    sign = text[at:end].strip()
    if not sign or sign[0] in "。！？":
        return True
    signs, following = _NEXT_WORD.match(text, end).groups("")  # type: ignore[union-attr] # it matches the empty text too
    if not following:
        return True
    if following[0].islower() and not _CAMEL.match(following):
        return False
    last = _LAST_WORD.search(text, max(start, at - 40), at)
    if sign[0] != "." or last is None:
        return True
    opens_line = text[start : last.start()].rstrip()[-1:] in ("", ":", ";")
    return not _is_abbreviation(last[0], opens_line, signs, following)


def _is_abbreviation(word: str, opens_line: bool, signs: str, following: str) -> bool:
    bare = word.lower().strip(",;:*")
    if bare in _NEVER_LAST:
        return True
    opens = following.lower().strip(",;:.").partition("'")[0] in _OPENERS
    if bare in _SELDOM_LAST:
        return not opens or bool(signs)
    if len(bare) == 1 and word.isupper():
        return not opens
    return opens_line and bare.isdigit() and len(bare) <= 2
