"""A text line of a pasted page with what its length, ending and surroundings tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.sources.page_lines import PageLine, Role, ends_sentence
from generator.sources.page_wrap import OPENING, begins_lower, is_full, wrap_widths

_INNER_STOP = re.compile(
    r"\.(?<!\bvs\.)(?<!\bal\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\.[a-z]\.)[)\"']?\s+[A-Z]"
)
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
_CUT_SHORT = re.compile(r"(?:,|\w-|\b(?:and|or|of|the|a|an|in|on|for|with|to|by|from|that|which))$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A text line and its surroundings.

    Attributes:
        text: Without outer blanks.
        gap: A blank line stands before it.
        cut: Chrome, a date or another aside stands before it.
        full: The next line's first word had no room on it, so the text may run on there.
        begins_lower: Its first letter is a small one.
        begins_oddly: It begins with neither a letter nor an opening bracket or quote.
        wordless: It is made of symbols alone.
        ended: It ends like a sentence, or in an address.
        cut_short: It ends in a word, comma or hyphen that calls for more.
        inner_stops: How many sentences end inside it.
        headline: It does not end like a sentence, and most longer words begin with a capital.
    """

    text: str
    gap: bool
    cut: bool
    full: bool
    begins_lower: bool
    begins_oddly: bool
    wordless: bool
    ended: bool
    cut_short: bool
    inner_stops: int
    headline: bool

    @property
    def apart(self) -> bool:
        """Tell whether the line does not stand right under the text before it."""
        return self.gap or self.cut

    @classmethod
    def of(cls, text: str, *, gap: bool, cut: bool, full: bool) -> TextLine:
        """Look at the text once; the search for the cheapest reading asks often."""
        ended = ends_sentence(text)
        return cls(
            text=text,
            gap=gap,
            cut=cut,
            full=full,
            begins_lower=begins_lower(text),
            begins_oddly=not text.lstrip(OPENING)[:1].isalpha(),
            wordless=not any(char.isalnum() for char in text),
            ended=ended,
            cut_short=_CUT_SHORT.search(text[-20:]) is not None,
            inner_stops=len(_INNER_STOP.findall(text)),
            headline=not ended and _in_title_case(text),
        )


def _in_title_case(text: str) -> bool:
    """Tell whether most longer words begin with a capital, as in many titles."""
    words = _LONGER_WORD.findall(text)
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def with_surroundings(lines: Sequence[PageLine], places: Sequence[int]) -> Iterator[TextLine]:
    """Yield the text lines at ``places`` (indices into ``lines``), looked at once and for all."""
    widths = wrap_widths(lines, places)
    previous = -1
    for index, place in enumerate(places):
        between = {line.role for line in lines[previous + 1 : place]}
        following = lines[places[index + 1]].text if index + 1 < len(places) else ""
        yield TextLine.of(
            lines[place].text,
            gap=Role.BLANK in between,
            cut=bool(between - {Role.BLANK, Role.REPEATED}),
            full=is_full(lines[place].text, following, widths[index]),
        )
        previous = place
