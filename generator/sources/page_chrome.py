"""Recognises the furniture of digest pages: buttons, counts, invitations, credits.

Whole lines only, so that a title which merely holds such words stays a title.
"""

from __future__ import annotations

import re

_COUNT = r"\+?\d[\d,.]*\s?[kKmM]?\+?"
_COUNTED = r"""
    (?: authors? | upvotes? | votes? | likes? | stars? | forks? | comments? | repl(?:y|ies)
      | views? | citations? | downloads? | followers? | models? | datasets? | spaces? | results?
      | pages? | collections? | points? | papers?(?:\ today)? | min(?:ute)?s?(?:\ read)?
      | (?:second|minute|hour|day|week|month|year)s?\ ago )
"""
_BUTTON = r"""
    (?: (?: view | show | see | read | load | open | copy | browse | explore | expand | close
          | dismiss | toggle | skip | go )
        (?:\ (?: the | to | all | more | less | full | papers? | abstract | pdf | arxiv | page
               | link | theme | content | comments | details ))*
      | (?:next|previous|prev|back|first|last)(?:\ (?:page|day|week|month))?
      | (?:log|sign)\s?(?:in|up|out)
      | (?:all|new|newest|latest|recent|top|hot|trending|popular|more|related)(?:\ papers?)?
      | (?:daily|weekly|monthly|today's|this\ week's)(?:\ papers?)?
      | today | yesterday | this\ (?:week|month|year)
      | upvoted? | votes? | likes? | follow | following | saved? | share | bookmark | cite | listen
      | submit(?:\ (?:a\ )?paper)? | submitted\ by | comments? | reset | filters? | sort\ by | menu
      | search(?:\ papers)? | rss | home | about | pricing | enterprise | solutions | settings
      | your\ profile | hugging\ face | dark\ mode | light\ mode | abs | pdf | html | arxiv
      | arxiv\ page | paper | papers | paper\ page | github(?:\ (?:repo|page))? | code | project
      | project\ page | video | demo | abstract | authors | archive | collections | community
      | datasets? | docs | feed | links | models | organizations | spaces | tasks )
"""
_ORNAMENTS = " ›→»▾▼▲+·•|:…"
_FURNITURE = tuple(
    re.compile(pattern, re.IGNORECASE | re.VERBOSE)
    for pattern in (
        _BUTTON,
        rf"{_COUNT}(?:\s+{_COUNTED})?",
        rf"(?:upvotes?|votes?|github|stars?|likes?|comments?|authors?|citations?)\W*{_COUNT}"
        r"(?:\s+(?:arxiv\ page|github|project\ page|pdf))*",
        r"github\s+arxiv\ page | page\s+\d+\s+of\s+\d+",
        r"(?:.{1,40}[·•|]\s*)?(?:published|posted|updated|submitted|released)\ on\b"
        r"(?=.*\d).{0,40}",
        r"submitted\ by\s*\S.{0,40}",
        r"(?:© | (?:\(c\)|copyright)\s.*\d{4}).{0,80}",
    )
)
# Rules, bullets, arrows and stars; other symbols may be somebody's title.
_DECORATION = re.compile(r"[\s\-–—_=*#~.·•|:+<>›»«/\\,;()\[\]…←-⇿─-◿★☆⭐✓✔×]*")
# Buttons that may as well be the last word of a wrapped title or abstract.
_NOUN = re.compile(
    r"(?:abstract|archive|code|collections|community|comments|datasets?|demo|docs|enterprise|feed"
    r"|github|links|models|organizations|papers?|project|search|settings|solutions|spaces|tasks"
    r"|today|video)",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"subscribe(?:\s+(?:now|here|today|for free|by e-?mail|via (?:rss|e-?mail)"
    r"|to (?:our|the|this|my) [\w ]{1,30}))?[!.]?"
    r"|(?:get|receive|join|sign up|subscribe)\b.{0,60}"
    r"\b(?:in|to|by|via|our|the|for)\b.{0,20}\b(?:inbox|newsletter|mailing list|e-?mail)\b.{0,10}",
    re.IGNORECASE,
)
_CURATOR = re.compile(
    r"(?:(?:[Cc]urated|[Ee]dited|[Cc]ompiled|[Ss]elected|[Cc]ollected) by:?\s*"
    r"|by(?=[A-Z])|by:?\s+(?=[A-Z@]))(?P<name>[^\d.!?]{2,80})"
)
_SUBMITTER_FOLLOWS = re.compile(r"(?:[·•]\s*)?submitted by:?", re.IGNORECASE)


def is_furniture(text: str) -> bool:
    """Tell whether the line is a button, a count, a separator or a note of the page's own."""
    if not any(char.isalpha() for char in text):
        return any(char.isdigit() for char in text) or _DECORATION.fullmatch(text) is not None
    words = text.strip(_ORNAMENTS)
    return any(pattern.fullmatch(words) for pattern in _FURNITURE)


def is_noun(text: str) -> bool:
    """Tell whether the line is furniture that could also end a sentence or a title."""
    return _NOUN.fullmatch(text) is not None


def is_invitation(text: str) -> bool:
    """Tell whether the line asks the reader to subscribe."""
    return _INVITATION.fullmatch(text) is not None


def curator_name(text: str) -> str:
    """Return who a curator line names (``by Ada Berg``); empty for any other line."""
    match = _CURATOR.fullmatch(text)
    return match["name"].strip(" ,;:–—-") if match else ""


def announces_name(text: str) -> bool:
    """Tell whether the next line is a submitter's name."""
    return _SUBMITTER_FOLLOWS.fullmatch(text) is not None
