"""Which form of a noun stands beside a number, by the rules of the Unicode CLDR."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

FORMS = ("zero", "one", "two", "few", "many")
"""What a language may tell apart from ``other``, which every language has."""

OTHER = "other"

_RELATION = re.compile(r"n(?:\s*%\s*(\d+))?\s*(!?=)\s*(\d+(?:\.\.\d+)?(?:\s*,\s*\d+(?:\.\.\d+)?)*)")


@dataclass(frozen=True, slots=True)
class _Relation:
    """``n % modulus`` is, or is not, in one of the ranges; both ends belong to a range."""

    modulus: int
    wanted: bool
    ranges: tuple[tuple[int, int], ...]

    def holds(self, number: int) -> bool:
        rest = number % self.modulus if self.modulus else number
        return self.wanted == any(first <= rest <= last for first, last in self.ranges)


@dataclass(frozen=True, slots=True)
class PluralRule:
    """When a form is used: one of the alternatives holds, each all of its relations."""

    alternatives: tuple[tuple[_Relation, ...], ...]

    @classmethod
    def parse(cls, text: str) -> PluralRule:
        """Read for example ``n % 10 = 2..4 and n % 100 != 12..14``.

        This is the syntax of https://unicode.org/reports/tr35/tr35-numbers.html#Plural_rules_syntax
        for whole numbers: ``n`` alone, without the operands for decimals.

        Raises:
            ValueError: The text is written in another way.
        """
        return cls(
            tuple(
                tuple(_relation(part) for part in alternative.split(" and "))
                for alternative in text.split(" or ")
            )
        )

    def holds(self, number: int) -> bool:
        """Tell whether the form stands beside this number, 0 or more."""
        return any(all(part.holds(number) for part in parts) for parts in self.alternatives)


def plural_form(rules: Mapping[str, PluralRule], number: int) -> str:
    """Return the name of the form for a number: the first whose rule holds, else ``other``."""
    return next((form for form, rule in rules.items() if rule.holds(number)), OTHER)


def _relation(text: str) -> _Relation:
    match = _RELATION.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a plural rule such as n % 10 = 2..4: {text.strip()!r}")
    ranges = []
    for part in match[3].split(","):
        first, _, last = part.strip().partition("..")
        ranges.append((int(first), int(last or first)))
    return _Relation(int(match[1] or 0), match[2] == "=", tuple(ranges))
