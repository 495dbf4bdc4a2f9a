"""What kind of publication a paper is, as far as reference managers ask."""

from __future__ import annotations

import re
from enum import Enum, auto

from generator.model.paper import Paper
from generator.model.preprints import is_preprint_venue

_MEETING = re.compile(
    r"\b(?:proc(?:eedings|\.)|conference|workshops?|symposium|congress|meeting)(?!\w)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Za-z&/-]*[A-Z][A-Za-z&/-]*[A-Z][A-Za-z]*\W{1,2}(?:19|20)?\d\d(?!\d)")


_CONFERENCES = """
    aaai aamas acl acml aistats asplos assets bmvc ccs chi cikm coling colm colt conll corl
    cscw cvpr eacl eccv edbt emnlp esa facct focs fse hicss hri icassp iccv icde icdm icip
    icir icis iclr icme icml icra icse ijcai ijcnlp ijcnn interspeech iros isbi isca ismir
    issac iswc kdd lrec miccai micro naacl ndss neurips nips nsdi osdi pldi podc pods popl
    recsys rss sigcomm siggraph sigir sigmod soda sosp stoc uai uist usenix vldb wacv wsdm
    www
"""
_BY_NAME = frozenset(_CONFERENCES.split())
"""Meetings that are often named without a year; no journal has one of these names."""


class Publication(Enum):
    """A paper nobody published yet, one in proceedings, one in a journal."""

    PREPRINT = auto()
    CONFERENCE = auto()
    JOURNAL = auto()


def publication(paper: Paper) -> Publication:
    """Tell by the venue: a preprint has none, ``ICLR 2025`` or a workshop is a conference."""
    if not paper.venue or is_preprint_venue(paper.venue):
        return Publication.PREPRINT
    signs = (_MEETING.search(paper.venue), _ACRONYM.search(paper.venue), _known(paper.venue))
    is_meeting = any(signs) or bool(paper.alias("openreview") or paper.alias("acl"))
    return Publication.CONFERENCE if is_meeting else Publication.JOURNAL


def _known(venue: str) -> bool:
    words = venue.split()
    return words[0].strip(".,:'").lower() in _BY_NAME if len(words) <= 2 and words else False
