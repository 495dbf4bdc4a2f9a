"""Short forms that an abstract explains: ``Long Form (LF)``, its letters checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SHORT = re.compile(
    r"\(\s*(?:[\"“'*]|\\(?:text\w\w|emph)\{|\*\*)*(?P<short>[A-Za-z\d][\w+²³*.&/-]{1,18}?)"
    r"(?:[\"”'*}]|\*\*)*(?:\s(?P<same>[A-Za-z]+))?\s*(?=[);,])"
)
_WORD = re.compile(r"[A-Za-z\d][\w²³+']*")
_MOST_WORDS = 12
_SMALL = frozenset(("a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to", "with"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym:
    """A short form and what it stands for, with their places in a text."""

    short: str
    long: str
    short_start: int
    long_start: int

    @property
    def short_end(self) -> int:
        """One past the last character of the short form."""
        return self.short_start + len(self.short)

    @property
    def long_end(self) -> int:
        """One past the last character of the long form."""
        return self.long_start + len(self.long)


def find_acronyms(text: str) -> Iterator[Acronym]:
    """Yield every explained short form from left to right."""
    for match in _SHORT.finditer(text):
        short = match["short"].rstrip("*.")
        if sum([c.isupper() for c in short]) < 2 and not _is_mixed(short):
            continue
        end = _long_form_end(text, match["same"] or "", match.start())
        start = _long_form_start(text, end, short) if end else None
        if start is not None:
            yield Acronym(
                short=short,
                long=text[start:end].rstrip("\"”'*}$ "),
                short_start=match.start("short"),
                long_start=start,
            )


def _long_form_end(text: str, same: str, opened: int) -> int | None:
    """Return where the long form ends; ``River Map Method (RM Method)`` stands for River Map.

    Args:
        text: All of it.
        same: A word behind the short form that the long form ends with; empty for none.
        opened: Where the parenthesis opens.
    """
    end = opened - 1 if text[opened - 1 : opened].isspace() else opened
    if not same:
        return end
    return end - len(same) - 1 if text[:end].endswith(f" {same}") else None


def _is_mixed(short: str) -> bool:
    return any(c.isupper() for c in short) and any(c.islower() for c in short)


def _long_form_start(text: str, end: int, short: str) -> int | None:
    """Return where the words begin whose letters, in order, spell the short form."""
    window_start = max(0, end - 140)
    window = text[window_start:end]
    for sign in (". ", "; ", ": ", "! ", "? ", "("):
        cut = window.rfind(sign)
        if cut >= 0:
            window_start += cut + len(sign)
            window = window[cut + len(sign) :]
    found = list(_WORD.finditer(window))[-_MOST_WORDS:]
    if not found or window[found[-1].end() :].strip(" \"'”*}$-"):
        return None
    words = [match[0].lower() for match in found]
    for letters in _spellings(short):
        first = _first_word(words, letters)
        if first is not None:
            return window_start + found[first].start()
    return None


def _spellings(short: str) -> Iterator[str]:
    """Yield the letters to be spelt: as written, with a digit as a count, or without it."""
    letters = "".join(c for c in short.lower() if c.isalnum())
    if short[-1] == "s" and short[:-1].isupper():
        letters = letters[:-1]
    yield letters
    if re.search(r"[a-z][2-4]", letters):
        yield re.sub(r"([a-z])([2-4])", lambda m: m[1] * int(m[2]), letters)
        yield re.sub(r"\d", "", letters)
    if letters.endswith("former"):
        yield f"{letters.removesuffix('former')}transformer"


def _first_word(words: Sequence[str], letters: str) -> int | None:
    """Return the word from which on the words spell the letters: by initials, else somehow."""
    initials = "".join([word[0] for word in words])
    if initials.endswith(letters):
        return len(words) - len(letters)
    heavy = [place for place, word in enumerate(words) if word not in _SMALL]
    if "".join([initials[place] for place in heavy]).endswith(letters):
        return heavy[-len(letters)]
    for first in reversed(heavy):
        if initials[first] != letters[0]:
            continue
        if len(words) - first > len(letters) + 3:
            return None
        if _spells(words[first:], letters):
            return first
    return None


def _spells(words: Sequence[str], letters: str) -> bool:
    """Tell that the words, each by some of its first letters or none, spell the letters."""
    reached = {0}
    for word in words:
        grown: set[int] = set()
        for at in reached:
            if word in _SMALL or len(words) > 2:
                grown.add(at)
            grown.update(_taken(word, letters, at))
        reached = grown
    return len(letters) in reached and _enough(words, letters)


def _taken(word: str, letters: str, at: int) -> Iterator[int]:
    """Yield how far the letters are spelt when a word gives its first and any later letters."""
    if at >= len(letters) or word[0] != letters[at]:
        return
    place, found = 1, at + 1
    yield found
    while found < len(letters):
        place = word.find(letters[found], place) + 1
        if not place:
            return
        found += 1
        yield found


def _enough(words: Sequence[str], letters: str) -> bool:
    """Tell that most words of weight begin with a letter of the short form."""
    heavy = [word for word in words if word not in _SMALL]
    return sum(word[0] in letters for word in heavy) >= 0.6 * len(heavy) and len(heavy) >= 1
