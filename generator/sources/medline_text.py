"""Habits of MEDLINE that its tagged format and its XML share."""

from __future__ import annotations

import re

from generator.model.dates import PartialDate
from generator.text.names import Name, join_name, parse_name

_TRANSLATED = re.compile(r"\[(?P<title>.+)\]\.?")
_NO_TITLE = re.compile(r"\[?(?:not available|in process citation)\]?\.?", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<=[^\W\d_][^\W\d_])\.$|(?<=[\d)\]])\.$")
_SHORT = re.compile(
    r"(?P<family>[^,]*[^\W\d_]{2,}) (?P<initials>[^\W\d_a-z]{1,3})(?: (?P<suffix>\w+))?"
)


def medline_name(text: str) -> Name:
    """Return a name written ``Berg, Ada K`` or, in older records, ``Berg AK`` or ``Berg AK Jr``."""
    match = _SHORT.fullmatch(text)
    if match is None:
        return parse_name(text)
    return join_name(match["initials"], match["family"], match["suffix"] or "")


def medline_title(title: str, vernacular: str = "") -> str:
    """Return a title without the full stop that MEDLINE adds.

    A title in brackets is the English translation of one in another language, which stands apart;
    the translation is kept, unless there is none.
    """
    if _NO_TITLE.fullmatch(title) or not title:
        title = vernacular
    if match := _TRANSLATED.fullmatch(title):
        title = match["title"]
    return _FULL_STOP.sub("", title)


def with_electronic_day(
    printed: PartialDate | None, electronic: PartialDate | None
) -> PartialDate | None:
    """Return the date of the issue, or that of the electronic edition where it says more.

    The latter counts only when it falls into the same year, and month if that is known: the year
    of the issue is the one by which the article is cited.
    """
    if printed is None or electronic is None:
        return printed or electronic
    same_year = printed.year == electronic.year
    same_month = printed.month in {0, electronic.month}
    return electronic if same_year and same_month and not printed.day else printed
