"""Personal names: from the ways sources write them to given and family parts.

The order of parts follows BibTeX's rules (O. Patashnik, "BibTeXing", 1988, section 4): ``First von
Last``, ``von Last, First`` and ``von Last, Jr, First``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# V is left out: in "Petrov, V." it is a given name.
_SUFFIX = re.compile(r"(?:(?:Jr|Sr|Junior|Senior|2nd|3rd)\.?|II|III|IV)", re.IGNORECASE)
_PARTICLE = re.compile(
    r"(?:von|vom|van|der|den|de|del|della|di|da|dos|das|do|du|des|le|la|las|los|ter|ten|te|zu|zur"
    r"|zum|af|av|bin|ibn|al|el|y|e|'t|op|st\.?)"
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts; ``family`` holds particles and suffix, and is empty for one-word names."""

    full: str
    given: str = ""
    family: str = ""


def parse_name(text: str) -> Name:
    """Return a name written as ``Family, Given``, ``Family, Jr, Given`` or ``Given Family``.

    A name without comma is parted only where a particle shows the place: in ``Ludwig van
    Beethoven``, not in ``Maria Garcia Lopez``, whose family name nobody can tell.
    """
    text = _SPACE.sub(" ", text).strip(" ,;")
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 2:
        return _without_comma(text)
    if len(parts) > 2 and _SUFFIX.fullmatch(parts[1]):
        family, given = f"{parts[0]} {parts[1]}", " ".join(parts[2:])
    elif _SUFFIX.fullmatch(parts[-1]):
        given, family = " ".join(parts[1:-1]), f"{parts[0]} {parts[-1]}"
    else:
        family, given = parts[0], " ".join(parts[1:])
    if not given:
        return Name(full=f"{parts[0]} {parts[1]}")
    return join_name(given, family)


def join_name(given: str, family: str, suffix: str = "") -> Name:
    """Return a name from its parts, any of which may be empty."""
    given, family, suffix = (_SPACE.sub(" ", part).strip() for part in (given, family, suffix))
    if suffix:
        family = f"{family} {suffix}".strip()
    if not given or not family:
        return Name(full=given or family)
    return Name(full=f"{given} {family}", given=given, family=family)


def is_suffix(text: str) -> bool:
    """Tell whether a part of a name is one like ``Jr.`` or ``III``."""
    return _SUFFIX.fullmatch(text.strip()) is not None


def _without_comma(text: str) -> Name:
    words = text.split(" ")
    for place in range(1, len(words) - 1):
        if _PARTICLE.fullmatch(words[place]):
            return Name(full=text, given=" ".join(words[:place]), family=" ".join(words[place:]))
    return Name(full=text)
