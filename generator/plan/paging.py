"""Long lists, cut into pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from generator.language.language import Language
from generator.plan import urls
from generator.plan.parts import NavLink, Paging

T = TypeVar("T")


def paged(url: str, rows: Sequence[T], size: int) -> Iterator[tuple[Paging, Sequence[T]]]:
    """Yield each page of a list: where it stands, and its rows; an empty list has one page.

    Args:
        url: Of the list's first page.
        rows: The whole list.
        size: Rows on a page, 1 or more.
    """
    total = max(1, -(-len(rows) // size))
    pages = tuple(
        NavLink(url=urls.numbered(url, number), label=str(number)) for number in range(1, total + 1)
    )
    for number in range(1, total + 1):
        paging = Paging(
            number=number,
            total=total,
            previous=pages[number - 2].url if number > 1 else "",
            next=pages[number].url if number < total else "",
            pages=_near(pages, number),
            first=(number - 1) * size + 1,
        )
        yield paging, rows[(number - 1) * size : number * size]


def _near(pages: tuple[NavLink, ...], number: int) -> tuple[NavLink, ...]:
    """Keep the first, the last, every tenth and the neighbouring pages: the list stays short."""
    return tuple(
        page
        for index, page in enumerate(pages, start=1)
        if index in (1, len(pages)) or index % 10 == 0 or abs(index - number) <= 2
    )


def numbered_title(language: Language, title: str, paging: Paging) -> str:
    """Return the title of a page of a list: beyond the first, with its number."""
    if paging.number == 1:
        return title
    return language.text("pages.numbered", title=title, number=paging.number)
