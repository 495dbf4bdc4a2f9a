"""Which papers the settings leave out of the site, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from generator.config.schema import FilterConfig
from generator.model.paper import Paper, PaperId
from generator.text.tokens import words


class Reason(StrEnum):
    """Why a paper is left out, as the summary says it; the first that applies counts."""

    DRAFT = "marked as draft"
    STATUS = "rejected, withdrawn or retracted"
    DATE = "too early or too late"
    CATEGORY = "of other categories"
    VENUE = "of other venues"
    EXCLUDED_WORD = "with an excluded word"
    NO_INCLUDED_WORD = "without an included word"
    LARGE_FILE = "unwanted in a large file"
    ISSUE_LIMIT = "over the limit of their issue"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word or phrase, sought whole; one that ends in ``*`` stands for any ending."""

    text: str

    @classmethod
    def of(cls, written: str) -> Pattern:
        """Return the pattern that a setting spells."""
        end = "" if written.rstrip().endswith("*") else " "
        return cls(f" {' '.join(words(written))}{end}")

    def stands_in(self, text: str) -> bool:
        """Tell whether it stands in what ``searchable`` returned."""
        return self.text in text


@dataclass(frozen=True, slots=True)
class Filter:
    """The ``[filter]`` table, ready to judge one paper after another."""

    config: FilterConfig
    include: tuple[Pattern, ...] = field(init=False)
    exclude: tuple[Pattern, ...] = field(init=False)
    venues: tuple[Pattern, ...] = field(init=False)
    exclude_venues: tuple[Pattern, ...] = field(init=False)

    def __post_init__(self) -> None:
        for name in ("include", "exclude", "venues", "exclude_venues"):
            patterns = tuple(map(Pattern.of, getattr(self.config, name)))
            object.__setattr__(self, name, patterns)

    def reason(self, paper: Paper) -> Reason | None:
        """Return why a paper is left out; None when it stays.

        It is judged by what it states itself, so a record may be dropped by it before merging only
        where another record of the paper could not change the verdict.
        """
        tests = (
            (Reason.STATUS, self._has_status),
            (Reason.DATE, self._is_out_of_time),
            (Reason.CATEGORY, self._is_of_other_category),
            (Reason.VENUE, self._is_of_other_venue),
            (Reason.EXCLUDED_WORD, self._has_excluded_word),
            (Reason.NO_INCLUDED_WORD, self._has_no_included_word),
        )
        return next((reason for reason, applies in tests if applies(paper)), None)

    def _has_status(self, paper: Paper) -> bool:
        return paper.status in self.config.exclude_status

    def _is_out_of_time(self, paper: Paper) -> bool:
        """Tell that a paper cannot have appeared within the range; an undated one may have."""
        since, until, date = self.config.since, self.config.until, paper.published
        if date is None:
            return False
        too_early = since is not None and date.latest() < since.earliest()
        return too_early or (until is not None and date.earliest() > until.latest())

    def _is_of_other_category(self, paper: Paper) -> bool:
        names = [name.lower() for name in paper.categories]
        if any(_is_category(name, self.config.exclude_categories) for name in names):
            return True
        wanted = self.config.categories
        return bool(wanted) and not any(_is_category(name, wanted) for name in names)

    def _is_of_other_venue(self, paper: Paper) -> bool:
        if not self.venues and not self.exclude_venues:
            return False
        venue = searchable(paper.venue)
        if _any(self.exclude_venues, venue):
            return True
        return bool(self.venues) and not _any(self.venues, venue)

    def _has_excluded_word(self, paper: Paper) -> bool:
        return bool(self.exclude) and _any(self.exclude, searchable(paper.title, paper.abstract))

    def _has_no_included_word(self, paper: Paper) -> bool:
        if not self.include:
            return False
        return not _any(self.include, searchable(paper.title, paper.abstract))


def select(
    papers: Iterable[Paper], config: FilterConfig
) -> tuple[tuple[Paper, ...], dict[PaperId, Reason]]:
    """Return the papers that stay, in their order, and why each other is left out."""
    judge = Filter(config)
    kept: list[Paper] = []
    left_out: dict[PaperId, Reason] = {}
    for paper in papers:
        reason = judge.reason(paper)
        if reason is None:
            kept.append(paper)
        else:
            left_out[paper.id] = reason
    return tuple(kept), left_out


def searchable(*texts: str) -> str:
    """Return the words of texts in a form in which patterns are sought; no phrase spans two."""
    return "\n".join(f" {' '.join(words(text))} " for text in texts)


def _any(patterns: Iterable[Pattern], text: str) -> bool:
    return any(pattern.stands_in(text) for pattern in patterns)


def _is_category(name: str, patterns: Iterable[str]) -> bool:
    return any(
        name.startswith(pattern[:-1].lower()) if pattern.endswith("*") else name == pattern.lower()
        for pattern in patterns
    )
