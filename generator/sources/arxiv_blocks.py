r"""arXiv's plain-text blocks, of which listing mails and ``.abs`` files are made.

A block is a line ``arXiv:…``, fields, a line ``\\``, the abstract and a line ``\\ ( address ,
size)``; replacements have no abstract. See https://info.arxiv.org/help/subscribe.html.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.errors import Diagnostic, Severity
from generator.model.dates import PartialDate
from generator.model.paper import Link, LinkKind, Status
from generator.sources import arxiv_fields as arxiv
from generator.sources.record import Record
from generator.sources.source import Seed
from generator.sources.timestamps import read_date

OPENING = re.compile(
    rf"^(?:arXiv:|Paper(?: \(\*[\w-]+\*\))?:) ?(?P<id>{arxiv.ARXIV_ID})"
    r"(?: \(\*[\w -]+\*\))?[ \t]*$",
    re.MULTILINE,
)
"""The line that opens a block; ``Paper:`` stood there until 2007."""

_RULE = re.compile(r"[-%=_]{20,}|(?:%+-+)+%*")
_FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z-]*)(?: \((?P<note>[^()]*)\))?:(?:\s|$)(?P<value>.*)")
_REPLACED = re.compile(r"(?:replaced with revised version|withdrawn)\s+(?P<value>.*)")
_SIZE = re.compile(r"\(\s*(\d+)\s*kb\s*,?\s*(\w*)\)\s*$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s,)]+")
_BACKSLASHES = "\\\\"
_TITLE_WITHIN = 12


@dataclass(slots=True, kw_only=True)
class Block:
    """One block as it is written.

    Attributes:
        line: 1-based line of its opening.
        fields: By name in lower case; lines are joined.
        dates: What follows ``Date:``, ``Date (revised v2):`` and so on, oldest first.
        abstract: Its lines as they are; None in a block without one.
        closing: The line that ends it.
        is_complete: Tells that all its parts were closed.
    """

    line: int
    id: str
    fields: dict[str, str] = field(default_factory=dict)
    dates: list[tuple[str, str]] = field(default_factory=list)
    abstract: str | None = None
    closing: str = ""
    is_complete: bool = False


def blocks(text: str, first_line: int = 1) -> Iterator[Block]:
    """Yield the blocks of a text whose first line has the given number."""
    lines = [line.rstrip() for line in text.split("\n")]
    openings = [
        (place, match["id"])
        for place, line in enumerate(lines)
        if (match := OPENING.match(line)) and _is_opening(lines, place)
    ]
    for (start, name), (end, _) in itertools.pairwise([*openings, (len(lines), "")]):
        block = Block(line=first_line + start, id=name)
        _read_block(block, lines[start + 1 : end])
        yield block


def record_of(block: Block, seed: Seed, problems: list[Diagnostic]) -> Record:
    """Return the record of a block."""
    fields, line = block.fields, block.line
    if not block.is_complete:
        message = f"the block of arXiv:{block.id} is cut short"
        hint = "save the whole mail or file again"
        problems.append(seed.problem("S133", Severity.WARNING, message, line=line, hint=hint))
    published, updated = _dates(block, seed, problems)
    comments, abstract = fields.get("comments", ""), arxiv.abstract_prose(block.abstract or "")
    dois = re.split(r"[;,]?\s+", fields.get("doi", "").strip())
    return Record(
        line=line,
        label=f"arXiv:{block.id}",
        title=arxiv.prose(fields.get("title", "")),
        abstract=abstract,
        authors=arxiv.author_line(fields.get("authors", "") or fields.get("author", "")),
        published=published or arxiv.month_of(block.id),
        updated=updated,
        venue=arxiv.prose(fields.get("journal-ref", "")),
        categories=arxiv.categories(fields.get("categories", "").split()),
        identifiers=(f"arXiv:{block.id}", *(f"doi:{doi}" for doi in dois if doi)),
        links=(*_links(block), *arxiv.links_in(comments)),
        status=_status(block, arxiv.status_of(comments, abstract)),
    )


def _is_opening(lines: list[str], place: int) -> bool:
    """Tell an opening from a line of an abstract that happens to begin with an id."""
    before = lines[place - 1].strip() if place else ""
    if before and before != _BACKSLASHES and not _RULE.fullmatch(before):
        return False
    return any(line.startswith("Title:") for line in lines[place + 1 : place + _TITLE_WITHIN])


def _read_block(block: Block, lines: list[str]) -> None:
    """Read the lines behind the opening."""
    end = next((at for at, line in enumerate(lines) if line.startswith(_BACKSLASHES)), None)
    _read_fields(block, lines[:end])
    if end is None:
        return
    if lines[end] != _BACKSLASHES:
        block.closing, block.is_complete = lines[end], True
        return
    abstract: list[str] = []
    for line in lines[end + 1 :]:
        if line == _BACKSLASHES or line.startswith(f"{_BACKSLASHES} ("):
            block.closing, block.is_complete = line, True
            break
        if _RULE.fullmatch(line):
            break
        abstract.append(line)
    block.abstract = "\n".join(abstract)


def _read_fields(block: Block, lines: list[str]) -> None:
    name = ""
    for line in lines:
        if _RULE.fullmatch(line):
            return
        if replaced := _REPLACED.match(line):
            block.dates.append(("revised", replaced["value"]))
        elif match := _FIELD.match(line):
            name = match["name"].lower()
            if name == "date":
                block.dates.append((match["note"] or "", match["value"]))
            else:
                block.fields[name] = match["value"]
        elif name and line.strip():
            block.fields[name] = f"{block.fields.get(name, '')} {line.strip()}"


def _dates(
    block: Block, seed: Seed, problems: list[Diagnostic]
) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the day of the first version and that of the last one, where they are stated."""
    days = [
        (note.startswith("revised"), read_date(text, seed, block.line, problems))
        for note, text in block.dates
    ]
    first = next((day for is_revision, day in days if not is_revision), None)
    last = next((day for is_revision, day in reversed(days) if is_revision), None)
    return first, last


def _links(block: Block) -> Iterator[Link]:
    if address := _ADDRESS.search(block.closing):
        yield Link(url=address[0], kind=LinkKind.PAPER)


def _status(block: Block, stated: Status) -> Status:
    """Return the status; a last version of no size has been withdrawn."""
    size = _SIZE.search(block.dates[-1][1]) if block.dates else None
    return Status.WITHDRAWN if size and size[1] == "0" and "I" in size[2] else stated
