"""What a line of a pasted page looks like by itself: chrome, date, curator, link or text.

Copying a digest page out of a browser keeps the words and loses the layout. Most furniture of a
page is recognisable as such wherever it stands; what is left is text, and ``page_layout`` tells
its titles from its abstracts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from generator.model.ids import identifiers
from generator.sources.page_chrome import (
    announces_name,
    curator_name,
    is_furniture,
    is_invitation,
    is_noun,
)
from generator.sources.page_dates import is_date_line


class Role(StrEnum):
    """What a line of a page is; ``TEXT`` is not told apart yet."""

    BLANK = "blank"
    CHROME = "chrome"
    INVITATION = "invitation"
    CURATOR = "curator"
    DATE = "date"
    LINK = "link"
    TEXT = "text"
    TITLE = "title"
    TITLE_MORE = "title, continued"
    ABSTRACT = "abstract"
    ABSTRACT_MORE = "abstract, continued"
    REPEATED = "repeated"
    STRAY = "stray"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One line of a page: 1-based number, text without outer blanks, role."""

    number: int
    text: str
    role: Role


_ADDRESS = re.compile(r"(?P<url>(?:https?://|www\.)\S+)|(?:arxiv|doi):\s*\S+", re.IGNORECASE)
_SENTENCE_END = re.compile(r".*[.!?…。！？][)\]\"'’”»*}]*|\S*https?://\S*[^\s-]")
# Abbreviations that call for another word; "etc." and "et al." may well end a sentence.
_ABBREVIATED = re.compile(
    r"\W*(?:e\.g|i\.e|w\.r\.t|cf|vs|resp|approx|Fig|Figs|Eq|Eqs|Sec|Dr|St)\.", re.IGNORECASE
)
_TAIL = re.compile(r"[^\w·•|–—-]+|[^A-Za-z]*[.!?][)\]\"']*")
_BEFORE_ADDRESS = re.compile(
    r"(?:\b(?:at|in|on|from|via|see|here|is|and|or|of|to|under)|[:,(])$", re.IGNORECASE
)
_RUNNING_TEXT = 45  # characters; a shorter line is seldom one of wrapped text
_LONGEST_ASIDE = 160  # characters; no date, credit or button is longer
_PARAGRAPH = 250  # characters; a longer line is no line of wrapped text


def look(page: str) -> tuple[PageLine, ...]:
    """Return every line of the page, each with the role that its own look gives it.

    Few roles need the lines before: the line under "Submitted by" is a name; "by …", a date or a
    bare address in the middle of a sentence is a piece of that sentence.
    """
    lines: list[PageLine] = []
    previous: PageLine | None = None
    adjacent = False
    for number, raw in enumerate(page.split("\n"), start=1):
        text = raw.strip()
        role = _role(text, previous, adjacent=adjacent) if text else Role.BLANK
        line = PageLine(number=number, text=text, role=role)
        previous = line if text else previous
        adjacent = bool(text)
        lines.append(line)
    return tuple(lines)


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends like a sentence, or in a web address."""
    last_word = text.rsplit(None, 1)[-1] if text else ""
    return _SENTENCE_END.fullmatch(last_word) is not None and not _ABBREVIATED.fullmatch(last_word)


def _role(text: str, previous: PageLine | None, *, adjacent: bool) -> Role:
    role = _own_role(text) if len(text) <= _LONGEST_ASIDE else _long_role(text)
    if role is Role.TEXT:
        named = previous is not None and announces_name(previous.text) and len(text.split()) <= 4
        return Role.CHROME if named else role
    if previous is None or previous.role is not Role.TEXT:
        return role
    return Role.TEXT if _continues(text, role, previous.text, adjacent=adjacent) else role


def _own_role(text: str) -> Role:
    if is_date_line(text):
        return Role.DATE
    if is_invitation(text):
        return Role.INVITATION
    if curator_name(text):
        return Role.CURATOR
    if _is_address(text):
        return Role.LINK
    return Role.CHROME if is_furniture(text) else Role.TEXT


def _long_role(text: str) -> Role:
    return Role.LINK if _is_address(text) else Role.TEXT


def _is_address(text: str) -> bool:
    match = _ADDRESS.fullmatch(text)
    return match is not None and (match["url"] is not None or bool(identifiers(text)))


def _continues(text: str, role: Role, before: str, *, adjacent: bool) -> bool:
    """Tell whether a line that looks like furniture is a piece of the text line before it."""
    if _TAIL.fullmatch(text):
        return adjacent
    if ends_sentence(before):
        return False
    if role is Role.LINK:
        return adjacent and _BEFORE_ADDRESS.search(before) is not None
    if role in {Role.DATE, Role.CURATOR} or is_noun(text):
        return len(before) >= _RUNNING_TEXT and (adjacent or len(before) > _PARAGRAPH)
    return False
