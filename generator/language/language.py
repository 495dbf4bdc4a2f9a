"""What the interface says, in one language: its phrases, numbers and dates."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from generator.language.catalogue import ENGLISH, Catalogue, catalogue
from generator.language.plurals import OTHER, plural_form


class UnknownPhraseError(LookupError):
    """A template or a stage asks for a phrase that no catalogue has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The interface in one language; its catalogue is read when the first phrase is asked for.

    Attributes:
        tag: BCP 47, as the settings write it.
        shipped: Tag of the shipped catalogue that serves it; empty when none does.
        own: The site's own catalogue over it, as TOML; empty when there is none.
    """

    tag: str = ENGLISH
    shipped: str = ENGLISH
    own: str = ""

    @property
    def catalogue(self) -> Catalogue:
        """All of its phrases."""
        return catalogue(self.shipped, self.own)

    @property
    def direction(self) -> str:
        """``ltr``, or ``rtl`` for scripts from right to left."""
        return self.text("language.direction")

    def phrase(self, key: str, number: int | None = None) -> str:
        """Return a phrase with its placeholders; ``number`` chooses its plural form.

        Raises:
            UnknownPhraseError: There is none of this key.
        """
        known = self.catalogue
        found = known.phrases.get(key)
        if isinstance(found, dict):
            form = plural_form(known.plurals, number or 0)
            return found.get(form) or found[OTHER]
        if not isinstance(found, str):
            near = difflib.get_close_matches(key, known.phrases, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise UnknownPhraseError(f"no phrase is called {key!r}{hint}")
        return found

    def text(self, key: str, **values: str | int) -> str:
        """Return a phrase with values in its placeholders, numbers as this language writes them.

        Where a phrase has plural forms, the value ``n`` chooses one.

        Raises:
            UnknownPhraseError: There is none of this key.
            KeyError: A placeholder has no value.
        """
        number = values.get("n")
        found = self.phrase(key, number if isinstance(number, int) else None)
        return found.format_map(self.shown(values)) if values else found

    def shown(self, values: Mapping[str, str | int]) -> dict[str, str]:
        """Return values as texts; numbers are grouped."""
        return {
            name: self.grouped(value) if isinstance(value, int) else value
            for name, value in values.items()
        }

    def grouped(self, number: int) -> str:
        """Return a whole number with its digits in groups of three; four digits stay together."""
        if abs(number) < 10_000:
            return str(number)
        return f"{number:,}".replace(",", self.text("numbers.group"))

    def counted(self, number: int, noun: str, plural: str = "") -> str:
        """Return for example ``1 paper``, ``92 papers``.

        Args:
            number: 0 or more.
            noun: A key of the catalogue's table ``counted``; any other is taken to be English.
            plural: Of another noun that adds no s.
        """
        if f"counted.{noun}" in self.catalogue.phrases:
            return self.text(f"counted.{noun}", n=number)
        return f"{self.grouped(number)} {noun if number == 1 else plural or noun + 's'}"

    def names(self, key: str) -> list[str]:
        """Return the names under a key: ``dates.months``, ``dates.weekdays`` and the like."""
        found = self.catalogue.phrases[key]
        assert isinstance(found, list)  # noqa: S101 # as in the English catalogue
        return found

    def date(self, year: int, month: int = 0, day: int = 0) -> str:
        """Return a date, a month of a year, or a year; a part that is 0 is unknown."""
        if not month:
            return str(year)
        name = self.names("dates.months")[month - 1]
        key = ("dates.first_day" if day == 1 else "dates.day") if day else "dates.month"
        return self.phrase(key).format(day=day, month=name, year=year)
