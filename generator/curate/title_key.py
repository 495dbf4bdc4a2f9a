"""What a title says about a paper's identity: its letters, and whether it is of another paper."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.text.plain import is_plain, readable
from generator.text.slug import folded

_NUMBER = r"(?:[ivx]{1,5}|\d{1,3}|one|two|three|four|five|first|second|third)"
_PART = re.compile(
    rf"[\s(\[:,.;–—-]+(?:part|pt\.?|vol(?:ume|\.)?)\s*{_NUMBER}[)\]]?\s*(?:$|[:.,;–—-])",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:(?:author|publisher|editorial)['’s]*\s+)?(?P<kind>errat(?:um|a)|corrections?|corrigend(?:um|a)"
    r"|addend(?:um|a)|retraction(?:\s+(?:note|notice))?|expression\s+of\s+concern|reply|response"
    r"|comments?(?:ary)?|rejoinder|discussion)(?:\s*:\s*|\s+(?:to|on|for|of)\b[\s:]*)(?P<of>.+)",
    re.IGNORECASE | re.DOTALL,
)
_MARKED = re.compile(
    r"(?P<of>.+?)\s*[\[(](?P<kind>errat(?:um|a)|correction|corrigendum|retraction)[\])]",
    re.IGNORECASE | re.DOTALL,
)
_RETRACTED = re.compile(r"(?:retracted|withdrawn)(?:\s+(?:article|paper))?\s*:\s*", re.IGNORECASE)
_GENERIC = frozenset(
    folded(title)
    for title in (
        *("Abstract", "Acknowledgments", "Afterword", "Announcements", "Book review"),
        *("Book reviews", "Commentary", "Concluding remarks", "Conclusion", "Conclusions"),
        *(
            "Contents",
            "Correspondence",
            "Discussion",
            "Editor's note",
            "Editorial",
            "Editors' note",
        ),
        *("Foreword", "From the editor", "From the editors", "Front matter", "Guest editorial"),
        *("Guest editors' introduction", "In this issue", "Index", "Introduction", "Keynote"),
        *("Introduction to the special issue", "Letter to the editor", "Message from the chairs"),
        *("News", "Obituary", "Overview", "Panel", "Perspective", "Preface", "Program committee"),
        *("Prologue", "Summary", "Table of contents", "Tutorial", "Untitled", "Welcome"),
    )
)
_GREEK = {
    letter: unicodedata.name(letter).rpartition(" ")[2].lower().replace("lamda", "lambda")
    for letter in "αβγδεζηθικλμνξοπρστυφχψω"
}


@dataclass(frozen=True, slots=True)
class TitleKey:
    """A title as far as it tells papers apart.

    Attributes:
        letters: Letters and digits without case and accents, the same for all spellings; the title
            itself when it has none.
        whole: The letters of the title without what makes it a part or a notice: those of the
            work or paper it belongs to. Empty for any other title.
        notice: ``erratum``, ``reply`` …: it is about the paper named, not that paper.
        generic: ``Editorial``, ``Introduction``, a single word: many papers may be called that.
    """

    letters: str
    whole: str = ""
    notice: str = ""
    generic: bool = False


def title_key(title: str) -> TitleKey:
    """Return what a title, in whatever spelling, says of a paper's identity."""
    plain = title if is_plain(title) else readable(title).replace("$", "")
    if retracted := _RETRACTED.match(plain):  # publishers mark the paper itself so
        plain = plain[retracted.end() :]
    letters = _letters(plain) or title.strip()
    if notice := _NOTICE.fullmatch(plain) or _MARKED.fullmatch(plain):
        return TitleKey(letters, whole=_letters(notice["of"]), notice=folded(notice["kind"]))
    if part := _PART.search(plain):
        return TitleKey(letters, whole=_letters(plain[: part.start()]))
    return TitleKey(letters, generic=letters in _GENERIC or len(plain.split()) == 1)


def _letters(text: str) -> str:
    """Return the folded text with Greek letters spelt out, as TeX does."""
    letters = folded(text)
    if letters.isascii():
        return letters
    return "".join(_GREEK.get(letter, letter) for letter in letters)
