"""What the reader of pasted pages is not sure of, each doubt with its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.errors import Diagnostic, Severity
from generator.sources.page_cards import Cards
from generator.sources.page_lines import PageLine, Role, ends_sentence
from generator.sources.source import Seed

_LONG_TITLE = 200  # characters
_NO_TITLE = 150  # characters; a line that ends in a full stop too is hardly a title
_NAME_WORDS = 2
_TEXTS = frozenset({Role.TITLE, Role.TITLE_MORE, Role.ABSTRACT, Role.ABSTRACT_MORE, Role.STRAY})
_QUOTED = 60  # characters of a line that a message shows


def doubts(seed: Seed, lines: Sequence[PageLine], page: Cards) -> Iterator[Diagnostic]:
    """Yield every doubt about the lines and the cards made of them."""
    yield from _left_out(seed, lines)
    yield from _doubled(seed, lines)
    yield from _joined_paragraphs(seed, lines)
    yield from _idle_dates(seed, page)
    yield from _cut_short(seed, page)
    yield from _titles_like_prose(seed, page)
    if not page.editions:
        yield seed.problem(
            "S027",
            Severity.WARNING,
            "no paper was found on this page",
            hint="a page holds titles, each above its abstract; if this is no such page, "
            "move it out of seeds/ or name its format in [[seeds]]",
        )


def _left_out(seed: Seed, lines: Sequence[PageLine]) -> Iterator[Diagnostic]:
    for run in _runs(lines, Role.STRAY):
        text = " ".join(line.text for line in run)
        words = len(text.split())
        if len(text) > _LONG_TITLE or (words > _NAME_WORDS and text.endswith(".")):
            code, severity = "S023", Severity.WARNING
            message = "an abstract without a title is left out"
            hint = "write the title on a line of its own above it"
        elif words > _NAME_WORDS:
            code, severity = "S022", Severity.WARNING
            message = "a title without an abstract is left out"
            hint = "write the abstract below it, or remove the line if it is no title"
        else:
            code, severity = "S022", Severity.NOTE
            message, hint = "a line that is neither title nor abstract is left out", ""
        yield seed.problem(
            code, severity, f"{message}: {_quoted(text)}", line=run[0].number, hint=hint
        )


def _doubled(seed: Seed, lines: Sequence[PageLine]) -> Iterator[Diagnostic]:
    for run in _runs([line for line in lines if line.role is not Role.BLANK], Role.REPEATED):
        message = f"repeats what stands above it; read once: {_quoted(run[0].text)}"
        yield seed.problem("S024", Severity.NOTE, message, line=run[0].number)


def _joined_paragraphs(seed: Seed, lines: Sequence[PageLine]) -> Iterator[Diagnostic]:
    before: PageLine | None = None
    apart = False
    for line in lines:
        if line.role not in _TEXTS:
            apart = apart or line.role is not Role.REPEATED
            continue
        if line.role is Role.ABSTRACT_MORE and apart and before and ends_sentence(before.text):
            yield seed.problem(
                "S029",
                Severity.WARNING,
                f"taken for a further paragraph of the abstract above: {_quoted(line.text)}",
                line=line.number,
                hint="join the lines, or write the missing title above this one",
            )
        before, apart = line, False


def _idle_dates(seed: Seed, page: Cards) -> Iterator[Diagnostic]:
    unused = [line for edition in page.editions for line in edition.heading.unused]
    if page.editions and page.footer.date:
        unused.append(page.footer.date)
    for line in unused:
        message = f"no paper stands under the date {line.text!r}"
        yield seed.problem("S028", Severity.WARNING, message, line=line.number)


def _cut_short(seed: Seed, page: Cards) -> Iterator[Diagnostic]:
    for edition in page.editions:
        for card in edition.cards:
            if card.abstract.endswith(("…", "...")):
                message = f"the abstract of {_quoted(card.title)} is cut short"
                yield seed.problem("S030", Severity.WARNING, message, line=card.line)


def _titles_like_prose(seed: Seed, page: Cards) -> Iterator[Diagnostic]:
    for edition in page.editions:
        for card in edition.cards:
            if len(card.title) > _NO_TITLE and card.title.endswith("."):
                message = f"a title that reads like an abstract: {_quoted(card.title)}"
                hint = "write the title on a line of its own above it"
                yield seed.problem("S023", Severity.WARNING, message, line=card.line, hint=hint)


def _runs(lines: Sequence[PageLine], role: Role) -> Iterator[list[PageLine]]:
    """Yield the lines of a role that stand together."""
    run: list[PageLine] = []
    for line in lines:
        if line.role is role:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _quoted(text: str) -> str:
    return repr(text if len(text) <= _QUOTED else text[: _QUOTED - 1].rstrip() + "…")
