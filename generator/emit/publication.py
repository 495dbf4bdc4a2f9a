"""What kind of publication a paper is, as far as reference managers ask."""

from __future__ import annotations

import re
from enum import Enum, auto

from generator.model.paper import Paper

_MEETING = re.compile(
    r"\b(?:proc(?:eedings|\.)|conference|workshops?|symposium|congress|meeting)(?!\w)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Za-z&/-]*[A-Z][A-Za-z&/-]*[A-Z][A-Za-z]*\W{1,2}(?:19|20)?\d\d(?!\d)")


class Publication(Enum):
    """A paper nobody published yet, one in proceedings, one in a journal."""

    PREPRINT = auto()
    CONFERENCE = auto()
    JOURNAL = auto()


def publication(paper: Paper) -> Publication:
    """Tell by the venue: none is a preprint's, ``ICLR 2025`` or a workshop is a conference."""
    if not paper.venue:
        return Publication.PREPRINT
    signs = (_MEETING.search(paper.venue), _ACRONYM.search(paper.venue))
    is_meeting = any(signs) or bool(paper.alias("openreview") or paper.alias("acl"))
    return Publication.CONFERENCE if is_meeting else Publication.JOURNAL
