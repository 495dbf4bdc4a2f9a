"""Source text as a reader expects to see it; the source text itself is never changed."""

from __future__ import annotations

import re
import unicodedata

from generator.text.holder import HELD, Holder
from generator.text.sentences import each_sentence
from generator.text.tex import MATH, hold_math, plain_tex
from generator.text.urls import find_urls

_UNSHOWN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef"
    f"\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff{HELD}]"
)
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \t\v\f]{2,}|[\t\v\f]")
_MARKDOWN = re.compile(
    r"""
    (?= [#`*_] ) (?:
      ^\#{1,6}[ ]+
    | (?<![`\\]) `(?P<code>[^`\n]+)` (?!`)
    | \*\*(?=\S)(?P<strong>[^*\n]+)(?<=\S)\*\*
    | (?<!\w)__(?=\S)(?P<under>[^_\n]+)(?<=\S)__(?!\w)
    | (?<![\w*])\*(?=[^\s*])(?P<emphasis>[^*\n]+)(?<=[^\s*])\*(?![\w*])
    )
    """,
    re.VERBOSE | re.MULTILINE,
)


def readable(text: str) -> str:
    """Return plain text without TeX, Markdown and encoding leftovers.

    Math between dollar signs and web addresses stay letter for letter. A single line end becomes
    a blank; paragraphs stay apart by one empty line.
    """
    if is_plain(text):
        return text.strip()
    text = shown(text)
    holder = Holder()
    text = _without_addresses(text, holder)
    text = hold_math(text, holder.hold)
    if any(sign in text for sign in "*`_#"):
        text = _MARKDOWN.sub(_unmarked, text)
    return holder.release(flowing(plain_tex(text)))


def is_plain(text: str) -> bool:
    """Tell, fast, that a text is one line of characters without any special meaning."""
    return (
        text.isprintable()
        and text[:1] not in {"#", ">"}
        # One character is found ten times as fast as two, so rare ones are looked for first.
        and not ("\\" in text or "~" in text or "{" in text or "$" in text or "`" in text)
        and not ("*" in text or ("]" in text and "](" in text) or ("_" in text and "__" in text))
        and not ("--" in text or "  " in text or ("'" in text and "''" in text))
        and not ("arrow" in text or "sim " in text or "pm " in text)
    )


def shown(text: str) -> str:
    """Return the text without what no page can show.

    Control and direction characters, unpaired surrogates, noncharacters and the private-use
    planes are dropped; every line end becomes a line feed.
    """
    if text.isprintable():
        return text
    return _UNSHOWN.sub("", _LINE_ENDS.sub("\n", text))


def flowing(text: str) -> str:
    """Return the text with single blanks inside paragraphs and one empty line between them."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    paragraphs: list[list[str]] = [[]]
    for line in text.split("\n"):
        if stripped := line.strip(" \t\v\f"):
            paragraphs[-1].append(_BLANKS.sub(" ", stripped))
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(" ".join(lines) for lines in paragraphs if lines)


def clip(text: str, limit: int) -> str:
    """Return the opening of a readable text in one line, at most ``limit`` characters.

    Whole sentences where they fill at least two fifths of the limit; else it ends at a word, or
    before a formula, with an ellipsis.
    """
    line = " ".join(text[: 2 * limit + 200].split("\n"))
    line = line.replace("  ", " ").strip()
    if len(line) <= limit and len(text) <= 2 * limit + 200:
        return line
    end = 0
    for _, sentence_end in each_sentence(line):
        if sentence_end > limit:
            break
        end = sentence_end
    return line[:end] if end >= 0.4 * limit else _cut_at_word(line, limit)


def _cut_at_word(line: str, limit: int) -> str:
    end = max(limit - 1, 0)
    for formula in MATH.finditer(line) if "$" in line or "\\" in line else ():
        if 0 < formula.start() < end < formula.end():
            end = formula.start()
    if not line[end : end + 1].isspace():
        blank = line.rfind(" ", max(0, end - 60), end)
        end = blank if blank > 0 else _whole_character(line, end)
    return line[:end].rstrip(" ,;:.–—-([{“‘\"'") + "…" if end else ""


def _whole_character(line: str, end: int) -> int:
    """Return the nearest end before ``end`` that parts no letter from its accents or joiners."""
    while 0 < end < len(line) and (
        unicodedata.combining(line[end]) or line[end] in "\u200d\ufe0f" or line[end - 1] == "\u200d"
    ):
        end -= 1
    return end


def _without_addresses(text: str, holder: Holder) -> str:
    pieces = []
    position = 0
    for found in find_urls(text):
        pieces.append(text[position : found.start])
        is_bare = found.label in text[found.start : found.end] and "://" in found.label
        pieces.append(holder.hold(found.label) if is_bare else found.label)
        position = found.end
    pieces.append(text[position:])
    return "".join(pieces)


def _unmarked(match: re.Match[str]) -> str:
    return match["code"] or match["strong"] or match["under"] or match["emphasis"] or ""
